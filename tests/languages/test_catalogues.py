"""Every language says the same things, in its own grammar."""

import ast
import re
from itertools import pairwise

import pytest
from fluent.syntax import ast as ftl

from architecture.source_tree import ROOT, name_of, python_files, tree_of
from karvan.cli.main import COMMANDS
from karvan.languages.messages import message_ids
from karvan.mission.blocks import BlockKind
from karvan.mission.companies import Side
from karvan.mission.programme import PlacedLevel
from karvan.mission.rules import Rule
from languages.catalogues import CODES, PLURALS, choices, entries, files, messages, placed, variants

GRAMMAR = {"en": {"one", "other"}, "fa": {"one", "other"}, "ru": {"one", "few", "many", "other"}}
"""The plural forms of each language for whole numbers; in Russian `many` is the same as `other`."""

OBLIQUE = {
    "report-unsound", "web-grid-shown", "release-blocked", "release-warned", "release-ignored", "owed-journeys",
    "debts-reminded",
}  # fmt: skip
"""Russian messages that count in a case in which few and many are the same (в 2 местах, из 5 встреч)."""


@pytest.mark.parametrize("lang", CODES)
def test_every_file_is_understood_by_fluent(lang):
    junk = [
        (path.name, entry.content) for path in files(lang) for entry in entries(path) if isinstance(entry, ftl.Junk)
    ]
    assert junk == []


@pytest.mark.parametrize("lang", CODES)
def test_no_message_is_there_twice(lang):
    names = [entry.id.name for path in files(lang) for entry in entries(path) if isinstance(entry, ftl.Message)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("lang", CODES)
def test_our_own_quick_reader_finds_the_messages_that_fluent_finds(lang):
    assert message_ids(lang) == set(messages(lang))


@pytest.mark.parametrize("lang", CODES)
def test_a_language_has_the_same_files_and_messages_as_english(lang):
    assert [path.name for path in files(lang)] == [path.name for path in files("en")]
    of_file = {
        code: {path.name: {e.id.name for e in entries(path) if isinstance(e, ftl.Message)} for path in files(code)}
        for code in (lang, "en")
    }
    assert of_file[lang] == of_file["en"]


@pytest.mark.parametrize("lang", CODES)
def test_a_message_says_the_same_values_as_in_english(lang):
    differing = {
        name: (placed(messages(lang)[name]), placed(message))
        for name, message in messages("en").items()
        if placed(messages(lang)[name]) != placed(message)
    }
    assert differing == {}


@pytest.mark.parametrize("lang", CODES)
def test_a_message_chooses_by_the_same_words_as_in_english(lang):
    differing = {
        name: (choices(messages(lang)[name]), choices(message))
        for name, message in messages("en").items()
        if choices(messages(lang)[name]) != choices(message)
    }
    assert differing == {}


@pytest.mark.parametrize("lang", CODES)
def test_a_message_that_counts_knows_the_plural_forms_of_its_language(lang):
    wrong = {
        (name, variable, tuple(sorted(known)))
        for name, message in messages(lang).items()
        for variable, known in variants(message).items()
        if (lang == "ru" and "one" in known and "few" not in known and name not in OBLIQUE)
        or known & PLURALS - GRAMMAR[lang]
    }
    assert wrong == set()


def said_in_python():
    """Yield the place and id of every `say(…, "id")`, and the place and start of every `say(…, f"start-{…}")`."""
    for path in python_files("src"):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "say" and len(node.args) > 1:
                said = node.args[1]
                if isinstance(said, ast.Constant):
                    yield f"{name_of(path)}:{node.lineno}", said.value, False
                elif isinstance(said, ast.JoinedStr) and isinstance(said.values[0], ast.Constant):
                    yield f"{name_of(path)}:{node.lineno}", said.values[0].value, True


TAG = re.compile(r'\{%-?\s*(?:say|plain)\s+"([^"]+)"')
"""How a page of the web application names a message."""

OF_REPORT = re.compile(r'\bsay\("([\w-]+)"')
"""How the template of the report names one, without its first word."""


def said_in_templates():
    """Yield the place and id of every message that a template names."""
    for path in sorted((ROOT / "src").rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        found = [*TAG.findall(text), *(f"report-{name}" for name in OF_REPORT.findall(text))]
        yield from ((name_of(path), name, False) for name in found)


def test_every_message_that_is_said_exists():
    said = [*said_in_python(), *said_in_templates()]
    known = message_ids("en")
    missing = [
        (place, text)
        for place, text, is_start in said
        if not (any(name.startswith(text) for name in known) if is_start else text in known)
    ]
    assert missing == []
    assert len(said) > 100


@pytest.mark.parametrize(
    ("prefix", "names"),
    [
        ("rule", [rule.value for rule in Rule]),
        ("block", [kind.value for kind in BlockKind]),
        ("side", [side.value for side in Side]),
        ("level", [level.value for level in PlacedLevel]),
        ("status", ["optimal", "feasible", "infeasible", "unknown"]),
        ("goal", ["must", "want", "shortfall", "suggestions", "worst_off", "breaks", "search", "refute"]),
        ("explain", [level.value for level in PlacedLevel]),
        ("because", ["domains", "words", "routes"]),
        ("cli", [f"{command}-about" for command in COMMANDS]),
        ("cli-planned", ["optimal", "feasible", "infeasible", "unknown"]),
    ],
)
def test_every_word_of_a_list_has_its_message(prefix, names):
    assert {f"{prefix}-{name}" for name in names} - message_ids("en") == set()


def test_a_rule_is_one_sentence_the_same_in_the_code_and_in_english():
    body = next(
        node for node in tree_of(ROOT / "src/karvan/mission/rules.py").body if isinstance(node, ast.ClassDef)
    ).body
    documented = {
        row.value.value: after.value.value
        for row, after in pairwise(body)
        if isinstance(row, ast.Assign) and isinstance(after, ast.Expr)
    }
    said = {rule.value: messages("en")[f"rule-{rule.value}"].value.elements[0].value for rule in Rule}
    assert documented == said
