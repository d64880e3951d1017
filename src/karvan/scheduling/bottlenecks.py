"""What binds a whole programme: what one more table, interpreter, slot or representative would bring.

Nothing is guessed: each change is made to the mission, and who meets whom is solved again to its proof.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial, reduce

from karvan.mission.blocks import BlockKind, ProgrammeBlock
from karvan.mission.calendar import Calendar
from karvan.mission.mission import Mission, Pair
from karvan.mission.programme import GAINS, Goal, Programme, Reason, Relief
from karvan.mission.resources import Interpreter, Table
from karvan.scheduling import exact
from karvan.scheduling.candidates import choose_candidates
from karvan.scheduling.exact.goals import GOALS
from karvan.scheduling.from_mission import MissionProblem
from karvan.scheduling.result import GoalValue
from karvan.scheduling.room import visits_of
from karvan.scheduling.stop import Stop

NEW = "+1"
"""Table that there might be; interpreters that there might be are numbered."""

PLACING = tuple(goal for goal in GOALS if goal.name in GAINS)
"""The goals that a change is judged by, in the order of `GAINS`."""

MOST_COMPANIES = 2
"""So many companies are asked about at most, those with the most meetings first."""

Worth = tuple[tuple[int, ...], int]
"""What is reached in each goal of `PLACING`, more being better, and with how many meetings."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change that an organiser could make.

    Attributes
    ----------
    reason : Reason
        ``bottleneck-<code>`` puts it into words.
    make : callable
        Gives the mission as it would be; changes can be made one after the other.
    """

    reason: Reason
    make: Callable[[Mission], Mission]


@dataclass(frozen=True, slots=True)
class _Run:
    made: MissionProblem
    stop: Stop
    workers: int

    def worth(self, *changes: Change) -> Worth | None:
        """Give what can be reached with some changes; None: not proved in time."""
        if self.stop.is_over():
            return None
        changed = reduce(lambda mission, change: change.make(mission), changes, self.made.mission)
        problem = replace(self.made, mission=changed).problem
        result = exact.solve(problem, stop=self.stop, workers=self.workers, goals=PLACING)
        if result.schedule is None or [g.name for g in result.goals if g.is_proved] != list(GAINS):
            return None
        return _values(result.goals), sum(slot is not None for slot in result.schedule.slot_of)


def bottlenecks(
    mission: Mission, programme: Programme, scores: Mapping[Pair, float], *, stop: Stop, workers: int = 2
) -> tuple[Relief, ...]:
    """Say what each of some changes would bring to a programme: the best first, last what was not settled.

    Parameters
    ----------
    mission : Mission
        Without errors.
    programme : Programme
        Drawn up for it; who goes on which visit is kept.
    scores : mapping of pair to float
        As the programme was drawn up with.
    stop : Stop
        Asked before each change; those that are not settled in time say so.

    Returns
    -------
    tuple of Relief
        Gains are over the best programme of the mission as it is: this one where it is proved, else
        one that is found in the same way.

    Notes
    -----
    All changes are first made together. Each leaves every programme possible, so that where all
    together bring nothing, none of them does: one search then answers for all.
    """
    made = MissionProblem(mission, choose_candidates(mission, scores), visits_of(mission, programme))
    run = _Run(made, stop, workers)
    changes = tuple(_changes(made, programme))
    usual = _proved(programme) or run.worth()
    together = run.worth(*changes) if usual and len(changes) > 1 else None
    if usual and together and together[0] == usual[0]:
        return tuple(Relief(change.reason, (0,) * len(GAINS)) for change in changes)
    found = [_relief(change, usual, run.worth(change) if usual else None) for change in changes]
    return tuple(sorted(found, key=lambda relief: relief.gain or (), reverse=True))


def _relief(change: Change, usual: Worth | None, changed: Worth | None) -> Relief:
    if usual is None or changed is None:
        return Relief(change.reason, None)
    gain = tuple(new - old for new, old in zip(changed[0], usual[0], strict=True))
    return Relief(change.reason, gain, changed[1] - usual[1] if any(gain) else 0)


def _proved(programme: Programme) -> Worth | None:
    """Give what a programme reached where it is proved that no better one exists."""
    first = programme.goals[: len(GAINS)]
    if tuple(goal.name for goal in first if goal.is_proved) != GAINS:
        return None
    return _values(first), len(programme.meetings)


def _values(goals: Iterable[Goal | GoalValue]) -> tuple[int, ...]:
    return tuple(-goal.value if goal.name == "shortfall" else goal.value for goal in goals)


def _changes(made: MissionProblem, programme: Programme) -> Iterator[Change]:
    """Give the changes that may help, those that are most likely to first."""
    yield from _tables(made.mission, programme)
    yield from _interpreters(made.mission, programme)
    yield from _slots(made.mission)
    yield from _representatives(made, programme)


def _tables(mission: Mission, programme: Programme) -> Iterator[Change]:
    meetings = (block for block in mission.blocks if block.kind is BlockKind.MEETINGS)
    venues = {venue for block in meetings for venue in mission.venues_of(block)}

    def left(venue: str) -> int:
        starts = [m.start for m in programme.meetings if m.venue == venue]
        return len(mission.tables_at[venue]) - max(map(starts.count, starts), default=0)

    for venue in sorted((venue for venue in mission.tables_at if venue in venues), key=left):
        yield Change(Reason("table", (("venue", venue),)), partial(_with_table, venue=venue))


def _with_table(mission: Mission, venue: str) -> Mission:
    return replace(mission, tables=(*mission.tables, Table(venue=venue, table=NEW)))


def _interpreters(mission: Mission, programme: Programme) -> Iterator[Change]:
    """Give one more of each kind of interpreter that there is."""
    if not any(m.interpreter for m in programme.meetings) and not programme.unplaced:
        return
    for spoken in dict.fromkeys(interpreter.languages for interpreter in mission.interpreters):
        yield Change(Reason("interpreter", (("languages", spoken),)), partial(_with_interpreter, spoken=spoken))


def _with_interpreter(mission: Mission, spoken: tuple[str, ...]) -> Mission:
    code = f"+{len(mission.interpreters)}"
    one = Interpreter(code=code, name=code, languages=spoken)
    return replace(mission, interpreters=(*mission.interpreters, one))


def _slots(mission: Mission) -> Iterator[Change]:
    """Give one more slot at the end of the meetings of each day."""
    days = sorted({block.date for block in mission.blocks if block.kind is BlockKind.MEETINGS})
    for day in days:
        last = max(b.end for b in mission.blocks if b.kind is BlockKind.MEETINGS and b.date == day)
        change = partial(_with_slot, day=day, last=last)
        if change(mission) != mission:
            yield Change(Reason("slot", (("times", (f"{day} {last:%H:%M}",)),)), change)


def _with_slot(mission: Mission, day: date, last: time) -> Mission:
    blocks = tuple(
        _longer(mission, b) if b.kind is BlockKind.MEETINGS and (b.date, b.end) == (day, last) else b
        for b in mission.blocks
    )
    return replace(mission, blocks=blocks)


def _longer(mission: Mission, block: ProgrammeBlock) -> ProgrammeBlock:
    """Let a block end one slot later, unless that is after midnight."""
    settings = mission.settings
    step = timedelta(minutes=settings.slot_minutes + settings.changeover_minutes)
    end = datetime.combine(date.min, block.end) + step
    return replace(block, end=end.time()) if end.date() == date.min else block


def _representatives(made: MissionProblem, programme: Programme) -> Iterator[Change]:
    """Give one more representative to companies that meet in every slot that they have, and might meet more."""
    mission, met = made.mission, {meeting.pair for meeting in programme.meetings}
    waiting = {code for candidate in made.candidates if candidate.pair not in met for code in candidate.pair}
    full = [code for code in mission.company if code in waiting and _is_full(made.calendar, programme, code)]
    full.sort(key=lambda code: -len(programme.meetings_of(code)))
    for code in full[:MOST_COMPANIES]:
        yield Change(Reason("representative", (("company", code),)), partial(_with_representative, code=code))


def _with_representative(mission: Mission, code: str) -> Mission:
    companies = tuple(
        replace(c, representatives=c.representatives + 1) if c.code == code else c for c in mission.companies
    )
    return replace(mission, companies=companies)


def _is_full(calendar: Calendar, programme: Programme, code: str) -> bool:
    times = {calendar.slots[slot].span.start for slot in calendar.free_slots[code]}
    return bool(times) and times <= {m.start for m in programme.meetings_of(code)}
