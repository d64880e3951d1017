"""Personal agendas: their words, and what is on the paper."""

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pypdf
import pytest
import typst

from formats.factory import COMPANIES, FIRST, MISSION, PROGRAMME, SECOND, at, meeting
from karvan.formats import agendas
from karvan.formats.agendas import agenda, agenda_pdf, agenda_pdfs
from karvan.formats.fonts import families
from karvan.formats.readers import Reader
from karvan.languages import LANGUAGES, say
from karvan.languages.bidi import strip_isolates
from karvan.languages.dates import weekday
from karvan.mission.companies import Company, Side
from karvan.mission.localised import LocalisedText
from karvan.mission.programme import PlacedLevel


def pdf_of(code, lang, programme=PROGRAMME, mission=MISSION):
    return pypdf.PdfReader(io.BytesIO(agenda_pdf(mission, programme, code, lang)))


def text_of(pdf):
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def plain(value):
    """Take the isolates out of every text."""
    if isinstance(value, str):
        return strip_isolates(value)
    if isinstance(value, list):
        return [plain(item) for item in value]
    return {name: plain(item) for name, item in value.items()} if isinstance(value, dict) else value


def nothing_else(**given):
    return {"beside": "", "city": "", "people": [], "briefing": [], "help": {}} | given


def test_the_words_of_an_agenda():
    data = agenda(Reader(MISSION, "en"), PROGRAMME, "V01")
    assert (data["company"], strip_isolates(data["own_name"]), data["mission"]) == (
        "Rahpeyvand Mowj",
        "رهپیوند موج",
        "Technology mission to Moscow",
    )
    assert data["facts"] == [
        {"label": "Dates", "lines": ["4–5 December 2025", "13–14 Azar 1404"]},
        {"label": "Sides", "lines": ["Visitors: Iran", "Hosts: Russia"]},
        {"label": "Your programme", "lines": ["4 meetings", "1 visit"]},
        {"label": "Times", "lines": ["Local time, Moscow"]},
    ]
    assert [(day["weekday"], day["dates"]) for day in data["days"]] == [
        ("Thursday", ["4 December 2025", "13 Azar 1404"]),
        ("Friday", ["5 December 2025", "14 Azar 1404"]),
    ]


def test_a_meeting_says_whom_where_and_in_which_language_and_gives_a_small_briefing():
    data = plain(agenda(Reader(MISSION, "en"), PROGRAMME, "V01"))
    assert data["days"][0]["entries"][1] == {
        "time": "10:00–10:25",
        "kind": "meetings",
        "title": "Vyshegrad-Svyaz",
        "beside": "АО «Вышеград-Связь»",
        "city": "Moscow",
        "people": [
            {"name": "Rodion Verkhoturtsev", "role": "Technical director"},
            {"name": "Foma Antyukhov", "role": ""},
        ],
        "briefing": [
            {"label": "Offers", "text": "Base stations for cold regions"},
            {"label": "Needs", "text": "Microwave radio, 18 GHz"},
        ],
        "place": "Hall, table 1",
        "help": {"label": "Language", "text": "English"},
    }


def test_a_persian_agenda_of_a_host_names_the_visitor_and_the_interpreter():
    data = plain(agenda(Reader(MISSION, "fa"), PROGRAMME, "H02"))
    assert data["days"][0]["entries"][1] == nothing_else(
        time="۱۰:۰۰–۱۰:۲۵",
        kind="meetings",
        title="ستیغ‌داده",
        city="Isfahan",
        place="تالار، میز ۲",
        help={"label": "مترجم", "text": "Anahita Varjavandnia"},
    )


def test_a_block_says_its_kind_unless_it_has_no_other_title():
    entries = plain(agenda(Reader(MISSION, "en"), PROGRAMME, "V01"))["days"][0]["entries"]
    assert [entries[0], entries[4]] == [
        nothing_else(time="09:00–10:00", kind="plenary", title="First joint meeting", beside="Plenary", place="salon"),
        nothing_else(time="12:00–13:00", kind="break", title="Break", place=""),
    ]


def test_two_companies_without_language_or_interpreter_have_nothing_said_of_it():
    programme = replace(PROGRAMME, meetings=(meeting("V02", "H02", at(FIRST, 10)),))
    entry = agenda(Reader(MISSION, "en"), programme, "V02")["days"][0]["entries"][1]
    assert entry["help"] == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_pdf_is_tagged_and_says_its_title_and_language(lang):
    pdf = pdf_of("V01", lang)
    root = pdf.trailer["/Root"]
    name = Reader(MISSION, lang).name("V01")
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"], len(pdf.pages)) == (lang, True, 1)
    assert strip_isolates(pdf.metadata.title) == f"{say(lang, 'agenda-title')} – {name} – {Reader(MISSION, lang).title}"
    assert [round(float(size)) for size in pdf.pages[0].mediabox[2:]] == [595, 842]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_letter_has_its_font_and_none_is_missing(lang):
    pdf = pdf_of("V01", lang)
    fonts = {font["/BaseFont"].split("+")[1].split("-")[0] for page in pdf.pages for font in fonts_of(page)}
    assert fonts == {"Inter", "Vazirmatn"}
    assert not any(glyph == 0 for page in pdf.pages for glyph in glyphs_of(page))


def fonts_of(page):
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]


def glyphs_of(page):
    """Give the numbers of all glyphs on a page; 0 is the box that stands for a missing letter."""
    for operands, operator in page.get_contents().operations:
        if operator in {b"Tj", b"TJ"}:
            parts = operands[0] if isinstance(operands[0], list) else operands
            for part in parts:
                raw = getattr(part, "original_bytes", b"")
                yield from (int.from_bytes(raw[i : i + 2], "big") for i in range(0, len(raw), 2))


def test_the_paper_has_what_a_delegate_needs():
    text = text_of(pdf_of("V01", "ru"))
    for expected in (
        "Личная программа",
        "Рахпейванд Моудж",
        "Четверг",
        "4 декабря 2025 г.",
        "13 азара 1404",
        "10:00–10:25",
        "АО «Вышеград-Связь»",
        "Родион Верхотурцев",
        "Зал, стол № 1",
        "Дмитрий",
        "Квантовый центр",
        "Страница 1 из 1",
    ):
        assert expected in text


def test_levels_scores_and_what_was_not_placed_are_nobody_elses_business():
    texts = {lang: text_of(pdf_of("V01", lang)) for lang in LANGUAGES}
    private = {say(lang, f"level-{level}") for lang in LANGUAGES for level in PlacedLevel}
    assert not [word for word in private for text in texts.values() if word in text]
    assert "0.83" not in texts["en"]
    assert "Plus Robotics" not in texts["en"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_agenda_says_so_kindly(lang):
    data = agenda(Reader(MISSION, lang), PROGRAMME, "V03")
    assert data["days"] == []
    assert len(pdf_of("V03", lang).pages) == 1
    assert say("en", "agenda-empty") in text_of(pdf_of("V03", "en"))


HOSTS = tuple(
    Company(code=f"X{n:02}", side=Side.HOST, name=replace(COMPANIES[4]).name, city="Novosibirsk", languages=("en",))
    for n in range(20)
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_day_that_runs_over_the_page_says_its_name_again(lang):
    mission = replace(MISSION, companies=(*COMPANIES, *HOSTS))
    meetings = tuple(meeting("V01", host.code, at(SECOND, 9 + n // 2, 30 * (n % 2))) for n, host in enumerate(HOSTS))
    pdf = pdf_of("V01", lang, replace(PROGRAMME, meetings=meetings, visits=(), blocks=()), mission)
    pages = [" ".join(page.extract_text().split()) for page in pdf.pages]
    assert len(pages) > 2
    assert [weekday(lang, SECOND) in page for page in pages] == [True] * len(pages)
    assert [say(lang, "agenda-continued") in page for page in pages] == [False] + [True] * (len(pages) - 1)
    assert " ".join(pages).count("Novosibirsk") == 20


def test_all_agendas_come_with_the_names_of_their_files_and_are_the_same_every_time():
    first = dict(agenda_pdfs(MISSION, PROGRAMME, ("V01", "H04"), ("fa", "ru")))
    assert list(first) == ["V01.fa.pdf", "V01.ru.pdf", "H04.fa.pdf", "H04.ru.pdf"]
    with ThreadPoolExecutor(2) as threads:
        again = agenda_pdfs(MISSION, PROGRAMME, ("V01", "H04"), ("fa", "ru"), threads=threads)
        assert first == dict(again)


def test_a_letter_that_no_packaged_font_has_does_not_stop_the_print():
    guest = Company(code="C", side=Side.VISITOR, name=LocalisedText.of(zh="漢字"))
    mission = replace(MISSION, companies=(*COMPANIES, guest))
    assert len(pdf_of("C", "en", mission=mission).pages) == 1


def test_any_other_fault_of_the_print_is_told():
    with pytest.raises(typst.TypstError, match="dictionary does not contain key"):
        agendas._print(agendas._packaged_fonts(), {})


def test_fonts_by_script():
    assert [font["name"] for lang in ("fa", "ru") for font in families(lang)] == [
        "Inter",
        "Vazirmatn",
        "Inter",
        "Vazirmatn",
        "Inter",
        "Vazirmatn",
    ]
