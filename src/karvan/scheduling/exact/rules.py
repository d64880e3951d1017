"""The rules of the scheduler as constraints; each bears the name that the referee gives it."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby

from ortools.sat.python.cp_model import IntVar

from karvan.scheduling.exact.crews import is_single_file, on_duty
from karvan.scheduling.exact.model import Model
from karvan.scheduling.problem import Level

Work = dict[tuple[int, int], IntVar]
"""For (interpreter, slot): whether the interpreter, or how many of the crew that he leads, work there."""


def add_rules(model: Model) -> None:
    """Add every rule; those about one meeting and one slot are in its literals already."""
    mandatory(model)
    one_at_a_time(model)
    daily_limit(model)
    precedence(model)
    table(model)
    add_interpreter_rules(model)
    fairness(model)


def add_interpreter_rules(model: Model) -> None:
    """Add the rules about interpreters."""
    work = interpreter_needed(model)
    interpreter_busy(model, work)
    interpreter_hours(model, work)
    interpreter_pause(model, work)


def fairness(model: Model) -> None:
    """FAIRNESS of a problem file: no two participants' numbers of breaks differ by more than allowed."""
    if model.problem.fairness is None or not model.breaks:
        return
    most, least = (model.cp.new_int_var(0, len(model.problem.slots), name) for name in ("most", "least"))
    for row in model.breaks:
        model.cp.add(most >= sum(row))
        model.cp.add(least <= sum(row))
    model.cp.add(most - least <= model.problem.fairness)


def mandatory(model: Model) -> None:
    """FIXED: a meeting that belongs to the problem itself is placed."""
    for placed, meeting in zip(model.is_placed, model.problem.meetings, strict=True):
        if meeting.level is Level.MANDATORY:
            model.cp.add(placed == 1)


def one_at_a_time(model: Model) -> None:
    """ONE_AT_A_TIME and TRAVEL: at each moment no more meetings than representatives.

    Who has one representative is in at most one of two slots that clash. With several, those who
    sit in, or are on the way from, earlier meetings leave one free for each that starts.
    """
    for index, participant in enumerate(model.problem.participants):
        slots = model.slots_with(index)
        for together in model.instants:
            literals = [x for s in together for x in model.load.get((index, s), ())]
            if len(literals) > participant.capacity:
                model.cp.add(sum(literals) <= participant.capacity)
        if participant.capacity == 1:
            for a, b in model.travel_clashes(slots):
                model.cp.add_at_most_one([*model.load[index, a], *model.load[index, b]])
        else:
            _several_on_the_way(model, index, slots)


def _several_on_the_way(model: Model, index: int, slots: list[int]) -> None:
    for slot in slots:
        start = model.problem.slots[slot].start_min
        before = [
            other
            for other in slots
            if other in model.problem.clashes[slot] and model.problem.slots[other].start_min <= start
        ]
        if any(not model.overlaps(slot, other) for other in before):
            held = sum(x for other in (slot, *before) for x in model.load[index, other])
            limit = model.problem.participants[index].capacity
            model.cp.add(held <= limit).only_enforce_if(model.busy[index, slot])


def daily_limit(model: Model) -> None:
    """DAILY_LIMIT: meetings of a participant on one day <= its limit."""
    days: dict[tuple[int, int], list[IntVar]] = defaultdict(list)
    for (participant, slot), literals in model.load.items():
        days[participant, model.problem.slots[slot].day] += literals
    for (participant, _), literals in days.items():
        limit = model.problem.participants[participant].max_per_day
        if limit is not None and len(literals) > limit:
            model.cp.add(sum(literals) <= limit)


def precedence(model: Model) -> None:
    """PRECEDENCE: where both are placed, the first ends before the second starts."""
    for first, then in model.problem.precedences:
        for slot in model.slots_of(then):
            start = model.problem.slots[slot].start_min
            late = [
                model.at[first, other] for other in model.slots_of(first) if model.problem.slots[other].end_min > start
            ]
            model.cp.add_at_most_one([model.at[then, slot], *late])


def table(model: Model) -> None:
    """TABLE and HOME_TABLE: at each moment, a table for each meeting; one meeting at each table."""
    for venue, place in enumerate(model.problem.venues):
        if place.tables is None:
            continue
        moments = _moments_at(model, venue)
        is_staggered = any(len({model.problem.slots[s].start_min for s in slots}) > 1 for slots in moments)
        borrowed = _borrowed(model, venue) if is_staggered else None
        for slots in moments:
            if slots:
                _seats(model, model.problem.open_tables(slots), slots, borrowed)


Borrowed = dict[tuple[int, int], IntVar]
"""For (slot, table): whether one of the slot's meetings that could sit anywhere sits at a bound table."""


def _moments_at(model: Model, venue: int) -> list[list[int]]:
    """Give the sets of slots that run at one moment at a venue."""
    return [[s for s in sorted(slots) if model.problem.slots[s].venue == venue] for slots in model.instants]


def _borrowed(model: Model, venue: int) -> Borrowed:
    """Say who sits at bound tables meanwhile, where slots overlap without being the same.

    The others then are an interval colouring of the tables that nobody is bound to, which succeeds
    wherever there are enough of them; where all slots are the same, counting is enough.
    """
    tables = sorted({table for m, _ in model.at for place, table in model.bound_tables(m) if place == venue})
    slots = [s for s in sorted(model.meetings_in) if model.problem.slots[s].venue == venue]
    places = [(s, t) for s in slots for t in tables if (s, t) not in model.problem.closed]
    borrowed = {(s, t): model.cp.new_bool_var(f"borrowed{s},{t}") for s, t in places}
    for slot in slots:
        _, free = _bound_and_free(model, [slot])
        model.cp.add(sum(literal for (s, _), literal in borrowed.items() if s == slot) <= sum(free))
    return borrowed


def _bound_and_free(model: Model, slots: list[int]) -> tuple[dict[int, list[IntVar]], list[IntVar]]:
    """Give the literals of slots at one venue by the table that they are bound to, and the others."""
    bound: dict[int, list[IntVar]] = defaultdict(list)
    free: list[IntVar] = []
    for slot in slots:
        for meeting in model.meetings_in.get(slot, ()):
            of_meeting = model.bound_tables(meeting)
            target = bound[next(iter(of_meeting))[1]] if of_meeting else free
            target.append(model.at[meeting, slot])
    return bound, free


def _seats(model: Model, tables: int, slots: list[int], borrowed: Borrowed | None) -> None:
    """At one moment: a bound table holds one meeting, and all meetings together fit."""
    bound, free = _bound_and_free(model, slots)
    if borrowed is None:
        for literals in bound.values():
            model.cp.add_at_most_one(literals)
        if len(free) + len(bound) > tables:
            model.cp.add(sum(free) + sum(x for row in bound.values() for x in row) <= tables)
        return
    guests: dict[int, list[IntVar]] = defaultdict(list)
    for (slot, table), literal in borrowed.items():
        guests[table] += [literal] if slot in slots else []
    for table, literals in guests.items():
        model.cp.add_at_most_one([*literals, *bound[table]])
    model.cp.add(sum(free) - sum(x for row in guests.values() for x in row) <= tables - len(guests))


def interpreter_needed(model: Model) -> Work:
    """INTERPRETER_NEEDED: in each slot, as many interpreters of each kind as meetings that need it.

    Meetings that the same interpreters can serve are one kind; which of them serves which meeting
    is settled afterwards.
    """
    kinds: dict[tuple[frozenset[int], int], list[IntVar]] = defaultdict(list)
    for (meeting, slot), literal in model.at.items():
        eligible = model.problem.meetings[meeting].interpreters
        if eligible is not None:
            kinds[eligible, slot].append(literal)
    shares: dict[tuple[int, int], list[IntVar]] = defaultdict(list)
    for number, ((eligible, slot), literals) in enumerate(kinds.items()):
        serving = {
            leader: model.cp.new_int_var(0, size, f"serves{number},{leader}")
            for leader, size in on_duty(model.crews, model.problem.slots[slot].day, eligible)
            if model.is_there(leader, slot)
        }
        model.serving[eligible, slot] = serving
        model.cp.add(sum(serving.values()) == sum(literals))
        for leader, served in serving.items():
            shares[leader, slot].append(served)
    return {key: _all_of(model, key, served) for key, served in shares.items()}


def _all_of(model: Model, key: tuple[int, int], served: list[IntVar]) -> IntVar:
    """Give how many of a crew work in a slot; if it serves one kind only, there is nothing to add up."""
    if len(served) == 1:
        return served[0]
    work = model.cp.new_int_var(0, model.crew_size(*key), f"works{key}")
    model.cp.add(sum(served) == work)
    return work


def interpreter_busy(model: Model, work: Work) -> None:
    """INTERPRETER_BUSY: an interpreter works in at most one of two slots that clash."""
    for interpreter in range(len(model.problem.interpreters)):
        slots = {slot for owner, slot in work if owner == interpreter}
        for together in model.instants:
            here = sorted(together & slots)
            if len(here) > 1:
                model.cp.add(sum(work[interpreter, s] for s in here) <= model.crew_size(interpreter, here[0]))
        for a, b in model.travel_clashes(slots):
            model.cp.add_at_most_one([work[interpreter, a], work[interpreter, b]])


def _days(model: Model, work: Work, interpreter: int) -> list[list[int]]:
    """Give an interpreter's possible slots, day by day, in order of time."""
    slots = model.problem.slots
    own = sorted((slot for owner, slot in work if owner == interpreter), key=lambda s: slots[s].start_min)
    return [list(group) for _, group in groupby(own, key=lambda s: slots[s].day)]


def interpreter_hours(model: Model, work: Work) -> None:
    """INTERPRETER_HOURS: minutes of work on one day <= the daily limit."""
    for index, interpreter in enumerate(model.problem.interpreters):
        for day in _days(model, work, index):
            minutes = [work[index, s] * model.problem.slots[s].duration_min for s in day]
            model.cp.add(sum(minutes) <= _hours(model, index, day, interpreter.max_minutes_per_day))


def _hours(model: Model, index: int, day: list[int], limit: int) -> int:
    """Give the minutes that a crew can work together; each of several works whole slots, all as long."""
    size, length = model.crew_size(index, day[0]), model.problem.slots[day[0]].duration_min
    return limit if size == 1 else size * (limit - limit % length)


def interpreter_pause(model: Model, work: Work) -> None:
    """INTERPRETER_PAUSE: minutes since the last pause, this slot among them, <= the limit.

    Where a free slot is always a pause, it is enough that neighbouring spans whose lengths exceed the
    limit together are never all worked. Elsewhere `run` counts the minutes besides.
    """
    slots = model.problem.slots
    for index, interpreter in enumerate(model.problem.interpreters):
        least = max(interpreter.pause_minutes, model.problem.changeover_min + 1)
        for day in _days(model, work, index):
            _windows(model, work, index, day, least)
            if not is_single_file([(slots[s].start_min, slots[s].end_min) for s in day], least):
                _runs(model, work, index, day, least)


def _runs(model: Model, work: Work, index: int, day: list[int], least: int) -> None:
    """Count a slot's minutes, and those of the run of any earlier slot that no pause parts from it."""
    slots = model.problem.slots
    limit = model.problem.interpreters[index].max_minutes_without_pause
    runs: dict[int, IntVar] = {}
    for slot in day:
        length = slots[slot].duration_min
        if length > limit:
            model.cp.add(work[index, slot] == 0)
            continue
        runs[slot] = model.cp.new_int_var(length, limit, f"run{index},{slot}")
        for earlier, run in runs.items():
            gap = slots[slot].start_min - slots[earlier].end_min
            if earlier != slot and 0 <= gap < least:
                both = [work[index, earlier], work[index, slot]]
                model.cp.add(runs[slot] >= run + length).only_enforce_if(both)


def _windows(model: Model, work: Work, index: int, day: list[int], least: int) -> None:
    """Forbid working in all of several neighbouring spans that are too long together.

    Slots at the same time at several venues are one span: at most one of them is worked.
    """
    slots = model.problem.slots
    limit = model.problem.interpreters[index].max_minutes_without_pause
    spans: dict[tuple[int, int], list[IntVar]] = defaultdict(list)
    for slot in day:
        spans[slots[slot].start_min, slots[slot].end_min].append(work[index, slot])
    for first in spans:
        window = [first]
        while sum(end - start for start, end in window) <= limit:
            end = window[-1][1]
            following = [span for span in spans if end <= span[0] < end + least]
            if not following:
                break
            window.append(min(following))
        else:
            limit_of_all = model.crew_size(index, day[0]) * (len(window) - 1)
            model.cp.add(sum(x for span in window for x in spans[span]) <= limit_of_all)
