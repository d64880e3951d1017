"""Laying blocks of time side by side on a timeline of twelve columns: visitors first, hosts last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

COLUMNS = 12
"""Columns of a timeline, half for each side."""

Groups = tuple[str, ...]

VISITORS, BOTH, HOSTS = ("visitor",), ("visitor", "host"), ("host",)
ORDER: tuple[Groups, ...] = (VISITORS, BOTH, HOSTS)
"""Sides that a block can have, in the order of their columns."""


@dataclass(frozen=True, slots=True)
class Lane:
    """Where a block lies: its first column (from 1) and how many it takes."""

    column: int
    width: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A block as far as its place is concerned."""

    start: datetime
    end: datetime
    sides: Groups


def lay_out(bars: Sequence[Bar]) -> tuple[Lane, ...]:
    """Give each bar a lane, so that no two that overlap in time share a column."""
    lanes: dict[int, Lane] = {}
    for cluster in _clusters(bars):
        lanes |= _cluster_lanes(bars, cluster)
    return tuple(lanes[index] for index in range(len(bars)))


def _clusters(bars: Sequence[Bar]) -> Iterator[list[int]]:
    """Give the groups of bars that are linked by overlaps, in order of time."""
    cluster: list[int] = []
    end: datetime | None = None
    for index in sorted(range(len(bars)), key=lambda i: (bars[i].start, -_seconds(bars[i]))):
        if end is not None and bars[index].start >= end:
            yield cluster
            cluster, end = [], None
        cluster.append(index)
        end = max(end or bars[index].end, bars[index].end)
    if cluster:
        yield cluster


def _seconds(bar: Bar) -> float:
    return (bar.end - bar.start).total_seconds()


def _cluster_lanes(bars: Sequence[Bar], cluster: Iterable[int]) -> dict[int, Lane]:
    rows: dict[Groups, list[int]] = defaultdict(list)
    for index in cluster:
        rows[bars[index].sides].append(index)
    tracks = {sides: _tracks(bars, rows[sides]) for sides in ORDER}
    if not rows[BOTH]:
        half = COLUMNS // 2
        return _share(tracks[VISITORS], 0, half) | _share(tracks[HOSTS], half, half)
    return _share([track for sides in ORDER for track in tracks[sides]], 0, COLUMNS)


def _tracks(bars: Sequence[Bar], indices: Iterable[int]) -> list[list[int]]:
    """Put bars into as few tracks as possible, each free of overlaps."""
    tracks: list[list[int]] = []
    for index in indices:
        free = (track for track in tracks if bars[track[-1]].end <= bars[index].start)
        track = next(free, None)
        if track is None:
            tracks.append([index])
        else:
            track.append(index)
    return tracks


def _share(tracks: Sequence[Sequence[int]], first: int, width: int) -> dict[int, Lane]:
    """Share columns evenly among tracks."""
    lanes: dict[int, Lane] = {}
    for position, track in enumerate(tracks):
        begin = first + position * width // len(tracks)
        end = first + (position + 1) * width // len(tracks)
        lanes |= {index: Lane(begin + 1, max(1, end - begin)) for index in track}
    return lanes
