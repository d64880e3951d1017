"""The organiser's workbook, read again by another library than the one that writes it."""

import io
import zipfile
from dataclasses import replace
from datetime import time

import openpyxl
import pytest

from formats.factory import FIRST, MEETINGS, MISSION, PROGRAMME, SECOND, SETTINGS, UNPLACED, at
from karvan.formats.programme_xlsx import programme_workbook
from karvan.formats.sheets import Book, lines_in
from karvan.languages import LANGUAGES, say
from karvan.languages.bidi import strip_isolates
from karvan.mission.localised import LocalisedText

MIDNIGHT, NEXT_MIDNIGHT = (at(day, 0).replace(tzinfo=None) for day in (FIRST, SECOND))
STAMP = at(FIRST, 8).replace(tzinfo=None)


def book_of(lang="en", programme=PROGRAMME, mission=MISSION):
    return openpyxl.load_workbook(io.BytesIO(programme_workbook(mission, programme, lang)))


def rows_of(sheet, top=4):
    """Give what stands in a sheet from its table's heading on, without the empty rows."""
    rows = ([cell for cell in row if cell is not None] for row in sheet.iter_rows(min_row=top, values_only=True))
    return [row for row in rows if row]


def test_there_is_a_sheet_for_everything():
    assert {lang: book_of(lang).sheetnames for lang in LANGUAGES} == {
        "en": [
            "Overview",
            "Thu 4 December",
            "Fri 5 December",
            "Meetings",
            "Companies",
            "Interpreters",
            "Visits and blocks",
            "Not placed",
        ],
        "fa": [
            "نمای کلی",
            "پنجشنبه ۱۳ آذر",
            "جمعه ۱۴ آذر",
            "نشست‌های دوجانبه",
            "شرکت‌ها",
            "مترجمان",
            "بازدیدها و برنامه‌ها",
            "جای‌نگرفته‌ها",
        ],
        "ru": [
            "Обзор",
            "Чт 4 декабря",
            "Пт 5 декабря",
            "Встречи",
            "Компании",
            "Переводчики",
            "Посещения и блоки",
            "Не вошли",
        ],
    }


def test_the_overview_has_figures_and_goals():
    assert rows_of(book_of()["Overview"], top=1) == [
        ["Technology mission to Moscow"],
        ["Visitors: Iran  ·  Hosts: Russia"],
        ["4–5 December 2025"],
        ["13–14 Azar 1404"],
        ["Status: complete and checked; a better one may exist"],
        ["Figures", "Number", "of", "Share"],
        ["Meetings", 7],
        ["Companies with enough meetings", 6, 7, pytest.approx(6 / 7)],
        ["Goals, the most important first", "Reached", "Best not ruled out", "Certainty"],
        ["Fixed and must meetings placed", 1, 1, "proved: nothing better exists"],
        ["Breaks", 3, "a better one may exist"],
    ]


def test_a_day_has_tables_down_and_times_across():
    sheet = book_of()["Thu 4 December"]
    grid = [list(row[:7]) for row in sheet.iter_rows(min_row=3, max_row=5, values_only=True)]
    quantum = MISSION.company["H02"].name.best("en")
    assert grid == [
        [None, "09:00\n10:00", "10:00\n10:25", "10:30\n10:55", "11:00\n11:25", "11:30\n11:55", "12:00\n13:00"],
        [
            "Hall, table 1",
            "First joint meeting",
            "Rahpeyvand Mowj\nVyshegrad-Svyaz",
            None,
            "Rahpeyvand Mowj\nHalcyon Subsea Cables",
            None,
            "Break",
        ],
        [
            "Hall, table 2",
            None,
            f"Setighdadeh\n{quantum}\nInterpreter: Anahita Varjavandnia",
            f"Rahpeyvand Mowj\n{quantum}\nInterpreter: Дмитрий Уфимкин",
            None,
            "Setighdadeh\nVyshegrad-Svyaz\nInterpreter: Дмитрий Уфимкин",
            None,
        ],
    ]


def test_levels_have_grounds_of_their_own_and_a_legend():
    sheet = book_of()["Thu 4 December"]
    legend = {sheet.cell(row, 1).value: sheet.cell(row, 1).fill.fgColor.rgb for row in range(7, 11)}
    assert legend == {"Fixed": "FFF3D9A4", "Must": "FFF8E9C8", "Want": "FFD5E8EA", "Suggestion": "FFFFFFFF"}
    cells = {cell.value.split("\n")[1]: cell for row in sheet["C4:E4"] for cell in row if cell.value}
    assert (cells["Vyshegrad-Svyaz"].fill.fgColor.rgb, cells["Vyshegrad-Svyaz"].font.bold) == ("FFF8E9C8", True)
    assert cells["Halcyon Subsea Cables"].font.bold is False


def test_a_table_that_nobody_listed_still_has_its_row():
    stray = replace(MEETINGS[0], venue="", table="")
    sheet = book_of(programme=replace(PROGRAMME, meetings=(stray, *MEETINGS[1:])))["Thu 4 December"]
    assert [sheet.cell(row, 1).value for row in range(4, 7)] == ["Hall, table 1", "Hall, table 2", None]
    assert sheet.cell(6, 3).value == "Rahpeyvand Mowj\nVyshegrad-Svyaz"


def test_a_day_without_meetings_shows_what_else_happens():
    sheet = book_of(programme=replace(PROGRAMME, meetings=()))["Fri 5 December"]
    assert (sheet["B3"].value, sheet["B4"].value, sheet["A5"].value) == ("14:00\n16:00", "Quantum centre", None)


def test_every_meeting_is_a_row():
    sheet = book_of()["Meetings"]
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    assert len(rows) == 8
    assert rows[0] == (
        "Date",
        "Solar Hijri",
        "From",
        "To",
        "Code",
        "Company",
        "Company, own name",
        "Code 2",
        "Counterpart",
        "Counterpart, own name",
        "Place",
        "Interpreter",
        "Level",
        "Score",
    )
    assert rows[1] == (
        MIDNIGHT,
        "1404/09/13",
        time(10),
        time(10, 25),
        "V01",
        "Rahpeyvand Mowj",
        "رهپیوند موج",
        "H01",
        "Vyshegrad-Svyaz",
        "АО «Вышеград-Связь»",
        "Hall, table 1",
        None,
        "Must",
        0.83,
    )


def test_lists_can_be_filtered_and_keep_their_heading_on_screen_and_paper():
    sheet = book_of()["Meetings"]
    (table,) = sheet.tables.values()
    assert (table.ref, table.autoFilter.ref, sheet.freeze_panes, sheet.print_title_rows) == (
        "A4:N11",
        "A4:N11",
        "A5",
        "$4:$4",
    )


def test_a_company_has_its_meetings_day_by_day():
    rows = rows_of(book_of()["Companies"])
    assert rows[0][5:] == ["Thu 4 December", "Fri 5 December", "Meetings", "Breaks", "Visits and blocks"]
    assert rows[1] == ["V01", "Rahpeyvand Mowj", "رهپیوند موج", "Visitors", "Tehran", 3, 1, 4, 0, 4]
    assert rows[3] == ["V03", "=Plus Robotics", "پلاس رباتیک", "Visitors", 0, 0, 0]


def test_an_interpreter_has_a_roster_and_minutes_of_each_day():
    day, other = MIDNIGHT, NEXT_MIDNIGHT
    rows = rows_of(book_of()["Interpreters"])
    assert rows[1][:6] == ["Anahita Varjavandnia", day, "1404/09/13", time(10), time(10, 25), 25]
    assert rows[6:] == [
        ["Minutes per day", "Date", "Solar Hijri", "Minutes", "of"],
        ["Anahita Varjavandnia", day, "1404/09/13", 25, 360],
        ["Anahita Varjavandnia", other, "1404/09/14", 25, 360],
        ["Дмитрий Уфимкин", day, "1404/09/13", 50, 360],
        ["Дмитрий Уфимкин", other, "1404/09/14", 25, 360],
    ]


def test_visits_and_blocks_say_who_takes_part():
    rows = rows_of(book_of()["Visits and blocks"])
    assert rows[3][4:] == [
        "Reception",
        "Ambassador's reception",
        "Embassy residence",
        2,
        "Rahpeyvand Mowj and Vyshegrad-Svyaz",
    ]


def test_what_was_not_placed_has_its_reasons():
    rows = rows_of(book_of(programme=replace(PROGRAMME, unplaced=(UNPLACED,)))["Not placed"])
    assert rows[1] == [
        "=Plus Robotics",
        "Vyshegrad-Svyaz",
        "Must",
        (
            "In 2 of 5 slots (4 December 10:00) =Plus Robotics (V03) is away.\n"
            "One of the two companies does not wish to meet the other. Only the organiser knows this."
        ),
    ]


def test_where_everything_was_placed_the_sheet_says_so():
    sheet = book_of(programme=replace(PROGRAMME, unplaced=()))["Not placed"]
    assert rows_of(sheet, top=1) == [["Not placed"], ["Every meeting that was asked for is in the programme."]]


def test_a_text_that_begins_like_a_formula_stays_text():
    sheet = book_of()["Companies"]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "=Plus Robotics")
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    archive = zipfile.ZipFile(io.BytesIO(programme_workbook(MISSION, PROGRAMME, "en")))
    assert not [
        name for name in archive.namelist() if name.startswith("xl/worksheets/") and b"<f>" in archive.read(name)
    ]


def test_persian_sheets_run_from_right_to_left_with_their_own_calendar_and_digits_first():
    book = book_of("fa")
    sheet = book["نشست‌های دوجانبه"]
    assert all(each.sheet_view.rightToLeft for each in book)
    assert [cell.value for cell in sheet[4][:2]] == ["تاریخ", "تاریخ میلادی"]
    assert [cell.value for cell in sheet[5][:3]] == ["۱۴۰۴/۰۹/۱۳", MIDNIGHT, time(10)]
    assert [cell.number_format for cell in sheet[5][1:3]] == ["[$-3000429]yyyy-mm-dd", "[$-3000429]hh:mm"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sheet_prints_one_page_wide_and_nothing_carries_marks_of_direction(lang):
    book = book_of(lang)
    assert {(s.page_setup.paperSize, s.page_setup.fitToWidth, s.page_setup.fitToHeight) for s in book} == {(9, None, 0)}
    assert all(sheet.sheet_properties.pageSetUpPr.fitToPage for sheet in book)
    texts = [cell for s in book for row in s.iter_rows(values_only=True) for cell in row if isinstance(cell, str)]
    assert texts == [strip_isolates(text) for text in texts]


def test_the_same_programme_gives_the_same_bytes_and_says_when_it_was_made():
    assert programme_workbook(MISSION, PROGRAMME, "ru") == programme_workbook(MISSION, PROGRAMME, "ru")
    made = programme_workbook(MISSION, PROGRAMME, "ru", stamp=STAMP)
    assert openpyxl.load_workbook(io.BytesIO(made)).properties.created == STAMP
    assert book_of().properties.created == MIDNIGHT


def test_names_of_sheets_are_made_acceptable_and_different():
    book = Book("en", title="", stamp=STAMP)
    for name in ("'A/B: [c]'", "a b   c", "x" * 40, "x" * 40):
        book.sheet(name)
    seen = openpyxl.load_workbook(io.BytesIO(book.close())).sheetnames
    assert seen == ["A B   c", "a b   c 2", "x" * 31, "x" * 29 + " 2"]


def test_a_cell_can_be_merged_alone_or_with_others():
    book = Book("en", title="", stamp=STAMP)
    sheet = book.sheet("one")
    book.merge(sheet, (0, 0, 0, 0), "alone")
    book.merge(sheet, (1, 0, 2, 1), "wide")
    read = openpyxl.load_workbook(io.BytesIO(book.close()))["one"]
    assert (read["A1"].value, read["A2"].value, [str(area) for area in read.merged_cells.ranges]) == (
        "alone",
        "wide",
        ["A2:B3"],
    )


def test_lines_of_a_wrapped_text_are_estimated():
    assert [lines_in(text, 10) for text in ("", "short", "somewhat longer", "two\nlines")] == [1, 1, 2, 2]


def test_an_empty_programme_still_makes_a_workbook():
    empty = replace(PROGRAMME, meetings=(), visits=(), blocks=(), unplaced=(), goals=(), figures={})
    mission = replace(MISSION, settings=replace(SETTINGS, title=LocalisedText.of(en="Empty")), interpreters=())
    assert book_of(programme=empty, mission=mission).sheetnames[:2] == ["Overview", say("en", "workbook-meetings")]
