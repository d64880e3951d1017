"""A timetable as clauses: the question "is there one with at most k breaks?"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pysat.card import CardEnc, EncType

from karvan.scheduling.timetable.patterns import held_before
from karvan.scheduling.timetable.plain import PlainTimetable, narrow

Literal = int

Truth = Literal | bool
"""A literal, or what is known to be true or false."""
PAIRWISE_UP_TO = 24
"""Up to so many literals, "at most one" is written pair by pair."""
TOTALIZER_UP_TO = 150
"""Up to so many literals, counts are written as totalizers: larger, and twice as quick to refute."""


@dataclass
class Formula:
    """Clauses over the variables 1..`n_variables`."""

    n_variables: int = 0
    clauses: list[list[Literal]] = field(default_factory=list[list[Literal]])

    def new(self) -> Literal:
        """Give a fresh variable."""
        self.n_variables += 1
        return self.n_variables

    def add(self, *literals: Truth) -> None:
        """Add a clause; constants are allowed in it."""
        if not any(literal is True for literal in literals):
            self.clauses.append([literal for literal in literals if literal is not False])

    def at_most(self, literals: Sequence[Literal], bound: int, encoding: int) -> None:
        """Say that at most `bound` of the literals are true."""
        if bound < len(literals):
            made = CardEnc.atmost(list(literals), bound, top_id=self.n_variables, encoding=encoding)
            self._take(made)

    def at_most_one(self, literals: Sequence[Literal]) -> None:
        """Say that at most one of the literals is true."""
        short = len(literals) <= PAIRWISE_UP_TO
        self.at_most(literals, 1, EncType.pairwise if short else EncType.ladder)

    def _take(self, made: object) -> None:
        self.n_variables = max(self.n_variables, made.nv)  # type: ignore[attr-defined]
        self.clauses.extend(made.clauses)  # type: ignore[attr-defined]


def negated(literal: Truth) -> Truth:
    """Give the opposite of a literal or constant."""
    return (not literal) if isinstance(literal, bool) else -literal


def slots_in(mask: int) -> list[int]:
    """Give the slots of a mask in order."""
    return [slot for slot in range(mask.bit_length()) if mask >> slot & 1]


@dataclass
class Encoding:
    """The clauses of a timetable.

    Attributes
    ----------
    place : dict of (meeting, slot) to literal
    busy : list per participant of literal or False per slot
    breaks : list per participant of literals
        Each true where a break ends.
    """

    table: PlainTimetable
    counter: int = EncType.totalizer
    formula: Formula = field(default_factory=Formula)
    place: dict[tuple[int, int], Literal] = field(default_factory=dict[tuple[int, int], Literal])
    busy: list[list[Truth]] = field(default_factory=list[list["Truth"]])
    breaks: list[list[Literal]] = field(default_factory=list[list[Literal]])

    def decode(self, model: Iterable[Literal]) -> list[int]:
        """Give the slot of each meeting in a model."""
        true = {literal for literal in model if literal > 0}
        slot_of = [-1] * self.table.n_meetings
        for (meeting, slot), literal in self.place.items():
            if literal in true:
                slot_of[meeting] = slot
        return slot_of

    @property
    def all_breaks(self) -> list[Literal]:
        """The literals whose number is the number of breaks."""
        return [literal for row in self.breaks for literal in row]


def encode(table: PlainTimetable, counter: int = EncType.totalizer) -> Encoding:
    """Write a timetable as clauses, the wish for few breaks left open.

    Parameters
    ----------
    counter : int
        How tables are counted, in the terms of python-sat: totalizers make the shorter proofs, networks
        (``EncType.cardnetwrk``) often lead to a timetable sooner.
    """
    encoding = Encoding(order_twins(table), counter=counter)
    _place_each_meeting_once(encoding)
    for participant in range(table.n_participants):
        _encode_participant(encoding, participant)
    _respect_tables(encoding)
    _respect_precedences(encoding)
    _respect_fairness(encoding)
    return encoding


def order_twins(table: PlainTimetable) -> PlainTimetable:
    """Put meetings that could change places into one order: nothing is lost, and proofs get shorter.

    Twins are meetings of one participant with people who have no other, in the same slots, without
    precedences.
    """
    tied = {meeting for pair in table.precedences for meeting in pair}
    twins: dict[tuple[int, int], list[int]] = {}
    for meeting, (left, right) in enumerate(table.ends):
        hub, other = (left, right) if table.degree[left] > table.degree[right] else (right, left)
        if meeting not in tied and table.degree[other] == 1:
            twins.setdefault((hub, table.allowed[meeting]), []).append(meeting)
    links = [pair for row in twins.values() for pair in pairwise(row)]
    if not links:
        return table
    every = table.precedences + tuple(links)
    allowed = list(table.allowed)
    narrow(allowed, every)
    return replace(table, allowed=tuple(allowed), precedences=every)


def _place_each_meeting_once(encoding: Encoding) -> None:
    formula = encoding.formula
    for meeting, mask in enumerate(encoding.table.allowed):
        row = [formula.new() for _ in slots_in(mask)]
        encoding.place.update({(meeting, s): x for s, x in zip(slots_in(mask), row, strict=True)})
        formula.add(*row)
        formula.at_most_one(row)


def _encode_participant(encoding: Encoding, participant: int) -> None:
    table, formula, place = encoding.table, encoding.formula, encoding.place
    own = table.meetings_of[participant]
    busy: list[Truth] = []
    for slot in range(table.n_slots):
        here = [place[m, slot] for m in own if (m, slot) in place]
        formula.at_most_one(here)
        busy.append(_any_of(formula, here))
    encoding.busy.append(busy)
    encoding.breaks.append(_count_breaks(encoding, participant, len(own)) if own else [])


def _any_of(formula: Formula, literals: list[Literal]) -> Truth:
    if len(literals) <= 1:
        return literals[0] if literals else False
    result = formula.new()
    formula.add(-result, *literals)
    for literal in literals:
        formula.add(-literal, result)
    return result


def _count_breaks(encoding: Encoding, participant: int, degree: int) -> list[Literal]:
    """Say that a participant is busy in `degree` slots, and give the literals of its breaks.

    ``seen(t, j)``: at least j of the first t slots are busy (Sinz 2005, doi:10.1007/11564751_73). It
    is known where too few slots are left, or where the meetings themselves leave no choice.
    """
    formula, busy = encoding.formula, encoding.busy[participant]
    n_slots = len(busy)
    grid = encoding.table.grid[participant]
    nothing_seen: list[Truth] = [True, *[False] * (degree + 1)]
    seen = [nothing_seen]
    for t, (least, most) in enumerate(held_before(encoding.table, participant)[1:], start=1):
        row: list[Truth] = [j <= least if j <= least or j > most else formula.new() for j in range(degree + 2)]
        seen.append(row)
        for j in range(1, degree + 2):
            a, b, c, u = row[j], seen[t - 1][j], seen[t - 1][j - 1], busy[t - 1]
            formula.add(negated(b), a)
            formula.add(negated(c), negated(u), a)
            formula.add(negated(a), b, c)
            formula.add(negated(a), b, u)
    breaks: list[Literal] = []
    idle: Truth = False
    for t in range(1, n_slots):
        idle = _idle_after(formula, idle, busy[t - 1], seen[t - 1][1], bool(grid >> (t - 1) & 1))
        ends = _both(formula, idle, busy[t])
        if ends is True:
            raise AssertionError("a break that is certain has no literal")
        if ends is not False:
            breaks.append(ends)
    return breaks


def _idle_after(formula: Formula, idle: Truth, busy: Truth, started: Truth, counts: Truth) -> Truth:
    """Give a literal: idle now, after a meeting and past a slot in which idling is a break."""
    if not counts:
        return _both(formula, idle, negated(busy))
    return _both(formula, started, negated(busy))


def _both(formula: Formula, a: Truth, b: Truth) -> Truth:
    if a is False or b is False:
        return False
    if a is True or b is True:
        return b if a is True else a
    # Negative, because solvers first try what is positive: no gap, no break.
    result = -formula.new()
    formula.add(-result, a)
    formula.add(-result, b)
    formula.add(-a, -b, result)
    return result


def clusters(table: PlainTimetable) -> list[list[int]]:
    """Split the meetings into stars of participants: at most one of each lies in a slot."""
    left = [set(own) for own in table.meetings_of]
    result: list[list[int]] = []
    while True:
        participant = max(range(len(left)), key=lambda p: len(left[p]), default=-1)
        if participant < 0 or not left[participant]:
            return result
        star = sorted(left[participant])
        result.append(star)
        for meeting in star:
            for end in table.ends[meeting]:
                left[end].discard(meeting)


def _respect_tables(encoding: Encoding) -> None:
    """Say that each slot has tables enough, twice: over meetings, and over busy participants."""
    table, formula, place = encoding.table, encoding.formula, encoding.place
    stars = clusters(table)
    for slot in range(table.n_slots):
        if sum((m, slot) in place for m in range(table.n_meetings)) <= table.n_tables:
            continue
        rows = [[place[m, slot] for m in star if (m, slot) in place] for star in stars]
        used = [_implied_by(formula, row) for row in rows if row]
        formula.at_most(used, table.n_tables, _counter(encoding, used))
        busy = [row[slot] for row in encoding.busy]
        certain = sum(literal is True for literal in busy)
        open_ = [literal for literal in busy if not isinstance(literal, bool)]
        formula.at_most(open_, 2 * table.n_tables - certain, _counter(encoding, open_))


def _counter(encoding: Encoding, literals: Sequence[Literal]) -> int:
    return encoding.counter if len(literals) <= TOTALIZER_UP_TO else EncType.cardnetwrk


def _implied_by(formula: Formula, literals: list[Literal]) -> Literal:
    if len(literals) == 1:
        return literals[0]
    result = formula.new()
    for literal in literals:
        formula.add(-literal, result)
    return result


def _respect_precedences(encoding: Encoding) -> None:
    formula, place, n_slots = encoding.formula, encoding.place, encoding.table.n_slots
    for first, then in encoding.table.precedences:
        for slot in range(n_slots):
            if (then, slot) in place:
                earlier = [place[first, s] for s in range(slot) if (first, s) in place]
                formula.add(-place[then, slot], *earlier)
            if (first, slot) in place:
                later = [place[then, s] for s in range(slot + 1, n_slots) if (then, s) in place]
                formula.add(-place[first, slot], *later)


def _respect_fairness(encoding: Encoding) -> None:
    """Say that no two participants' numbers of breaks differ by more than the fairness."""
    fairness = encoding.table.fairness
    if fairness is None:
        return
    if not all(encoding.breaks):
        for row in encoding.breaks:
            encoding.formula.at_most(row, fairness, EncType.seqcounter)
        return
    counts = [_sorted_counts(encoding.formula, row) for row in encoding.breaks]
    for level in range(max(map(len, counts)) - fairness):
        everyone = encoding.formula.new()
        for row in counts:
            if level + fairness < len(row):
                encoding.formula.add(-row[level + fairness], everyone)
            encoding.formula.add(-everyone, row[level] if level < len(row) else False)


def _sorted_counts(formula: Formula, literals: list[Literal]) -> list[Literal]:
    """Give literals "at least 1, 2, ... of these", exact in both directions."""
    row: list[Truth] = []
    for literal in literals:
        old = [True, *row, False]
        row = [formula.new() for _ in range(len(row) + 1)]
        for j, now in enumerate(row, start=1):
            formula.add(negated(old[j]), now)
            formula.add(negated(old[j - 1]), -literal, now)
            formula.add(negated(now), old[j], old[j - 1])
            formula.add(negated(now), old[j], literal)
    return [literal for literal in row if not isinstance(literal, bool)]
