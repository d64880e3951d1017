"""The catalogues of all languages, parsed by Fluent itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from karvan.languages.language import LANGUAGES, ROOT

CODES = tuple(LANGUAGES)


def files(lang: str) -> list[Path]:
    """Return the files of a language's messages."""
    return sorted((ROOT / lang).glob("*.ftl"))


@cache
def entries(path: Path) -> tuple[ftl.EntryType, ...]:
    """Return what Fluent finds in a file: messages, comments, junk."""
    return tuple(FluentParser().parse(path.read_text(encoding="utf-8")).body)


@cache
def messages(lang: str) -> dict[str, ftl.Message]:
    """Return every message of a language by its id."""
    return {entry.id.name: entry for path in files(lang) for entry in entries(path) if isinstance(entry, ftl.Message)}


PLURALS = frozenset(("zero", "one", "two", "few", "many", "other"))
"""The plural forms that a message can choose by; any other variant is a word."""


class _Variables(Visitor):
    """Collects the variables that stand in a text, and those that a message chooses by, with their variants."""

    def __init__(self) -> None:
        self.placed: set[str] = set()
        self.variants: dict[str, set[str]] = {}

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - Fluent names it
        self.placed.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802 - Fluent names it
        assert isinstance(node.selector, ftl.VariableReference)
        known = self.variants.setdefault(node.selector.id.name, set())
        for variant in node.variants:
            known.add(variant.key.name if isinstance(variant.key, ftl.Identifier) else variant.key.value)
            self.visit(variant.value)


def _visited(message: ftl.Message) -> _Variables:
    visitor = _Variables()
    visitor.visit(message)
    return visitor


def placed(message: ftl.Message) -> frozenset[str]:
    """Return the variables that stand in a message's text, in any of its variants."""
    return frozenset(_visited(message).placed)


def variants(message: ftl.Message) -> dict[str, set[str]]:
    """Return, for each variable that a message chooses by, the variants that it knows."""
    return _visited(message).variants


def choices(message: ftl.Message) -> dict[str, set[str]]:
    """Return the variants that are words: plural forms differ from language to language."""
    words = {name: {key for key in known if not key.isdigit()} for name, known in variants(message).items()}
    return {name: known for name, known in words.items() if not known <= PLURALS}
