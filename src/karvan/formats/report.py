"""`report.html`: what the organiser should know of a programme, in one file that can be sent on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from karvan.formats.day_grid import Grid, Times, grid_of
from karvan.formats.pages import Json, page_languages, render_page
from karvan.formats.readers import Reader, breaks_of, date_range, dates_of, minutes_of
from karvan.formats.reasons import reason_text
from karvan.formats.report_bottlenecks import bottlenecks_section
from karvan.languages import LANGUAGES, say
from karvan.languages.dates import clock, clock_range, full_date, short_date, weekday
from karvan.languages.messages import Value
from karvan.languages.numbers import number, percent
from karvan.mission.companies import Side
from karvan.mission.mission import Mission
from karvan.mission.programme import Figure, Goal, Meeting, PlacedLevel, Programme
from karvan.mission.rules import Rule
from karvan.scheduling.referee import Violation

STEP = 22
"""Width and height of one company's dot in the fairness chart, in pixels."""

TALLEST_CHART, LOWEST_RISE = 400, 10
"""Where many companies have the same number of meetings, their dots are smaller."""


def report_html(mission: Mission, programme: Programme, lang: str, violations: Sequence[Violation] = ()) -> str:
    """Give the organiser's report as one HTML file without scripts and without requests to anywhere.

    Parameters
    ----------
    lang : str
        The language that is shown first; the mission's others are in the file too, one link away.
    violations : sequence of Violation
        What the referee found.
    """
    languages = page_languages(mission, lang)
    return render_page(
        "report.html", "report-title", [_article(Reader(mission, each), programme, violations) for each in languages]
    )


def _say(lang: str, name: str, /, **values: Value) -> str:
    return say(lang, f"report-{name}", **values)


def _article(reader: Reader, programme: Programme, violations: Sequence[Violation]) -> Json:
    """Give all words and numbers of the report in one language."""
    lang, settings = reader.lang, reader.mission.settings
    return {
        "language": LANGUAGES[lang],
        "say": partial(_say, lang),
        "title": reader.title,
        "dates": date_range(lang, settings.start_date, settings.end_date),
        "is_sound": not violations,
        "status": say(lang, f"status-{programme.status}"),
        "figures": [_figure(lang, *entry) for entry in programme.figures.items()],
        "goals": [_goal(lang, goal) for goal in programme.goals],
        "violations": [_violation(reader, violation) for violation in violations],
        "rules": number(lang, len(Rule)),
        "levels": [{"level": each.value, "name": say(lang, f"level-{each}")} for each in PlacedLevel],
        "bottlenecks": bottlenecks_section(reader, programme),
        "sides": [_side(reader, programme, side) for side in Side],
        "days": [_day(reader, programme, day) for day in dates_of(reader, programme)],
        "unplaced": list(_unplaced(reader, programme)),
        "interpreters": list(_interpreters(reader, programme)),
    }


def _figure(lang: str, name: str, figure: Figure) -> Json:
    ratio = figure.ratio
    of = None if figure.denominator is None else number(lang, figure.denominator)
    return {
        "name": say(lang, f"figure-{name}"),
        "number": number(lang, figure.numerator),
        "of": of,
        "share": None if ratio is None else percent(lang, ratio),
        "width": None if ratio is None else round(100 * min(ratio, 1), 1),
    }


def _goal(lang: str, goal: Goal) -> Json:
    return {
        "name": say(lang, f"goal-{goal.name}"),
        "value": number(lang, goal.value),
        "bound": "–" if goal.bound is None else number(lang, goal.bound),
        "is_proved": goal.is_proved,
    }


def _violation(reader: Reader, violation: Violation) -> Json:
    return {
        "rule": say(reader.lang, f"rule-{violation.rule}"),
        "who": [_who(reader, code) for code in violation.who],
        "meetings": [_moment(reader, meeting) for meeting in violation.meetings],
        "detail": violation.detail,
    }


def _who(reader: Reader, code: str) -> str:
    """Give the name behind the code of a company or an interpreter; what is unknown stays a code."""
    if code in reader.mission.company:
        return reader.name(code)
    return reader.interpreter(code) if code in reader.mission.interpreter else code


def _moment(reader: Reader, meeting: Meeting) -> Json:
    start, end = reader.local(meeting.start), reader.local(meeting.end)
    return {
        "names": (_who(reader, meeting.company), _who(reader, meeting.counterpart)),
        "when": f"{short_date(reader.lang, start.date())}, {clock_range(reader.lang, start, end)}",
    }


# ---- fairness ---------------------------------------------------------------------------------


def _side(reader: Reader, programme: Programme, side: Side) -> Json:
    codes = [company.code for company in reader.mission.delegation(side).companies]
    meetings = {code: len(programme.meetings_of(code)) for code in codes}
    return {
        "name": say(reader.lang, f"side-{side}"),
        "chart": _chart(reader, meetings),
        "companies": [
            {
                "name": reader.name(code),
                "code": code,
                "meetings": number(reader.lang, meetings[code]),
                "breaks": number(reader.lang, breaks_of(reader.mission, programme, code)),
            }
            for code in sorted(codes, key=lambda code: meetings[code])
        ],
    }


def _chart(reader: Reader, meetings: dict[str, int]) -> Json:
    """Lay out one dot per company above its number of meetings, in the direction of reading."""
    most = max(meetings.values(), default=0)
    tallest = max(Counter(meetings.values()).values(), default=0)
    rise = min(STEP, max(LOWEST_RISE, TALLEST_CHART // max(tallest, 1)))
    width, height = (most + 1) * STEP, tallest * rise
    below: Counter[int] = Counter()
    dots: list[Json] = []
    for code, count in sorted(meetings.items(), key=lambda item: item[1]):
        label = f"{reader.name(code)}: {number(reader.lang, count)}"
        y = height - rise * below[count] - rise // 2
        dots.append({"x": _across(reader, count, width), "y": y, "label": label})
        below[count] += 1
    ticks = [{"x": _across(reader, n, width), "label": number(reader.lang, n)} for n in range(most + 1)]
    return {
        "width": width,
        "height": height,
        "radius": rise // 2 - (3 if rise == STEP else 1),
        "dots": dots,
        "ticks": ticks,
        "summary": _spread(reader, meetings),
    }


def _across(reader: Reader, count: int, width: int) -> int:
    x = count * STEP + STEP // 2
    return width - x if LANGUAGES[reader.lang].is_rtl else x


def _spread(reader: Reader, meetings: dict[str, int]) -> str:
    counts = sorted(meetings.values()) or [0]
    middle = counts[len(counts) // 2]
    return say(reader.lang, "report-spread", fewest=counts[0], middle=middle, most=counts[-1])


# ---- days -------------------------------------------------------------------------------------


def _day(reader: Reader, programme: Programme, day: date) -> Json:
    grid = grid_of(reader, programme, day)
    used = [place for place in grid.places if any(own == place for own, _ in grid.meetings)]
    return {
        "weekday": weekday(reader.lang, day),
        "dates": full_date(reader.lang, day),
        "columns": [_column(reader, grid, times) for times in grid.times],
        "rows": [_row(reader, grid, place) for place in used],
        "free_tables": len(grid.places) - len(used),
    }


def _column(reader: Reader, grid: Grid, times: Times) -> Json:
    start, end = map(reader.local, times)
    return {
        "start": clock(reader.lang, start),
        "end": clock(reader.lang, end),
        "span": clock_range(reader.lang, start, end),
        "has_meetings": grid.has_meetings(times),
        "blocks": [reader.what(block) for block in grid.blocks.get(times, ())],
    }


def _row(reader: Reader, grid: Grid, place: tuple[str, str]) -> Json:
    cells = [[_cell(reader, meeting) for meeting in grid.meetings.get((place, times), ())] for times in grid.times]
    return {"place": reader.place(*place), "cells": cells}


def _cell(reader: Reader, meeting: Meeting) -> Json:
    return {
        "names": (reader.name(meeting.company), reader.name(meeting.counterpart)),
        "level": meeting.level.value,
        "level_name": say(reader.lang, f"level-{meeting.level}"),
        "interpreter": reader.interpreter(meeting.interpreter),
    }


# ---- what was not placed, and who interprets ----------------------------------------------------


def _unplaced(reader: Reader, programme: Programme) -> Iterator[Json]:
    for row in programme.unplaced:
        yield {
            "names": (reader.name(row.company), reader.name(row.counterpart)),
            "level": row.level.value,
            "level_name": say(reader.lang, f"level-{row.level}"),
            "reasons": [reason_text(reader.mission, reader.lang, "reason", r) for r in row.reasons],
            "relaxations": [reason_text(reader.mission, reader.lang, "relaxation", r) for r in row.relaxations],
        }


def _interpreters(reader: Reader, programme: Programme) -> Iterator[Json]:
    """Give each interpreter's minutes on each day of the programme, of the most that were agreed."""
    days = [day for day, _ in reader.days(programme.meetings)]
    for interpreter in reader.mission.interpreters:
        own = [m for m in programme.meetings if m.interpreter == interpreter.code]
        minutes = Counter[date]()
        for meeting in own:
            minutes[reader.local(meeting.start).date()] += minutes_of(meeting)
        most = interpreter.max_minutes_per_day
        yield {
            "name": interpreter.name,
            "languages": reader.languages(interpreter.languages),
            "meetings": number(reader.lang, len(own)),
            "days": [_load(reader.lang, day, minutes[day], most) for day in days],
        }


def _load(lang: str, day: date, minutes: int, most: int) -> Json:
    return {
        "day": short_date(lang, day),
        "minutes": number(lang, minutes),
        "most": number(lang, most),
        "width": round(100 * min(minutes / most, 1), 1),
    }
