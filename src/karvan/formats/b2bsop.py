"""Reader of the published B2B meeting-scheduling benchmark files (`.dzn`), with English or Catalan names.

Bofill et al. 2022, doi:10.1613/jair.1.12597.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from karvan.languages import say
from karvan.scheduling.problem import Meeting, Participant, Problem, Slot, Venue

SLOT_MIN = 30
"""Length given to a slot: the files have no times."""
_NAMES = {
    "nEmpreses": "nBusiness",
    "nReunions": "nMeetings",
    "nTaules": "nTables",
    "nFrangesTotal": "nTotalSlots",
    "nFrangesMati": "nMorningSlots",
    "demanades": "requested",
    "prohibides": "forbidden",
    "fixat": "fixed",
    "fixades": "fixed",
    "precedencies": "precedences",
    "reunionsxEmpresa": "meetingsxBusiness",
    "nReunionsEmpresa": "nMeetingsBusiness",
}


@dataclass(frozen=True, slots=True)
class DznIssue:
    """One thing wrong with a file.

    Attributes
    ----------
    line : int
        1-based; 0: the file as a whole.
    code : str
        Names the message, ``dzn-<code>``.
    field : str
        The field of the file, in English.
    value : str
        What stands there.
    expected : str
        What would be right, where that is data rather than words: a number, names.
    """

    line: int
    code: str
    field: str
    value: str = ""
    expected: str = ""


def dzn_text(issue: DznIssue, source: str, lang: str) -> str:
    """Say what is wrong with a file, where, and what would be right."""
    problem = say(lang, f"dzn-{issue.code}", field=issue.field, value=issue.value, expected=issue.expected)
    if not issue.line:
        return say(lang, "dzn-in-file", file=source, problem=problem)
    return say(lang, "dzn-at-line", file=source, line=issue.line, problem=problem)


class DznError(ValueError):
    """A file that is no B2BSOP instance; `issues` lists all that is wrong with it."""

    def __init__(self, source: str, issues: list[DznIssue]) -> None:
        self.source = source
        self.issues = tuple(issues)
        super().__init__("\n".join(dzn_text(issue, source, "en") for issue in issues))


def read_b2bsop(path: Path | str, *, fairness: int | None = None) -> Problem:
    """Read a benchmark file.

    Parameters
    ----------
    path : path
        A `.dzn` file.
    fairness : int or None
        Most by which two participants' numbers of breaks may differ (2 in the published results).

    Raises
    ------
    DznError
        If anything in the file is wrong; every problem is listed with its line.
    OSError
        If the file cannot be read.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DznError(str(path), [DznIssue(0, "not-text", "file")]) from error
    return parse_b2bsop(text, fairness=fairness, source=str(path))


def parse_b2bsop(text: str, *, fairness: int | None = None, source: str = "<text>") -> Problem:
    """Turn the text of a benchmark file into a problem; see `read_b2bsop`."""
    reading = _Reading(text)
    raw = reading.instance()
    if reading.issues:
        raise DznError(source, sorted(reading.issues, key=lambda issue: issue.line))
    return raw.problem(fairness)


@dataclass
class _Instance:
    """The fields of a file, 1-based as they stand there, checked."""

    n_slots: int = 0
    n_morning: int = 0
    n_tables: int = 0
    requested: list[list[int]] = field(default_factory=list[list[int]])
    forbidden: list[list[int]] = field(default_factory=list[list[int]])
    fixed: list[int] = field(default_factory=list[int])
    precedences: list[list[int]] = field(default_factory=list[list[int]])

    def problem(self, fairness: int | None) -> Problem:
        every = frozenset(range(self.n_slots))
        sessions = {
            1: frozenset(range(self.n_morning)),
            2: frozenset(range(self.n_morning, self.n_slots)),
        }
        participants = tuple(
            Participant(str(number), every - {slot - 1 for slot in slots} if any(slots) else None)
            for number, slots in enumerate(self.forbidden, start=1)
        )
        meetings = tuple(
            Meeting((left - 1, right - 1), slots=_slots(sessions.get(session), fixed))
            for (left, right, session), fixed in zip(self.requested, self.fixed, strict=True)
        )
        before = tuple(
            (first - 1, then) for then, row in enumerate(self.precedences) for first in sorted(set(row) - {0})
        )
        slots = tuple(Slot(i * SLOT_MIN, (i + 1) * SLOT_MIN) for i in range(self.n_slots))
        venue = Venue("", tuple(str(i + 1) for i in range(self.n_tables)))
        return Problem(slots, participants, meetings, (venue,), precedences=before, fairness=fairness)


def _slots(session: frozenset[int] | None, fixed: int) -> frozenset[int] | None:
    if not fixed:
        return session
    own = frozenset({fixed - 1})
    return own if session is None else own & session


_STATEMENT = re.compile(r"\s*(?:([A-Za-z_]\w*)\s*=([^;]*);|(\S[^;=\n]*))", re.ASCII)
_INTEGER = re.compile(r"\s*(-?\d+)\s*", re.ASCII)
_LIST = re.compile(r"\s*\[(?!\|)(.*)\]\s*", re.DOTALL)
_ROWS = re.compile(r"\s*\[\|(.*)\|\]\s*", re.DOTALL)
_SET = re.compile(r"\{([^{}]*)\}")
_REQUIRED = ("nBusiness", "nMeetings", "nTables", "nTotalSlots", "requested")
_REDUNDANT = ("meetingsxBusiness", "nMeetingsBusiness")
_KNOWN = (*_REQUIRED, *_REDUNDANT, "nMorningSlots", "forbidden", "fixed", "precedences")


class _Reading:
    """One pass over a file that collects everything wrong with it."""

    def __init__(self, text: str) -> None:
        self.issues: list[DznIssue] = []
        self._text = re.sub(r"%[^\n]*", "", text)
        self._fields: dict[str, tuple[int, str]] = {}
        for match in _STATEMENT.finditer(self._text):
            if match[3] is not None:
                self._issue(match.start(3), "syntax", "file", match[3])
                continue
            name = _NAMES.get(match[1], match[1])
            if name not in _KNOWN:
                self._issue(match.start(1), "unknown-field", "file", match[1], ", ".join(_KNOWN))
            elif name in self._fields:
                self._issue(match.start(1), "field-twice", name, match[1])
            self._fields.setdefault(name, (match.start(2), match[2]))

    def instance(self) -> _Instance:
        for name in _REQUIRED:
            if name not in self._fields:
                self.issues.append(DznIssue(0, "missing-field", name))
        people, meetings = self._number("nBusiness", 0), self._number("nMeetings", 0)
        slots = self._number("nTotalSlots", 0)
        return _Instance(
            n_slots=slots,
            n_morning=self._number("nMorningSlots", slots, most=slots),
            n_tables=self._number("nTables", 0),
            requested=self._requested(people, meetings),
            forbidden=self._sets("forbidden", people, slots),
            fixed=self._numbers("fixed", meetings, slots),
            precedences=self._sets("precedences", meetings, meetings),
        )

    def _number(self, name: str, default: int, most: int | None = None) -> int:
        if name not in self._fields:
            return default
        at, value = self._fields[name]
        match = _INTEGER.fullmatch(value)
        if match is None or int(match[1]) < 0 or (most is not None and int(match[1]) > most):
            if most is None:
                self._issue(at, "no-number", name, value)
            else:
                self._issue(at, "out-of-range", name, value, str(most))
            return default
        return int(match[1])

    def _requested(self, people: int, count: int) -> list[list[int]]:
        result: list[list[int]] = []
        for at, part in self._parts("requested", _ROWS, "|"):
            row = self._integers("requested", at, part)
            if row is None:
                continue
            if len(row) != 3 or row[2] not in (1, 2, 3):
                self._issue(at, "bad-row", "requested", part)
            elif row[0] == row[1] or not all(1 <= person <= people for person in row[:2]):
                self._issue(at, "bad-pair", "requested", part, str(people))
            else:
                result.append(row)
        self._expect("requested", len(result), count)
        return result

    def _numbers(self, name: str, count: int, most: int) -> list[int]:
        if name not in self._fields:
            return [0] * count
        rows = [self._integers(name, at, part) for at, part in self._parts(name, _LIST, None)]
        numbers = [number for row in rows if row is not None for number in row]
        for number in numbers:
            if not 0 <= number <= most:
                self._issue(self._fields[name][0], "out-of-range", name, str(number), str(most))
        self._expect(name, len(numbers), count)
        return numbers

    def _sets(self, name: str, count: int, most: int) -> list[list[int]]:
        if name not in self._fields:
            return [[] for _ in range(count)]
        result: list[list[int]] = []
        for at, part in self._parts(name, _LIST, None):
            self._only_sets(name, at, part)
            for match in _SET.finditer(part):
                row = self._integers(name, at + match.start(1), match[1]) or []
                for number in row:
                    if not 0 <= number <= most:
                        place = at + match.start(1)
                        self._issue(place, "out-of-range", name, str(number), str(most))
                result.append(row)
        self._expect(name, len(result), count)
        return result

    def _only_sets(self, name: str, at: int, part: str) -> None:
        for match in re.finditer(r"[^\s,]+", _SET.sub(lambda m: " " * len(m[0]), part)):
            self._issue(at + match.start(), "no-set", name, match[0])

    def _parts(self, name: str, shape: re.Pattern[str], separator: str | None) -> Iterator[tuple[int, str]]:
        """Give the inside of an array, cut at the separator, each with its place."""
        if name not in self._fields:
            return
        at, value = self._fields[name]
        match = shape.fullmatch(value)
        if match is None:
            brackets = "[| ... |]" if separator else "[ ... ]"
            self._issue(at, "no-array", name, value.strip()[:20], brackets)
            return
        place = at + match.start(1)
        for part in match[1].split(separator) if separator else [match[1]]:
            if part.strip() or separator is None:
                yield place, part
            place += len(part) + 1

    def _integers(self, name: str, at: int, part: str) -> list[int] | None:
        """Give the numbers between commas; a trailing comma is tolerated."""
        if not part.strip():
            return []
        items = part.split(",")
        if not items[-1].strip():
            items.pop()
        result: list[int] = []
        for item in items:
            if _INTEGER.fullmatch(item) is None:
                self._issue(at, "no-number", name, item.strip()[:20])
                return None
            result.append(int(item))
        return result

    def _expect(self, name: str, found: int, wanted: int) -> None:
        is_whole = not any(issue.field in (name, "nBusiness", "nMeetings") for issue in self.issues)
        if found != wanted and is_whole:
            self._issue(self._fields[name][0] if name in self._fields else 0, "wrong-length", name,
                        str(found), str(wanted))  # fmt: skip

    def _issue(self, at: int, code: str, name: str, value: str, expected: str = "") -> None:
        line = self._text.count("\n", 0, at) + 1
        self.issues.append(DznIssue(line, code, name, value.strip()[:40], expected))
