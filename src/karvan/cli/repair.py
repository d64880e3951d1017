"""`karvan repair`: the released programme and what has happened in, the least changed programme out."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from karvan.cli.exits import Exit
from karvan.cli.inputs import (
    BadInput,
    add_mission,
    add_programme,
    add_search,
    json_text,
    limits,
    read_bytes,
    read_mission,
    read_programme,
    require_folder,
    save,
)
from karvan.cli.terminal import interruptible, searching, tell
from karvan.cli.verdict import tell_violations
from karvan.languages import LANGUAGES, say
from karvan.mission.issues import InvalidMissionError, Issue
from karvan.mission.localised import distinct

if TYPE_CHECKING:
    from karvan.mission.changes import Changes
    from karvan.mission.mission import Mission
    from karvan.mission.programme import Programme
    from karvan.scheduling.repair.mend import Repaired

SECONDS = 3.0
"""How long the search may take unless told otherwise; documents come on top."""

AGENDAS_AT_ONCE = 2
"""Agendas that are set at the same time."""

FIRST_SEQUENCE = datetime(2025, 1, 1, tzinfo=UTC)
"""Versions of calendar events are counted in minutes from here, so that each repair has a higher one."""


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Describe the arguments."""
    add_mission(parser, lang)
    add_programme(parser, lang)
    parser.add_argument("changes", metavar="CHANGES", type=Path, help=say(lang, "cli-changes-help"))
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, help=say(lang, "cli-repair-output-help"))
    add_search(parser, lang, seconds=SECONDS)


def run(options: Namespace) -> int:
    """Repair, say what changes, and write it."""
    lang = options.ui_lang
    mission = read_mission(options.mission, lang, is_quiet=True)
    programme = read_programme(options.programme, lang)
    _require_known(mission, programme, options.programme.name, lang)
    changes = _read_changes(options.changes, mission, programme, lang)
    if options.output is not None:
        require_folder(options.output, lang)
    repaired = _repair(mission, programme, changes, options)
    if repaired.programme.status == "infeasible":
        tell(say(lang, "cli-repair-begun"))
        tell_violations(repaired.mission, repaired.violations, lang)
        _write_status(repaired, options)
        return Exit.IMPOSSIBLE
    if repaired.violations:
        tell_violations(repaired.mission, repaired.violations, lang)
        tell(say(lang, "cli-repair-bug"))
        return Exit.NO_ANSWER
    return _hand_over(repaired, options)


def _require_known(mission: Mission, programme: Programme, source: str, lang: str) -> None:
    """Make sure that a programme names nobody whom the mission does not know."""
    from karvan.scheduling.referee.block_rules import unknown_codes

    strangers = distinct(
        code for violation in unknown_codes(mission, programme) for code in violation.who if code not in mission.company
    )
    for code in strangers:
        text = say(lang, "changes-unknown-company", value=code)
        tell(say(lang, "repair-problem", file=source, place="meetings", problem=text))
    if strangers:
        raise BadInput


def _read_changes(path: Path, mission: Mission, programme: Programme, lang: str) -> Changes:
    """Read the changes, and tell every problem with its place."""
    from karvan.formats.changes_json import read_changes

    try:
        return read_changes(read_bytes(path, lang), mission, programme, path.name)
    except InvalidMissionError as error:
        for issue in error.issues:
            tell(_problem(issue, lang))
        raise BadInput from error


def _problem(issue: Issue, lang: str) -> str:
    if issue.code == "not-json":
        return json_text(issue, lang)
    values = {"value": issue.value, "expected": issue.expected}
    text = say(lang, issue.code, **values)
    if issue.expected and issue.code != "changes-ends-before-start":
        text = say(lang, "changes-right", problem=text, expected=issue.expected)
    return say(lang, "repair-problem", file=issue.record, place=issue.field, problem=text)


def _repair(mission: Mission, programme: Programme, changes: Changes, options: Namespace) -> Repaired:
    from karvan.scheduling.repair.mend import repair

    with interruptible() as is_cancelled, searching(options.ui_lang, options.time_limit) as watch:
        return repair(
            mission,
            programme,
            changes,
            stop=limits(options, is_cancelled),
            seed=options.seed,
            workers=options.workers,
            on_progress=watch,
        )


def _hand_over(repaired: Repaired, options: Namespace) -> int:
    """Say what changes; write the documents, or the repair as JSON to standard output."""
    from karvan.formats.repair_json import write_repair
    from karvan.formats.repair_text import repair_lines

    lang = options.ui_lang
    for line in repair_lines(lang, repaired):
        tell(line)
    if options.output is None:
        print(write_repair(repaired, with_programme=True), end="")
    else:
        _write_documents(repaired, options.output, lang)
    path = "none" if options.output is None else str(options.output)
    tell(say(lang, f"cli-repaired-{repaired.programme.status}", path=path))
    return Exit.DONE


def _write_status(repaired: Repaired, options: Namespace) -> None:
    from karvan.formats.repair_json import write_repair

    if options.output is not None:
        save(options.output / "repair.json", write_repair(repaired, with_programme=False), options.ui_lang)


def _write_documents(repaired: Repaired, folder: Path, lang: str) -> None:
    """Write the programme, what changes, and the papers of those whom it concerns."""
    from karvan.formats.programme_json import write_programme
    from karvan.formats.programme_xlsx import programme_workbook
    from karvan.formats.repair_html import repair_html
    from karvan.formats.repair_json import write_repair
    from karvan.formats.workbook.write import write_mission_csv

    mission, programme = repaired.mission, repaired.programme
    languages = tuple(code for code in mission.settings.languages if code in LANGUAGES) or ("en",)
    save(folder / "programme.json", write_programme(programme, mission), lang)
    save(folder / "repair.json", write_repair(repaired, with_programme=False), lang)
    save(folder / "changes.html", repair_html(repaired, lang), lang)
    save(folder / "programme.xlsx", programme_workbook(mission, programme, languages[0]), lang)
    write_mission_csv(mission, folder / "mission")
    _write_papers(repaired, folder, languages, lang)


def _write_papers(repaired: Repaired, folder: Path, languages: tuple[str, ...], lang: str) -> None:
    """Write the agendas and calendars of those who are told something."""
    from karvan.formats.agendas import agenda_pdfs
    from karvan.formats.calendars import calendar_ics

    mission, programme = repaired.mission, repaired.programme
    codes = tuple(repaired.difference.told)
    stamp = datetime.now(UTC).replace(microsecond=0)
    sequence = int((stamp - FIRST_SEQUENCE).total_seconds() // 60)
    for code in codes:
        ics = calendar_ics(
            mission,
            programme,
            code,
            lang=languages[0],
            stamp=stamp,
            sequence=sequence,
            before=repaired.released,
        )
        save(folder / "calendars" / f"{code}.ics", ics, lang)
    with ThreadPoolExecutor(AGENDAS_AT_ONCE) as threads:
        for name, pdf in agenda_pdfs(mission, programme, codes, languages, threads=threads):
            save(folder / "agendas" / name, pdf, lang)
