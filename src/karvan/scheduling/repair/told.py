"""Whose visits and blocks differ between two programmes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from karvan.mission.programme import Attendance, Programme
from karvan.scheduling.from_mission import MissionProblem


@dataclass(frozen=True, slots=True)
class BlockDifference:
    """A visit or block that is not as it was; None: it is not there, or not any more.

    Attributes
    ----------
    companies : tuple of str
        Whom it concerns: those who take part, or did.
    """

    before: Attendance | None
    after: Attendance | None
    companies: tuple[str, ...]


def companies_told_of_blocks(released: Programme, made: MissionProblem) -> frozenset[str]:
    """Give the companies whose visits or blocks are not as they were released."""
    now = (*made.attendances(is_visit=True), *made.attendances(is_visit=False))
    rows = block_differences((*released.visits, *released.blocks), now)
    return frozenset(code for row in rows for code in row.companies)


def block_differences(before: Iterable[Attendance], after: Iterable[Attendance]) -> Iterator[BlockDifference]:
    """Compare visits and blocks: a block is the same one while its kind and title, or its time, are."""
    rest = list(after)
    unmatched: list[Attendance] = []
    for old in before:
        same = next((new for new in rest if _key(new) == _key(old)), None)
        if same is None:
            unmatched.append(old)
        else:
            rest.remove(same)
            yield from _who_differs(old, same)
    for old in unmatched:
        moved = next((new for new in rest if _is_moved(old, new)), None)
        if moved is not None:
            rest.remove(moved)
            yield BlockDifference(old, moved, tuple(dict.fromkeys((*old.companies, *moved.companies))))
        else:
            yield BlockDifference(old, None, old.companies)
    yield from (BlockDifference(None, new, new.companies) for new in rest)


def _key(block: Attendance) -> tuple[object, ...]:
    return block.kind, block.start, block.end, block.venue, block.title.best()


def _is_moved(old: Attendance, new: Attendance) -> bool:
    return (old.kind, old.title.best()) == (new.kind, new.title.best())


def _who_differs(old: Attendance, new: Attendance) -> Iterator[BlockDifference]:
    left = tuple(code for code in old.companies if code not in new.companies)
    joined = tuple(code for code in new.companies if code not in old.companies)
    if left:
        yield BlockDifference(old, None, left)
    if joined:
        yield BlockDifference(None, new, joined)
