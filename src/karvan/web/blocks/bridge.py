"""Between the stored plan of days and the pure mission."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from typing import Any, TypeAlias

from karvan.mission.blocks import ProgrammeBlock as Block
from karvan.mission.mission import Mission
from karvan.mission.programme import Programme
from karvan.web.blocks.effects import Edit
from karvan.web.blocks.models import ProgrammeBlock, RemovedBlock
from karvan.web.blocks.running_order import Item, item_columns, stored_items
from karvan.web.companies.enums import Standing
from karvan.web.missions.models import Mission as StoredMission
from karvan.web.programmes.bridge import read_release
from karvan.web.programmes.queries import NothingReleasedError, latest_version
from karvan.web.workbooks.bridge import block_columns, records

PureBlock: TypeAlias = Block
"""A block without a database, for the signatures of actions."""

PureItem: TypeAlias = Item
"""An item of a running order, likewise."""

PureMission: TypeAlias = Mission
"""A mission, likewise."""


def revision_of(columns: Mapping[str, Any]) -> str:
    """Give a short sign of what a row holds: forms carry it, so that nobody overwrites what they have not seen."""
    text = json.dumps(columns, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def plan_of(stored: StoredMission) -> Mission:
    """Give what everybody may know of a mission before a release: companies, blocks and tables; three queries."""
    return Mission(
        settings=records.pure_settings(stored),
        companies=tuple(map(records.pure_company, stored.companies.filter(standing=Standing.PARTICIPATING))),
        blocks=tuple(map(records.pure_block, stored.blocks.all())),
        tables=tuple(map(records.pure_table, stored.tables.all())),
    )


def columns_of(row: ProgrammeBlock) -> dict[str, Any]:
    """Give the columns of a stored block."""
    return block_columns(records.pure_block(row)) | {"items": row.items}


def pure_of(row: ProgrammeBlock) -> Block:
    """Give a stored block without its running order."""
    return records.pure_block(row)


def removed_block(removed: RemovedBlock) -> Block:
    """Give a removed block as it would come back."""
    columns = {name: value for name, value in removed.contents.items() if name not in {"items", "places"}}
    columns |= {"date": date.fromisoformat(columns["date"])}
    columns |= {name: time.fromisoformat(columns[name]) for name in ("start", "end")}
    return records.pure_block(ProgrammeBlock(**columns))


def columns_for(block: Block) -> dict[str, Any]:
    """Give the columns of a block but its running order."""
    return block_columns(block)


def items_of(row: ProgrammeBlock) -> tuple[Item, ...]:
    """Give the running order of a stored block."""
    return stored_items(row.items)


def columns_of_items(items: tuple[Item, ...]) -> list[dict[str, Any]]:
    """Give what is stored of a running order."""
    return [item_columns(item) for item in items]


def released_programme(stored: StoredMission) -> Programme | None:
    """Give the latest released programme, or None before the first."""
    try:
        return read_release(latest_version(stored.slug)).programme
    except NothingReleasedError:
        return None


def with_block(mission: Mission, block: Block, index: int | None) -> Edit:
    """Give a mission with a block in the place of another one, or at the end."""
    place = len(mission.blocks) if index is None else index
    if index is not None:
        block = replace(block, chosen=mission.blocks[index].chosen, refused=mission.blocks[index].refused)
    blocks = (*mission.blocks[:place], block, *mission.blocks[place + 1 :])
    return Edit(after=replace(mission, blocks=blocks), record="blocks", index=place)


def without_block(mission: Mission, index: int) -> Edit:
    """Give a mission without a block."""
    blocks = (*mission.blocks[:index], *mission.blocks[index + 1 :])
    return Edit(after=replace(mission, blocks=blocks), record="blocks", removed=index)
