"""Times for meetings that are chosen already: Kempe chains that mind tables and interpreters.

Breaks are no linear matter, and a clause-learning search gets stuck one break above the best. This
room moves meetings about without giving one up; the exact model then checks and proves what comes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, pairwise
from math import exp
from random import Random

from karvan.scheduling.exact.model import Model
from karvan.scheduling.problem import Problem, Slot
from karvan.scheduling.stop import Stop

MOVES = 700
"""Proposals for each placed meeting in one run: two to three seconds on a mission of usual size."""

RUNS = 4
"""Where breaks remain after a run, it is begun anew, so often at most: two in three get rid of all that can go."""

WARM, COLD = 0.5, 0.15
"""Temperatures in breaks, at the beginning and at the end of a round."""

ROUND = 10_000
"""Proposals from warm to cold; then it is warmed up again."""

TOGETHER = 0.3
"""How often nobody who needs the same interpreters has to give way beforehand."""

OFFSET = 2
"""Added to the seed: of the first few, the one with which the sample mission takes least."""

AIMED = 0.7
"""How often a proposal is made to rid somebody of a break."""

STAYING = 0.4
"""Of the other proposals: how often a meeting stays, and only interpreters change."""

TRIES = 8
"""Slots that are tried for that."""

GAIN, FADE = 0.1, 0.9
"""What a break gains in weight at each poll that it outlives, and what is left of it after one without."""

POLL = 256
"""Proposals between two questions whether to end."""

Slots = dict[int, int]
"""The slot of each placed meeting."""


def improve_times(
    model: Model,
    slot_of: Sequence[int | None],
    interpreter_of: Sequence[int | None],
    *,
    stop: Stop,
    seed: int,
    moves: int | None = None,
) -> Slots:
    """Move placed meetings to other slots so that fewer breaks remain.

    Parameters
    ----------
    slot_of, interpreter_of : sequence of int or None, one per meeting
        A schedule that keeps the rules.
    moves : int, optional
        Proposals of one run at most (`MOVES` for each meeting unless given); with a seed the
        answer depends on nothing else but `stop`.

    Returns
    -------
    dict of meeting to slot
        Every rule is kept (sometimes more strictly than it says); fairness is not looked at.

    References
    ----------
    Kempe chains: Lü and Hao (2010), https://doi.org/10.1016/j.ejor.2008.12.007, under annealing; the
    interpreters of the meetings that move are chosen anew, greedily. Breaks that stay gain in weight:
    Morris (1993), The breakout method for escaping from local minima, AAAI-93.
    """
    helpers = {m: i for m, i in enumerate(interpreter_of) if i is not None}
    placed = {m: s for m, s in enumerate(slot_of) if s is not None}
    random = Random(seed + OFFSET)  # noqa: S311 - a search must repeat itself; nothing here is secret
    proposals = MOVES * len(placed) if moves is None else moves
    runs: list[tuple[int, Slots]] = []
    while len(runs) < RUNS and not any(value == 0 for value, _ in runs):
        runs.append(_Times(model, random, dict(placed), dict(helpers)).run(proposals, stop))
    return min(runs, key=lambda run: run[0])[1]


@dataclass
class _Times:
    """A schedule on the move."""

    model: Model
    random: Random
    slot_of: Slots
    interpreter_of: dict[int, int]
    cost: dict[int, int] = field(default_factory=dict[int, int])
    weight: dict[int, float] = field(default_factory=dict[int, float])
    duty: dict[tuple[int, int], set[int]] = field(default_factory=dict[tuple[int, int], set[int]])
    known: dict[tuple[int, frozenset[int]], int] = field(default_factory=dict[tuple[int, frozenset[int]], int])
    possible: dict[tuple[int, frozenset[int]], bool] = field(default_factory=dict[tuple[int, frozenset[int]], bool])

    @cached_property
    def problem(self) -> Problem:
        return self.model.problem

    @cached_property
    def allowed(self) -> dict[int, tuple[int, ...]]:
        return {m: tuple(sorted(self.model.slots_of(m))) for m in self.slot_of}

    @cached_property
    def meetings(self) -> tuple[int, ...]:
        return tuple(self.slot_of)

    @cached_property
    def rows(self) -> list[list[int]]:
        """For each participant, its placed meetings."""
        return [[m for m in row if m in self.slot_of] for row in self.problem.meetings_of]

    @cached_property
    def near(self) -> list[list[int]]:
        """For each slot, those that share its tables, itself among them."""
        slots = self.problem.slots
        return [
            [b for b in range(len(slots)) if slots[a].venue == slots[b].venue and (a == b or self.model.overlaps(a, b))]
            for a in range(len(slots))
        ]

    @cached_property
    def twin(self) -> dict[tuple[int, int, int], int]:
        """The slot at a venue that begins and ends at given minutes."""
        return {(slot.venue, slot.start_min, slot.end_min): i for i, slot in enumerate(self.problem.slots)}

    @cached_property
    def bound(self) -> dict[int, frozenset[tuple[int, int]]]:
        """The table at which a meeting must be, if at one."""
        return {m: frozenset(self.model.bound_tables(m)) for m in self.slot_of}

    @cached_property
    def ordered(self) -> dict[int, list[tuple[int, int]]]:
        """The precedences that concern each meeting."""
        return {m: [pair for pair in self.problem.precedences if m in pair] for m in self.slot_of}

    def run(self, moves: int, stop: Stop) -> tuple[int, Slots]:
        people = range(len(self.problem.participants))
        for meeting, interpreter in tuple(self.interpreter_of.items()):
            self._engage(meeting, interpreter)
        self.cost = {p: self._breaks(p) for p in people}
        self.weight = dict.fromkeys(people, 1.0)
        best, value = dict(self.slot_of), sum(self.cost.values())
        for number in range(moves):
            if not value or (number % POLL == 0 and stop.is_over()):
                break
            if number % POLL == 0:
                self._weigh()
            heat = WARM * (COLD / WARM) ** (number % ROUND / ROUND)
            if self._step(heat) and (now := sum(self.cost.values())) < value:
                best, value = dict(self.slot_of), now
        return value, best

    def _weigh(self) -> None:
        """Make the breaks of those heavier who have kept theirs, and the others' lighter again."""
        for person, cost in self.cost.items():
            self.weight[person] = self.weight[person] + GAIN if cost else 1 + (self.weight[person] - 1) * FADE

    def _step(self, heat: float) -> bool:
        """Propose one move and say whether it was made."""
        meeting, target = self._propose()
        if target == self.slot_of[meeting]:
            return self._change_interpreters(meeting)
        chain = self._chain(meeting, target)
        return chain is not None and self._make(chain, heat)

    def _propose(self) -> tuple[int, int]:
        """Give a meeting and a slot: mostly one that rids somebody of a break, else any."""
        uneasy = [p for p, cost in self.cost.items() if cost and self.rows[p]]
        if uneasy and self.random.random() < AIMED:
            person = self.random.choice(uneasy)
            meeting = self.random.choice(self.rows[person])
            others = [self.slot_of[m] for m in self.rows[person] if m != meeting]
            slots = self.allowed[meeting]
            for target in self.random.sample(slots, min(TRIES, len(slots))):
                if self._breaks_in(person, frozenset((*others, target))) < self.cost[person]:
                    return meeting, target
        meeting = self.random.choice(self.meetings)
        is_staying = self.random.random() < STAYING
        return meeting, self.slot_of[meeting] if is_staying else self.random.choice(self.allowed[meeting])

    def _chain(self, first: int, target: int) -> Slots | None:
        """Give the moves that let a meeting go to a slot: who is in the way takes the time that it left."""
        slots = self.problem.slots
        there, here = slots[target], slots[self.slot_of[first]]
        swap = {_times(there): _times(here), _times(here): _times(there)}
        moves = {first: target}
        waiting = [first, *self._helped_instead(first, target)]
        while waiting:
            meeting = waiting.pop()
            if meeting not in moves:
                own = slots[self.slot_of[meeting]]
                to = self.twin.get((own.venue, *swap.get(_times(own), (-1, -1))), -1)
                if to not in self.allowed[meeting]:
                    return None
                moves[meeting] = to
            for person in self.problem.meetings[meeting].participants:
                waiting += self._in_way(person, moves[meeting], moves)
        return moves

    def _helped_instead(self, first: int, target: int) -> list[int]:
        """Give, half of the time, a meeting that leaves the target's time so that its interpreter is free."""
        eligible = self.problem.meetings[first].interpreters
        if eligible is None or self.random.random() < TOGETHER:
            return []
        then = _times(self.problem.slots[target])
        found = [
            m
            for m in self.interpreter_of
            if self.problem.meetings[m].interpreters == eligible and _times(self.problem.slots[self.slot_of[m]]) == then
        ]
        return [found[self.random.randrange(len(found))]] if found else []

    def _in_way(self, person: int, slot: int, moves: Slots) -> list[int]:
        """Give the meetings that a person cannot hold besides one in a slot."""
        clashes = self.problem.clashes[slot]
        row = [
            m for m in self.rows[person] if m not in moves and (self.slot_of[m] == slot or self.slot_of[m] in clashes)
        ]
        more = sum(
            s == slot or s in clashes for m, s in moves.items() if person in self.problem.meetings[m].participants
        )
        room = self.problem.participants[person].capacity - more
        return row[max(room, 0) :]

    def _make(self, moves: Slots, heat: float) -> bool:
        """Make moves if they keep the rules and are not too bad; otherwise leave everything as it was."""
        before = {m: self.slot_of[m] for m in moves}
        helped = {m: self.interpreter_of[m] for m in moves if m in self.interpreter_of}
        people = {p for m in moves for p in self.problem.meetings[m].participants}
        self._release(helped)
        self.slot_of |= moves
        now = {p: self._breaks(p) for p in people}
        worse = sum(self.weight[p] * (now[p] - self.cost[p]) for p in people)
        is_welcome = worse <= 0 or self.random.random() < exp(-worse / heat)
        if is_welcome and self._keeps_rules(moves, people) and self._interpret(helped):
            self.cost |= now
            return True
        self._release(helped)
        self.slot_of |= before
        self._put_back(helped)
        return False

    def _keeps_rules(self, moves: Slots, people: set[int]) -> bool:
        return (
            all(self._fits_person(p) for p in people)
            and all(self._has_tables(s) for s in set(moves.values()))
            and all(self._is_ordered(m) for m in moves)
        )

    def _fits_person(self, person: int) -> bool:
        """ONE_AT_A_TIME, TRAVEL, DAILY_LIMIT."""
        spec, own = self.problem.participants[person], [self.slot_of[m] for m in self.rows[person]]
        for slot in own:
            clashes = self.problem.clashes[slot]
            if sum(s == slot or s in clashes for s in own) > spec.capacity:
                return False
        if spec.max_per_day is None:
            return True
        days = [self.problem.slots[s].day for s in own]
        return all(days.count(day) <= spec.max_per_day for day in set(days))

    def _has_tables(self, slot: int) -> bool:
        """TABLE, HOME_TABLE: enough tables for all who overlap the slot, and nobody bound to the same."""
        tables = self.problem.venues[self.problem.slots[slot].venue].tables
        if tables is None:
            return True
        here = [m for s in self.near[slot] for m in self._held(s)]
        bound = [table for m in here for table in self.bound[m]]
        return len(here) <= len(tables) and len(bound) == len(set(bound))

    def _held(self, slot: int) -> Iterable[int]:
        return (m for m in self.model.meetings_in[slot] if self.slot_of.get(m) == slot)

    def _is_ordered(self, meeting: int) -> bool:
        """PRECEDENCE."""
        slots, slot_of = self.problem.slots, self.slot_of
        return all(
            slots[slot_of[a]].end_min <= slots[slot_of[b]].start_min
            for a, b in self.ordered[meeting]
            if a in slot_of and b in slot_of
        )

    def _interpret(self, meetings: Iterable[int]) -> bool:
        """Give meetings that have moved an interpreter each; False: one of them stays without."""
        for meeting in sorted(meetings, key=lambda m: (len(self._eligible(m)), m)):
            slot = self.slot_of[meeting]
            free = [i for i in self._eligible(meeting) if self._can_serve(i, slot)]
            if not free:
                return False
            self._engage(meeting, self.random.choice(free))
        return True

    def _change_interpreters(self, meeting: int) -> bool:
        """Have the interpreter of a meeting, and of one more at its time, chosen anew."""
        if meeting not in self.interpreter_of:
            return False
        then = _times(self.problem.slots[self.slot_of[meeting]])
        same = [m for m in self.interpreter_of if _times(self.problem.slots[self.slot_of[m]]) == then]
        helped = {m: self.interpreter_of[m] for m in (meeting, self.random.choice(same))}
        self._release(helped)
        if self._interpret(helped):
            return True
        self._put_back(helped)
        return False

    def _put_back(self, helped: dict[int, int]) -> None:
        self._release(helped)
        for meeting, interpreter in helped.items():
            self._engage(meeting, interpreter)

    def _eligible(self, meeting: int) -> frozenset[int]:
        return self.problem.meetings[meeting].interpreters or frozenset()

    def _engage(self, meeting: int, interpreter: int) -> None:
        self.interpreter_of[meeting] = interpreter
        slot = self.slot_of[meeting]
        self.duty.setdefault((interpreter, self.problem.slots[slot].day), set()).add(slot)

    def _release(self, meetings: Iterable[int]) -> None:
        for meeting in meetings:
            interpreter = self.interpreter_of.pop(meeting, None)
            if interpreter is not None:
                slot = self.slot_of[meeting]
                self.duty[interpreter, self.problem.slots[slot].day].remove(slot)

    def _can_serve(self, interpreter: int, slot: int) -> bool:
        """Say whether an interpreter keeps all rules with one more slot."""
        duty = self.duty.get((interpreter, self.problem.slots[slot].day), ())
        if slot in duty or not self.problem.clashes[slot].isdisjoint(duty):
            return False
        key = interpreter, frozenset((*duty, slot))
        if key not in self.possible:
            self.possible[key] = self.model.is_there(interpreter, slot) and self._can_work(*key)
        return self.possible[key]

    def _can_work(self, interpreter: int, duty: frozenset[int]) -> bool:
        """INTERPRETER_HOURS, INTERPRETER_PAUSE: for slots of one day."""
        slots, person = self.problem.slots, self.problem.interpreters[interpreter]
        spans = sorted((slots[s].start_min, slots[s].end_min) for s in duty)
        least = max(person.pause_minutes, self.problem.changeover_min + 1)
        run = 0
        for number, (start, end) in enumerate(spans):
            run = end - start + (run if number and start - spans[number - 1][1] < least else 0)
            if run > person.max_minutes_without_pause:
                return False
        return sum(end - start for start, end in spans) <= person.max_minutes_per_day

    def _breaks(self, person: int) -> int:
        """Count a person's breaks."""
        return self._breaks_in(person, frozenset([self.slot_of[m] for m in self.rows[person]]))

    def _breaks_in(self, person: int, slots: frozenset[int]) -> int:
        """Count the breaks that a person would have who meets in some slots."""
        key = person, slots
        if key not in self.known:
            self.known[key] = self._count(*key)
        return self.known[key]

    def _count(self, person: int, own: frozenset[int]) -> int:
        """Count the neighbouring meetings of a day between which an idle slot fits."""
        slots, grid = self.problem.slots, self.problem.participants[person].grid
        spans = sorted((slots[s].day, slots[s].start_min, slots[s].end_min) for s in own)
        idle = [slot for i, slot in enumerate(slots) if grid is None or i in grid]
        count = 0
        for _, day in groupby(spans, key=lambda span: span[0]):
            over = 0
            for (_, _, end), (_, start, _) in pairwise(day):
                over = max(over, end)
                count += any(over <= slot.start_min and slot.end_min <= start for slot in idle)
        return count


def _times(slot: Slot) -> tuple[int, int]:
    return slot.start_min, slot.end_min
