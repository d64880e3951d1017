"""Small missions and hand-made files for the tests of the workbook."""

import io
import zipfile
from datetime import datetime

from karvan.formats.workbook import mission_from_tables, read_mission_bytes
from karvan.formats.workbook.examples import EXAMPLES

SETTINGS = {
    "title_en": "Mission",
    "start_date": "2025-12-02",
    "end_date": "2025-12-05",
    "time_zone": "Europe/Moscow",
    "visiting_country": "IR",
    "host_country": "RU",
}
"""The least that the sheet Mission must say."""

VISITOR = {"code": "V01", "side": "visitor", "name_en": "Visitor", "languages": "fa"}
HOST = {"code": "H01", "side": "host", "name_en": "Host", "languages": "ru"}
DAY = "2025-12-03"


def settings(**changes):
    """Rows of the sheet Mission; None takes a key away."""
    merged = SETTINGS | changes
    return [{"key": key, "value": value} for key, value in merged.items() if value is not None]


def tables(*companies, mission=None, **sheets):
    """A mission as tables: a visitor, a host, and whatever is given."""
    return {"Mission": mission or settings(), "Companies": [VISITOR, HOST, *companies], **sheets}


def read(*companies, **sheets):
    return mission_from_tables(tables(*companies, **sheets))


def mission_with(*companies, **sheets):
    """The mission of such tables, which must be without errors."""
    result = read(*companies, **sheets)
    assert result.errors == ()
    return result.mission


def found(result):
    """Issues as (code, sheet, row, column, value)."""
    return [(i.code, i.sheet, i.row, i.column, i.value) for i in result.issues]


def one_issue(*companies, **sheets):
    """The only issue of such tables."""
    (issue,) = read(*companies, **sheets).issues
    return issue


CONTENT_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def relations(**targets):
    """A part that names others: relation id -> (kind, target)."""
    rows = "".join(
        f'<Relationship Id="{name}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f"<Relationships>{rows}</Relationships>"


def text_cell(ref, text):
    return f'<c r="{ref}" t="inlineStr"><is><t>{text}</t></is></c>'


def row_xml(number, *cells):
    return f'<row r="{number}">{"".join(cells)}</row>'


def text_row(number, *texts):
    return row_xml(number, *(text_cell(f"{chr(65 + i)}{number}", text) for i, text in enumerate(texts) if text))


def sheet_xml(*rows, after=""):
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData>{after}</worksheet>'


MISSION_ROWS = (text_row(1, "key", "value"), *(text_row(n, *item) for n, item in enumerate(SETTINGS.items(), start=2)))
COMPANY_ROWS = (
    text_row(1, "code", "side", "name_en", "languages"),
    text_row(2, "V01", "visitor", "Visitor", "fa"),
    text_row(3, "H01", "host", "Host", "ru"),
)


def xlsx(sheets=None, parts=None, workbook="", attributes=None):
    """An .xlsx file: names of sheets -> XML of their parts, beside or instead of the usual two."""
    sheets = {"Mission": sheet_xml(*MISSION_ROWS), "Companies": sheet_xml(*COMPANY_ROWS)} | (sheets or {})
    attributes = attributes or {}
    entries = "".join(
        f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}" {attributes.get(name, "")}/>'
        for i, name in enumerate(sheets, start=1)
    )
    targets = {f"rId{i}": ("worksheet", f"worksheets/sheet{i}.xml") for i in range(1, len(sheets) + 1)}
    targets |= {"rIdS": ("sharedStrings", "sharedStrings.xml"), "rIdT": ("styles", "styles.xml")}
    files = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relations(rId1=("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{workbook}<sheets>{entries}</sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": relations(**targets),
        **{f"xl/worksheets/sheet{i}.xml": xml for i, xml in enumerate(sheets.values(), start=1)},
        **(parts or {}),
    }
    return zipped({name: data for name, data in files.items() if data is not None})


def zipped(files, compression=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def read_xlsx(**options):
    return read_mission_bytes(xlsx(**options), "m.xlsx")


def moment(*parts):
    """A moment as a spreadsheet has it: without a zone."""
    return datetime(*parts)  # noqa: DTZ001


def example_mission():
    """A mission with something in every sheet."""
    return mission_from_tables(EXAMPLES).mission
