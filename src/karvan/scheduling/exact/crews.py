"""Interpreters who are as good as each other on a day: counted by the model, and named afterwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from karvan.scheduling.problem import Problem

Crews = dict[tuple[int, int], tuple[int, ...]]
"""For (interpreter, day): those who are as good, the interpreter first; who is in another's crew has no entry."""


def alone(problem: Problem) -> Crews:
    """Give every interpreter a crew of his own on every day."""
    days = {slot.day for slot in problem.slots}
    return {(i, day): (i,) for i in range(len(problem.interpreters)) for day in sorted(days)}


def alike(problem: Problem, apart: Collection[tuple[int, int]] = ()) -> Crews:
    """Put together who is as good as another on a day, where the model may count them.

    Parameters
    ----------
    apart : collection of (interpreter, day)
        Who must be known by name on a day all the same.

    Notes
    -----
    Where the slots of a day follow each other, are equally long and every free one is a pause, the rules
    of one interpreter say: no more than so many in a row, no more than so many on the day. Such rows of
    consecutive ones are totally unimodular, so that n interpreters can share a day's work if and only
    if it keeps n times every limit: Baum and Trotter (1978), https://doi.org/10.1007/978-3-642-95322-4_2.
    """
    found: dict[tuple[object, ...], list[int]] = defaultdict(list)
    kinds = sorted({m.interpreters for m in problem.meetings if m.interpreters is not None}, key=sorted)
    days = _slots_by_day(problem)
    for i, day in alone(problem):
        person = problem.interpreters[i]
        own = frozenset(s for s in days[day] if person.slots is None or s in person.slots)
        is_apart = (i, day) in apart or not _may_be_counted(problem, own, person.pause_minutes)
        limits = person.max_minutes_per_day, person.max_minutes_without_pause, person.pause_minutes
        found[day, own, limits, tuple(i in kind for kind in kinds), i if is_apart else None].append(i)
    return {(members[0], key[0]): tuple(members) for key, members in found.items() if isinstance(key[0], int)}


def _slots_by_day(problem: Problem) -> dict[int, list[int]]:
    days: dict[int, list[int]] = defaultdict(list)
    for index, slot in enumerate(problem.slots):
        days[slot.day].append(index)
    return days


def _may_be_counted(problem: Problem, own: Collection[int], pause_min: int) -> bool:
    """Whether slots of a day follow each other, are equally long and at hand, and each is a pause."""
    slots = problem.slots
    spans = {(slots[s].start_min, slots[s].end_min) for s in own}
    return (
        len({end - start for start, end in spans}) <= 1
        and is_single_file(spans, max(pause_min, problem.changeover_min + 1))
        and not any(_is_far(problem, a, b) for a in own for b in problem.clashes[a])
    )


def is_single_file(times: Iterable[tuple[int, int]], least: int) -> bool:
    """Whether no two spans overlap without being at the same time, and every free one is a pause."""
    spans = sorted(set(times))
    follow = all(a[1] <= b[0] for a, b in pairwise(spans))
    return follow and all(c[0] - a[1] >= least for a, c in zip(spans, spans[2:], strict=False))


def _is_far(problem: Problem, a: int, b: int) -> bool:
    """Whether two slots that clash do so only because of the way between them."""
    first, then = sorted((problem.slots[a], problem.slots[b]), key=lambda slot: slot.start_min)
    return then.start_min >= first.end_min


def on_duty(crews: Crews, day: int, kind: Collection[int]) -> Iterator[tuple[int, int]]:
    """Give the leaders of the crews of a day that can serve a kind of meetings, and how many they are."""
    for (leader, own), members in crews.items():
        if own == day and leader in kind:
            yield leader, len(members)
