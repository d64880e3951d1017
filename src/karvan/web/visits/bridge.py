"""Between stored visits and the pure calendar: who may go, and what else is at that time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from karvan.mission.blocks import EVERYBODY, BlockKind
from karvan.mission.calendar import Calendar
from karvan.mission.mission import Mission
from karvan.web.blocks.models import ProgrammeBlock
from karvan.web.companies.models import Company

PureMission: TypeAlias = Mission
"""A mission without a database, for the signatures of others."""

VISIT = BlockKind.VISIT.value
"""The kind of blocks that are visits, as stored."""


def may_choose(row: ProgrammeBlock, company: Company) -> bool:
    """Whether a visit is a choice, and the company's."""
    is_named = not {company.code, company.side, EVERYBODY}.isdisjoint(row.companies)
    return row.kind == VISIT and row.is_choice and is_named


def clash_with(mission: Mission, code: str, index: int, taken: Iterable[int]) -> int | None:
    """Give the block that keeps a company from a visit, by its index: one it must attend, or a visit it has taken."""
    calendar = Calendar(mission)
    span = calendar.span_of(mission.blocks[index])
    others = (*mission.binding_blocks(code), *taken)
    return next(
        (i for i in others if i != index and not calendar.are_apart(span, calendar.span_of(mission.blocks[i]))), None
    )
