"""Whatever somebody sends instead of a workbook is answered with one clear issue, never with a traceback."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from formats.workbook.files import CONTENT_TYPES, MISSION_ROWS, read_xlsx, sheet_xml, text_row, xlsx, zipped
from karvan.formats.workbook import describe, read_mission, read_mission_bytes
from karvan.formats.workbook import package as package_module
from karvan.formats.workbook.located import FILE, Located

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def code_of(data, name="mission.xlsx"):
    """The code of the one issue of a file that is refused."""
    result = read_mission_bytes(data, name)
    (issue,) = result.issues
    assert result.mission is None
    assert (issue.record, issue.source) == (FILE, name)
    assert all(describe(issue, lang) for lang in ("en", "fa", "ru"))
    return issue.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (OLE, "legacy-xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted-file"),
        (b"%PDF-1.7 ...", "is-pdf"),
        (b"<html><table>", "not-a-workbook"),
        (b"\x00" * 100, "not-a-workbook"),
        (b"PK\x03\x04", "damaged-file"),
        (b"PK\x03\x04" + b"x" * 2000, "damaged-file"),
        (xlsx()[:-300], "damaged-file"),
        (xlsx()[:200], "damaged-file"),
        (zipped({"a.txt": "x"}), "not-a-workbook"),
        (zipped({}), "not-a-workbook"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "is-opendocument"),
        (zipped({"mimetype": "application/epub+zip"}), "not-a-workbook"),
        (zipped({"[Content_Types].xml": CONTENT_TYPES, "word/document.xml": "<w/>"}), "is-other-office"),
        (zipped({"[Content_Types].xml": CONTENT_TYPES, "ppt/presentation.xml": "<p/>"}), "is-other-office"),
        (zipped({"[Content_Types].xml": CONTENT_TYPES, "xl/workbook.bin": "x"}), "legacy-xls"),
        (zipped({"[Content_Types].xml": CONTENT_TYPES}), "damaged-file"),
        (xlsx(parts={"xl/worksheets/sheet2.xml": "<worksheet><sheetData><row>"}), "damaged-file"),
        (xlsx(parts={"xl/worksheets/sheet2.xml": "not xml"}), "damaged-file"),
        (xlsx(parts={"xl/sharedStrings.xml": b"<sst><si><t>\xff\xfe</t></si></sst>"}), "damaged-file"),
        (xlsx(parts={"xl/styles.xml": "<?xml version='1.0' encoding='martian'?><s/>"}), "damaged-file"),
    ],
)
def test_files_that_are_no_workbook(data, code):
    assert code_of(data) == code


@pytest.mark.parametrize("name", ["companies.csv", "x.TSV", "notes.txt"])
def test_one_csv_file_alone(name):
    assert code_of(b"code,side\n", name) == "lone-csv"


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:secret">]>',
        '<!DOCTYPE x SYSTEM "http://localhost/x.dtd">',
        "<!DOCTYPE x>",
    ],
)
@pytest.mark.parametrize("part", ["xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "_rels/.rels"])
def test_document_types_are_refused_wherever_they_stand(prolog, part):
    assert code_of(xlsx(parts={part: f"{prolog}<x>&b;</x>"})) == "has-doctype"


def test_paths_that_cannot_be_read(tmp_path, monkeypatch):
    assert read_mission(tmp_path / "no.xlsx").issues == (Located("no-such-file", FILE, source="no.xlsx"),)
    (tmp_path / "plain").write_bytes(b"x")
    assert read_mission(tmp_path / "plain" / "x.xlsx").issues[0].code == "no-such-file"
    assert read_mission(tmp_path / "nul\0.xlsx").issues[0].code == "not-readable"
    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    issue = read_mission(tmp_path / "plain").issues[0]
    assert (issue.code, issue.value) == ("not-readable", "Permission denied")
    monkeypatch.setattr("pathlib.Path.iterdir", refuse)
    assert read_mission(tmp_path).issues[0].code == "not-readable"


def refuse(*_):
    raise PermissionError(13, "Permission denied")


def test_files_that_are_too_large_are_not_even_read(tmp_path, monkeypatch):
    for module in ("source", "csv_folder"):
        monkeypatch.setattr(f"karvan.formats.workbook.{module}.MOST_BYTES", 10)
    (tmp_path / "big.xlsx").write_bytes(xlsx())
    assert read_mission(tmp_path / "big.xlsx").issues[0].code == "too-large"
    assert code_of(xlsx()) == "too-large"
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "mission.csv").write_text("key,value\n" * 10)
    assert [i.code for i in read_mission(folder).issues] == ["too-large", "missing-sheet"]


def test_a_zip_bomb_is_refused_by_what_it_declares(monkeypatch):
    monkeypatch.setattr(package_module, "MOST_UNPACKED", 4_000_000)
    bomb = xlsx(sheets={"People": sheet_xml() + " " * 4_000_001})
    assert len(bomb) < 10_000
    assert code_of(bomb) == "unpacks-too-large"


def test_parts_count_together(monkeypatch):
    monkeypatch.setattr(package_module, "MOST_UNPACKED", 4_000)
    assert code_of(xlsx(sheets={"People": sheet_xml() + " " * 3_000})) == "unpacks-too-large"


def test_a_zip_bomb_is_refused_by_what_it_holds(monkeypatch):
    """Should the archive declare less than it holds, the bytes themselves are counted."""
    honest = zipfile.ZipFile.getinfo

    def lying(self, name):
        info = honest(self, name)
        info.file_size = 0 if name.endswith("sheet2.xml") else info.file_size
        return info

    class Endless(io.RawIOBase):
        def read(self, size=-1):
            return b" " * size

    data, opened = xlsx(), zipfile.ZipFile.open
    monkeypatch.setattr(package_module, "MOST_UNPACKED", 4_000_000)
    monkeypatch.setattr(zipfile.ZipFile, "getinfo", lying)
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda self, info: opened(self, info) if info.file_size else Endless())
    assert code_of(data) == "unpacks-too-large"


def test_too_many_cells_are_refused(monkeypatch):
    monkeypatch.setattr(package_module, "MOST_TAGS", 1_000)
    blank = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(4, 1_000))
    assert code_of(xlsx(sheets={"Companies": sheet_xml(blank)})) == "too-full"


def test_parts_with_a_password_or_a_strange_compression():
    encrypted = bytearray(xlsx())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := encrypted.find(mark, start + 1)) >= 0:
            encrypted[start + offset] |= 1
    assert code_of(bytes(encrypted)) == "encrypted-file"
    parts = {"[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": "<r/>"}
    assert code_of(zipped(parts, zipfile.ZIP_LZMA)) == "damaged-file"


def test_macros_are_named_and_ignored():
    result = read_xlsx(parts={"xl/vbaProject.bin": b"macro"})
    assert result.mission is not None
    assert [(i.code, i.is_error) for i in result.issues] == [("has-macros", False)]


def test_a_sheet_with_too_many_rows_is_refused_and_causes_nothing_else():
    rows = "".join(text_row(n, f"s{n}", "x") for n in range(2, 1_100))
    result = read_xlsx(
        sheets={
            "Mission": sheet_xml(*MISSION_ROWS, rows),
            "Requests": sheet_xml(text_row(1, "company", "counterpart", "level"), text_row(2, "V01", "H01", "must")),
        }
    )
    assert [(i.code, i.sheet, i.expected) for i in result.issues] == [("too-many-rows", "Mission", "1000")]


def test_a_workbook_written_by_another_library():
    book = openpyxl.Workbook()
    book.active.title = "Mission"
    data = io.BytesIO()
    book.save(data)
    assert [i.code for i in read_mission_bytes(data.getvalue(), "x.xlsx").issues] == ["missing-sheet", "empty-sheet"]


GOOD = xlsx(
    parts={
        "xl/sharedStrings.xml": "<sst><si><t>one</t></si></sst>",
        "xl/styles.xml": '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
    }
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_damaged_archives_never_raise(changes):
    data = bytearray(GOOD)
    for position, byte in changes:
        data[position] = byte
    result = read_mission_bytes(bytes(data), "x.xlsx")
    assert result.issues or result.mission


XML = sheet_xml(
    text_row(1, "code", "side", "name_en", "languages"),
    '<row r="2"><c r="A2" t="s" s="0"><v>0</v></c><c r="B2"><f>1+1</f><v>2</v></c>'
    '<c r="C2" s="0"><v>45994.5</v></c></row>',
    after='<mergeCells><mergeCell ref="A2:A4"/></mergeCells>',
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.integers(0, len(XML) - 1), st.sampled_from('<>"/=& 09AZ\x01\ufffe:')), min_size=1, max_size=6)
)
def test_damaged_sheets_never_raise(changes):
    text = list(XML)
    for position, char in changes:
        text[position] = char
    result = read_mission_bytes(xlsx(sheets={"Companies": "".join(text)}), "x.xlsx")
    assert all(describe(issue, "fa") for issue in result.issues)
