"""Between stored drafts and pure programmes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from karvan.mission.blocks import ProgrammeBlock
from karvan.mission.companies import TableRef
from karvan.mission.mission import Mission, Pair
from karvan.mission.programme import Goal, Meeting, PlacedLevel, Programme, Unplaced
from karvan.mission.requests import FixedMeeting
from karvan.mission.rules import Rule
from karvan.scheduling.candidates import asked_for, level_of
from karvan.scheduling.explain import why_not
from karvan.scheduling.from_mission import MissionProblem
from karvan.scheduling.places import Place, places
from karvan.scheduling.referee import Violation, check, figures
from karvan.scheduling.result import Watch
from karvan.scheduling.room import Room, visits_of
from karvan.scheduling.stop import Stop
from karvan.web.drafts.models import Booking, Draft
from karvan.web.drafts.models import Meeting as Row
from karvan.web.missions.models import Mission as StoredMission
from karvan.web.workbooks.queries import whole_mission

PureProgramme: TypeAlias = Programme
PureMission: TypeAlias = Mission
PureMeeting: TypeAlias = Meeting
"""What is pure, for the signatures of actions."""

Json = dict[str, Any]
FINE, FINEST = 5, 1
"""Lengths of a cell in minutes: five where all times of a mission are multiples of it, else one."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A meeting of a draft, and whether the scheduler must leave it where it is."""

    meeting: Meeting
    is_locked: bool = False

    @property
    def pair(self) -> Pair:
        """The two companies."""
        return self.meeting.pair


if TYPE_CHECKING:
    from karvan.scheduling.draw_up import Drawn

# ---- meetings as rows and as JSON ----------------------------------------------------------------------------------


def columns(placed: Placed) -> Json:
    """Give the columns of a meeting but its draft."""
    m = placed.meeting
    low, high = sorted(m.pair)
    return {
        "company": m.company,
        "counterpart": m.counterpart,
        "low": low,
        "high": high,
        "start": m.start.astimezone(UTC),
        "end": m.end.astimezone(UTC),
        "venue": m.venue,
        "table": m.table,
        "interpreter": m.interpreter,
        "level": m.level.value,
        "score": m.score,
        "is_locked": placed.is_locked,
    }


def data_of(placed: Placed) -> Json:
    """Give a meeting for the log of moves."""
    row = columns(placed)
    del row["low"], row["high"]
    return row | {"start": row["start"].isoformat(), "end": row["end"].isoformat()}


def from_data(data: Json) -> Placed:
    """Give a meeting from the log of moves."""
    times = {name: datetime.fromisoformat(data[name]) for name in ("start", "end")}
    rest = {name: value for name, value in data.items() if name != "is_locked"}
    meeting = Meeting(**rest | times | {"level": PlacedLevel(data["level"])})
    return Placed(meeting, data["is_locked"])


def from_row(row: Row) -> Placed:
    """Give a stored meeting, its times in UTC."""
    meeting = Meeting(
        company=row.company,
        counterpart=row.counterpart,
        start=row.start,
        end=row.end,
        venue=row.venue,
        table=row.table,
        interpreter=row.interpreter,
        level=PlacedLevel(row.level),
        score=row.score,
    )
    return Placed(meeting, row.is_locked)


# ---- bookings ------------------------------------------------------------------------------------------------------


def cell_minutes(mission: Mission) -> int:
    """Give the length of the cells that a mission's times fall into exactly."""
    settings = mission.settings
    clocks = [clock for block in mission.blocks for clock in (block.start, block.end)]
    clocks += [row.start for row in mission.fixed if row.start]
    minutes = [settings.slot_minutes, settings.changeover_minutes, *(clock.minute for clock in clocks)]
    return FINE if all(n % FINE == 0 for n in minutes) else FINEST


def cells(meeting: Meeting, minutes: int) -> range:
    """Give the cells that a meeting touches."""
    seconds = 60 * minutes
    return range(int(meeting.start.timestamp()) // seconds, -(-int(meeting.end.timestamp()) // seconds))


class Seats:
    """Which seat of its company a meeting takes: the first that is free in all its cells."""

    def __init__(self, mission: Mission, taken: Iterable[tuple[str, int]] = ()) -> None:
        self._mission = mission
        self._taken: dict[str, set[int]] = defaultdict(set)
        for resource, cell in taken:
            self._taken[resource].add(cell)

    def resources(self, meeting: Meeting, own: range) -> Iterator[str]:
        """Give the resources of a meeting, and take them."""
        for code in (meeting.company, meeting.counterpart):
            yield self._seat(code, own)
        if meeting.table:
            yield f"table/{meeting.venue}/{meeting.table}"
        if meeting.interpreter:
            yield f"interpreter/{meeting.interpreter}"

    def _seat(self, code: str, own: range) -> str:
        company = self._mission.company.get(code)
        seats = [f"company/{code}/{n}" for n in range(company.representatives if company else 1)]
        free = next((seat for seat in seats if self._taken[seat].isdisjoint(own)), seats[-1])
        self._taken[free].update(own)
        return free


def bookings(draft: Draft, rows: Iterable[Row], seats: Seats) -> Iterator[Booking]:
    """Give the bookings of some meetings."""
    for row in sorted(rows, key=lambda row: row.start):
        meeting = from_row(row).meeting
        own = cells(meeting, draft.cell_minutes)
        for resource in seats.resources(meeting, own):
            yield from (Booking(draft=draft, meeting=row, resource=resource, cell=cell) for cell in own)


# ---- a draft as a programme ----------------------------------------------------------------------------------------


def block_key(block: ProgrammeBlock) -> str:
    """Name a block by what it is, not by its place in the list, which may change."""
    return f"{block.date} {block.start:%H:%M} {block.venue} {block.title.best()}"


def visits_data(mission: Mission, visits: Mapping[int, tuple[str, ...]]) -> list[Json]:
    """Give who goes on which visit as a draft keeps it."""
    return [{"block": block_key(mission.blocks[i]), "companies": list(codes)} for i, codes in visits.items()]


def read_visits(mission: Mission, data: Iterable[Json]) -> dict[int, tuple[str, ...]]:
    """Give who goes on each visit that is a choice, by the index of its block."""
    kept = {row["block"]: tuple(code for code in row["companies"] if code in mission.company) for row in data}
    return {i: kept.get(block_key(b), ()) for i, b in enumerate(mission.blocks) if b.is_assigned}


@dataclass(frozen=True)
class Opened:
    """A draft with its mission, as pages and the scheduler read it; for the neutral desk alone."""

    mission: Mission
    placed: tuple[Placed, ...]
    visits: Mapping[int, tuple[str, ...]]
    goals: tuple[Goal, ...]

    @cached_property
    def programme(self) -> Programme:
        """The draft as a programme, without figures and the reasons of what is left out."""
        made = MissionProblem(self.mission, (), dict(self.visits))
        zone = self.mission.settings.zone
        rows = (replace(p.meeting, start=p.meeting.start.astimezone(zone), end=p.meeting.end.astimezone(zone))
                for p in self.placed)  # fmt: skip
        return Programme(
            status="feasible",
            meetings=tuple(rows),
            visits=made.attendances(is_visit=True),
            blocks=made.attendances(is_visit=False),
            goals=self.goals,
        )

    @cached_property
    def room(self) -> Room:
        """What the draft leaves free, remembered as it is asked."""
        return Room(self.mission, self.programme)

    @cached_property
    def of_pair(self) -> dict[Pair, Placed]:
        """Meetings by their companies."""
        return {placed.pair: placed for placed in self.placed}

    @cached_property
    def violations(self) -> tuple[Violation, ...]:
        """What the referee finds; meetings that are left out stand in the tray, and are no violation of a draft."""
        found = check(self.mission, self.programme)
        return tuple(violation for violation in found if violation.rule is not Rule.ACCOUNTED_FOR)

    @cached_property
    def left_out(self) -> tuple[Pair, ...]:
        """Pairs whose meeting was agreed or asked for, and that do not meet; the strongest wishes first."""
        pairs = [pair for pair in asked_for(self.mission) if pair not in self.of_pair]
        return tuple(sorted(pairs, key=lambda pair: list(PlacedLevel).index(level_of(self.mission, pair))))

    def places(self, pair: Pair, on: date | None = None) -> tuple[Place, ...]:
        """Say of every table in every slot, of one day or of all, whether a pair could meet there."""
        return places(self.room, pair, on=on)

    def why_not(self, pair: Pair) -> Unplaced:
        """Say why a pair does not meet, and what would make it possible."""
        return why_not(self.mission, self.programme, pair, room=self.room)

    @cached_property
    def complete(self) -> Programme:
        """The programme with its figures and the reasons of every meeting that is left out, as it is released."""
        rows = tuple(map(self.why_not, self.left_out))
        return replace(self.programme, figures=figures(self.mission, self.programme), unplaced=rows)

    @property
    def is_broken(self) -> bool:
        """Whether the referee, asked about the complete programme, finds anything, or nothing is placed."""
        return not self.placed or bool(check(self.mission, self.complete))


def utc(moment: datetime) -> datetime:
    """Give a moment in UTC."""
    return moment.astimezone(UTC)


def open_draft(draft: Draft) -> Opened:
    """Give a draft for its readers; no query while it is remembered, which lasts until it is changed."""
    return _open(draft.pk, draft.revision, draft.mission_id, draft.mission.revision)


@lru_cache(maxsize=8)
def _open(draft: int, _revision: int, mission: int, mission_revision: int) -> Opened:
    row = Draft.objects.get(pk=draft)
    pure = mission_of(mission, mission_revision)
    rows = tuple(map(from_row, Row.objects.filter(draft=draft)))
    goals = tuple(Goal(**goal) for goal in row.goals)
    return Opened(pure, rows, read_visits(pure, row.visits), goals)


@lru_cache(maxsize=4)
def mission_of(mission: int, _revision: int) -> Mission:
    """Give a mission as the scheduler knows it, remembered until something in it changes."""
    return whole_mission(StoredMission.objects.get(pk=mission))


def forget() -> None:
    """Drop what is remembered (for tests, which roll back)."""
    _open.cache_clear()
    mission_of.cache_clear()


def from_programme(mission: Mission, programme: Programme, locked: frozenset[Pair] = frozenset()) -> list[Placed]:
    """Give the meetings of a programme, each at the level at which its mission asks for it."""
    return [Placed(replace(m, level=level_of(mission, m.pair)), m.pair in locked) for m in programme.meetings]


def programme_visits(mission: Mission, programme: Programme) -> list[Json]:
    """Give who goes on which visit in a programme, as a draft keeps it."""
    return visits_data(mission, visits_of(mission, programme))


# ---- the scheduler ---------------------------------------------------------------------------------------------------


def draw_up_again(opened: Opened, scope: str, *, stop: Stop, watch: Watch) -> Drawn:
    """Have the scheduler fill a draft, or draw it up again around what is locked.

    Notes
    -----
    What must stay is given to the scheduler as agreed beforehand, and visits as settled, where anything stays at all.
    """
    from karvan.matching.suggestions import suggest
    from karvan.scheduling.draw_up import draw_up

    kept = [p for p in opened.placed if p.is_locked or scope == "fill"]
    pairs = {p.pair for p in kept}
    rows = tuple(row for row in opened.mission.fixed if row.pair not in pairs)
    mission = replace(opened.mission, fixed=(*rows, *(_as_agreed(opened.mission, p.meeting) for p in kept)))
    if kept:
        settled = (replace(b, companies=opened.visits.get(i, ()), is_choice=False) if b.is_assigned else b
                   for i, b in enumerate(mission.blocks))  # fmt: skip
        mission = replace(mission, blocks=tuple(settled))
    scores = {frozenset((s.company, s.counterpart)): s.score for s in suggest(mission)}
    return draw_up(mission, scores, stop=stop, workers=2, on_progress=watch)


def _as_agreed(mission: Mission, meeting: Meeting) -> FixedMeeting:
    start = meeting.start.astimezone(mission.settings.zone)
    return FixedMeeting(
        company=meeting.company,
        counterpart=meeting.counterpart,
        date=start.date(),
        start=start.time(),
        table=TableRef(meeting.venue, meeting.table) if meeting.table else None,
        interpreter=meeting.interpreter,
    )


def changes(opened: Opened, programme: Programme) -> tuple[list[Placed], list[Placed]]:
    """Give the meetings to take out of a draft and to put in, so that it is as a programme says."""
    locked = frozenset(p.pair for p in opened.placed if p.is_locked)
    now = {_place_of(p): p for p in from_programme(opened.mission, programme, locked)}
    was = {_place_of(p): p for p in opened.placed}
    return [was[k] for k in was.keys() - now.keys()], [now[k] for k in now.keys() - was.keys()]


def _place_of(placed: Placed) -> tuple[object, ...]:
    m = placed.meeting
    return m.pair, m.start.astimezone(UTC), m.venue, m.table, m.interpreter


def goals_data(programme: Programme) -> list[Json]:
    """Give what the scheduler reached as a draft keeps it."""
    return [asdict(goal) for goal in programme.goals]
