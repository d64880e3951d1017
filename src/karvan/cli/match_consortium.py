"""`karvan match --consortium`: the teams for a joint project."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from karvan.cli.exits import Exit
from karvan.cli.inputs import BadInput, read_bytes, read_mission, tell_issues
from karvan.cli.matcher import scores_of
from karvan.languages import say
from karvan.mission.issues import InvalidMissionError

if TYPE_CHECKING:
    from karvan.matching.consortia import Consortium, Found, Project
    from karvan.matching.taxonomy import Taxonomy
    from karvan.mission.mission import Mission


def answer(options: Namespace) -> tuple[list[str], dict[str, object], Exit]:
    """Give the teams with their reasons as lines, and the same as data."""
    from karvan.formats.project_json import consortia_data
    from karvan.matching.added import taxonomy_of
    from karvan.matching.consortia import find_consortia
    from karvan.matching.consortia.requirements import offers_with

    lang = options.ui_lang
    mission = read_mission(options.mission, lang)
    taxonomy = taxonomy_of(mission)
    project = _read_project(options, taxonomy)
    found = find_consortia(mission, project, scores_of(mission, options, taxonomy=taxonomy), offers_with(taxonomy))
    return _lines(mission, lang, project, found), consortia_data(mission, project, found), _exit(found)


def _exit(found: Found) -> Exit:
    if found.consortia:
        return Exit.DONE
    return Exit.IMPOSSIBLE if found.is_proved else Exit.NO_ANSWER


def _read_project(options: Namespace, taxonomy: Taxonomy) -> Project:
    from karvan.formats.project_json import read_project

    lang, path = options.ui_lang, options.consortium
    try:
        return read_project(read_bytes(path, lang), path.name, taxonomy, lang)
    except InvalidMissionError as error:
        tell_issues(error.issues, lang)
        raise BadInput from error


def _lines(mission: Mission, lang: str, project: Project, found: Found) -> list[str]:
    lines = [say(lang, "consortium-title", title=project.title)] if project.title else []
    if found.untaken:
        return [*lines, *_untaken(mission, lang, project, found)]
    if not found.consortia:
        return [*lines, say(lang, "consortium-none" if found.is_proved else "consortium-unknown")]
    for number, team in enumerate(found.consortia, 1):
        lines += ["", *_team(mission, lang, project, team, number)]
    size = len(found.consortia[0].members)
    return [*lines, "", say(lang, "consortium-proved" if found.is_proved else "consortium-unproved", n=size)]


def _untaken(mission: Mission, lang: str, project: Project, found: Found) -> list[str]:
    """Say which parts nobody can take, and who comes closest to each."""
    from karvan.formats.reasons import company_label

    lines = [say(lang, "consortium-untaken", parts=[project.parts[part].label for part in found.untaken])]
    for part, codes in found.untaken.items():
        if codes:
            names = [company_label(mission, lang, code) for code in codes]
            lines.append("  – " + say(lang, "consortium-closest", part=project.parts[part].label, companies=names))
    return lines


def _team(mission: Mission, lang: str, project: Project, team: Consortium, number: int) -> list[str]:
    from karvan.formats.reasons import company_label

    names = [company_label(mission, lang, code) for code in team.members]
    lines = [
        say(
            lang,
            "consortium-team",
            number=number,
            members=names,
            coverage=round(team.coverage, 3),
            fit=round(team.mutual_fit, 3),
        )
    ]
    for row in team.taken:
        words = {
            "part": project.parts[row.part].label,
            "company": company_label(mission, lang, row.company),
            "offer": mission.opportunities[row.offer].text,
        }
        lines.append("  – " + say(lang, "consortium-part", **words))
    takers = {row.company for row in team.taken}
    idle = [company_label(mission, lang, code) for code in team.members if code not in takers]
    lines += ["  – " + say(lang, "consortium-for-its-side", company=name) for name in idle]
    for a, b, score in team.ties:
        pair = [company_label(mission, lang, code) for code in (a, b)]
        lines.append("  + " + say(lang, "consortium-tie", companies=pair, score=round(score, 3)))
    return lines
