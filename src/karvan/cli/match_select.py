"""`karvan match --select`: who meets whom, and how even that is."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from karvan.cli.exits import Exit
from karvan.cli.inputs import read_mission
from karvan.cli.matcher import scores_of
from karvan.cli.table import aligned
from karvan.languages import say
from karvan.languages.numbers import number

if TYPE_CHECKING:
    from karvan.matching.selection import Fairness, Selection
    from karvan.mission.mission import Mission


def answer(options: Namespace) -> tuple[list[str], dict[str, object], Exit]:
    """Give the choice and its report as lines, and the same as data."""
    from karvan.formats.selection_json import selection_data
    from karvan.matching.selection import choose

    lang = options.ui_lang
    mission = read_mission(options.mission, lang)
    selection = choose(mission, scores_of(mission, options))
    lines = [*_meetings(mission, lang, selection), "", *_report(mission, lang, selection)]
    return lines, selection_data(mission, selection), Exit.DONE


def _meetings(mission: Mission, lang: str, selection: Selection) -> list[str]:
    from karvan.formats.reasons import company_label

    rows = [
        [
            company_label(mission, lang, meeting.company),
            company_label(mission, lang, meeting.counterpart),
            say(lang, f"level-{meeting.level.value}"),
            number(lang, meeting.score),
        ]
        for meeting in selection.meetings
    ]
    return aligned(rows, texts=3)


def _report(mission: Mission, lang: str, selection: Selection) -> list[str]:
    from karvan.formats.reasons import company_label
    from karvan.mission.companies import Side

    lines = [say(lang, "selection-proved", n=len(selection.meetings), value=selection.value, bound=selection.bound)]
    lines += [_fairness(lang, side.value, selection.fairness(mission, side)) for side in Side]
    for pair in selection.refused:
        names = [company_label(mission, lang, code) for code in sorted(pair)]
        lines.append(
            say(lang, "selection-avoided" if pair in mission.avoided else "selection-refused", companies=names)
        )
    least = mission.settings.min_meetings_per_company
    behind = set(selection.far_behind(mission))
    for code, share in selection.shares.items():
        if code in behind or share.meetings < least:
            name = company_label(mission, lang, code)
            why = say(lang, f"selection-limit-{share.limit.value}", n=share.candidates, room=share.room)
            lines.append(say(lang, "selection-few", company=name, n=share.meetings, why=why))
    return lines


def _fairness(lang: str, side: str, found: Fairness) -> str:
    low, middle, high = found.quartiles
    return say(
        lang,
        "selection-fairness",
        side=say(lang, f"side-{side}"),
        least=found.least,
        low=low,
        middle=middle,
        high=high,
        most=found.most,
        gini=found.gini,
    )
