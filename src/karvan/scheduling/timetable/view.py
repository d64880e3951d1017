"""A timetable problem as arrays: what the kernels and the encoder read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from karvan.scheduling.problem import Level, Meeting, Participant, Problem
from karvan.scheduling.timetable.plain import PlainTimetable, narrow

Ints: TypeAlias = npt.NDArray[np.int32]
Masks: TypeAlias = npt.NDArray[np.uint64]

MOST_SLOTS = 63
"""Slots that fit into the 64-bit masks of the kernels, with one bit to spare."""


@dataclass(frozen=True)
class Timetable:
    """A timetable problem, compiled.

    Slots are numbered in the order of time; sets of slots are bit masks, slot 0 the lowest bit.

    Attributes
    ----------
    n_slots : int
    n_tables : int
        Meetings that fit into one slot; the number of meetings where tables do not matter.
    ends : ndarray, shape (n_meetings, 2), int32
        The two participants of each meeting.
    allowed : ndarray, shape (n_meetings,), uint64
        Slots of each meeting, narrowed by its participants and by precedences.
    grid : ndarray, shape (n_participants,), uint64
        Slots in which a participant that sits idle has a break; bits above the last slot are set.
    precedences : ndarray, shape (n_precedences, 2), int32
        Meeting, and a meeting that must lie strictly after it.
    fairness : int or None
        Most by which two participants' numbers of breaks may differ.
    slot_order : tuple of int
        Index into `Problem.slots` of each slot here.
    """

    n_slots: int
    n_tables: int
    ends: Ints
    allowed: Masks
    grid: Masks
    precedences: Ints
    fairness: int | None
    slot_order: tuple[int, ...]

    @property
    def n_meetings(self) -> int:
        """Number of meetings."""
        return len(self.ends)

    @property
    def n_participants(self) -> int:
        """Number of participants, those without a meeting among them."""
        return len(self.grid)

    @cached_property
    def degree(self) -> Ints:
        """Meetings of each participant: shape (n_participants,), int32."""
        return np.bincount(self.ends.ravel(), minlength=self.n_participants).astype(np.int32)

    @cached_property
    def available(self) -> Masks:
        """Slots in which some meeting of a participant may lie: shape (n_participants,), uint64."""
        result = np.zeros(self.n_participants, np.uint64)
        for side in (0, 1):
            np.bitwise_or.at(result, self.ends[:, side], self.allowed)
        return result

    @cached_property
    def plain(self) -> PlainTimetable:
        """The same without arrays."""
        return PlainTimetable(
            n_slots=self.n_slots,
            n_tables=self.n_tables,
            ends=tuple((left, right) for left, right in self.ends.tolist()),
            allowed=tuple(self.allowed.tolist()),
            grid=tuple(self.grid.tolist()),
            precedences=tuple((first, then) for first, then in self.precedences.tolist()),
            fairness=self.fairness,
        )

    @property
    def meetings_of(self) -> tuple[tuple[int, ...], ...]:
        """For each participant, its meetings."""
        return self.plain.meetings_of

    @cached_property
    def before_after(self) -> tuple[Ints, Ints]:
        """The precedences of each meeting as rows of one array.

        Returns
        -------
        start : ndarray, shape (n_meetings + 1,), int32
        links : ndarray, shape (2 n_precedences, 2), int32
            Rows ``start[m]:start[m + 1]`` hold (other meeting, 1 if the other must come later else -1).
        """
        first, then = self.precedences[:, 0], self.precedences[:, 1]
        owner = np.concatenate([first, then])
        other = np.concatenate([then, first])
        sign = np.repeat(np.array([1, -1], np.int32), len(first))
        order = np.argsort(owner, kind="stable")
        start = np.zeros(self.n_meetings + 1, np.int32)
        np.cumsum(np.bincount(owner, minlength=self.n_meetings), out=start[1:])
        return start, np.stack([other[order], sign[order]], axis=1).astype(np.int32)


def refusal(problem: Problem) -> str | None:
    """Say why a problem is no timetable in the sense of this engine; None when it is one."""
    if len(problem.venues) > 1 or len({slot.day for slot in problem.slots}) > 1:
        return "more than one venue or day"
    if len(problem.slots) > MOST_SLOTS:
        return f"more than {MOST_SLOTS} slots"
    if not _follow_each_other(problem):
        return "slots that clash"
    for index, meeting in enumerate(problem.meetings):
        if not _is_plain_meeting(meeting):
            return f"meeting {index} is optional, or needs an interpreter, a table or three people"
    for index, participant in enumerate(problem.participants):
        if not _is_plain_participant(participant, len(problem.meetings_of[index])):
            return f"participant {index} has a home table, a daily limit or room for two meetings"
    return None


def _follow_each_other(problem: Problem) -> bool:
    order = sorted(problem.slots, key=lambda slot: slot.start_min)
    return all(a.end_min <= b.start_min for a, b in pairwise(order))


def _is_plain_meeting(meeting: Meeting) -> bool:
    return (
        meeting.level is Level.MANDATORY
        and len(meeting.participants) == 2
        and meeting.interpreters is None
        and meeting.table is None
    )


def _is_plain_participant(participant: Participant, degree: int) -> bool:
    limit = participant.max_per_day
    return participant.capacity == 1 and participant.home_table is None and (limit is None or limit >= degree)


def compile_timetable(problem: Problem) -> Timetable:
    """Turn a problem into arrays.

    Raises
    ------
    ValueError
        If the problem is no timetable (`refusal` says why).
    """
    reason = refusal(problem)
    if reason is not None:
        raise ValueError(f"not a timetable: {reason}")
    slot_order = tuple(sorted(range(len(problem.slots)), key=lambda s: problem.slots[s].start_min))
    place = {slot: bit for bit, slot in enumerate(slot_order)}
    everything = (1 << len(slot_order)) - 1
    beyond = (1 << 64) - 1 - everything

    def mask(slots: frozenset[int] | None) -> int:
        return everything if slots is None else sum(1 << place[slot] for slot in slots)

    own = [mask(participant.slots) for participant in problem.participants]
    ends = [meeting.participants for meeting in problem.meetings]
    allowed = [
        mask(meeting.slots) & own[meeting.participants[0]] & own[meeting.participants[1]]
        for meeting in problem.meetings
    ]
    narrow(allowed, problem.precedences)
    tables = problem.venues[0].tables
    return Timetable(
        n_slots=len(slot_order),
        n_tables=len(ends) if tables is None else min(len(tables), len(ends)),
        ends=np.array(ends, np.int32).reshape(-1, 2),
        allowed=np.array(allowed, np.uint64),
        grid=np.array([mask(each.grid) | beyond for each in problem.participants], np.uint64),
        precedences=np.array(sorted(set(problem.precedences)), np.int32).reshape(-1, 2),
        fairness=problem.fairness,
        slot_order=slot_order,
    )
