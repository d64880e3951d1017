"""The rules about interpreters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations, pairwise

from karvan.mission.mission import Mission
from karvan.mission.programme import Meeting, Programme
from karvan.mission.resources import Interpreter
from karvan.mission.rules import Rule
from karvan.scheduling.referee.spans import absences, by_day, in_order, is_too_far, minutes, overlap, stay
from karvan.scheduling.referee.violation import Violation


def needed(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """INTERPRETER_NEEDED: who shares no language has somebody who speaks one of each side's.

    Whoever was agreed beforehand stays, even where none is needed; otherwise an interpreter is one who can interpret.
    """
    agreed = {(row.pair, row.interpreter) for row in mission.fixed}
    for meeting in programme.meetings:
        a, b = meeting.company, meeting.counterpart
        interpreter = mission.interpreter.get(meeting.interpreter)
        can_serve = interpreter is not None and mission.can_interpret(interpreter, a, b)
        may_stay = interpreter is None or (meeting.pair, meeting.interpreter) in agreed
        if not can_serve and (mission.needs_interpreter(a, b) or not may_stay):
            yield Violation(Rule.INTERPRETER_NEEDED, (a, b), (meeting,), meeting.interpreter)


def _work(programme: Programme, interpreter: Interpreter) -> list[Meeting]:
    return in_order(programme.interpreted_by(interpreter.code))


def busy(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """INTERPRETER_BUSY: of any two meetings, the second starts when the way from the first is done."""
    for interpreter in mission.interpreters:
        work = [(stay(meeting), meeting) for meeting in _work(programme, interpreter)]
        for (first, a), (then, b) in combinations(work, 2):
            if overlap(first, then) or is_too_far(mission, first, then):
                yield Violation(Rule.INTERPRETER_BUSY, (interpreter.code,), (a, b))


def away(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """INTERPRETER_AWAY: no meeting overlaps an absence."""
    for interpreter in mission.interpreters:
        spans = list(absences(mission, interpreter.code))
        for meeting in _work(programme, interpreter):
            if any(overlap(stay(meeting), span) for span in spans):
                yield Violation(Rule.INTERPRETER_AWAY, (interpreter.code,), (meeting,))


def hours(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """INTERPRETER_HOURS: minutes of meetings on one day <= the daily limit."""
    for interpreter in mission.interpreters:
        for meetings in by_day(mission, _work(programme, interpreter)):
            worked = sum(map(minutes, meetings))
            if worked > interpreter.max_minutes_per_day:
                detail = f"{worked} > {interpreter.max_minutes_per_day}"
                row = tuple(meetings)
                yield Violation(Rule.INTERPRETER_HOURS, (interpreter.code,), row, detail)


def pause(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """INTERPRETER_PAUSE: minutes of meetings between two pauses <= the limit without a pause."""
    for interpreter in mission.interpreters:
        limit = interpreter.max_minutes_without_pause
        for meetings in by_day(mission, _work(programme, interpreter)):
            for stretch in _stretches(mission, interpreter, meetings):
                worked = sum(map(minutes, stretch))
                if worked > limit:
                    detail = f"{worked} > {limit}"
                    row = tuple(stretch)
                    yield Violation(Rule.INTERPRETER_PAUSE, (interpreter.code,), row, detail)


def _stretches(mission: Mission, interpreter: Interpreter, meetings: list[Meeting]) -> Iterator[list[Meeting]]:
    """Split a day's meetings where there is a pause; a changeover is none, however long."""
    least = max(interpreter.pause_minutes, mission.settings.changeover_minutes + 1)
    stretch = meetings[:1]
    for before, meeting in pairwise(meetings):
        if stay(meeting)[0] - stay(before)[1] >= timedelta(minutes=least):
            yield stretch
            stretch = []
        stretch.append(meeting)
    yield stretch
