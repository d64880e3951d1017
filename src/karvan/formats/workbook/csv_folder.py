"""Reading a folder of CSV files, one per sheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from karvan.formats.workbook.located import FILE, Located, RefusedFileError, refused
from karvan.formats.workbook.package import MEBIBYTE, MOST_BYTES
from karvan.formats.workbook.raw import Filled, RawBook, RawRow, RawSheet
from karvan.formats.workbook.schema import KEY, VALUE, Sheet, sheet_named
from karvan.formats.workbook.text import is_blank, word_key

_DELIMITERS = ",;\t"
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_LEGACY = (
    ("windows-1251", "cp1251", "оеаинтсрвлкмдпуя"),
    ("windows-1256", "cp1256", "اهويىنرمدبتشلسكخگپ"),
)
"""Encodings of old: what each is called, its name in Python, and frequent letters of who used it."""


def guard(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula."""
    return f"'{text}" if re.match(r"'*[=+\-@\t\r]", text) else text


def unguard(text: str) -> str:
    """Take the apostrophe away again."""
    return text[1:] if _GUARDED.match(text) else text


def read_folder(folder: Path) -> RawBook:
    """Read the CSV files of a folder.

    Raises
    ------
    RefusedFileError
        If there are none, or the folder cannot be listed.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".csv")
    except OSError as error:
        raise refused("not-readable", folder.name, str(error.strerror)) from error
    if not paths:
        raise refused("no-csv-files", folder.name)
    book = RawBook(source=folder.name)
    for path in paths:
        add_csv(book, path.name, path)
    return book


def add_csv(book: RawBook, name: str, content: Path | bytes) -> None:
    """Read one CSV file into a book, or note why it cannot be read."""
    sheet = sheet_named(Path(name).stem)
    if sheet is None:
        book.ignore(Path(name).stem, name)
        return
    try:
        data = content if isinstance(content, bytes) else _bytes_of(content)
        book.sheets.append(_read_csv(sheet, name, data))
    except RefusedFileError as error:
        book.refuse(word_key(sheet.name), error.issue)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise refused("too-large", path.name, expected=f"{MOST_BYTES // MEBIBYTE} MiB")
        return path.read_bytes()
    except OSError as error:
        raise refused("not-readable", path.name, str(error.strerror)) from error


def _read_csv(sheet: Sheet, name: str, data: bytes) -> RawSheet:
    text = decode(data, name)
    delimiter, skip = _delimiter(sheet, text)
    rows: list[RawRow] = []
    width = 0
    for number, record in enumerate(_records(text, delimiter, name), start=1):
        cells: dict[int, Filled] = {i: unguard(cell) for i, cell in enumerate(record, 1) if not is_blank(cell)}
        if not cells or number <= skip:
            continue
        width = width or max(cells)
        if len(rows) > sheet.max_rows:
            raise RefusedFileError(Located("too-many-rows", sheet.record, expected=str(sheet.max_rows), source=name))
        rows.append(RawRow(number, cells))
    return RawSheet(name=Path(name).stem, source=name, rows=tuple(rows), has_letters=False)


def decode(data: bytes, name: str) -> str:
    """Decode a CSV file.

    Raises
    ------
    RefusedFileError
        If it is not UTF-8; the issue's `value` names the encoding that it seems to have.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refused("wrong-encoding", name, "UTF-16", "UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refused("wrong-encoding", name, _guessed_encoding(data), "UTF-8") from error
    if "\0" in text:
        is_wide = len(data) > 3 and data.count(0, 0, 1000) > min(len(data), 1000) // 4
        raise refused("wrong-encoding", name, "UTF-16", "UTF-8") if is_wide else _not_text(text, name)
    return text


def _not_text(text: str, name: str) -> RefusedFileError:
    line = text.count("\n", 0, text.index("\0")) + 1
    return RefusedFileError(Located("not-text", FILE, source=name, row=line))


def _guessed_encoding(data: bytes) -> str:
    """Give the name of the encoding in which a text reads like a language, or the empty text."""
    sample = bytes(byte for byte in data[:4000] if byte >= 0x80)
    shares = {label: _share(sample.decode(codec, "replace"), letters) for label, codec, letters in _LEGACY}
    best = max(shares, key=lambda label: shares[label])
    return best if shares[best] > 0.5 else ""


def _share(text: str, letters: str) -> float:
    """Give the share of some letters in a text, 0..1."""
    return sum(char in letters for char in text) / max(1, len(text))


def _delimiter(sheet: Sheet, text: str) -> tuple[str, int]:
    """Give the delimiter under which most headers are known, and how many rows stand before the header."""
    hint = re.match(r"sep=(.)\r?\n", text)
    if hint:
        return hint[1], 1
    names = {word_key(column.header) for column in sheet.columns} | {KEY, VALUE}

    def known(delimiter: str) -> int:
        lines = (line for line in io.StringIO(text, newline="") if line.strip(",;\t \r\n"))
        try:
            first = next(csv.reader(lines, delimiter=delimiter), [])
        except csv.Error:
            return 0
        return sum(word_key(cell) in names for cell in first)

    return max(_DELIMITERS, key=known), 0


def _records(text: str, delimiter: str, name: str) -> Iterator[list[str]]:
    """Give the records of a file; one that is broken is named by the line where it starts."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 0
    try:
        for record in reader:
            yield record
            line = reader.line_num
    except csv.Error as error:
        raise RefusedFileError(Located("bad-csv", FILE, source=name, row=line + 1)) from error
