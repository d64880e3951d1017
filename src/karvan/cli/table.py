"""Rows of words and numbers as a plain table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from karvan.languages.bidi import strip_isolates


def aligned(rows: Sequence[Sequence[str]], texts: int = 1) -> list[str]:
    """Give each row as a line; the first columns are texts, set left, the others numbers, set right."""
    columns = zip_longest(*rows, fillvalue="")
    widths = [max(_width(cell) for cell in column) for column in columns]
    return [
        "  ".join(
            _padded(cell, width, is_text=place < texts)
            for place, (cell, width) in enumerate(zip(row, widths, strict=False))
        ).rstrip()
        for row in rows
    ]


def _padded(cell: str, width: int, *, is_text: bool) -> str:
    blank = " " * (width - _width(cell))
    return cell + blank if is_text else blank + cell


def _width(cell: str) -> int:
    """Give how many characters of a cell are seen."""
    return sum(char != "\u200c" for char in strip_isolates(cell))
