"""`karvan match --evaluate`: how good the suggestions are, measured against graded pairs."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from karvan.cli.exits import Exit
from karvan.cli.inputs import BadInput, read_bytes, read_mission, tell_issues
from karvan.cli.matcher import suggestions
from karvan.cli.table import aligned
from karvan.languages import say
from karvan.languages.messages import has_message
from karvan.languages.names import language_name
from karvan.languages.numbers import number
from karvan.mission.issues import InvalidMissionError

if TYPE_CHECKING:
    from karvan.matching.evaluation import Evaluation, Figures, Grades
    from karvan.mission.mission import Mission

HEADINGS = ("companies", "pairs", "ndcg", "recall", "hard", "calibration")
"""The columns, each with its message."""


def answer(options: Namespace) -> tuple[list[str], dict[str, object], Exit]:
    """Give the table as lines, and the same figures as data."""
    from karvan.formats.evaluation_json import evaluation_data
    from karvan.matching.added import taxonomy_of
    from karvan.matching.evaluation import evaluate
    from karvan.matching.profiles import Weights

    lang = options.ui_lang
    mission = read_mission(options.mission, lang)
    grades = _read_grades(options, mission)
    taxonomy = taxonomy_of(mission)
    full = evaluate(mission, grades, suggestions(mission, options, top=options.top, taxonomy=taxonomy))
    without = {
        part: evaluate(
            mission,
            grades,
            suggestions(mission, options, top=options.top, taxonomy=taxonomy, weights=Weights().without(part)),
        )
        for part in Weights.parts()
    }
    return _table(lang, full, without), evaluation_data(full, without), Exit.DONE


def _read_grades(options: Namespace, mission: Mission) -> Grades:
    from karvan.formats.grades import read_grades

    try:
        return read_grades(read_bytes(options.evaluate, options.ui_lang), options.evaluate.name, mission)
    except InvalidMissionError as error:
        tell_issues(error.issues, options.ui_lang)
        raise BadInput from error


def _table(lang: str, full: Evaluation, without: dict[str, Evaluation]) -> list[str]:
    rows = [["", *(say(lang, f"evaluation-{name}") for name in HEADINGS)]]
    rows.append(_row(lang, say(lang, "evaluation-all"), full.overall))
    for (company, other), figures in full.by_languages.items():
        ways = {"company": language_name(lang, company), "counterpart": language_name(lang, other)}
        rows.append(_row(lang, say(lang, "evaluation-languages", **ways), figures))
    rows.append(_row(lang, say(lang, "evaluation-wordless"), full.wordless))
    for part, evaluation in without.items():
        rows.append(_row(lang, say(lang, "evaluation-without", part=_part(lang, part)), evaluation.overall))
    return aligned(rows)


def _part(lang: str, name: str) -> str:
    """Name a part of the matcher; a new one by its name in the code until it has a translation."""
    return say(lang, f"evaluation-part-{name}") if has_message(lang, f"evaluation-part-{name}") else name


def _row(lang: str, title: str, figures: Figures) -> list[str]:
    shares = (figures.ndcg, figures.recall, figures.hard, figures.calibration)
    return [
        title,
        number(lang, figures.companies),
        number(lang, figures.pairs),
        *("–" if share is None else number(lang, share) for share in shares),
    ]
