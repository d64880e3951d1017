"""Reading .xlsx: one pass over each sheet gives values, formulas without a value, and merged ranges.

Nothing is evaluated and nothing outside the file is opened. A general library would need two
passes for the same answers, and one of them with every cell in memory.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from datetime import datetime

from karvan.formats.workbook.located import Located
from karvan.formats.workbook.package import LocalNames, Package
from karvan.formats.workbook.raw import RawBook, RawSheet
from karvan.formats.workbook.schema import Sheet, is_help_sheet, sheet_named
from karvan.formats.workbook.sheet_xml import SheetReader, TooManyRowsError, unescape
from karvan.formats.workbook.text import word_key

_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Numbers of built-in formats that show a date or a time."""

_NOT_A_DATE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
"""Parts of a format that stand for themselves: quoted text, escapes, colours, locales."""

EPOCH_1900, EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - a sheet's days have no zone
"""Day 0 of a workbook, and of one that was made on an old Macintosh."""


@dataclass(slots=True)
class _Entry:
    """A sheet as the workbook part lists it."""

    name: str
    relation: str
    is_hidden: bool


@dataclass(slots=True)
class _Workbook:
    """What the parts around the sheets say."""

    entries: list[_Entry] = field(default_factory=list[_Entry])
    parts: dict[str, str] = field(default_factory=dict[str, str])
    epoch: datetime = EPOCH_1900
    strings: list[str] = field(default_factory=list[str])
    date_styles: frozenset[str] = frozenset()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take an element of the workbook part."""
        tag = LocalNames()[tag]
        if tag == "sheet":
            relation = next((value for name, value in attributes.items() if name.rpartition(":")[2] == "id"), "")
            is_hidden = attributes.get("state", "visible") != "visible"
            self.entries.append(_Entry(attributes.get("name", ""), relation, is_hidden))
        elif tag == "workbookPr" and attributes.get("date1904") in {"1", "true"}:
            self.epoch = EPOCH_1904


def read_xlsx(package: Package) -> RawBook:
    """Read the sheets that the schema knows; the others are named in warnings.

    Raises
    ------
    RefusedFileError
        If the file is damaged or holds too much.
    """
    book = RawBook(source=package.source)
    workbook = _workbook(package)
    for entry in workbook.entries:
        sheet = sheet_named(entry.name)
        part = workbook.parts.get(entry.relation, "")
        if sheet and package.has(part):
            _add_sheet(book, package, workbook, entry, sheet)
        elif not is_help_sheet(entry.name):
            book.ignore(entry.name, package.source)
    return book


def _add_sheet(book: RawBook, package: Package, workbook: _Workbook, entry: _Entry, sheet: Sheet) -> None:
    reader = SheetReader(workbook.strings, workbook.date_styles, workbook.epoch, sheet.max_rows)
    try:
        package.parse(workbook.parts[entry.relation], reader.start, reader.end, reader.text.append)
    except TooManyRowsError:
        issue = Located(
            "too-many-rows", sheet.record, expected=str(sheet.max_rows), source=book.source, sheet=entry.name
        )
        book.refuse(word_key(sheet.name), issue)
        return
    book.sheets.append(
        RawSheet(
            name=entry.name,
            source=package.source,
            rows=tuple(reader.rows),
            merged=tuple(reader.merged),
            is_hidden=entry.is_hidden,
        )
    )


def _workbook(package: Package) -> _Workbook:
    root = _relations(package, "").values()
    main = next((target for kind, target in root if kind == "officeDocument"), "xl/workbook.xml")
    workbook = _Workbook()
    package.parse(main, workbook.start)
    relations = _relations(package, main)
    workbook.parts = {name: target for name, (kind, target) in relations.items() if kind == "worksheet"}
    others = dict(relations.values())
    workbook.strings = _strings(package, others.get("sharedStrings", ""))
    workbook.date_styles = _date_styles(package, others.get("styles", ""))
    return workbook


def _relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """Give what a part points to, by the name of the relation: the kind, and the part meant."""
    folder, name = posixpath.split(part)
    found: dict[str, tuple[str, str]] = {}
    local = LocalNames()

    def start(tag: str, attributes: dict[str, str]) -> None:
        if local[tag] == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = (kind, target.lstrip("/"))

    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if package.has(rels):
        package.parse(rels, start)
    return found


class _Strings:
    """The texts that cells share; how they are to be pronounced is left out."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        self.text: list[str] = []
        self._pieces: list[str] = []
        self._is_phonetic = False
        self._local = LocalNames()

    def start(self, tag: str, _: dict[str, str]) -> None:
        """Take the start of an element."""
        tag = self._local[tag]
        if tag == "t":
            self.text.clear()
        elif tag == "si":
            self._pieces.clear()
        elif tag == "rPh":
            self._is_phonetic = True

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        tag = self._local[tag]
        if tag == "t" and not self._is_phonetic:
            self._pieces.append("".join(self.text))
        elif tag == "si":
            self.strings.append(unescape("".join(self._pieces)))
            self.text.clear()
        elif tag == "rPh":
            self._is_phonetic = False


def _strings(package: Package, part: str) -> list[str]:
    found = _Strings()
    if package.has(part):
        package.parse(part, found.start, found.end, found.text.append)
    return found.strings


class _Styles:
    """The cell styles whose number format shows a date or a time."""

    def __init__(self) -> None:
        self._dates = {str(number) for number in _DATE_FORMATS}
        self._styles: list[str] = []
        self._is_inside = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        tag = LocalNames()[tag]
        if tag == "numFmt" and shows_date(attributes.get("formatCode", "")):
            self._dates.add(attributes.get("numFmtId", ""))
        elif tag == "xf" and self._is_inside:
            self._styles.append(attributes.get("numFmtId", "0"))
        elif tag == "cellXfs":
            self._is_inside = True

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if LocalNames()[tag] == "cellXfs":
            self._is_inside = False

    @property
    def dates(self) -> frozenset[str]:
        """The indices of the styles, as cells name them."""
        return frozenset(str(index) for index, number in enumerate(self._styles) if number in self._dates)


def _date_styles(package: Package, part: str) -> frozenset[str]:
    styles = _Styles()
    if package.has(part):
        package.parse(part, styles.start, styles.end)
    return styles.dates


def shows_date(code: str) -> bool:
    """Whether a number format shows a date or a time: ``yyyy-mm-dd``, not ``"day "0``."""
    return bool(re.search("[dmyhs]", _NOT_A_DATE.sub("", code.partition(";")[0]), re.IGNORECASE))
