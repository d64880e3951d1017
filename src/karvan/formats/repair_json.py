"""`repair.json` (`karvan/repair`, version 1): what a repair changes, whom it concerns, and the alternatives."""

from __future__ import annotations

import json
from typing import Any

from karvan.formats.programme_json import attendance_data, goal_data, meeting_data, programme_data, reason_data
from karvan.formats.readers import Reader
from karvan.formats.repair_text import entry_text
from karvan.languages import LANGUAGES
from karvan.languages.bidi import strip_isolates
from karvan.mission.mission import Mission
from karvan.mission.programme import Attendance, Meeting
from karvan.scheduling.repair.difference import Difference, MeetingDifference
from karvan.scheduling.repair.mend import Repaired
from karvan.scheduling.repair.told import BlockDifference

Json = dict[str, Any]

FORMAT = {"format": "karvan/repair", "version": 1}
"""First entries of every file."""


def write_repair(repaired: Repaired, *, with_programme: bool) -> str:
    """Write a repair as JSON text, indented.

    Parameters
    ----------
    with_programme : bool
        Whether the repaired programme itself is in it; else it has a file of its own.
    """
    data = FORMAT | _repair(repaired)
    data["alternatives"] = [{"name": each.name} | _repair(each.repaired) for each in repaired.alternatives]
    if with_programme:
        data["programme"] = programme_data(repaired.programme, repaired.mission)
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _repair(repaired: Repaired) -> Json:
    return {
        "status": repaired.programme.status,
        "goals": [goal_data(goal) for goal in repaired.programme.goals],
        "diff": _difference(repaired.difference, repaired.mission),
    }


def _difference(made: Difference, mission: Mission) -> Json:
    languages = tuple(lang for lang in mission.settings.languages if lang in LANGUAGES) or ("en",)
    readers = {lang: Reader(mission, lang) for lang in languages}
    return {
        "meetings": [_meeting(row, mission, languages) for row in made.meetings],
        "blocks": [_block(row, languages) for row in made.blocks],
        "companies": [
            {
                "company": code,
                "agenda_changes": code in made.companies,
                "told": [
                    {lang: strip_isolates(entry_text(reader, code, entry)) for lang, reader in readers.items()}
                    for entry in entries
                ],
            }
            for code, entries in made.told.items()
        ],
    }


def _meeting(row: MeetingDifference, mission: Mission, languages: tuple[str, ...]) -> Json:
    def side(meeting: Meeting | None) -> Json | None:
        return None if meeting is None else meeting_data(meeting)

    return {
        "change": row.kind.value,
        "company": row.meeting.company,
        "counterpart": row.meeting.counterpart,
        "before": side(row.before),
        "after": side(row.after),
        "withdrawn": row.is_withdrawn,
        "agreement_broken": row.was_fixed,
        "reasons": [reason_data(mission, "reason", reason, languages) for reason in row.reasons],
    }


def _block(row: BlockDifference, languages: tuple[str, ...]) -> Json:
    def side(block: Attendance | None) -> Json | None:
        return None if block is None else {"kind": block.kind.value} | attendance_data(block, languages)

    return {"before": side(row.before), "after": side(row.after), "companies": list(row.companies)}
