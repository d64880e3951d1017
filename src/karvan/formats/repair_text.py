"""What a repair changes, in words: who must be told what, and what it is worth."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from karvan.formats.readers import Item, Reader
from karvan.formats.reasons import company_label, reason_text
from karvan.languages import say
from karvan.languages.dates import clock_range, short_date
from karvan.languages.numbers import localise_digits
from karvan.mission.programme import Programme
from karvan.scheduling.repair.difference import Difference, Entry, MeetingChangeKind, MeetingDifference
from karvan.scheduling.repair.mend import Alternative, Repaired
from karvan.scheduling.repair.told import BlockDifference

SayWhen = Callable[[Reader, Item], str]
"""Says the day and time of a meeting or block."""


def when(reader: Reader, item: Item) -> str:
    """Give the day and time of a meeting or block."""
    start, end = reader.local(item.start), reader.local(item.end)
    return say(
        reader.lang, "repair-when", day=short_date(reader.lang, start), time=clock_range(reader.lang, start, end)
    )


def entry_text(reader: Reader, code: str, entry: Entry, *, when: SayWhen = when) -> str:
    """Say one change to the company that it concerns; nothing in it is for the organiser alone."""
    if isinstance(entry, BlockDifference):
        return _block_text(reader, entry, when)
    meeting, before = entry.meeting, entry.before or entry.meeting
    values = {
        "company": company_label(reader.mission, reader.lang, meeting.other(code)),
        "before": when(reader, before),
        "after": when(reader, meeting),
        "place": reader.place(meeting.venue, meeting.table) or "–",
        "interpreter": reader.interpreter(meeting.interpreter) if meeting.interpreter else "–",
    }
    return say(reader.lang, f"repair-meeting-{entry.kind}", **values)


def _block_text(reader: Reader, entry: BlockDifference, when: SayWhen) -> str:
    before, after = entry.before, entry.after
    if before is not None and after is not None:
        values = {"block": reader.what(after), "before": when(reader, before), "after": when(reader, after)}
        return say(reader.lang, "repair-block-moved", **values, place=reader.place(after.venue) or "–")
    block = before or after
    assert block
    kind = "off" if before is not None else "on"
    return say(reader.lang, f"repair-block-{kind}", block=reader.what(block), time=when(reader, block))


def reasons_of(reader: Reader, entry: Entry) -> Iterator[str]:
    """Say to the organiser why a meeting is lost, and what agreement does not hold any more."""
    if not isinstance(entry, MeetingDifference):
        return
    if entry.was_fixed:
        yield say(reader.lang, "repair-was-fixed")
    if entry.is_withdrawn:
        yield say(reader.lang, "repair-withdrawn")
    elif entry.kind is MeetingChangeKind.LOST:
        found = [reason_text(reader.mission, reader.lang, "reason", reason) for reason in entry.reasons]
        yield from found or [say(reader.lang, "repair-not-asked-for")]


def summary(lang: str, made: Difference) -> str:
    """Say in a line how much differs."""
    if not made:
        return say(lang, "repair-nothing")
    counts = {kind.value: sum(row.kind is kind for row in made.meetings) for kind in MeetingChangeKind}
    return say(lang, "repair-summary", companies=len(made.companies), **counts)


def goal_lines(lang: str, programme: Programme) -> list[str]:
    """Say each goal of a repair, its value, and the least that is not ruled out."""
    return [
        say(
            lang,
            "repair-goal-proved" if goal.is_proved else "repair-goal",
            goal=say(lang, f"goal-{goal.name}"),
            value=goal.value,
            bound="–" if goal.bound is None else localise_digits(lang, str(goal.bound)),
        )
        for goal in programme.goals
    ]


def repair_lines(lang: str, repaired: Repaired) -> list[str]:
    """Say everything about a repair: per company who must be told what, then the alternatives."""
    reader = Reader(repaired.mission, lang)
    lines = [summary(lang, repaired.difference)]
    for code, entries in repaired.difference.told.items():
        lines.append(say(lang, "repair-company", company=company_label(repaired.mission, lang, code)))
        for entry in entries:
            lines.append(f"  – {entry_text(reader, code, entry)}")
            lines += [f"      {text}" for text in reasons_of(reader, entry)]
    lines += goal_lines(lang, repaired.programme)
    for alternative in repaired.alternatives:
        lines += ["", *alternative_lines(lang, repaired, alternative)]
    return lines


def alternative_lines(lang: str, repaired: Repaired, alternative: Alternative) -> list[str]:
    """Say what another repair would be better and worse in."""
    pairs = zip(repaired.programme.goals, alternative.repaired.programme.goals, strict=True)
    lines = [say(lang, f"repair-alternative-{alternative.name}")]
    for mine, other in pairs:
        if mine.value != other.value:
            goal = say(lang, f"goal-{mine.name}")
            lines.append("  – " + say(lang, "repair-instead", goal=goal, value=other.value, instead=mine.value))
    lines += [f"  – {text}" for text in _added(lang, alternative)]
    return lines


def _added(lang: str, alternative: Alternative) -> Iterator[str]:
    repaired = alternative.repaired
    reader = Reader(repaired.mission, lang)
    for row in repaired.difference.meetings:
        if row.kind is MeetingChangeKind.ADDED:
            names = [company_label(repaired.mission, lang, code) for code in sorted(row.meeting.pair)]
            yield say(lang, "repair-would-meet", companies=names, time=when(reader, row.meeting))
