"""`CHANGES` (`karvan/changes`, version 1): what has happened since a programme was released.

Everything is checked against the mission and the programme; each problem comes with its place
(``changes[2].company``) and, where that is known, what would be right.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

from karvan.formats.published import not_json
from karvan.mission.blocks import ProgrammeBlock
from karvan.mission.calendar import Calendar, Span
from karvan.mission.changes import (
    BlockChange,
    Change,
    ChangeKind,
    Changes,
    MeetingChange,
    PresenceChange,
)
from karvan.mission.companies import TableRef
from karvan.mission.issues import InvalidMissionError, Issue
from karvan.mission.mission import Mission, Pair
from karvan.mission.programme import Programme
from karvan.mission.requests import RequestLevel, RequestStatus

Json = dict[str, Any]

FORMAT = "karvan/changes"

PRESENCE = {
    ChangeKind.LATE: ("company", frozenset(("from",))),
    ChangeKind.ABSENT: ("company", frozenset(("from", "to"))),
    ChangeKind.BACK: ("company", frozenset(("from", "to"))),
    ChangeKind.TABLE_LOST: ("table", frozenset(("from", "to"))),
    ChangeKind.TABLE_REGAINED: ("table", frozenset(("from", "to"))),
    ChangeKind.INTERPRETER_LOST: ("interpreter", frozenset(("from", "to"))),
    ChangeKind.INTERPRETER_REGAINED: ("interpreter", frozenset(("from", "to"))),
}
"""Kinds of change about somebody's or something's presence: who is named, and what else may be."""

FIELDS: dict[ChangeKind, tuple[frozenset[str], frozenset[str]]] = {
    **{kind: (frozenset((who,)), times) for kind, (who, times) in PRESENCE.items()},
    ChangeKind.LATE: (frozenset(("company", "until")), frozenset(("from",))),
    ChangeKind.BLOCK_MOVED: (frozenset(("block",)), frozenset(("start", "end", "venue"))),
    ChangeKind.BLOCK_SHORTENED: (frozenset(("block",)), frozenset(("start", "end"))),
    ChangeKind.BLOCK_CANCELLED: (frozenset(("block",)), frozenset()),
    ChangeKind.MEETING_ADDED: (
        frozenset(("company", "counterpart")),
        frozenset(("level", "start", "table", "interpreter")),
    ),
    ChangeKind.MEETING_WITHDRAWN: (frozenset(("company", "counterpart")), frozenset()),
    ChangeKind.REQUEST_CHANGED: (frozenset(("company", "counterpart")), frozenset(("level", "status"))),
}
"""For each kind the fields that it needs, and those that it may have."""

BLOCK_FIELDS = frozenset(("start", "kind", "venue", "title"))
"""What can be said of a block to tell which is meant; its start must be."""


def read_changes(text: str | bytes, mission: Mission, programme: Programme, source: str = "changes.json") -> Changes:
    """Read changes, and make sure that they are sound for a mission and its released programme.

    Parameters
    ----------
    text : str or bytes
        JSON; times are ISO 8601, without an offset those of the mission's time zone.

    Raises
    ------
    InvalidMissionError
        With every problem; `Issue.field` holds the place, `Issue.code` names a message ``changes-…``.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidMissionError((not_json(error, source),)) from error
    reader = _Reader(mission, programme, source)
    changes = reader.read(data)
    if reader.issues:
        raise InvalidMissionError(tuple(reader.issues))
    return changes


class _Wrong(Exception):  # noqa: N818 - no error of the program's
    """Ends the reading of one change, whose problem has been noted."""


@dataclass
class _Reader:
    mission: Mission
    programme: Programme
    source: str
    issues: list[Issue] = field(default_factory=list[Issue])
    now: datetime | None = None
    cancelled: set[int] = field(default_factory=set[int])
    added: set[Pair] = field(default_factory=set[Pair])

    def read(self, data: Any) -> Changes:
        if not isinstance(data, dict):
            self._note("not-an-object", "$")
            return Changes()
        if (data.get("format"), data.get("version")) != (FORMAT, 1):
            self._note("wrong-format", "format", f"{data.get('format')} {data.get('version')}", f"{FORMAT} 1")
        for name in sorted(data.keys() - {"format", "version", "now", "changes", "$schema"}):
            self._note("unknown-field", name, name, "now, changes")
        try:
            self.now = self._moment(data["now"], "now") if data.get("now") is not None else None
        except _Wrong:
            self.now = None
        rows = data.get("changes")
        if not isinstance(rows, list):
            self._note("not-a-list", "changes")
            rows = []
        found = [self._change(row, f"changes[{index}]") for index, row in enumerate(rows)]
        return Changes(changes=tuple(change for change in found if change), now=self.now)

    def _note(self, code: str, place: str, value: object = "", expected: str = "") -> None:
        self.issues.append(Issue(f"changes-{code}", self.source, None, place, str(value), expected))

    def _wrong(self, code: str, place: str, value: object = "", expected: str = "") -> _Wrong:
        self._note(code, place, value, expected)
        return _Wrong()

    def _change(self, row: Any, place: str) -> Change | None:
        try:
            kind = self._kind(row, place)
            if kind in PRESENCE:
                return self._presence(kind, row, place)
            if kind in (ChangeKind.BLOCK_MOVED, ChangeKind.BLOCK_SHORTENED, ChangeKind.BLOCK_CANCELLED):
                return self._block_change(kind, row, place)
            return self._meeting_change(kind, row, place)
        except _Wrong:
            return None

    def _kind(self, row: Any, place: str) -> ChangeKind:
        """Give the kind of a change whose fields are those that it should have."""
        if not isinstance(row, dict):
            raise self._wrong("not-an-object", place)
        given = row.get("kind")
        if given not in set(ChangeKind):
            raise self._wrong("unknown-kind", f"{place}.kind", given, ", ".join(ChangeKind))
        kind = ChangeKind(given)
        needed, possible = FIELDS[kind]
        before = len(self.issues)
        for name in sorted(needed - row.keys()):
            self._note("missing", f"{place}.{name}")
        for name in sorted(row.keys() - needed - possible - {"kind", "reason"}):
            self._note("unknown-field", f"{place}.{name}", name, ", ".join(sorted(needed | possible)))
        if len(self.issues) > before:
            raise _Wrong
        return kind

    # ---- values -----------------------------------------------------------------------------------

    def _text(self, value: Any, place: str) -> str:
        if not isinstance(value, str):
            raise self._wrong("not-text", place, json.dumps(value, ensure_ascii=False))
        return value

    def _moment(self, value: Any, place: str, *, is_end: bool = False) -> datetime:
        """Read a moment; a date alone is its first moment, or, where something ends, its last."""
        text = self._text(value, place)
        try:
            moment = datetime.fromisoformat(text)
        except ValueError as error:
            raise self._wrong("not-a-moment", place, text, "2025-12-04T09:00") from error
        zone = self.mission.settings.zone
        moment = moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
        is_date = len(text) == len("2025-12-04")
        return moment + timedelta(days=1) if is_end and is_date else moment

    def _optional(self, row: Json, name: str, place: str, *, is_end: bool = False) -> datetime | None:
        return None if row.get(name) is None else self._moment(row[name], f"{place}.{name}", is_end=is_end)

    def _known(self, row: Json, name: str, place: str, codes: Callable[[], Any], message: str) -> str:
        code = self._text(row[name], f"{place}.{name}")
        known = codes()
        if code not in known:
            raise self._wrong(message, f"{place}.{name}", code, ", ".join(_closest(code, known)))
        return code

    def _company(self, row: Json, name: str, place: str) -> str:
        return self._known(row, name, place, lambda: self.mission.company, "unknown-company")

    def _table(self, row: Json, name: str, place: str) -> TableRef:
        written = self._text(row[name], f"{place}.{name}")
        venue, _, table = written.rpartition("/")
        found = self.mission.find_tables(TableRef(venue, table))
        if len(found) != 1:
            near = _closest(written, [f"{t.venue}/{t.table}" for t in self.mission.tables])
            known = [str(ref) for ref in found] or near
            code = "ambiguous-table" if found else "unknown-table"
            raise self._wrong(code, f"{place}.{name}", written, ", ".join(known))
        return found[0]

    # ---- presence ---------------------------------------------------------------------------------

    def _presence(self, kind: ChangeKind, row: Json, place: str) -> PresenceChange:
        name, _ = PRESENCE[kind]
        who = self._who(name, row, place)
        end_name = "until" if kind is ChangeKind.LATE else "to"
        end = self._optional(row, end_name, place, is_end=kind is not ChangeKind.LATE)
        start = self._optional(row, "from", place)
        if start is None:
            start = self._day_of(end) if kind is ChangeKind.LATE and end else self.now or self._first()
        end = end or self._last()
        if end <= start:
            raise self._wrong("ends-before-start", f"{place}.{end_name}", self._said(end), self._said(start))
        return PresenceChange(kind=kind, who=who, start=start, end=end)

    def _who(self, name: str, row: Json, place: str) -> str:
        if name == "table":
            return str(self._table(row, name, place))
        if name == "interpreter":
            return self._known(row, name, place, lambda: self.mission.interpreter, "unknown-interpreter")
        return self._company(row, name, place)

    def _day_of(self, moment: datetime) -> datetime:
        return datetime.combine(moment.date(), time.min, self.mission.settings.zone)

    def _first(self) -> datetime:
        return datetime.combine(self.mission.settings.start_date, time.min, self.mission.settings.zone)

    def _last(self) -> datetime:
        after = self.mission.settings.end_date + timedelta(days=1)
        return datetime.combine(after, time.min, self.mission.settings.zone)

    @staticmethod
    def _said(moment: datetime) -> str:
        return f"{moment:%Y-%m-%dT%H:%M}"

    # ---- blocks -----------------------------------------------------------------------------------

    def _block_change(self, kind: ChangeKind, row: Json, place: str) -> BlockChange:
        index = self._block(row["block"], f"{place}.block")
        block = self.mission.blocks[index]
        whole = Calendar(self.mission).span_of(block)
        if kind is ChangeKind.BLOCK_CANCELLED:
            self.cancelled.add(index)
            return BlockChange(kind=kind, block=index, start=whole.start, end=whole.end, venue=block.venue)
        start, end = self._new_times(kind, row, place, whole)
        venue = self._text(row["venue"], f"{place}.venue") if row.get("venue") is not None else block.venue
        self._require_sound(kind, place, Span(start, end), whole)
        return BlockChange(kind=kind, block=index, start=start, end=end, venue=venue)

    def _new_times(self, kind: ChangeKind, row: Json, place: str, whole: Span) -> tuple[datetime, datetime]:
        start, end = (self._optional(row, name, place) for name in ("start", "end"))
        if kind is ChangeKind.BLOCK_SHORTENED:
            if start is None and end is None:
                raise self._wrong("missing", f"{place}.end")
            return start or whole.start, end or whole.end
        if start is None and end is None and row.get("venue") is None:
            raise self._wrong("missing", f"{place}.start")
        start = start or whole.start
        return start, end or start + (whole.end - whole.start)

    def _require_sound(self, kind: ChangeKind, place: str, new: Span, old: Span) -> None:
        settings = self.mission.settings
        if new.end <= new.start:
            raise self._wrong("ends-before-start", f"{place}.end", self._said(new.end), self._said(new.start))
        is_on_one_day = new.start.date() == new.end.date()
        if not is_on_one_day or not settings.start_date <= new.start.date() <= settings.end_date:
            span = f"{settings.start_date} – {settings.end_date}"
            raise self._wrong("not-on-a-day", f"{place}.start", self._said(new.start), span)
        if kind is ChangeKind.BLOCK_SHORTENED and not old.start <= new.start < new.end <= old.end:
            both = f"{self._said(old.start)} – {self._said(old.end)}"
            raise self._wrong("not-shorter", place, f"{self._said(new.start)} – {self._said(new.end)}", both)
        if self.now is not None and new.start != old.start and min(new.start, old.start) < self.now:
            raise self._wrong("has-begun", f"{place}.start", self._said(new.start), self._said(self.now))

    def _block(self, given: Any, place: str) -> int:
        """Give the index of the one block that is meant."""
        if not isinstance(given, dict):
            raise self._wrong("not-an-object", place)
        for name in sorted(given.keys() - BLOCK_FIELDS):
            raise self._wrong("unknown-field", f"{place}.{name}", name, ", ".join(sorted(BLOCK_FIELDS)))
        if "start" not in given:
            raise self._wrong("missing", f"{place}.start")
        start = self._moment(given["start"], f"{place}.start")
        found = [i for i, block in enumerate(self.mission.blocks) if self._is_meant(block, start, given)]
        if len(found) != 1:
            code = "ambiguous-block" if found else "unknown-block"
            raise self._wrong(code, place, json.dumps(given, ensure_ascii=False), "; ".join(self._near(found, start)))
        if found[0] in self.cancelled:
            raise self._wrong("block-gone", place, json.dumps(given, ensure_ascii=False))
        return found[0]

    def _is_meant(self, block: ProgrammeBlock, start: datetime, given: Json) -> bool:
        return (
            Calendar(self.mission).span_of(block).start == start
            and given.get("kind", block.kind.value) == block.kind.value
            and given.get("venue", block.venue) == block.venue
            and ("title" not in given or given["title"] in {text for _, text in block.title})
        )

    def _near(self, found: list[int], start: datetime) -> Iterator[str]:
        """Name the blocks that might be meant: those found, else those of the day."""
        for index, block in enumerate(self.mission.blocks):
            if index in found or (not found and block.date == start.date()):
                title = block.title.best(*self.mission.settings.languages)
                begins = f"{block.date}T{block.start:%H:%M}"
                yield " ".join(filter(None, (begins, block.kind.value, block.venue, title)))

    # ---- meetings ---------------------------------------------------------------------------------

    def _meeting_change(self, kind: ChangeKind, row: Json, place: str) -> MeetingChange:
        a, b = (self._company(row, name, place) for name in ("company", "counterpart"))
        if a == b:
            raise self._wrong("meets-itself", f"{place}.counterpart", b)
        change = MeetingChange(
            kind=kind,
            company=a,
            counterpart=b,
            level=self._choice(row, "level", place, RequestLevel),
            status=self._choice(row, "status", place, RequestStatus),
            start=self._optional(row, "start", place),
            table=self._table(row, "table", place) if row.get("table") is not None else None,
            interpreter=self._who("interpreter", row, place) if row.get("interpreter") is not None else "",
        )
        self._require_possible(change, place)
        return change

    def _choice(self, row: Json, name: str, place: str, among: Any) -> Any:
        given = row.get(name)
        if given is None:
            return None
        values = [each.value for each in among]
        if given not in values:
            raise self._wrong("unknown-value", f"{place}.{name}", given, ", ".join(values))
        return among(given)

    def _require_possible(self, change: MeetingChange, place: str) -> None:
        held = [m for m in self.programme.meetings_of(change.company) if m.pair == change.pair]
        said = f"{change.company} – {change.counterpart}"
        if change.kind is ChangeKind.MEETING_ADDED:
            self._require_addable(change, place, said, is_there=bool(held))
            self.added.add(change.pair)
            return
        is_known = held or change.pair in self.added or self.mission.is_asked_for(change.pair)
        if change.kind is ChangeKind.MEETING_WITHDRAWN and not is_known:
            raise self._wrong("no-such-meeting", place, said)
        if change.kind is ChangeKind.REQUEST_CHANGED and not (change.level or change.status):
            raise self._wrong("missing", f"{place}.level")
        is_off = change.kind is ChangeKind.MEETING_WITHDRAWN or change.level is RequestLevel.AVOID
        if is_off and self.now is not None and any(m.start < self.now for m in held):
            raise self._wrong("meeting-begun", place, said)

    def _require_addable(self, change: MeetingChange, place: str, said: str, *, is_there: bool) -> None:
        if is_there or change.pair in self.added:
            raise self._wrong("already-there", place, said)
        if change.pair in self.mission.avoided:
            raise self._wrong("avoided", place, said)
        if change.level is RequestLevel.AVOID:
            raise self._wrong("unknown-value", f"{place}.level", "avoid", "must, want")
        if change.start is not None and self.now is not None and change.start < self.now:
            raise self._wrong("has-begun", f"{place}.start", self._said(change.start), self._said(self.now))


def _closest(code: str, known: Any) -> list[str]:
    from rapidfuzz import process

    return [match[0] for match in process.extract(code, list(known), limit=3)]
