"""What a workbook changes in a mission: each row is found again by its code, or by what it says."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from karvan.formats.workbook.schema import SHEETS, Column, Sheet
from karvan.formats.workbook.tables import cell_of, columns_in, text_of_cell
from karvan.formats.workbook.text import folded
from karvan.mission.localised import LocalisedText
from karvan.mission.mission import Mission
from karvan.mission.requests import RequestStatus

Given = Mapping[str, Collection[str]]
"""Headers of the columns that a workbook has (of the sheet Mission: its keys), by record; no sheet without rows."""

CLOSE = 60
"""Percent of its letters that a text shares with the one that it replaces, at least."""

Key = Callable[[Any], Hashable]


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that says something else."""

    column: Column
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that is new, says something else, or is not there any more.

    Attributes
    ----------
    before, after : int or None
        Its place in the list of the mission before, and of the workbook; None where it is not there.
    """

    before: int | None
    after: int | None
    cells: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True)
class SheetChanges:
    """What changes in one sheet.

    Attributes
    ----------
    removed : tuple of RowChange
        Rows that the workbook does not have. Whether they go is for somebody to decide: see `brought_together`.
    unchanged : int
        How many rows say the same.
    """

    sheet: Sheet
    added: tuple[RowChange, ...] = ()
    changed: tuple[RowChange, ...] = ()
    removed: tuple[RowChange, ...] = ()
    unchanged: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing new."""
        return not (self.added or self.changed or self.removed)


def _of_company(*fields: str) -> Key:
    """Give a key by the company and what it says; None where it says nothing."""
    return lambda row: (row.company, *said) if all(said := [getattr(row, field) for field in fields]) else None


def _by(*fields: str) -> Key:
    return lambda row: tuple(getattr(row, field) for field in fields)


_CODES: dict[str, Key] = {
    "companies": _by("code"),
    "interpreters": _by("code"),
    "tables": _by("venue", "table"),
    "travel": _by("origin", "destination"),
    "concepts": _by("parent", "code"),
    "requests": _by("company", "counterpart"),
    "fixed": _by("company", "counterpart"),
}
"""What a row is known by, where there is one such row only."""

_LIKENESSES: dict[str, tuple[Key, ...]] = {
    "opportunities": (_of_company("kind", "text"), _of_company("kind", "title")),
    "people": (
        lambda row: (row.company, row.name.best("en"), row.email),
        _of_company("email"),
        lambda row: (row.company, row.name.best("en")),
    ),
    "blocks": (
        lambda row: (row.date, row.start, row.end, row.kind, row.venue, row.title.best("en")),
        _by("date", "start", "kind", "venue"),
        lambda row: (row.kind, row.title.best("en")) if row.title else None,
    ),
    "absences": (_by("who", "date", "start", "end"), _by("who", "date", "start")),
}
"""What rows without a code are found again by, the surest first."""


def compare(
    before: Mission, after: Mission, given: Given | None = None, kept: Collection[tuple[str, int]] = ()
) -> list[SheetChanges]:
    """Give what a workbook changes, sheet by sheet, in the order of the sheets.

    Parameters
    ----------
    before : Mission
        As it would be written to a workbook: see `with_english`.
    after : Mission
        What the workbook says.
    given : Given, optional
        What is not in the workbook at all stays as it is: a missing sheet, a sheet without rows, a missing column.
        None: it has everything.
    kept : collection of (str, int)
        Rows (record and place) that are never removed.

    Notes
    -----
    Texts that differ in invisible characters, or in Arabic letters for Persian ones, are the same: a workbook that was
    written and read again changes nothing. A request that was answered since a workbook was taken stays answered:
    ``pending`` says nothing about it.
    """
    found: list[SheetChanges] = []
    for sheet in SHEETS:
        rows = _rows_of(before, sheet), _rows_of(after, sheet)
        columns = _columns(sheet, given, (*rows[0], *rows[1]))
        if sheet.is_keyed:
            found.append(_settings_changes(sheet, columns, before, after))
        elif given is None or sheet.record in given:
            found.append(_sheet_changes(sheet, columns, before, after, kept))
    return found if given is None else [_answers_kept(change, after) for change in found]


def _answers_kept(change: SheetChanges, after: Mission) -> SheetChanges:
    """Leave out that an answered request waits again."""
    if change.sheet.record != "requests":
        return change
    rows = [
        dataclasses.replace(row, cells=tuple(cell for cell in row.cells if not _waits_again(cell, row, after)))
        for row in change.changed
    ]
    changed = tuple(row for row in rows if row.cells)
    return dataclasses.replace(change, changed=changed, unchanged=change.unchanged + len(rows) - len(changed))


def _waits_again(cell: CellChange, row: RowChange, after: Mission) -> bool:
    assert row.after is not None
    return cell.column.field == "status" and after.requests[row.after].status is RequestStatus.PENDING


def _rows_of(mission: Mission, sheet: Sheet) -> Sequence[Any]:
    return (mission.settings,) if sheet.is_keyed else getattr(mission, sheet.record)


def _settings_changes(sheet: Sheet, columns: Sequence[Column], before: Mission, after: Mission) -> SheetChanges:
    cells = _cell_changes(columns, before.settings, after.settings)
    return SheetChanges(sheet, changed=(RowChange(0, 0, cells),) if cells else (), unchanged=int(not cells))


def _columns(sheet: Sheet, everything: Given | None, rows: Sequence[Any]) -> Sequence[Column]:
    """Give the columns of a sheet that a workbook has, localised ones once for each language."""
    if everything is None:
        return columns_in(sheet, (), rows)
    given, found = everything.get(sheet.record, ()), list[Column]()
    for column in sheet.columns:
        if column.is_localised:
            stem = f"{column.name}_"
            found += [column.version(h.removeprefix(stem)) for h in sorted(given) if h.startswith(stem)]
        elif column.name in given:
            found.append(column)
    return found


def _sheet_changes(
    sheet: Sheet, columns: Sequence[Column], before: Mission, after: Mission, kept: Collection[tuple[str, int]]
) -> SheetChanges:
    record, old, new = sheet.record, _rows_of(before, sheet), _rows_of(after, sheet)
    pairs = _pairs(record, old, new)
    added, changed = list[RowChange](), list[RowChange]()
    for place, known in pairs.items():
        cells = _cell_changes(columns, old[known] if known is not None else None, new[place])
        if known is None:
            added.append(RowChange(None, place, cells))
        elif cells:
            changed.append(RowChange(known, place, cells))
    gone = set(range(len(old))) - set(pairs.values())
    removed = [
        RowChange(place, None, _cell_changes(columns, old[place], None))
        for place in sorted(gone)
        if (record, place) not in kept and _is_spoken_of(old[place], record, before, after)
    ]
    return SheetChanges(
        sheet, tuple(added), tuple(changed), tuple(removed), unchanged=len(pairs) - len(added) - len(changed)
    )


def _is_spoken_of(row: Any, record: str, before: Mission, after: Mission) -> bool:
    """Whether a workbook that leaves a row out means it: it speaks of the company, or of both."""
    if record in {"companies", "interpreters"}:
        return True
    codes = {getattr(row, field, None) for field in ("company", "counterpart", "who")} & before.company.keys()
    return codes <= after.company.keys()


def _pairs(record: str, old: Sequence[Any], new: Sequence[Any]) -> dict[int, int | None]:
    """Give for each row of the workbook the old row that it is, or None."""
    if code := _CODES.get(record):
        places = {code(row): place for place, row in enumerate(old)}
        last = {code(row): place for place, row in enumerate(new)}
        return {place: places.get(key) for key, place in sorted(last.items(), key=lambda item: item[1])}
    found: dict[int, int | None] = dict.fromkeys(range(len(new)))
    free = dict.fromkeys(range(len(old)))
    for key in _LIKENESSES[record]:
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for place in free:
            waiting[_folded(key(old[place]))].append(place)
        for place, known in found.items():
            said = _folded(key(new[place])) if known is None else None
            if said is not None and waiting.get(said):
                found[place] = same = waiting[said].pop(0)
                del free[same]
    return found | dict(_closest(found, free, old, new)) if record == "opportunities" else found


def _folded(key: Hashable) -> Hashable:
    """Give a key in which texts are as they are compared."""
    if isinstance(key, str):
        return folded(key)
    return tuple(_folded(part) for part in key) if isinstance(key, tuple) else key


def _closest(
    found: dict[int, int | None], free: Collection[int], old: Sequence[Any], new: Sequence[Any]
) -> Iterator[tuple[int, int]]:
    """Give offers and needs whose text was changed: of the same company and kind, and close enough."""
    from rapidfuzz import fuzz

    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for place in free:
        waiting[old[place].company, old[place].kind].append(place)
    for place in [place for place, known in found.items() if known is None]:
        near = waiting[new[place].company, new[place].kind]
        scored = [(fuzz.ratio(old[other].text, new[place].text), -other) for other in near]
        if scored and max(scored)[0] >= CLOSE:
            other = -max(scored)[1]
            near.remove(other)
            yield place, other


def _cell_changes(columns: Sequence[Column], old: Any, new: Any) -> tuple[CellChange, ...]:
    """Give the cells in which two records differ; None: there is no such record."""
    found: list[CellChange] = []
    for column in columns:
        was, now = (None if row is None else getattr(row, column.field) for row in (old, new))
        if was != now:
            before, after = _text(column, was), _text(column, now)
            if folded(before) != folded(after):
                found.append(CellChange(column, before, after))
    return tuple(found)


def _text(column: Column, value: Any) -> str:
    cell = cell_of(value, column.language)
    return "" if cell is None else text_of_cell(cell)


def with_english(mission: Mission) -> Mission:
    """Give a mission in which every text that a workbook requires in English has such a version: else any other."""
    changed: dict[str, Any] = {}
    for sheet in SHEETS:
        fields = [column.field for column in sheet.columns if column.is_localised and column.is_required]
        if fields and sheet.is_keyed:
            changed["settings"] = _in_english(mission.settings, fields)
        elif fields:
            rows: Sequence[Any] = getattr(mission, sheet.record)
            changed[sheet.record] = tuple(_in_english(row, fields) for row in rows)
    return dataclasses.replace(mission, **changed)


def _in_english(row: Any, fields: Sequence[str]) -> Any:
    texts: dict[str, LocalisedText] = {field: getattr(row, field) for field in fields}
    filled = {
        field: LocalisedText.from_mapping(dict(text) | {"en": text.best("en")})
        for field, text in texts.items()
        if text.in_language("en") is None
    }
    return dataclasses.replace(row, **filled) if filled else row


def brought_together(
    before: Mission, after: Mission, changes: Sequence[SheetChanges], taken_out: Collection[str] = ()
) -> Mission:
    """Give the mission with a workbook brought in: of rows that change, only the cells that do.

    Parameters
    ----------
    taken_out : collection of str
        Records whose `removed` rows go; all others keep theirs. With a company goes all that speaks of it.
    """
    lists = {
        change.sheet.record: _list_of(change, before, after, is_taken_out=change.sheet.record in taken_out)
        for change in changes
        if not change.sheet.is_keyed
    }
    settings = before.settings
    for change in changes:
        for row in change.changed if change.sheet.is_keyed else ():
            settings = merged(settings, after.settings, row.cells)
    whole = dataclasses.replace(before, settings=settings, **lists, text_languages=())
    return without_strangers(whole, before.company.keys() - whole.company.keys())


def _list_of(change: SheetChanges, before: Mission, after: Mission, *, is_taken_out: bool) -> tuple[Any, ...]:
    record = change.sheet.record
    new: Sequence[Any] = getattr(after, record)
    rows: dict[int, Any] = dict(enumerate(getattr(before, record)))
    for row in change.changed:
        assert row.before is not None
        assert row.after is not None
        rows[row.before] = merged(rows[row.before], new[row.after], row.cells)
    for row in change.removed if is_taken_out else ():
        assert row.before is not None
        rows.pop(row.before)
    return (*rows.values(), *(new[row.after] for row in change.added if row.after is not None))


def merged(old: Any, new: Any, cells: Sequence[CellChange]) -> Any:
    """Give a record with the cells that change, in all other things as it was."""
    values: dict[str, Any] = {}
    for cell in cells:
        field, value = cell.column.field, getattr(new, cell.column.field)
        if isinstance(value, LocalisedText):
            known: dict[str, str] = dict(values.get(field, getattr(old, field)))
            language = cell.column.language
            values[field] = LocalisedText.from_mapping(known | {language: value.in_language(language) or ""})
        else:
            values[field] = value
    return dataclasses.replace(old, **values)


def without_strangers(mission: Mission, gone: Collection[str]) -> Mission:
    """Give a mission without what speaks of companies that have left it; a block that named only them goes too."""

    def stays(row: Any) -> bool:
        return all(getattr(row, field, None) not in gone for field in ("company", "counterpart", "who"))

    lists: dict[str, Any] = {
        record: tuple(filter(stays, getattr(mission, record)))
        for record in ("opportunities", "people", "requests", "absences", "fixed")
    }
    named = (
        dataclasses.replace(block, companies=tuple(code for code in block.companies if code not in gone))
        for block in mission.blocks
    )
    return dataclasses.replace(mission, **lists, blocks=tuple(block for block in named if block.companies))
