"""The parts of an .xlsx file (a zip archive of XML), unpacked and parsed within fixed bounds."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Final
from xml.parsers import expat

from karvan.formats.workbook.located import RefusedFileError, refused

MEBIBYTE: Final = 1024 * 1024
"""Bytes of one MiB."""

MOST_BYTES: Final = 32 * MEBIBYTE
"""A larger file is refused unread; 100,000 rows take about 8 MiB."""

MOST_UNPACKED: Final = 256 * MEBIBYTE
"""All parts that are read may unpack to this, whatever the archive says of itself."""

MOST_TAGS: Final = 6_000_000
"""XML tags of all parts together; a filled cell takes four, a blank one with a format one."""

_CHUNK: Final = 64 * 1024
_READABLE: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

LIBRARY_ERRORS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    EOFError,
    OSError,
    LookupError,
    ValueError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
    AssertionError,
)
"""What zipfile, zlib, expat and our reading of numbers raise when a file is damaged."""

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]


class Package:
    """An opened .xlsx file.

    Parameters
    ----------
    data : bytes
        The file.
    source : str
        Its name, for issues.

    Raises
    ------
    RefusedFileError
        If it is no zip archive.
    """

    def __init__(self, data: bytes, source: str) -> None:
        self.source = source
        self.left_bytes = MOST_UNPACKED
        self.left_tags = MOST_TAGS
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except LIBRARY_ERRORS as error:
            raise refused("damaged-file", source) from error
        self.names = {name.lower().lstrip("/"): name for name in self._archive.namelist()}

    def has(self, name: str) -> bool:
        """Whether there is a part of this name, in any case."""
        return name.lower() in self.names

    def _chunks(self, name: str) -> Iterator[bytes]:
        """Unpack a part piece by piece; what it declares and what it really holds both count."""
        info = self._archive.getinfo(self.names[name.lower()])
        if info.flag_bits & 1:
            raise refused("encrypted-file", self.source)
        if info.compress_type not in _READABLE:
            raise refused("damaged-file", self.source)
        if info.file_size > self.left_bytes:
            raise self.too_large()
        with self._archive.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                self.left_bytes -= len(chunk)
                self.left_tags -= chunk.count(b"<")
                if self.left_bytes < 0:
                    raise self.too_large()
                if self.left_tags < 0:
                    raise refused("too-full", self.source, expected=str(MOST_TAGS // 4))
                yield chunk

    def too_large(self) -> RefusedFileError:
        """Build the refusal of a file that unpacks to more than is read."""
        return refused("unpacks-too-large", self.source, expected=f"{MOST_UNPACKED // MEBIBYTE} MiB")

    def text_of(self, name: str) -> str:
        """Give a small part as text (the type of an OpenDocument file)."""
        return b"".join(self._chunks(name)).decode("utf-8", "replace")

    def parse(self, name: str, start: Start, end: End | None = None, text: Callable[[str], None] | None = None) -> None:
        """Parse a part; the handlers get element names as they stand, perhaps with a prefix (`LocalNames`).

        Raises
        ------
        RefusedFileError
            If the part is damaged, declares a document type (the door to entities), or holds too much.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text
        try:
            for chunk in self._chunks(name):
                parser.Parse(chunk, False)  # noqa: FBT003 - expat takes no keyword
            parser.Parse(b"", True)  # noqa: FBT003
        except RefusedFileError:
            raise
        except LIBRARY_ERRORS as error:
            raise refused("damaged-file", self.source, name) from error

    def _refuse_doctype(self, *_: object) -> None:
        raise refused("has-doctype", self.source)


class LocalNames(dict[str, str]):
    """Element names without their namespace's prefix, each cut once: ``x:row`` is ``row``."""

    def __missing__(self, tag: str) -> str:
        self[tag] = tag.rpartition(":")[2]
        return self[tag]
