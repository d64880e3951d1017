"""Folders of CSV files: encodings, separators, quotation marks, and what may be wrong with them."""

import pytest

from formats.workbook.files import mission_with
from karvan.formats.workbook import describe, read_mission, read_mission_files
from karvan.formats.workbook.csv_folder import guard, unguard

MISSION = """key,value
title_en,Mission
start_date,2025-12-02
end_date,2025-12-05
time_zone,Europe/Moscow
visiting_country,IR
host_country,RU
"""
COMPANIES = "code,side,name_en,languages\nV01,visitor,Visitor,fa\nH01,host,Host,ru\n"


def read(companies=COMPANIES, mission=MISSION, **others):
    files = {"mission.csv": mission, "companies.csv": companies} | {
        f"{name}.csv": text for name, text in others.items()
    }
    encoded = {
        name: text.encode() if isinstance(text, str) else text for name, text in files.items() if text is not None
    }
    return read_mission_files(encoded, "upload")


def issues(*args, **others):
    return [(i.code, i.source, i.row, i.value) for i in read(*args, **others).issues]


def test_a_plain_folder(tmp_path):
    (tmp_path / "Mission.CSV").write_text(MISSION, encoding="utf-8")
    (tmp_path / "companies.csv").write_text(COMPANIES, encoding="utf-8")
    (tmp_path / "README.txt").write_text("not a sheet")
    result = read_mission(tmp_path)
    assert (result.issues, result.mission) == ((), mission_with())


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_marks_and_line_ends(separator, mark, end):
    def written(text):
        return mark + text.replace(",", separator).replace("\n", end)

    result = read(written(COMPANIES), written(MISSION))
    assert (result.issues, result.mission) == ((), mission_with())


def test_a_line_that_names_the_separator_is_understood():
    assert issues("sep=|\n" + COMPANIES.replace(",", "|").replace("Host", "Ho,st").replace("H01|host", "H01|hos")) == [
        ("not-allowed", "companies.csv", 4, "hos")
    ]


def test_rows_are_counted_as_a_spreadsheet_counts_them():
    text = 'code,side,name_en,city\n\n,,,\nV01,visitor,"Two\nlines","a ""b"""\nH01,hots,Host,\n'
    assert issues(text) == [("not-allowed", "companies.csv", 5, "hots")]


def test_texts_in_quotation_marks_keep_what_is_in_them():
    mission = read(COMPANIES.replace("Visitor", '"Two\nlines, and ""more"""')).mission
    assert mission.company["V01"].name.best() == 'Two\nlines, and "more"'


@pytest.mark.parametrize(
    ("name", "codec", "value"),
    [
        ("Компания Север и партнёры", "cp1251", "windows-1251"),
        ("شرکت پويا گستر ايران", "cp1256", "windows-1256"),
        ("Société générale", "latin-1", ""),
        ("Компания", "utf-16", "UTF-16"),
        ("Компания", "utf-16-be", "UTF-16"),
        ("Company", "utf-16-le", "UTF-16"),
    ],
)
def test_other_encodings_are_named_and_refused(name, codec, value):
    result = read(COMPANIES.replace("Host", name).encode(codec))
    (issue,) = result.issues
    assert (issue.code, issue.source, issue.value, issue.expected) == (
        "wrong-encoding",
        "companies.csv",
        value,
        "UTF-8",
    )
    assert (value or "UTF-8") in describe(issue, "fa")


def test_bytes_that_are_no_text_are_refused_with_their_line():
    assert issues(COMPANIES + "V02,visitor,a\0b,\n") == [("not-text", "companies.csv", 4, "")]


@pytest.mark.parametrize(
    "row", ['V02,visitor,"never closed\n', 'V02,visitor,"closed" too early,fa\n', 'V02,visitor,"' + "x" * 200_000]
)
def test_broken_quotation_marks_are_refused_with_the_line_where_the_record_starts(row):
    assert issues(COMPANIES + row) == [("bad-csv", "companies.csv", 4, "")]


def test_a_broken_first_line():
    assert issues('"' + "x" * 200_000) == [("bad-csv", "companies.csv", 1, "")]


def test_a_row_with_more_cells_than_the_header_is_refused_whole():
    requests = "company,counterpart,level\nV02,H01,must\n"
    assert issues(COMPANIES + "V02,visitor,Visitor, the second,fa\n", requests=requests) == [
        ("too-many-cells", "companies.csv", 4, "5")
    ]
    assert issues(COMPANIES + "V02,visitor,Visitor,fa,,,\n") == []


def test_files_that_are_empty_unknown_or_missing():
    assert issues("", notes="x") == [
        ("unknown-sheet", "notes.csv", None, "notes"),
        ("empty-sheet", "companies.csv", None, "companies"),
    ]
    assert issues(None, MISSION) == [("missing-sheet", "upload", None, "Companies")]


def test_folders_without_csv_files(tmp_path):
    assert [i.code for i in read_mission(tmp_path).issues] == ["no-csv-files"]


def test_a_file_that_cannot_be_read_is_no_missing_sheet(tmp_path):
    (tmp_path / "mission.csv").write_text(MISSION, encoding="utf-8")
    (tmp_path / "companies.csv").mkdir()
    assert [(i.code, i.source) for i in read_mission(tmp_path).issues] == [("not-readable", "companies.csv")]


def test_too_many_rows(monkeypatch):
    many = "".join(f"k{n},v\n" for n in range(1_000))
    assert issues(mission=MISSION + many) == [("too-many-rows", "mission.csv", None, "")]


@pytest.mark.parametrize(
    ("text", "guarded"),
    [("=1+1", "'=1+1"), ("+7 495", "'+7 495"), ("-5", "'-5"), ("@x", "'@x"), ("'=x", "''=x"), ("\t=", "'\t="),
     ("'quoted'", "'quoted'"), ("plain", "plain"), ("", "")],
)  # fmt: skip
def test_texts_that_begin_like_a_formula_are_guarded(text, guarded):
    assert guard(text) == guarded
    assert unguard(guarded) == text
