"""The part of `report.html` that says what binds a programme, and what one more of something would bring."""

from __future__ import annotations

from itertools import groupby

from karvan.formats.pages import Json
from karvan.formats.readers import Reader
from karvan.formats.reliefs import load_line, relief_lines
from karvan.languages import LANGUAGES, say
from karvan.languages.dates import clock, short_date
from karvan.languages.numbers import percent
from karvan.mission.programme import Programme
from karvan.scheduling.loads import Load, SlotLoad, binding

STEP = 18
"""From one column to the next, in pixels."""

DAY_GAP = 24
"""Between two days."""

NARROWEST_DAY = 84
"""Room for the name of a day."""

HEIGHT = 72
"""Of a column that is full."""


def bottlenecks_section(reader: Reader, programme: Programme) -> Json:
    """Give all words and numbers of the section in the reader's language."""
    found = binding(reader.mission, programme)
    return {
        "charts": [_chart(reader, load) for load in found if load.slots],
        "companies": [_company(reader, load) for load in found if not load.slots],
        "reliefs": list(relief_lines(reader.mission, reader.lang, programme.reliefs)),
    }


def _company(reader: Reader, load: Load) -> Json:
    told = (say(reader.lang, "report-used-of", used=load.used, of=load.of), percent(reader.lang, load.share))
    return {
        "name": reader.name(load.who),
        "code": load.who,
        "times": say(reader.lang, "list-comma").join(told),
        "width": round(100 * min(load.share, 1), 1),
    }


def _chart(reader: Reader, load: Load) -> Json:
    """Lay out one column for each time, days apart, in the direction of reading."""
    days = [list(group) for _, group in groupby(load.slots, key=lambda slot: reader.local(slot.start).date())]
    widths = [max(STEP * len(day), NARROWEST_DAY) for day in days]
    width = sum(widths) + DAY_GAP * (len(days) - 1)
    most = max(slot.of for slot in load.slots) or 1
    columns: list[Json] = []
    labels: list[Json] = []
    x = 0
    for day, wide in zip(days, widths, strict=True):
        name = short_date(reader.lang, reader.local(day[0].start))
        labels.append({"x": _across(reader, x + wide // 2, 0, width), "label": name})
        first = x + (wide - STEP * len(day)) // 2
        for n, slot in enumerate(day):
            columns.append(_column(reader, slot, most) | {"x": _across(reader, first + n * STEP, STEP, width)})
        x += wide + DAY_GAP
    summary = load_line(reader.mission, reader.lang, load)
    return {"summary": summary, "width": width, "height": HEIGHT, "columns": columns, "labels": labels}


def _across(reader: Reader, x: int, size: int, width: int) -> int:
    return width - x - size if LANGUAGES[reader.lang].is_rtl else x


def _column(reader: Reader, slot: SlotLoad, most: int) -> Json:
    time = clock(reader.lang, reader.local(slot.start))
    return {
        "label": say(reader.lang, "report-at-time", time=time, used=slot.used, of=slot.of),
        "ground": round(HEIGHT * slot.of / most, 1),
        "fill": round(HEIGHT * min(slot.used, slot.of) / most, 1),
        "is_full": slot.is_full,
    }
