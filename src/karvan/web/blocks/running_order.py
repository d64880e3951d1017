"""The running order of a plenary or reception: what comes after what, with times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from karvan.mission.blocks import BlockKind
from karvan.mission.localised import LocalisedText

WITH_ORDER = frozenset((BlockKind.PLENARY, BlockKind.RECEPTION))
"""Kinds of block that have one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item.

    Attributes
    ----------
    company : str
        Code of the speaker's company; empty: nobody's.
    is_pitch : bool
        Whether a company presents itself.
    """

    minutes: int
    title: LocalisedText
    company: str = ""
    is_pitch: bool = False


@dataclass(frozen=True, slots=True)
class TimedItem:
    """An item with its time."""

    item: Item
    start: datetime
    end: datetime


def item_columns(item: Item) -> dict[str, Any]:
    """Give what is stored of an item."""
    return {
        "minutes": item.minutes,
        "titles": dict(item.title),
        "company": item.company,
        "is_pitch": item.is_pitch,
    }


def stored_items(rows: Iterable[dict[str, Any]]) -> tuple[Item, ...]:
    """Give items as they were stored."""
    return tuple(
        Item(
            minutes=row["minutes"],
            title=LocalisedText.from_mapping(row["titles"]),
            company=row["company"],
            is_pitch=row["is_pitch"],
        )
        for row in rows
    )


def timed(items: Iterable[Item], start: datetime) -> tuple[TimedItem, ...]:
    """Give items with their times, one after the other from the start of their block."""
    rows: list[TimedItem] = []
    for item in items:
        end = start + timedelta(minutes=item.minutes)
        rows.append(TimedItem(item, start, end))
        start = end
    return tuple(rows)
