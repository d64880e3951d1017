"""A brokerage event of any size: fictional companies by their codes alone, and a programme that keeps every rule.

The same size and seed give the same event everywhere. The programme is made by placing pairs at random where
there is room; it is valid, and by no means good.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta

from karvan.mission.blocks import BlockKind, ProgrammeBlock
from karvan.mission.calendar import Calendar, MeetingSlot
from karvan.mission.companies import Company, Side
from karvan.mission.localised import LocalisedText
from karvan.mission.mission import Mission, Settings
from karvan.mission.programme import Meeting, PlacedLevel, Programme
from karvan.mission.requests import MeetingRequest, RequestLevel
from karvan.mission.resources import Interpreter, Table
from karvan.scheduling.from_mission import MissionProblem
from karvan.scheduling.referee import check, figures

FIRST = date(2025, 12, 3)
DAYS = 3
SLOT_MINUTES = 30
ROOM = 1.25
"""Tables for each table that would be just enough."""

LANGUAGES = (("fa", "en"), ("fa",)), (("ru", "en"), ("ru",), ("en",))
"""What visitors and hosts speak: about a fifth of all pairs need an interpreter."""

WEIGHTS = (3, 2), (3, 2, 1)
LEVELS = (PlacedLevel.MUST, PlacedLevel.WANT, PlacedLevel.SUGGESTION)
SHARES = (0.15, 0.45, 0.40)
"""How many of the meetings are of each level."""


@dataclass
class _Seats:
    """Who is where, while the programme is being made."""

    mission: Mission
    busy: set[tuple[str, int]] = field(default_factory=set)
    a_day: Counter[tuple[str, date]] = field(default_factory=Counter)
    tables: Counter[int] = field(default_factory=Counter)
    work: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))


def make_mission(companies: int, meetings: int, seed: int) -> Mission:
    """Make the mission of an event in which so many companies hold so many meetings."""
    chance = random.Random(seed)
    half = companies // 2
    visitors = [_company("V", number, Side.VISITOR, chance) for number in range(half)]
    hosts = [_company("H", number, Side.HOST, chance) for number in range(companies - half)]
    blocks = tuple(_blocks())
    slots = DAYS * 12
    tables = round(ROOM * meetings / slots)
    mission = Mission(
        settings=Settings(
            title=LocalisedText.of(en="Brokerage event"),
            start_date=FIRST,
            end_date=FIRST + timedelta(days=DAYS - 1),
            time_zone="Europe/Moscow",
            visiting_country="IR",
            host_country="RU",
            slot_minutes=SLOT_MINUTES,
        ),
        companies=(*visitors, *hosts),
        blocks=blocks,
        tables=tuple(Table(venue="hall", table=str(n + 1)) for n in range(tables)),
        interpreters=tuple(
            Interpreter(code=f"I{n + 1:02}", name=f"Interpreter {n + 1}", languages=("fa", "ru", "en"))
            for n in range(max(4, meetings // 75))
        ),
    )
    pairs = _pairs(mission, meetings, chance)
    levels = chance.choices(LEVELS[:2], SHARES[:2], k=len(pairs))
    asked = [pair for pair in pairs if chance.random() < SHARES[0] + SHARES[1]]
    requests = tuple(
        MeetingRequest(company=a, counterpart=b, level=RequestLevel(level.value))
        for (a, b), level in zip(asked, levels, strict=False)
    )
    return replace(mission, requests=requests)


def _company(letter: str, number: int, side: Side, chance: random.Random) -> Company:
    which = 0 if side is Side.VISITOR else 1
    (languages,) = chance.choices(LANGUAGES[which], WEIGHTS[which])
    code = f"{letter}{number + 1:04}"
    return Company(code=code, side=side, name=LocalisedText.of(en=f"Company {code}"), languages=languages)


def _blocks():
    for day in range(DAYS):
        on = FIRST + timedelta(days=day)
        for start, end in ((time(9), time(12, 30)), (time(14), time(17, 30))):
            yield ProgrammeBlock(date=on, start=start, end=end, kind=BlockKind.MEETINGS, venue="hall")
        yield ProgrammeBlock(
            date=on, start=time(12, 45), end=time(13, 45), kind=BlockKind.BREAK, title=LocalisedText.of(en="Lunch")
        )


def _pairs(mission: Mission, meetings: int, chance: random.Random) -> list[tuple[str, str]]:
    sides = [[c.code for c in mission.companies if c.side is side] for side in Side]
    pairs: dict[tuple[str, str], None] = {}
    while len(pairs) < meetings:
        a, b = (chance.choice(codes) for codes in sides)
        pairs[a, b] = None
    return list(pairs)


def make_programme(mission: Mission, meetings: int, seed: int) -> Programme:
    """Place pairs at random until there are so many; those who asked come first."""
    chance = random.Random(seed)
    calendar, seats = Calendar(mission), _Seats(mission)
    levels = {pair: PlacedLevel(level.value) for pair, level in mission.requested.items()}
    pairs = [(r.company, r.counterpart) for r in mission.requests]
    more = [pair for pair in _pairs(mission, 2 * meetings, chance) if frozenset(pair) not in levels]
    placed: list[Meeting] = []
    for a, b in (*pairs, *more):
        if len(placed) == meetings:
            break
        slots = [slot for slot in calendar.slots if _is_free(seats, a, b, slot.index, slot.span.start.date())]
        chance.shuffle(slots)
        for slot in slots:
            interpreter = _interpreter(seats, calendar, a, b, slot.index)
            if interpreter is not None:
                level = levels.get(frozenset((a, b)), PlacedLevel.SUGGESTION)
                placed.append(_place(seats, slot, (a, b), interpreter, level))
                break
    made = MissionProblem(mission, (), {})
    programme = Programme(
        status="feasible", meetings=tuple(sorted(placed, key=lambda m: (m.start, int(m.table)))),
        visits=made.attendances(is_visit=True), blocks=made.attendances(is_visit=False),
    )  # fmt: skip
    programme = _accounted_for(mission, programme)
    return replace(programme, figures=figures(mission, programme))


def _accounted_for(mission: Mission, programme: Programme) -> Programme:
    from karvan.mission.programme import Reason, Unplaced

    met = {m.pair for m in programme.meetings}
    rows = tuple(
        Unplaced(
            company=r.company,
            counterpart=r.counterpart,
            level=PlacedLevel(r.level.value),
            reasons=(Reason("room-left", (("times", ()),)),),
        )
        for r in mission.requests
        if r.pair not in met
    )
    return replace(programme, unplaced=rows)


def _is_free(seats: _Seats, a: str, b: str, slot: int, day: date) -> bool:
    is_room = seats.tables[slot] < len(seats.mission.tables)
    return is_room and all((c, slot) not in seats.busy and seats.a_day[c, day] < 8 for c in (a, b))


def _interpreter(seats: _Seats, calendar: Calendar, a: str, b: str, slot: int) -> str | None:
    if not seats.mission.needs_interpreter(a, b):
        return ""
    free = (row.code for row in seats.mission.interpreters if _may_work(seats.work[row.code], calendar, slot))
    return next(free, None)


def _may_work(work: set[int], calendar: Calendar, slot: int) -> bool:
    """Whether an interpreter is free, has hours left, and no more than three slots in a row."""
    day = calendar.slots[slot].span.start.date()
    own = {s for s in work if calendar.slots[s].span.start.date() == day}
    if slot in own or (len(own) + 1) * SLOT_MINUTES > 360:
        return False
    first, last = slot, slot
    while first - 1 in own:
        first -= 1
    while last + 1 in own:
        last += 1
    return last - first + 1 <= 3


def _place(seats: _Seats, slot: MeetingSlot, pair: tuple[str, str], by: str, level: PlacedLevel) -> Meeting:
    span = slot.span
    seats.tables[slot.index] += 1
    for code in pair:
        seats.busy.add((code, slot.index))
        seats.a_day[code, span.start.date()] += 1
    if by:
        seats.work[by].add(slot.index)
    return Meeting(
        company=pair[0], counterpart=pair[1], start=span.start, end=span.end, venue=span.venue,
        table=str(seats.tables[slot.index]), interpreter=by, level=level,
        score=None if level is not PlacedLevel.SUGGESTION else 0.5,
    )  # fmt: skip


def make_event(companies: int = 700, meetings: int = 2500, seed: int = 1) -> tuple[Mission, Programme]:
    """Make an event with its programme, and make sure that the referee accepts it."""
    mission = make_mission(companies, meetings, seed)
    programme = make_programme(mission, meetings, seed)
    violations = check(mission, programme)
    assert not violations, violations[:5]
    return mission, programme
