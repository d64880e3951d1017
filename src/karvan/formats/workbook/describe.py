"""One sentence for each issue, in the reader's language: the place, what is wrong, what would be right."""

from __future__ import annotations

import re
from collections.abc import Iterable

from babel.lists import format_list

from karvan.formats.workbook.located import Located
from karvan.formats.workbook.schema import KEY
from karvan.formats.workbook.text import skeleton
from karvan.languages import say
from karvan.languages.messages import Value, isolate_in
from karvan.mission.issues import Issue

LONGEST_VALUE = 60
"""Characters of a cell that a sentence repeats."""

_RANGE = re.compile(r"(\d+)–(\d+)")
_BY_LINE = frozenset(("not-text", "bad-csv"))
"""Issues whose message names the line itself."""


def describe(issue: Issue, lang: str) -> str:
    """Say what an issue is.

    Parameters
    ----------
    issue : Issue
        A `Located` one says its place as well.
    lang : str
        A code of `karvan.languages.LANGUAGES`.
    """
    problem = say(lang, f"issue-{issue.code}", **_values(issue, lang))
    if not isinstance(issue, Located):
        return problem
    if issue.closest:
        problem = say(lang, "issue-with-guess", problem=problem, guess=_guess(issue, lang))
    place = place_of(issue, lang)
    return say(lang, "issue-at", place=place, problem=problem) if place else problem


def _values(issue: Issue, lang: str) -> dict[str, Value]:
    """Give what the messages can ask for; numbers as numbers, lists as lists."""
    bounds = _RANGE.fullmatch(issue.expected)
    least, most = map(int, bounds.groups()) if bounds else (0, 0)
    is_long = len(issue.value) > LONGEST_VALUE
    return {
        "value": issue.value[: LONGEST_VALUE - 1] + "…" if is_long else issue.value,
        "given": int(bool(issue.value)),
        "number": int(issue.value) if issue.value.isdecimal() and not is_long else 0,
        "expected": _expected(issue.expected, lang),
        "least": least,
        "most": most,
        "row": (issue.row if isinstance(issue, Located) else None) or 0,
    }


def _expected(text: str, lang: str) -> Value:
    if text.isdecimal():
        return int(text)
    return one_of(lang, text.split("; ")) if "; " in text else text


def one_of(lang: str, items: Iterable[str]) -> str:
    """Write words of which one is to be chosen: ``visitor or host``."""
    return format_list([isolate_in(lang, item) for item in items], style="or", locale=lang)


def _guess(issue: Located, lang: str) -> str:
    is_lookalike = skeleton(issue.closest) == skeleton(issue.value) and not issue.value.isascii()
    return say(lang, "issue-looks-like" if is_lookalike else "issue-did-you-mean", closest=issue.closest)


def place_of(issue: Located, lang: str) -> str:
    """Say where an issue is, as far as that is known."""
    where = _where(issue, lang)
    if issue.row is None or issue.code in _BY_LINE:
        return where
    column = issue.column or issue.letter
    if not column:
        return say(lang, "issue-place-row", where=where, row=issue.row)
    if issue.record == "settings" and issue.field not in {"", KEY}:
        return say(lang, "issue-place-key", where=where, row=issue.row, column=column)
    if not issue.cell:
        return say(lang, "issue-place-column", where=where, row=issue.row, column=column)
    cell = f"{issue.letter}{issue.row}"
    return say(lang, "issue-place-cell", where=where, row=issue.row, column=column, cell=cell)


def _where(issue: Located, lang: str) -> str:
    """Name the sheet, or the file where that is all there is, or is the sheet."""
    is_file = not issue.sheet or issue.source.lower().endswith(".csv")
    name = issue.source if is_file else issue.sheet
    return say(lang, "issue-in-file" if is_file else "issue-in-sheet", name=name) if name else ""
