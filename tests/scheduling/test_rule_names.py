"""Every rule has one name, and that name stands in the scheduler, the referee, the tests and every language."""

import re
from pathlib import Path

import pytest

from architecture.source_tree import SOURCE
from karvan.languages import LANGUAGES, say
from karvan.mission.rules import Rule
from karvan.scheduling.referee.check import RULES

SOLVER = [
    SOURCE / "scheduling" / name
    for name in ("exact/rules.py", "from_mission.py", "candidates.py", "visits.py", "draw_up.py")
]
REFEREE = sorted((SOURCE / "scheduling" / "referee").glob("*.py"))
HERE = Path(__file__).parent


def names_in(files):
    return {word for file in files for word in re.findall(r"\b[A-Z]+(?:_[A-Z]+)*\b", file.read_text("utf-8"))}


@pytest.mark.parametrize("files", [SOLVER, REFEREE], ids=["solver", "referee"])
def test_every_rule_is_named_in_the_room(files):
    assert {rule.name for rule in Rule} - names_in(files) == set()


def test_every_rule_has_one_function_of_the_referee_whose_docstring_starts_with_its_name():
    assert list(RULES) == list(Rule)
    assert [rule for rule in Rule if not (RULES[rule].__doc__ or "").startswith(f"{rule.name}: ")] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_rule_has_its_sentence_in_every_language(lang):
    assert [rule for rule in Rule if not say(lang, f"rule-{rule.value}").strip()] == []


def test_the_english_sentence_is_the_docstring_of_the_rule():
    text = (SOURCE / "mission" / "rules.py").read_text("utf-8")
    said = dict(re.findall(r'= "([a-z-]+)"\n    """(.+?)"""', text))
    assert said == {rule.value: say("en", f"rule-{rule.value}") for rule in Rule}


@pytest.mark.parametrize("kind", ["feasible", "infeasible", "fixed_variable"])
def test_every_rule_has_its_three_tests(kind):
    tests = " ".join(
        re.findall(r"^def test_(\w+)", "\n".join(f.read_text() for f in HERE.glob("test_rules_of_*.py")), re.MULTILINE)
    )
    stems = {rule: rule.value.replace("-", "_") for rule in Rule}
    # FIXED is a rule and `fixed_variable` a kind of test: test_fixed_variable serves as both.
    names = {
        rule: f"fixed_{kind}" if stem == "fixed" and kind != "fixed_variable" else f"{stem}_{kind}"
        for rule, stem in stems.items()
    }
    names[Rule.FIXED] = "fixed_variable" if kind == "fixed_variable" else f"fixed_{kind}"
    assert [rule for rule, name in names.items() if not re.search(rf"(^| ){name}", tests)] == []
