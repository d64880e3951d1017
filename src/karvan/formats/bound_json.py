"""A bound on the breaks as a table that anyone can check (`karvan/bound`, version 1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from karvan.formats.published import read_json
from karvan.scheduling.judge_bound import BoundTable

Json = dict[str, Any]


def bound_data(table: BoundTable, prices: Sequence[int], unit: int) -> Json:
    """Give a bound as data; participants and slots are numbered from 1 as in the file."""
    return {
        "format": "karvan/bound",
        "version": 1,
        "bound": table.bound,
        "unit": unit,
        "prices": [{"slot": slot, "price": price} for slot, price in enumerate(prices, start=1)],
        "cheapest": [{"participant": p, "cost": cost} for p, cost in enumerate(table.cheapest, start=1)],
        "tables_cost": table.tables_cost,
    }


def read_bound(text: str | bytes, source: str = "bound.json") -> tuple[int, tuple[int, ...], int]:
    """Read the bound that a table claims, its prices in the order of slots, and the unit.

    Raises
    ------
    InvalidMissionError
        With every place where the text is no such table.
    """
    data = read_json(text, "bound", source)
    rows = sorted(data["prices"], key=lambda row: row["slot"])
    return data["bound"], tuple(row["price"] for row in rows), data["unit"]
