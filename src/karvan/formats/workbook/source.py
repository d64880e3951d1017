"""Opening whatever somebody calls a workbook: an .xlsx file, a folder of CSV files, or something else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from karvan.formats.workbook.csv_folder import add_csv, read_folder
from karvan.formats.workbook.located import FILE, Located, refused
from karvan.formats.workbook.package import MEBIBYTE, MOST_BYTES, Package
from karvan.formats.workbook.raw import RawBook
from karvan.formats.workbook.xlsx import read_xlsx
from karvan.mission.issues import Severity

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""First bytes of what Office wrote before 2007, and of what it encrypts today."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def open_path(path: Path) -> RawBook:
    """Open a workbook by its path.

    Raises
    ------
    RefusedFileError
        If it cannot be read at all.
    """
    try:
        if path.is_dir():
            return read_folder(path)
        if path.stat().st_size > MOST_BYTES:
            raise refused("too-large", path.name, expected=f"{MOST_BYTES // MEBIBYTE} MiB")
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise refused("no-such-file", path.name or str(path)) from error
    except (OSError, ValueError) as error:
        raise refused("not-readable", path.name, str(getattr(error, "strerror", "") or "")) from error
    return open_bytes(data, path.name)


def open_bytes(data: bytes, name: str) -> RawBook:
    """Open an .xlsx file that somebody has sent.

    Raises
    ------
    RefusedFileError
        If it cannot be read at all.
    """
    if len(data) > MOST_BYTES:
        raise refused("too-large", name, expected=f"{MOST_BYTES // MEBIBYTE} MiB")
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise refused(_kind_of(data, name), name)
    package = Package(data, name)
    if problem := _foreign_package(package):
        raise refused(problem, name)
    book = read_xlsx(package)
    if package.has("xl/vbaProject.bin"):
        book.issues.insert(0, Located("has-macros", FILE, severity=Severity.WARNING, source=name))
    return book


def open_files(files: Mapping[str, bytes], name: str) -> RawBook:
    """Open CSV files that somebody has sent, by their names."""
    book = RawBook(source=name)
    for file_name in sorted(files):
        add_csv(book, file_name, files[file_name])
    return book


def _kind_of(data: bytes, name: str) -> str:
    """Name the issue of a file that is no zip archive."""
    if not data:
        return "empty-file"
    if data.startswith(_OLE):
        return "encrypted-file" if _ENCRYPTED in data else "legacy-xls"
    if data.startswith(b"%PDF"):
        return "is-pdf"
    return "lone-csv" if name.lower().endswith((".csv", ".tsv", ".txt")) else "not-a-workbook"


def _foreign_package(package: Package) -> str:
    """Name the issue of a zip archive that is something other than .xlsx, or give the empty text."""
    if package.has("mimetype") and "opendocument" in package.text_of("mimetype"):
        return "is-opendocument"
    if package.has("word/document.xml") or package.has("ppt/presentation.xml"):
        return "is-other-office"
    if package.has("xl/workbook.bin"):
        return "legacy-xls"
    return "" if package.has("[Content_Types].xml") else "not-a-workbook"
