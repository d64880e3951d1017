"""What binds a whole programme: what one more table, interpreter, slot or representative would bring.

Nothing is guessed: each change is made to the mission, and who meets whom is solved again to its proof.
Changes that cannot help are left aside beforehand where that is plain: a table at a venue that is never
full, a representative of a company that always has a free slot.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from karvan.mission.blocks import BlockKind, ProgrammeBlock
from karvan.mission.calendar import Calendar
from karvan.mission.mission import Mission, Pair
from karvan.mission.programme import Programme, Reason
from karvan.mission.resources import Interpreter, Table
from karvan.scheduling import exact
from karvan.scheduling.candidates import choose_candidates
from karvan.scheduling.exact.goals import GOALS
from karvan.scheduling.explain import visits_of
from karvan.scheduling.from_mission import MissionProblem
from karvan.scheduling.stop import Stop

NEW = "+1"
"""Code of an interpreter or table that there might be."""

PLACING = GOALS[:4]
"""The goals that a change is judged by: must, want, shortfall, suggestions, in this order."""

MOST_COMPANIES = 2
"""So many companies are asked about at most, those with the most meetings first."""

Gain = tuple[int, ...]
"""By how much each goal of `PLACING` gets better."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change that an organiser could make.

    Attributes
    ----------
    reason : Reason
        ``bottleneck-<code>`` puts it into words.
    mission : Mission
        As it would be.
    """

    reason: Reason
    mission: Mission


@dataclass(frozen=True, slots=True)
class Relief:
    """What a change would bring, proved by solving again.

    Attributes
    ----------
    gain : tuple of int
        By how much must, want, shortfall and suggestions get better; shortfall counts what is filled.
    meetings : int
        How many meetings there would be more (fewer, where they are worth more).
    """

    reason: Reason
    gain: Gain
    meetings: int

    @property
    def is_any(self) -> bool:
        """Whether the change would bring anything."""
        return any(self.gain)


def bottlenecks(
    mission: Mission, programme: Programme, scores: Mapping[Pair, float], *, stop: Stop, workers: int = 2
) -> tuple[Relief, ...]:
    """Say what each of some changes would bring to a programme, the best first.

    Parameters
    ----------
    mission : Mission
        Without errors.
    programme : Programme
        Drawn up for it; who goes on which visit is kept.
    scores : mapping of pair to float
        As the programme was drawn up with.
    stop : Stop
        Asked before each change; those that are not settled in time are missing.

    Returns
    -------
    tuple of Relief
        Gains are over the best programme of the mission as it is, found in the same way.
    """
    made = MissionProblem(mission, choose_candidates(mission, scores), visits_of(mission, programme))
    usual = _worth(made, stop, workers)
    found: list[Relief] = []
    for change in _changes(made, programme):
        if usual is None or stop.is_over():
            break
        changed = _worth(replace(made, mission=change.mission), stop, workers)
        if changed is not None:
            gain = tuple(new - old for new, old in zip(changed[0], usual[0], strict=True))
            found.append(Relief(change.reason, gain, changed[1] - usual[1]))
    return tuple(sorted(found, key=lambda relief: relief.gain, reverse=True))


def _worth(made: MissionProblem, stop: Stop, workers: int) -> tuple[Gain, int] | None:
    """Give what can be reached, more being better, and with how many meetings; None: not proved in time."""
    result = exact.solve(made.problem, stop=stop, workers=workers, goals=PLACING)
    if result.schedule is None or len(result.goals) < len(PLACING) or not all(g.is_proved for g in result.goals):
        return None
    values = tuple(-g.value if g.name == "shortfall" else g.value for g in result.goals)
    return values, sum(slot is not None for slot in result.schedule.slot_of)


def _changes(made: MissionProblem, programme: Programme) -> Iterator[Change]:
    """Give the changes that may help, those that are easy for an organiser first."""
    yield from _tables(made.mission, programme)
    yield from _interpreters(made.mission, programme)
    yield from _slots(made.mission)
    yield from _representatives(made, programme)


def _tables(mission: Mission, programme: Programme) -> Iterator[Change]:
    for venue, tables in mission.tables_at.items():
        starts = [m.start for m in programme.meetings if m.venue == venue]
        if any(starts.count(start) >= len(tables) for start in set(starts)):
            more = replace(mission, tables=(*mission.tables, Table(venue=venue, table=NEW)))
            yield Change(Reason("table", (("venue", venue),)), more)


def _interpreters(mission: Mission, programme: Programme) -> Iterator[Change]:
    """Give one more of each kind of interpreter that there is."""
    if not any(m.interpreter for m in programme.meetings) and not programme.unplaced:
        return
    for spoken in dict.fromkeys(interpreter.languages for interpreter in mission.interpreters):
        one = Interpreter(code=NEW, name=NEW, languages=spoken)
        more = replace(mission, interpreters=(*mission.interpreters, one))
        yield Change(Reason("interpreter", (("languages", spoken),)), more)


def _slots(mission: Mission) -> Iterator[Change]:
    """Give one more slot at the end of the meetings of each day."""
    days = sorted({block.date for block in mission.blocks if block.kind is BlockKind.MEETINGS})
    for day in days:
        last = max(b.end for b in mission.blocks if b.kind is BlockKind.MEETINGS and b.date == day)
        blocks = tuple(
            _longer(mission, b) if b.kind is BlockKind.MEETINGS and (b.date, b.end) == (day, last) else b
            for b in mission.blocks
        )
        if blocks != mission.blocks:
            yield Change(Reason("slot", (("times", (f"{day} {last:%H:%M}",)),)), replace(mission, blocks=blocks))


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
        companies = tuple(
            replace(c, representatives=c.representatives + 1) if c.code == code else c for c in mission.companies
        )
        yield Change(Reason("representative", (("company", code),)), replace(mission, companies=companies))


def _is_full(calendar: Calendar, programme: Programme, code: str) -> bool:
    times = {calendar.slots[slot].span.start for slot in calendar.free_slots[code]}
    return bool(times) and times <= {m.start for m in programme.meetings_of(code)}
