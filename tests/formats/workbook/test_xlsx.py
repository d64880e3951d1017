"""What stands in the XML of an .xlsx file, and what is made of it."""

from datetime import date, time

import pytest

from formats.workbook.files import (
    MAIN,
    MISSION_ROWS,
    SETTINGS,
    moment,
    read_xlsx,
    relations,
    row_xml,
    sheet_xml,
    text_cell,
    text_row,
    xlsx,
)
from karvan.formats.workbook import read_mission, read_mission_bytes
from karvan.formats.workbook.package import Package
from karvan.formats.workbook.raw import BadCell
from karvan.formats.workbook.xlsx import read_xlsx as raw_book
from karvan.formats.workbook.xlsx import shows_date

STYLES = (
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="20"/><xf/></cellXfs></styleSheet>'
)


def cells_of(*cells, **options):
    """The values of one row of a sheet that is made of these cells."""
    options.setdefault("parts", {})
    options["parts"] = {"xl/styles.xml": STYLES} | options["parts"]
    data = xlsx(sheets={"Companies": sheet_xml(row_xml(1, *cells))}, **options)
    book = raw_book(Package(data, "x.xlsx"))
    rows = book.sheets[1].rows
    return list(rows[0].cells.values()) if rows else []


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="A1"><v>30</v></c>', 30),
        ('<c r="A1"><v>30.0</v></c>', 30),
        ('<c r="A1"><v>0.375</v></c>', 0.375),
        ('<c r="A1" t="n"><v>1E2</v></c>', 100),
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c r="A1" t="b"><v>0</v></c>', False),
        ('<c r="A1" t="s"><v>1</v></c>', "two words"),
        ('<c r="A1" t="str"><f>A2</f><v>text</v></c>', "text"),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', 2),
        ('<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c>', "ab"),
        ('<c r="A1" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>', "a\rb_x0041_"),
        ('<c r="A1" t="inlineStr"><is><t>_xD800_ &amp; _x00_</t></is></c>', "_xD800_ & _x00_"),
        ('<c r="A1" t="e"><v>#REF!</v></c>', BadCell("error-cell", "#REF!")),
        ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', BadCell("error-cell", "#DIV/0!")),
        ('<c r="A1"><v>NaN</v></c>', BadCell("error-cell", "NaN")),
        ('<c r="A1" s="1"><v>1e300</v></c>', BadCell("error-cell", "########")),
        ('<c r="A1"><f>B1*2</f></c>', BadCell("formula-without-value", "=B1*2")),
        ('<c r="A1"><f>B1*2</f><v/></c>', BadCell("formula-without-value", "=B1*2")),
        ('<c r="A1" s="1"><v>45994</v></c>', moment(2025, 12, 3)),
        ('<c r="A1" s="1"><v>45994.375</v></c>', moment(2025, 12, 3, 9)),
        ('<c r="A1" s="2"><v>0.395833333333333</v></c>', time(9, 30)),
        ('<c r="A1" s="2"><v>0</v></c>', time(0)),
        ('<c r="A1" s="1"><v>-180895</v></c>', "1404-09-12"),
        ('<c r="A1" s="3"><v>45994</v></c>', 45994),
        ('<c r="A1" t="d"><v>2025-12-03T00:00:00</v></c>', moment(2025, 12, 3)),
    ],
)
def test_cells(cell, value):
    strings = "<sst><si><t>one</t></si><si><r><t>two </t></r><rPh><t>x</t></rPh><r><t>words</t></r></si></sst>"
    (found,) = cells_of(cell, parts={"xl/sharedStrings.xml": strings})
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"/>', '<c r="A1" s="1"/>', '<c r="A1"><v></v></c>', '<c r="A1" t="str"><f>""</f><v></v></c>',
        '<c r="A1" t="inlineStr"><is><t> </t></is></c>', '<c r="A1" t="inlineStr"/>', '<c r="A1" t="s"/>',
    ],
)  # fmt: skip
def test_blank_cells(cell):
    assert cells_of(cell) == []


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"><v>many</v></c>', '<c r="A1" t="s"><v>7</v></c>', '<c r="XFE1"><v>1</v></c>',
        '<c r="1"><v>1</v></c>', '<c r="a1"><v>1</v></c>', '<c r="A1" t="d"><v>soon</v></c>',
        '</row><row r="0"><c><v>1</v></c>',
        '</row><row r="1048577"><c><v>1</v></c>', '</row><row r="x"><c><v>1</v></c>',
    ],
)  # fmt: skip
def test_cells_that_no_spreadsheet_writes(cell):
    result = read_xlsx(sheets={"Companies": sheet_xml(row_xml(1, cell))})
    assert [issue.code for issue in result.issues] == ["damaged-file"]


def test_old_workbooks_count_days_from_1904():
    cell = '<c r="A1" s="1"><v>44532</v></c>'
    assert cells_of(cell, workbook='<workbookPr date1904="1"/>') == [moment(2025, 12, 3)]
    assert cells_of('<c r="A1" s="2"><v>0.375</v></c>', workbook='<workbookPr date1904="true"/>') == [time(9)]


@pytest.mark.parametrize(
    ("code", "is_date"),
    [
        ("yyyy-mm-dd", True), ("[$-F400]h:mm:ss AM/PM", True), ("[h]:mm", True), ("dd/mm/yyyy;@", True),
        ("General", False), ("0.00", False), ('"day "0', False), ("[Red]0", False), ("#,##0_d", False),
        ("\\d0", False), ("@", False),
    ],
)  # fmt: skip
def test_formats_that_show_a_date(code, is_date):
    assert shows_date(code) is is_date


def test_cells_and_rows_without_references_follow_each_other():
    rows = "<row><c t='inlineStr'><is><t>key</t></is></c><c t='inlineStr'><is><t>value</t></is></c></row>"
    rows += "".join(
        f"<row><c t='inlineStr'><is><t>{key}</t></is></c><c t='inlineStr'><is><t>{value}</t></is></c></row>"
        for key, value in SETTINGS.items()
    )
    assert read_xlsx(sheets={"Mission": sheet_xml(rows)}).issues == ()


def test_elements_may_carry_a_prefix():
    def prefixed(xml):
        return xml.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:").replace("xmlns=", "xmlns:x=")

    sheets = {"Mission": prefixed(sheet_xml(*MISSION_ROWS))}
    assert read_xlsx(sheets=sheets).issues == ()


def test_parts_are_found_wherever_they_lie():
    parts = {
        "_rels/.rels": relations(a=("officeDocument", "/book/main.xml")),
        "book/main.xml": f'<workbook xmlns:r="{MAIN}"><sheets><sheet name="Mission" r:id="a"/></sheets></workbook>',
        "book/_rels/main.xml.rels": (
            '<Relationships><Relationship Id="a" Type="x/worksheet" Target="../SHEETS/one.xml"/>'
            '<Relationship Id="b" Type="x/worksheet" Target="http://localhost/" TargetMode="External"/></Relationships>'
        ),
        "sheets/ONE.xml": sheet_xml(*MISSION_ROWS),
    }
    assert [(i.code, i.value) for i in read_xlsx(parts=parts).issues] == [("missing-sheet", "Companies")]


def test_a_workbook_without_relations_lies_at_the_usual_place():
    result = read_xlsx(parts={"_rels/.rels": None})
    assert result.issues == ()


def test_sheets_that_are_no_worksheets_are_not_read():
    workbook = xlsx(sheets={"Chart": "<chartsheet/>", "Read me": sheet_xml()})
    result = read_mission_bytes(workbook, "x.xlsx")
    assert [(i.code, i.value) for i in result.issues] == [("unknown-sheet", "Chart")]


def test_a_known_sheet_whose_part_is_missing_is_no_sheet():
    result = read_xlsx(sheets={"People": ""}, parts={"xl/worksheets/sheet3.xml": None})
    assert [(i.code, i.value) for i in result.issues] == [("unknown-sheet", "People")]


def test_hidden_sheets_are_read_with_a_warning():
    result = read_xlsx(attributes={"Companies": 'state="veryHidden"'})
    assert [(i.code, i.sheet, i.is_error) for i in result.issues] == [("hidden-sheet", "Companies", False)]
    assert result.mission


PEOPLE = (text_row(1, "company", "name_en", "role"), text_row(2, "V01", "A", "Boss"), text_row(3, "V01", "B"))


def people(*rows, merged=()):
    cells = "".join(f'<mergeCell ref="{ref}"/>' for ref in merged)
    xml = sheet_xml(*rows, after=f"<mergeCells>{cells}</mergeCells>")
    return read_xlsx(sheets={"People": xml})


def test_merged_cells_among_the_data_are_named():
    result = people(*PEOPLE, merged=("C2:C3", "B9:B10", "B2:B2", "G1:H1", "nonsense", "A1:C1"))
    assert [(i.code, i.cell, i.value) for i in result.issues] == [
        ("merged-cells", "People!A1", "A1:C1"),
        ("merged-cells", "People!C2", "C2:C3"),
    ]
    assert [person.role for person in result.mission.people] == ["Boss", ""]


def test_rows_are_numbered_as_in_the_file():
    rows = (text_row(3, "company", "name_en"), text_row(7, "V99", "A"), row_xml(9), text_row(1000, "V98", "B"))
    assert [i.cell for i in people(*rows).issues] == ["People!A7", "People!A1000"]


def test_columns_without_a_header_are_named_once():
    rows = (text_row(1, "company", "", "name_en"), text_row(2, "V01", "lost", "A"), text_row(3, "V01", "lost too", "B"))
    result = people(*rows)
    assert [(i.code, i.cell, i.value) for i in result.issues] == [("no-header", "People!B2", "lost")]


def test_formulas_and_errors_name_their_cell():
    cells = (text_cell("A2", "V01"), '<c r="B2" t="str"><f>A1</f><v>A</v></c>', '<c r="C2"><f>A1</f></c>')
    rows = (
        text_row(1, "company", "name_en", "role"),
        row_xml(2, *cells),
        row_xml(3, '<c r="A3" t="e"><v>#N/A</v></c>'),
    )
    assert [(i.code, i.cell, i.value) for i in people(*rows).issues] == [
        ("formula-without-value", "People!C2", "=A1"),
        ("error-cell", "People!A3", "#N/A"),
        ("missing-value", "People!B3", ""),
    ]


def test_the_reference_of_a_cell_quotes_names_that_need_it():
    sheets = {" people": sheet_xml(*PEOPLE, text_row(4, "V99", "x"))}
    (issue,) = read_xlsx(sheets=sheets).issues
    assert issue.cell == "' people'!A4"


def test_dates_of_a_real_sheet():
    rows = list(MISSION_ROWS)
    rows[2] = row_xml(3, text_cell("A3", "start_date"), '<c r="B3" s="1"><v>45993</v></c>')
    result = read_xlsx(sheets={"Mission": sheet_xml(*rows)}, parts={"xl/styles.xml": STYLES})
    assert result.issues == ()
    assert result.mission.settings.start_date == date(2025, 12, 2)


def test_a_workbook_is_read_by_its_path(tmp_path):
    (tmp_path / "m.xlsx").write_bytes(xlsx())
    assert read_mission(tmp_path / "m.xlsx") == read_xlsx()
