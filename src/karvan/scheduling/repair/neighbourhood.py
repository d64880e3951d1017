"""Which meetings are looked at: those that may move, those near them, and the rest, which is left alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from karvan.scheduling.problem import Level, Problem
from karvan.scheduling.repair.case import Case


@dataclass(frozen=True)
class Neighbourhood:
    """A small problem that is all that matters of a large one, as far as some meetings move.

    Attributes
    ----------
    free : frozenset of int
        Meetings that may move; all others stay where they are, or leave.

    Notes
    -----
    A meeting is left out of the small problem where it could not be in the way of a free one: none may be
    held on its day; or it shares no company with one, its slot has tables for all who might come, and
    either it or every free one needs no interpreter. Its table counts as closed.
    """

    case: Case
    free: frozenset[int]

    @cached_property
    def meetings(self) -> tuple[int, ...]:
        """The meetings of the small problem, by their index in the whole one."""
        problem = self.case.problem
        near = {p for m in self.free for p in problem.meetings[m].participants}
        need_interpreter = any(problem.meetings[m].interpreters is not None for m in self.free)
        tight, days = self._tight, self._days

        def matters(meeting: int) -> bool:
            spec, slot = problem.meetings[meeting], self.home_slot(meeting)
            if slot is None or problem.slots[slot].day not in days:
                return False
            is_near = not near.isdisjoint(spec.participants)
            return is_near or slot in tight or (need_interpreter and spec.interpreters is not None)

        rest = (m for m in range(len(problem.meetings)) if m not in self.free and matters(m))
        return (*sorted(self.free), *rest)

    @cached_property
    def _days(self) -> frozenset[int]:
        """Days on which a free meeting may be held, or that the way to one of its slots reaches into."""
        slots, clashes = self.case.problem.slots, self.case.problem.clashes
        own = {slot for m in self.free for slot in self.slots_of(m)}
        return frozenset(slots[s].day for slot in own for s in (slot, *clashes[slot]))

    def home_slot(self, meeting: int) -> int | None:
        """Give the slot in which a meeting was released."""
        home = self.case.homes[meeting]
        return home.slot if home else None

    def slots_of(self, meeting: int) -> frozenset[int]:
        """Give the slots in which a meeting may be: its own, or all that have not begun."""
        home = self.home_slot(meeting)
        if meeting not in self.free:
            return frozenset(() if home is None else (home,))
        return self.case.allowed(meeting) - self.case.begun

    @cached_property
    def _tight(self) -> frozenset[int]:
        """Slots in which there might not be a table for all who stay and all who might come.

        Where slots overlap without being the same, that may hang on any other meeting of the venue.
        """
        problem = self.case.problem
        residents = Counter(self.home_slot(m) for m in range(len(problem.meetings)) if m not in self.free)
        arrivals: Counter[int] = Counter(slot for m in self.free for slot in self.slots_of(m))
        claimed = {venue for m in self.free for venue, _ in self.case.bound_tables(m)}
        tight = {i for i, slot in enumerate(problem.slots) if slot.venue in self.staggered}
        for slot in arrivals:
            together = self.meanwhile(slot)
            seats = sum(residents[s] + arrivals[s] for s in together)
            is_full = self.case.tables_of(slot) is not None and seats > problem.open_tables(together)
            if is_full or problem.slots[slot].venue in claimed:
                tight |= together
        return frozenset(tight)

    def meanwhile(self, slot: int) -> frozenset[int]:
        """Give the slots at a slot's venue that overlap it, itself among them."""
        return self._meanwhile[slot]

    @cached_property
    def _meanwhile(self) -> dict[int, frozenset[int]]:
        slots = self.case.problem.slots
        by_venue: dict[int, list[int]] = defaultdict(list)
        for index, slot in enumerate(slots):
            by_venue[slot.venue].append(index)
        return {
            i: frozenset(
                j for j in by_venue[a.venue] if slots[j].start_min < a.end_min and a.start_min < slots[j].end_min
            )
            for i, a in enumerate(slots)
        }

    @cached_property
    def problem(self) -> Problem:
        """The small problem; what has begun belongs to it, everything else may be left out of it."""
        whole = self.case.problem
        meetings = tuple(
            replace(
                whole.meetings[m],
                slots=self.slots_of(m),
                level=Level.MANDATORY if m in self.case.frozen else whole.meetings[m].level or Level.MUST,
            )
            for m in self.meetings
        )
        venues = tuple(replace(v, tables=None) if i in self.staggered else v for i, v in enumerate(whole.venues))
        return replace(whole, meetings=meetings, venues=venues, closed=whole.closed | frozenset(self._taken()))

    @cached_property
    def staggered(self) -> frozenset[int]:
        """Venues with tables where slots overlap without being the same.

        There it is not enough to count tables: the model names the table of each meeting itself.
        """
        slots = self.case.problem.slots
        return frozenset(
            slots[i].venue
            for i, together in self._meanwhile.items()
            if self.case.tables_of(i) is not None and any(slots[j].start_min != slots[i].start_min for j in together)
        )

    def _taken(self) -> Iterable[tuple[int, int]]:
        """Give the tables of those who are left alone, in every slot that overlaps theirs."""
        for meeting in self._left_alone():
            home = self.case.homes[meeting]
            if home is not None and home.slot is not None and home.table is not None:
                yield from ((slot, home.table) for slot in self.meanwhile(home.slot))

    def _left_alone(self) -> Collection[int]:
        return set(range(len(self.case.problem.meetings))) - set(self.meetings)
