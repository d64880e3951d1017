"""A mission from a workbook, with everything that is wrong with it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from karvan.formats.workbook.located import FILE, Located, RefusedFileError
from karvan.formats.workbook.raw import RawBook, RawSheet
from karvan.formats.workbook.references import Known
from karvan.formats.workbook.rows import ReadSheet, read_rows
from karvan.formats.workbook.schema import SHEETS, Sheet, sheet_named
from karvan.formats.workbook.settings import read_settings, settings_of
from karvan.formats.workbook.source import open_bytes, open_files, open_path
from karvan.formats.workbook.text import word_key
from karvan.formats.workbook.vocabulary import closest_word
from karvan.languages.detect import detect_language
from karvan.matching.added import concept_issues
from karvan.mission.issues import InvalidMissionError, Issue
from karvan.mission.localised import LocalisedText
from karvan.mission.mission import Mission
from karvan.mission.opportunities import Opportunity
from karvan.mission.validation import find_issues


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What a workbook says.

    Attributes
    ----------
    mission : Mission or None
        None if anything is wrong: nothing is read in part.
    issues : tuple of Located
        Errors and warnings in the order of the sheets and their rows.
    given : dict of str to frozenset of str
        Headers of the columns that it has (of the sheet Mission: its keys), by record; none of a sheet without rows.
    """

    mission: Mission | None
    issues: tuple[Located, ...]
    given: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])

    @property
    def errors(self) -> tuple[Located, ...]:
        """The issues that stop the work."""
        return tuple(issue for issue in self.issues if issue.is_error)

    @property
    def warnings(self) -> tuple[Located, ...]:
        """The issues that do not."""
        return tuple(issue for issue in self.issues if not issue.is_error)


def read_mission(path: Path) -> ReadResult:
    """Read an .xlsx workbook or a folder of CSV files; never raises for anything that a file holds."""
    return _read(lambda: open_path(path))


def read_mission_bytes(data: bytes, name: str) -> ReadResult:
    """Read an .xlsx workbook that somebody has sent under a name."""
    return _read(lambda: open_bytes(data, name))


def read_mission_files(files: Mapping[str, bytes], name: str) -> ReadResult:
    """Read CSV files that somebody has sent, by their names; `name` stands for all of them."""
    return _read(lambda: open_files(files, name))


def require_mission(path: Path) -> tuple[Mission, tuple[Located, ...]]:
    """Read a mission and its warnings.

    Raises
    ------
    InvalidMissionError
        If there is an error; it carries all issues.
    """
    result = read_mission(path)
    if result.mission is None:
        raise InvalidMissionError(result.issues)
    return result.mission, result.issues


def _read(open_book: Callable[[], RawBook]) -> ReadResult:
    try:
        return read_book(open_book())
    except RefusedFileError as error:
        return ReadResult(None, (error.issue,))


def read_book(book: RawBook) -> ReadResult:
    """Read the mission that an opened book describes."""
    issues = list(book.issues)
    sheets = {
        sheet.record: (read_settings if sheet.is_keyed else read_rows)(raw, sheet)
        for sheet, raw in _matched(book, issues).items()
    }
    issues.extend(_missing_sheets(book, sheets))
    for read in sheets.values():
        issues.extend(read.issues)
    mission = mission_of(sheets)
    issues.extend(_mission_issues(mission, sheets, _unusable(book, sheets), is_partial=_has_error(issues)))
    issues.sort(key=_file_order)
    given = {record: headers for record, read in sheets.items() if (headers := _given(read))}
    return ReadResult(None if _has_error(issues) else mission, tuple(issues), given)


def _given(read: ReadSheet) -> frozenset[str]:
    """Give the headers of a sheet that has rows, or the keys of the sheet Mission that have a value."""
    if not read.sheet.is_keyed:
        return frozenset(header.column.header for header in read.headers) if read.records else frozenset()
    columns = {column.field: column for column in read.sheet.columns}
    return frozenset(
        f"{columns[name].name}_{language}" if language else columns[name].name
        for name, value in read.values.items()
        for language in (dict(value) if isinstance(value, LocalisedText) else ("",))
    )


def _has_error(issues: Iterable[Located]) -> bool:
    return any(issue.is_error for issue in issues)


def _unusable(book: RawBook, sheets: Mapping[str, ReadSheet]) -> set[str]:
    """Give the records that should be there and could not be understood."""
    return {
        sheet.record
        for sheet in SHEETS
        if (
            not sheets[sheet.record].is_usable
            if sheet.record in sheets
            else sheet.is_required or word_key(sheet.name) in book.unreadable
        )
    }


def _matched(book: RawBook, issues: list[Located]) -> dict[Sheet, RawSheet]:
    """Match sheets with the schema; a second sheet of the same name is refused."""
    found: dict[Sheet, RawSheet] = {}
    for raw in book.sheets:
        sheet = sheet_named(raw.name)
        assert sheet
        if sheet in found:
            other = found[sheet].name
            issues.append(Located("duplicate-sheet", sheet.record, value=other, source=raw.source, sheet=raw.name))
        else:
            found[sheet] = raw
    return {sheet: found[sheet] for sheet in SHEETS if sheet in found}


def _missing_sheets(book: RawBook, sheets: Mapping[str, ReadSheet]) -> Iterator[Located]:
    strangers = [issue.value for issue in book.issues if issue.code == "unknown-sheet"]
    for sheet in SHEETS:
        read = sheets.get(sheet.record)
        if not sheet.is_required or word_key(sheet.name) in book.unreadable:
            continue
        if read is None:
            closest = closest_word(sheet.name, strangers)
            yield Located("missing-sheet", FILE, value=sheet.name, source=book.source, closest=closest)
        elif len(read.raw.rows) <= int(not sheet.is_keyed):
            yield Located("empty-sheet", sheet.record, value=read.raw.name, source=read.raw.source, sheet=read.raw.name)


def mission_of(sheets: Mapping[str, ReadSheet]) -> Mission:
    """Build a mission from all sound rows; settings that are missing have stand-ins."""
    records: dict[str, tuple[Any, ...]] = {
        record: tuple(read.records) for record, read in sheets.items() if record != "settings"
    }
    opportunities = records.get("opportunities", ())
    return Mission(
        settings=settings_of(sheets.get("settings")),
        **({"companies": ()} | records),
        text_languages=detected_languages(opportunities),
    )


def detected_languages(opportunities: Iterable[Opportunity]) -> tuple[str, ...]:
    """Give the language of each text that does not say it; empty where all do."""
    languages = tuple("" if row.language else detect_language(f"{row.title} {row.text}") for row in opportunities)
    return languages if any(languages) else ()


def _mission_issues(
    mission: Mission, sheets: Mapping[str, ReadSheet], unusable: set[str], *, is_partial: bool
) -> Iterator[Located]:
    """Say where the sheets do not agree with each other."""
    refused = {code for read in sheets.values() for code in read.refused}
    known = Known(mission, sheets, unusable)
    for issue in (*find_issues(mission, refused, is_partial=is_partial), *concept_issues(mission)):
        if not known.is_follow_up(issue):
            yield _located(issue, sheets, known.closest_to(issue))


def _located(issue: Issue, sheets: Mapping[str, ReadSheet], closest: str) -> Located:
    given = {field.name: getattr(issue, field.name) for field in dataclasses.fields(Issue)}
    located = Located(**given, closest=closest)
    read = sheets.get(issue.record)
    return read.place_of(issue).locate(located) if read else located


def _file_order(issue: Located) -> tuple[int, int, int, str]:
    records = (FILE, *(sheet.record for sheet in SHEETS))
    letters = issue.letter
    return records.index(issue.record), issue.row or 0, len(letters), letters
