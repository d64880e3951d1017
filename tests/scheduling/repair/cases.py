"""Small missions with a released programme, and what can happen to them."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from karvan.mission.changes import BlockChange, ChangeKind, Changes, MeetingChange, PresenceChange
from karvan.mission.requests import RequestLevel
from karvan.scheduling.judge import judge
from karvan.scheduling.problem import Level
from karvan.scheduling.repair.apply import apply_changes
from karvan.scheduling.repair.case import Case
from karvan.scheduling.repair.mend import repair
from karvan.scheduling.result import Schedule
from scheduling.missions import at, steady

LATE, ABSENT, BACK = ChangeKind.LATE, ChangeKind.ABSENT, ChangeKind.BACK


def changes(*rows, now=None):
    return Changes(changes=rows, now=now)


def gone(given, who, start="00:00", end="23:00", kind=ABSENT, number=0):
    return PresenceChange(kind=kind, who=who, start=at(given, start, number), end=at(given, end, number))


def added(a, b, level="must", **more):
    level = RequestLevel(level) if level else None
    return MeetingChange(kind=ChangeKind.MEETING_ADDED, company=a, counterpart=b, level=level, **more)


def withdrawn(a, b):
    return MeetingChange(kind=ChangeKind.MEETING_WITHDRAWN, company=a, counterpart=b)


def asked(a, b, **more):
    return MeetingChange(kind=ChangeKind.REQUEST_CHANGED, company=a, counterpart=b, **more)


def block_to(given, index, start, end, kind="shortened", venue="hall", number=0):
    times = {"start": at(given, start, number), "end": at(given, end, number)}
    return BlockChange(kind=ChangeKind(f"block_{kind}"), block=index, venue=venue, **times)


def mend(given, released, *rows, now=None, stop=None):
    """Repair, and make sure that the referee accepts it."""
    found = repair(given, released, changes(*rows, now=now), stop=stop or steady(None))
    assert found.violations == ()
    return found


def told(found):
    """Give what differs, in order of time: ``moved V1-H1``."""
    rows = found.difference.meetings
    return [f"{row.kind} {row.meeting.company}-{row.meeting.counterpart}" for row in rows]


def meetings(found):
    return [f"{m.start:%H:%M} {m.company}-{m.counterpart} {m.table}" for m in found.programme.meetings]


def values(found):
    """Give the values of the goals, after all are proved."""
    assert found.programme.status == "optimal", found.programme.goals
    return [goal.value for goal in found.programme.goals]


def case_of(given, released, made):
    return Case(apply_changes(given, released, made))


def every_schedule(case):
    """Yield every schedule that the judge accepts, in which what has begun stays."""
    problem = case.problem
    soft = replace(problem, meetings=tuple(replace(m, level=Level.WANT) for m in problem.meetings))
    options = [list(_options(case, index)) for index in range(len(problem.meetings))]
    for chosen in product(*options):
        slots, tables, people = zip(*chosen, strict=True) if chosen else ((), (), ())
        schedule = Schedule(slots, tables, people)
        if judge(soft, schedule).is_valid:
            yield schedule


def _options(case, meeting):
    spec, home = case.problem.meetings[meeting], case.homes[meeting]
    if meeting in case.frozen:
        yield home.slot, home.table, home.interpreter
        return
    yield None, None, None
    people = [None] if spec.interpreters is None else sorted(spec.interpreters)
    for slot in sorted(case.problem.allowed(meeting) - case.begun):
        for table in range(len(case.tables_of(slot))):
            yield from ((slot, table, person) for person in people)


def cost(case, schedule):
    """Count what a schedule changes, in the order of the goals and in the plainest way."""
    lost = dict.fromkeys(Level, 0)
    companies = set(case.told_anyway)
    moved = shift = tables = people = 0
    for index, spec in enumerate(case.problem.meetings):
        slot, home = schedule.slot_of[index], case.homes[index]
        was = case.released.get(case.made.candidates[index].pair)
        if slot is None:
            lost[spec.level] += 1
            companies |= set(spec.participants) if was else set()
            continue
        span = case.made.calendar.slots[slot].span
        if was is None:
            companies |= set(spec.participants)
        elif (span.start, span.venue) != (was.start, was.venue):
            moved += 1
            shift += abs(int((span.start - was.start).total_seconds()) // 60)
            companies |= set(spec.participants)
        else:
            if schedule.table_of[index] != home.table:
                tables += 1
                companies |= set(spec.participants)
            people += schedule.interpreter_of[index] != home.interpreter
    agreed = [lost[level] for level in (Level.MANDATORY, Level.MUST, Level.WANT)]
    return [*agreed, len(companies), lost[Level.SUGGESTION], moved, shift, tables, people]
