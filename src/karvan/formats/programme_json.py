"""`programme.json`: a programme as other programs read it (`karvan/programme`, version 1)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from karvan.formats.published import read_json
from karvan.formats.reasons import reason_text
from karvan.languages import LANGUAGES
from karvan.languages.bidi import strip_isolates
from karvan.mission.blocks import BlockKind
from karvan.mission.localised import LocalisedText
from karvan.mission.mission import Mission
from karvan.mission.programme import (
    GAINS,
    Attendance,
    Figure,
    Goal,
    Meeting,
    PlacedLevel,
    Programme,
    Reason,
    Relief,
    Unplaced,
)
from karvan.scheduling.loads import Load, loads

Json = dict[str, Any]

FORMAT = {"format": "karvan/programme", "version": 1}
"""First entries of every file."""


def write_programme(programme: Programme, mission: Mission) -> str:
    """Write a programme as JSON text, indented, with texts in the mission's languages."""
    return json.dumps(programme_data(programme, mission), ensure_ascii=False, indent=1) + "\n"


def programme_data(programme: Programme, mission: Mission) -> Json:
    """Give a programme as JSON data."""
    languages = tuple(lang for lang in mission.settings.languages if lang in LANGUAGES) or ("en",)
    return FORMAT | {
        "status": programme.status,
        "meetings": [meeting_data(m) for m in programme.meetings],
        "visits": [attendance_data(a, languages) for a in programme.visits],
        "blocks": [{"kind": a.kind.value} | attendance_data(a, languages) for a in programme.blocks],
        "unplaced": [_unplaced(u, mission, languages) for u in programme.unplaced],
        "goals": [goal_data(g) for g in programme.goals],
        "figures": {name: _figure(f) for name, f in programme.figures.items()},
        "bottlenecks": {
            "loads": [_load(load) for load in loads(mission, programme)],
            "one_more": [_relief(relief, mission, languages) for relief in programme.reliefs],
        },
    }


def meeting_data(meeting: Meeting) -> Json:
    """Give a meeting as JSON data."""
    return {
        "company": meeting.company,
        "counterpart": meeting.counterpart,
        "start": meeting.start.isoformat(),
        "end": meeting.end.isoformat(),
        "venue": meeting.venue,
        "table": meeting.table or None,
        "interpreter": meeting.interpreter or None,
        "level": meeting.level.value,
        "score": meeting.score,
    }


def attendance_data(block: Attendance, languages: tuple[str, ...]) -> Json:
    """Give a visit or block as JSON data."""
    return {
        "title": block.title.best(*languages),
        "titles": dict(block.title),
        "start": block.start.isoformat(),
        "end": block.end.isoformat(),
        "venue": block.venue,
        "companies": list(block.companies),
    }


def _unplaced(row: Unplaced, mission: Mission, languages: tuple[str, ...]) -> Json:
    return {
        "company": row.company,
        "counterpart": row.counterpart,
        "level": row.level.value,
        "reasons": [reason_data(mission, "reason", r, languages) for r in row.reasons],
        "relaxations": [reason_data(mission, "relaxation", r, languages) for r in row.relaxations],
    }


def reason_data(mission: Mission, kind: str, reason: Reason, languages: tuple[str, ...]) -> Json:
    """Give a reason as JSON data, with its text in some languages."""
    texts = {lang: strip_isolates(reason_text(mission, lang, kind, reason)) for lang in languages}
    parts = [{"code": part.code, "values": dict(part.values)} for part in reason.parts]
    return {"code": reason.code, "values": dict(reason.values), "text": texts} | ({"parts": parts} if parts else {})


def goal_data(goal: Goal) -> Json:
    """Give a goal as JSON data."""
    return {
        "name": goal.name,
        "sense": "maximise" if goal.is_more_better else "minimise",
        "value": goal.value,
        "bound": goal.bound,
        "proved": goal.is_proved,
    }


def _load(load: Load) -> Json:
    slots = [{"start": slot.start.isoformat(), "used": slot.used, "of": slot.of} for slot in load.slots]
    return {"kind": load.kind, "who": load.who, "used": load.used, "of": load.of, "slots": slots}


def _relief(relief: Relief, mission: Mission, languages: tuple[str, ...]) -> Json:
    gain = None if relief.gain is None else dict(zip(GAINS, relief.gain, strict=True))
    change = reason_data(mission, "bottleneck", relief.reason, languages)
    return change | {"gain": gain, "meetings": relief.meetings}


def _figure(figure: Figure) -> Json | int:
    if figure.denominator is None:
        return figure.numerator
    return {
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "ratio": figure.ratio,
    }


def read_programme(text: str | bytes, source: str = "programme.json") -> Programme:
    """Read a programme from JSON text.

    Raises
    ------
    InvalidMissionError
        With every place where the text is no programme; `Issue.field` holds the JSON path.
    """
    data = read_json(text, "programme", source)
    return Programme(
        status=data["status"],
        meetings=tuple(map(_read_meeting, data["meetings"])),
        visits=tuple(_read_attendance(v, BlockKind.VISIT) for v in data.get("visits", ())),
        blocks=tuple(_read_attendance(b, BlockKind(b["kind"])) for b in data.get("blocks", ())),
        unplaced=tuple(map(_read_unplaced, data.get("unplaced", ()))),
        goals=tuple(map(_read_goal, data.get("goals", ()))),
        figures={name: _read_figure(f) for name, f in data.get("figures", {}).items()},
        reliefs=tuple(map(_read_relief, data.get("bottlenecks", {}).get("one_more", ()))),
    )


def _read_meeting(row: Json) -> Meeting:
    return Meeting(
        company=row["company"],
        counterpart=row["counterpart"],
        start=datetime.fromisoformat(row["start"]),
        end=datetime.fromisoformat(row["end"]),
        venue=row.get("venue") or "",
        table=row.get("table") or "",
        interpreter=row.get("interpreter") or "",
        level=PlacedLevel(row.get("level", PlacedLevel.SUGGESTION)),
        score=row.get("score"),
    )


def _read_attendance(row: Json, kind: BlockKind) -> Attendance:
    titles: Mapping[str, str] = row.get("titles") or {"en": row.get("title", "")}
    return Attendance(
        kind=kind,
        title=LocalisedText.from_mapping(titles),
        start=datetime.fromisoformat(row["start"]),
        end=datetime.fromisoformat(row["end"]),
        venue=row.get("venue") or "",
        companies=tuple(row["companies"]),
    )


def _read_unplaced(row: Json) -> Unplaced:
    return Unplaced(
        company=row["company"],
        counterpart=row["counterpart"],
        level=PlacedLevel(row.get("level", PlacedLevel.WANT)),
        reasons=tuple(map(_read_reason, row.get("reasons", ()))),
        relaxations=tuple(map(_read_reason, row.get("relaxations", ()))),
    )


def _read_reason(row: Json) -> Reason:
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in row.get("values", {}).items()}
    return Reason(row["code"], tuple(values.items()), tuple(map(_read_reason, row.get("parts", ()))))


def _read_goal(row: Json) -> Goal:
    return Goal(row["name"], row["value"], row["bound"], row["sense"] == "maximise")


def _read_relief(row: Json) -> Relief:
    gain = row["gain"]
    found = None if gain is None else tuple(gain.get(name, 0) for name in GAINS)
    return Relief(_read_reason(row), found, row.get("meetings", 0))


def _read_figure(row: Json | int) -> Figure:
    if isinstance(row, int):
        return Figure(row)
    return Figure(row["numerator"], row["denominator"])
