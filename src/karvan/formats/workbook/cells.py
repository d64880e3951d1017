"""From one cell to one value: a parser for each type of column.

A parser gets the column, a cell that is not blank, and a list to which it adds what is wrong. It
gives the value, or None where there is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache

from karvan.formats.workbook.dates import date_of, time_of
from karvan.formats.workbook.raw import BadCell, Filled
from karvan.formats.workbook.schema import CellType, Choices, Column
from karvan.formats.workbook.text import clean, clean_code, with_persian_letters, word_key
from karvan.formats.workbook.vocabulary import (
    closest_word,
    countries,
    country_names,
    language_codes,
    language_names,
    yes_no_words,
    zones,
)
from karvan.languages.numbers import latin_digits
from karvan.mission.companies import TableRef
from karvan.mission.goals import GoalName
from karvan.mission.issues import Severity
from karvan.mission.localised import distinct
from karvan.mission.validation import RESERVED_CODES

LONGEST_TEXT = 32_767
"""Characters that a cell of a spreadsheet can hold."""

_LIST_MARKS = re.compile("[;؛]")
_OTHER_MARKS = re.compile(r"[,،|/\n]")
_UNFIT_FOR_CODES = re.compile(r"[;؛/\\]|^\.")
_EMAIL = re.compile(r"[^@\s,;<>]+@(?:[^@\s,;<>.]+\.)+[^@\s,;<>.]{2,}")
_WEBSITE = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_SCHEME = re.compile(r"(?!https?:)[a-z][a-z+.-]*:(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a cell; the fields are those of `Located`."""

    code: str
    value: str = ""
    expected: str = ""
    closest: str = ""
    severity: Severity = Severity.ERROR


REPEATING = frozenset(CellType) - {CellType.TEXT, CellType.EMAIL, CellType.WEBSITE}
"""Types whose cells are often the same, so that a reader does well to remember them."""

Parser = Callable[[Column, Filled, list[Problem]], object]


def parse_cell(column: Column, raw: Filled, problems: list[Problem]) -> object:
    """Give the value of a cell, or None where it is blank or wrong; what is wrong is added to `problems`."""
    if isinstance(raw, str):
        raw = clean(raw)
        if not raw:
            return None
    elif isinstance(raw, BadCell):
        problems.append(Problem(raw.code, raw.text))
        return None
    return _PARSERS[column.type](column, raw, problems)


def text_of(raw: Filled) -> str:
    """Write a cell as the text that a reader of the sheet sees: ``30`` for 30.0."""
    if isinstance(raw, str):
        return raw
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() else repr(raw)
    if isinstance(raw, datetime):
        return f"{raw:%Y-%m-%d %H:%M}".removesuffix(" 00:00")
    if isinstance(raw, time):
        return f"{raw:%H:%M}"
    return raw.text if isinstance(raw, BadCell) else str(raw)


def _text(column: Column, raw: Filled, problems: list[Problem]) -> str | None:
    text = text_of(raw)
    if len(text) > LONGEST_TEXT:
        problems.append(Problem("too-long", text[:40] + "…", str(LONGEST_TEXT)))
        return None
    return with_persian_letters(text, column.language) if column.language else text


def _code(column: Column, raw: Filled, problems: list[Problem]) -> str | None:
    code = clean_code(text_of(raw))
    if column.is_defining and _UNFIT_FOR_CODES.search(code):
        problems.append(Problem("bad-code", code, closest=_UNFIT_FOR_CODES.sub("-", code).strip("-")))
        return None
    return code or None


def items_of(raw: Filled) -> tuple[str, ...]:
    """Give the entries of a list in a cell, each once."""
    parts = (clean_code(part) for part in _LIST_MARKS.split(text_of(raw)))
    return distinct(part for part in parts if part)


def _codes(column: Column, raw: Filled, _: list[Problem]) -> tuple[str, ...]:
    if "sides" not in column.refers_to:
        return items_of(raw)
    return distinct(key if (key := item.casefold()) in RESERVED_CODES else item for item in items_of(raw))


def _table(_column: Column, raw: Filled, _: list[Problem]) -> TableRef:
    venue, mark, table = (clean_code(part) for part in clean_code(text_of(raw)).partition("/"))
    return TableRef(venue, table) if mark else TableRef("", venue)


@dataclass(frozen=True, slots=True)
class _Words:
    """How one entry of a list of allowed words is read."""

    find: Callable[[str], object]
    code: str
    expected: str
    closest: Callable[[str], str]


def _one(words: _Words, item: str, problems: list[Problem]) -> object:
    value = words.find(item)
    if value is None:
        parts = [part for part in map(clean_code, _OTHER_MARKS.split(item)) if part]
        is_list = len(parts) > 1 and all(words.find(part) is not None for part in parts)
        closest = "; ".join(parts) if is_list else words.closest(item)
        problems.append(Problem(words.code, item, words.expected, closest))
    return value


def _several(words: _Words, raw: Filled, problems: list[Problem]) -> tuple[object, ...]:
    values = [_one(words, item, problems) for item in items_of(raw)]
    return tuple(dict.fromkeys(value for value in values if value is not None))


@cache
def _choice_words(choices: Choices) -> _Words:
    values = {word_key(choice.value): choice for choice in choices}
    return _Words(
        lambda item: values.get(word_key(item)),
        "not-allowed",
        "; ".join(choice.value for choice in choices),
        lambda item: closest_word(item, tuple(values)),
    )


def _choice(column: Column, raw: Filled, problems: list[Problem]) -> object:
    assert column.choices
    return _one(_choice_words(column.choices), text_of(raw), problems)


def _choices(column: Column, raw: Filled, problems: list[Problem]) -> tuple[object, ...]:
    assert column.choices
    return _several(_choice_words(column.choices), raw, problems)


def _goals(column: Column, raw: Filled, problems: list[Problem]) -> tuple[object, ...]:
    """Give goals in an order: each is named once, and `must` comes before all others."""
    items = [item for part in _LIST_MARKS.split(text_of(raw)) if (item := clean_code(part))]
    keys = [word_key(item) for item in items]
    problems += [Problem("goal-twice", item) for i, item in enumerate(items) if keys[i] in keys[:i]]
    found = _choices(column, raw, problems)
    if GoalName.MUST in found[1:]:
        problems.append(Problem("must-not-first", GoalName.MUST.value))
    return found


def _language_code(item: str) -> str | None:
    code = item.casefold()
    return code if code in language_codes() else None


_LANGUAGE = _Words(
    _language_code,
    "unknown-language",
    "fa; ru; en",
    lambda item: language_names().get(word_key(item)) or _language_code(item[:2]) or "",
)


def _language(_: Column, raw: Filled, problems: list[Problem]) -> object:
    return _one(_LANGUAGE, clean_code(text_of(raw)), problems)


def _languages(_: Column, raw: Filled, problems: list[Problem]) -> tuple[object, ...]:
    return _several(_LANGUAGE, raw, problems)


def _country(_: Column, raw: Filled, problems: list[Problem]) -> str | None:
    code = clean_code(text_of(raw)).upper()
    if code in countries():
        return code
    problems.append(Problem("unknown-country", text_of(raw), "IR; RU; CN", country_names().get(word_key(code), "")))
    return None


def _zone(_: Column, raw: Filled, problems: list[Problem]) -> str | None:
    name = zones().get(word_key(text_of(raw)))
    if name is None:
        by_city = {key.rpartition("/")[2]: zone for key, zone in zones().items()}
        found = closest_word(text_of(raw), tuple(by_city)) or closest_word(text_of(raw), tuple(zones()))
        closest = by_city.get(found) or zones().get(found, "")
        problems.append(Problem("unknown-zone", text_of(raw), "Europe/Moscow; Asia/Tehran", closest))
    return name


def _date(_: Column, raw: Filled, problems: list[Problem]) -> date | None:
    day, closest = date_of(raw)
    if day is None:
        problems.append(Problem("bad-date", text_of(raw), "2025-12-03; 1404/09/12", closest))
    return day


def _time(_: Column, raw: Filled, problems: list[Problem]) -> time | None:
    clock, closest = time_of(raw)
    if clock is None:
        problems.append(Problem("bad-time", text_of(raw), "09:00; 14:30", closest))
    return clock


def _integer(column: Column, raw: Filled, problems: list[Problem]) -> int | None:
    text = latin_digits(text_of(raw))
    bounds = f"{column.least}–{column.most}"
    match = re.fullmatch(r"([+-]?\d{1,15})(?:[.٫]0*)?", text)
    if not match or isinstance(raw, bool):
        problems.append(Problem("not-a-number", text_of(raw), bounds))
        return None
    number = int(match[1])
    if not column.least <= number <= column.most:
        problems.append(Problem("out-of-range", text_of(raw), bounds))
        return None
    return number


def _yes_no(_: Column, raw: Filled, problems: list[Problem]) -> bool | None:
    answer = yes_no_words().get(word_key(text_of(raw)))
    if answer is None:
        problems.append(Problem("not-allowed", text_of(raw), "yes; no", closest_word(text_of(raw), ("yes", "no"))))
    return answer


def _email(_: Column, raw: Filled, problems: list[Problem]) -> str | None:
    address = clean_code(text_of(raw)).removeprefix("mailto:")
    if not _EMAIL.fullmatch(address):
        problems.append(Problem("odd-email", address, "name@company.example", severity=Severity.WARNING))
    return address


def _website(_: Column, raw: Filled, problems: list[Problem]) -> str | None:
    address = clean_code(text_of(raw))
    if _SCHEME.match(address):
        problems.append(Problem("unsafe-website", address, "https://company.example"))
        return None
    if not _WEBSITE.fullmatch(address):
        problems.append(Problem("odd-website", address, "https://company.example", severity=Severity.WARNING))
    return address


_PARSERS: dict[CellType, Parser] = {
    CellType.TEXT: _text,
    CellType.CODE: _code,
    CellType.CODES: _codes,
    CellType.TABLE: _table,
    CellType.LANGUAGE: _language,
    CellType.LANGUAGES: _languages,
    CellType.COUNTRY: _country,
    CellType.ZONE: _zone,
    CellType.DATE: _date,
    CellType.TIME: _time,
    CellType.INTEGER: _integer,
    CellType.CHOICE: _choice,
    CellType.CHOICES: _choices,
    CellType.GOALS: _goals,
    CellType.YES_NO: _yes_no,
    CellType.EMAIL: _email,
    CellType.WEBSITE: _website,
}
