"""Blocks of the programme: time in which meetings are held, or in which somebody is bound."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, time

from karvan.mission.localised import NO_TEXT, LocalisedText

EVERYBODY = "*"
"""In a block's `companies`: both sides."""


class BlockKind(enum.StrEnum):
    """What happens in a block."""

    MEETINGS = "meetings"
    VISIT = "visit"
    PLENARY = "plenary"
    RECEPTION = "reception"
    TRANSFER = "transfer"
    BREAK = "break"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeBlock:
    """One block of time on one day at one venue.

    Attributes
    ----------
    companies : tuple of str
        Codes, ``visitor``, ``host`` or ``*``: who takes part or, for meetings, who may meet in it.
    capacity : int or None
        How many companies a visit has room for.
    is_choice : bool
        Companies are assigned to it up to its capacity; otherwise all named take part.
    domains : tuple of str
        For meetings: only pairs that share one of them, or asked for their meeting, may use it.
    chosen, refused : tuple of str
        For a visit that is a choice: codes of companies that have chosen it, and of those that will not go.
    """

    date: date
    start: time
    end: time
    kind: BlockKind
    title: LocalisedText = NO_TEXT
    venue: str = ""
    companies: tuple[str, ...] = (EVERYBODY,)
    capacity: int | None = None
    is_choice: bool = False
    domains: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    @property
    def is_assigned(self) -> bool:
        """Whether companies are assigned to it, rather than all named taking part."""
        return self.is_choice and self.kind is BlockKind.VISIT
