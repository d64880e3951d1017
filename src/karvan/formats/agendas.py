"""`agendas/<code>.<lang>.pdf`: what one company does, day by day, for its delegates to carry along."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from babel.dates import get_timezone_location

from karvan.formats.fonts import FOLDER, families
from karvan.formats.readers import Day, Item, Reader, date_range
from karvan.languages import LANGUAGES, say
from karvan.languages.bidi import strip_isolates
from karvan.languages.dates import clock_range, full_date, weekday
from karvan.mission.blocks import BlockKind
from karvan.mission.companies import Person, Side
from karvan.mission.mission import Mission
from karvan.mission.opportunities import OpportunityKind
from karvan.mission.programme import Attendance, Meeting, Programme

if TYPE_CHECKING:
    from concurrent.futures import Executor

    import typst

Json = dict[str, Any]

MOST_TITLES = 2
"""How many offers, and how many needs, of a counterpart an agenda names."""


def agenda_pdf(mission: Mission, programme: Programme, code: str, lang: str) -> bytes:
    """Give a company's personal agenda as a tagged PDF (PDF/UA-1), A4.

    Levels, scores, requests and reasons are not in it: it is for the company's eyes, and often for
    those of its neighbours on the bus.
    """
    ((_, pdf),) = agenda_pdfs(mission, programme, (code,), (lang,))
    return pdf


def agenda_pdfs(
    mission: Mission,
    programme: Programme,
    codes: Iterable[str],
    languages: Iterable[str],
    *,
    threads: Executor | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Give the agendas of companies in languages, one by one, with the names of their files.

    Parameters
    ----------
    threads : Executor, optional
        Threads to print in: typesetting lets go of Python's lock. Without, one after the other.

    Notes
    -----
    The same mission and programme give the same bytes: no clock is read.
    """
    fonts = _packaged_fonts()
    readers = [Reader(mission, lang) for lang in languages]
    jobs = [(code, reader) for code in codes for reader in readers]

    def printed(job: tuple[str, Reader]) -> bytes:
        code, reader = job
        return _print(fonts, agenda(reader, programme, code))

    pdfs = threads.map(printed, jobs) if threads else map(printed, jobs)
    for (code, reader), pdf in zip(jobs, pdfs, strict=True):
        yield f"{code}.{reader.lang}.pdf", pdf


def _packaged_fonts() -> typst.Fonts:
    """Give the fonts of this package alone: documents look the same on every machine."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])


def _print(fonts: typst.Fonts, data: Json) -> bytes:
    """Typeset an agenda; PDF/UA-1 refuses letters that no font has, so those may come from the system's fonts."""
    import typst

    template = files("karvan.formats").joinpath("templates", "agenda.typ").read_bytes()
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    compiler = typst.Compiler(template, font_paths=fonts, sys_inputs=inputs)
    try:
        pdf = compiler.compile(format="pdf", pdf_standards="ua-1")
    except typst.TypstError as error:
        if "could not be displayed" not in error.message:
            raise
        every_font = typst.Fonts(include_system_fonts=True, font_paths=[str(FOLDER)])
        pdf = typst.Compiler(template, font_paths=every_font, sys_inputs=inputs).compile(format="pdf")
    assert isinstance(pdf, bytes)
    return pdf


def agenda(reader: Reader, programme: Programme, code: str) -> Json:
    """Give the words of a company's agenda as the template takes them."""
    lang = reader.lang
    days = reader.itinerary(programme, code)
    return {
        "lang": lang,
        "direction": LANGUAGES[lang].direction,
        "digits": LANGUAGES[lang].digits,
        "fonts": families(lang),
        "mission": reader.text(reader.title),
        "company": reader.text(reader.name(code)),
        "own_name": reader.text(reader.own_name(code)),
        "code": code,
        "facts": _facts(reader, days),
        "days": [_day(reader, day, items, code) for day, items in days],
        "words": _words(lang),
    }


def _words(lang: str) -> dict[str, str]:
    names = ("title", "continued", "notes", "empty", "empty-hint")
    words = {name: say(lang, f"agenda-{name}") for name in names}
    page = strip_isolates(say(lang, "agenda-page", page="{page}", pages="{pages}"))
    return words | {"page": page}


def _facts(reader: Reader, days: tuple[Day, ...]) -> list[Json]:
    lang, settings = reader.lang, reader.mission.settings
    items = [item for _, row in days for item in row]
    meetings = sum(isinstance(item, Meeting) for item in items)
    visits = sum(isinstance(item, Attendance) and item.kind is BlockKind.VISIT for item in items)
    city = get_timezone_location(settings.time_zone, locale=lang, return_city=True)
    facts = {
        "dates": date_range(lang, settings.start_date, settings.end_date),
        "sides": [_side(reader, side) for side in Side],
        "programme": [say(lang, "count-meetings", n=meetings), say(lang, "count-visits", n=visits)],
        "times": [say(lang, "agenda-local-times", city=city)],
    }
    return [{"label": say(lang, f"agenda-{name}"), "lines": list(lines)} for name, lines in facts.items()]


def _side(reader: Reader, side: Side) -> str:
    word = say(reader.lang, f"side-{side}")
    return say(reader.lang, "agenda-side", side=word, country=reader.country(side))


def _day(reader: Reader, day: date, items: tuple[Item, ...], code: str) -> Json:
    return {
        "weekday": weekday(reader.lang, day),
        "dates": list(full_date(reader.lang, day)),
        "entries": [_entry(reader, item, code) for item in items],
    }


def _entry(reader: Reader, item: Item, code: str) -> Json:
    common: Json = {
        "city": "",
        "people": [],
        "briefing": [],
        "help": {},
        "time": clock_range(reader.lang, reader.local(item.start), reader.local(item.end)),
        "kind": "meetings" if isinstance(item, Meeting) else item.kind.value,
    }
    own = _meeting(reader, item, code) if isinstance(item, Meeting) else _block(reader, item)
    return common | own


def _block(reader: Reader, block: Attendance) -> Json:
    word = say(reader.lang, f"block-{block.kind}")
    title = reader.what(block)
    return {
        "title": reader.text(title),
        "beside": "" if title == word else word,
        "place": reader.text(reader.place(block.venue)),
    }


def _meeting(reader: Reader, meeting: Meeting, code: str) -> Json:
    other = meeting.other(code)
    return {
        "title": reader.text(reader.name(other)),
        "beside": reader.text(reader.own_name(other)),
        "city": reader.text(reader.city(other)),
        "people": [_person(reader, person) for person in reader.people(other)],
        "briefing": list(_briefing(reader, other)),
        "place": reader.text(reader.place(meeting.venue, meeting.table)),
        "help": _help(reader, meeting),
    }


def _person(reader: Reader, person: Person) -> dict[str, str]:
    role = person.role if reader.can_read(person.role) else ""
    return {"name": reader.text(person.name.best(reader.lang)), "role": reader.text(role)}


def _briefing(reader: Reader, code: str) -> Iterator[Json]:
    """Say in a line or two what a company offers and needs."""
    for kind in OpportunityKind:
        titles = reader.opportunities(code, kind)[:MOST_TITLES]
        if titles:
            label = say(reader.lang, f"agenda-{kind}s")
            yield {"label": label, "text": " · ".join(map(reader.text, titles))}


def _help(reader: Reader, meeting: Meeting) -> Json:
    """Say who interprets, or what can be spoken without."""
    if meeting.interpreter:
        name = reader.text(reader.interpreter(meeting.interpreter))
        return {"label": say(reader.lang, "agenda-interpreter"), "text": name}
    shared = reader.shared_languages(meeting.company, meeting.counterpart)
    return {"label": say(reader.lang, "agenda-language"), "text": shared} if shared else {}
