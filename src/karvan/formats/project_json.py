"""Joint projects (`karvan/project`, version 1) in, and the teams for them (`karvan/consortia`, version 1) out."""

from __future__ import annotations

from typing import Any

from karvan.formats.published import read_json
from karvan.matching.consortia import Consortium, Found, Part, Project
from karvan.matching.consortia.requirements import about_concept, about_text, around
from karvan.matching.taxonomy import Taxonomy
from karvan.mission.companies import CompanyKind, Side
from karvan.mission.issues import InvalidMissionError, Issue
from karvan.mission.mission import Mission

Json = dict[str, Any]


def read_project(data: bytes, name: str, taxonomy: Taxonomy, lang: str) -> Project:
    """Read a project from JSON text.

    Parameters
    ----------
    name : str
        Of the file, for messages.
    lang : str
        In which parts that are given by a concept are labelled.

    Raises
    ------
    InvalidMissionError
        With every place where the text is no project, names a concept that the taxonomy does not have, or has
        words in which no concept is found.
    """
    given = read_json(data, "project", name)
    issues = [issue for place, row in enumerate(given["parts"]) for issue in _issues(place, row, name, taxonomy)]
    if issues:
        raise InvalidMissionError(tuple(issues))
    return Project(given.get("title", ""), tuple(_part(row, taxonomy, lang) for row in given["parts"]))


def _issues(place: int, row: Json, name: str, taxonomy: Taxonomy) -> list[Issue]:
    if "concept" in row and row["concept"] not in taxonomy.index:
        return [Issue("unknown-concept", name, field=f"$.parts[{place}].concept", value=row["concept"])]
    if "text" in row and not about_text(row["text"], taxonomy):
        return [Issue("not-understood", name, field=f"$.parts[{place}].text", value=row["text"])]
    return []


def _part(row: Json, taxonomy: Taxonomy, lang: str) -> Part:
    side = Side(row["side"]) if "side" in row else None
    kinds = frozenset(map(CompanyKind, row.get("kinds", ())))
    if "text" in row:
        about, label = about_text(row["text"], taxonomy), row["text"]
    else:
        about = about_concept(row["concept"], taxonomy)
        label = taxonomy.concepts[taxonomy.index[row["concept"]]].labels[lang]
    return Part(about, label, side, kinds, around(about, taxonomy))


def consortia_data(mission: Mission, project: Project, found: Found) -> Json:
    """Give the teams for a project, the smallest first, with who takes which part by which offer."""
    return {
        "format": "karvan/consortia",
        "version": 1,
        "title": project.title,
        "consortia": [_consortium(mission, project, team) for team in found.consortia],
        "untaken": [
            {"part": project.parts[part].label, "closest": list(codes)} for part, codes in found.untaken.items()
        ],
        "is_proved": found.is_proved,
    }


def _consortium(mission: Mission, project: Project, team: Consortium) -> Json:
    return {
        "members": list(team.members),
        "coverage": team.coverage,
        "mutual_fit": team.mutual_fit,
        "parts": [
            {
                "part": project.parts[row.part].label,
                "company": row.company,
                "strength": row.strength,
                "offer": mission.opportunities[row.offer].text,
            }
            for row in team.taken
        ],
        "ties": [{"company": a, "counterpart": b, "score": score} for a, b, score in team.ties],
    }
