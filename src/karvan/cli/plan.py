"""`karvan plan`: workbook in, programme out."""

from __future__ import annotations

import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from karvan.cli.exits import Exit
from karvan.cli.inputs import add_mission, add_search, limits, read_mission, require_folder, save, seconds_in
from karvan.cli.matcher import add_encoder, scores_of
from karvan.cli.terminal import interruptible, searching, tell
from karvan.cli.verdict import tell_violations
from karvan.languages import LANGUAGES, say
from karvan.mission.localised import distinct
from karvan.scheduling.stop import Limits

if TYPE_CHECKING:
    from karvan.mission.mission import Mission, Pair
    from karvan.mission.programme import Programme
    from karvan.scheduling.draw_up import Drawn

AGENDAS_AT_ONCE = 2
"""Agendas that are set at the same time."""

SECONDS = 45.0
"""How long the search may take unless told otherwise; documents come on top."""


ONE_MORE_SECONDS = 3.0
"""How long it may take, while papers are printed, to find out what one more of something would bring."""


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Describe the arguments."""
    add_mission(parser, lang)
    parser.add_argument(
        "-o", "--output", metavar="DIR", type=Path, required=True, help=say(lang, "cli-plan-output-help")
    )
    add_search(parser, lang, seconds=SECONDS)
    parser.add_argument(
        "--one-more",
        metavar="S",
        type=seconds_in(lang, is_none_allowed=True),
        default=ONE_MORE_SECONDS,
        help=say(lang, "cli-plan-one-more-help"),
    )
    add_encoder(parser, lang)
    parser.add_argument("--lang", metavar="LANG,…", default="", help=say(lang, "cli-plan-lang-help"))


def run(options: Namespace) -> int:
    """Match, assign visits, schedule, check, and write the documents."""
    lang = options.ui_lang
    mission = read_mission(options.mission, lang)
    languages = _languages(options.lang, mission, lang)
    if languages is None:
        return Exit.BAD_INPUT
    require_folder(options.output, lang)
    drawn, scores = plan(mission, options)
    status = drawn.programme.status
    if drawn.violations:
        tell_violations(mission, drawn.violations, lang)
        return Exit.NO_ANSWER
    _hand_over(mission, drawn, scores, languages, options)
    tell(say(lang, f"cli-planned-{status}", n=len(drawn.programme.meetings), path=str(options.output)))
    return {"infeasible": Exit.IMPOSSIBLE, "unknown": Exit.NO_ANSWER}.get(status, Exit.DONE)


def _languages(asked: str, mission: Mission, lang: str) -> tuple[str, ...] | None:
    """Give the documents' languages: as asked, or those of the mission that Karvan speaks."""
    wanted = distinct(filter(None, map(str.strip, asked.replace(";", ",").split(","))))
    unknown = [code for code in wanted if code not in LANGUAGES]
    if unknown:
        tell(say(lang, "cli-unknown-language", code=unknown, known=list(LANGUAGES)))
        return None
    return wanted or tuple(code for code in mission.settings.languages if code in LANGUAGES) or ("en",)


def plan(mission: Mission, options: Namespace) -> tuple[Drawn, dict[Pair, float]]:
    """Match and draw up the programme, telling how far the search is; give the scores too.

    Raises
    ------
    KeyboardInterrupt
        Where somebody wishes to end before there is anything to keep.
    """
    from karvan.scheduling.draw_up import draw_up

    lang, seed, workers = options.ui_lang, options.seed, options.workers
    stop = limits(options, lambda: False)
    tell(say(lang, "cli-matching"))
    scores = scores_of(mission, options)
    with interruptible() as is_cancelled, searching(lang, options.time_limit) as watch:
        stop = replace(stop, is_cancelled=is_cancelled)
        drawn = draw_up(mission, scores, stop=stop, seed=seed, workers=workers, on_progress=watch)
    if is_cancelled() and drawn.programme.status == "unknown":
        raise KeyboardInterrupt
    return drawn, scores


def _hand_over(
    mission: Mission, drawn: Drawn, scores: Mapping[Pair, float], languages: tuple[str, ...], options: Namespace
) -> None:
    """Write everything into the folder; papers are printed while it is found out what one more would bring."""
    folder, lang = options.output, options.ui_lang
    is_empty = not drawn.programme.meetings and drawn.programme.status in {"infeasible", "unknown"}
    with interruptible() as is_cancelled, ThreadPoolExecutor(1) as beside:
        papers = None if is_empty else beside.submit(_write_papers, mission, drawn.programme, folder, languages, lang)
        _write_programme(mission, _with_reliefs(mission, drawn, scores, options, is_cancelled), folder, languages, lang)
        if papers is not None:
            papers.result()


def _with_reliefs(
    mission: Mission, drawn: Drawn, scores: Mapping[Pair, float], options: Namespace, is_cancelled: Callable[[], bool]
) -> Drawn:
    """Add what one more of something would bring, as far as it is settled in the time for it."""
    from karvan.scheduling.bottlenecks import bottlenecks

    if not drawn.programme.meetings or not options.one_more:
        return drawn
    stop = Limits(time.monotonic, time.monotonic() + options.one_more, is_cancelled=is_cancelled)
    reliefs = bottlenecks(mission, drawn.programme, scores, stop=stop, workers=options.workers)
    return replace(drawn, programme=replace(drawn.programme, reliefs=reliefs))


def _write_programme(mission: Mission, drawn: Drawn, folder: Path, languages: tuple[str, ...], lang: str) -> None:
    """Write what the organiser reads; each file is whole or not there."""
    from karvan.formats.programme_json import write_programme
    from karvan.formats.programme_xlsx import programme_workbook
    from karvan.formats.report import report_html

    programme, first = drawn.programme, languages[0]
    save(folder / "programme.json", write_programme(programme, mission), lang)
    save(folder / "programme.xlsx", programme_workbook(mission, programme, first), lang)
    save(folder / "report.html", report_html(mission, programme, first, drawn.violations), lang)


def _write_papers(mission: Mission, programme: Programme, folder: Path, languages: tuple[str, ...], lang: str) -> None:
    """Write what the companies read: calendars and agendas."""
    from karvan.formats.agendas import agenda_pdfs
    from karvan.formats.calendars import calendar_ics

    stamp = datetime.now(UTC).replace(microsecond=0)
    for code in mission.company:
        ics = calendar_ics(mission, programme, code, lang=languages[0], stamp=stamp)
        save(folder / "calendars" / f"{code}.ics", ics, lang)
    with ThreadPoolExecutor(AGENDAS_AT_ONCE) as threads:
        for name, pdf in agenda_pdfs(mission, programme, tuple(mission.company), languages, threads=threads):
            save(folder / "agendas" / name, pdf, lang)
