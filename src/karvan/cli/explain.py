"""`karvan explain`: why these meetings, why not that one, what would make it possible."""

from __future__ import annotations

import time
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from karvan.cli.exits import Exit
from karvan.cli.inputs import add_mission, add_programme, read_mission, read_programme, require_codes
from karvan.cli.matcher import scores_of
from karvan.cli.terminal import interruptible
from karvan.languages import say
from karvan.languages.dates import clock_range, short_date
from karvan.mission.localised import distinct
from karvan.scheduling.stop import Limits

if TYPE_CHECKING:
    from karvan.mission.mission import Mission, Pair
    from karvan.mission.programme import Meeting, Programme

SECONDS = 60.0
"""How long it may take to find out what one more of something would bring."""

SECONDS_OF_PAIR = 20.0
"""How long it may take to find out why a meeting was left out, and what would let it in."""


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Describe the arguments."""
    add_mission(parser, lang)
    add_programme(parser, lang)
    parser.add_argument("company", metavar="COMPANY", nargs="?", help=say(lang, "cli-company-help"))
    parser.add_argument("counterpart", metavar="COUNTERPART", nargs="?", help=say(lang, "cli-counterpart-help"))


def run(options: Namespace) -> int:
    """Print the explanation, for the organiser's eyes."""
    lang = options.ui_lang
    mission = read_mission(options.mission, lang, is_quiet=True)
    programme = read_programme(options.programme, lang)
    codes = [code for code in (options.company, options.counterpart) if code]
    pairs = (*(meeting.pair for meeting in programme.meetings), *(row.pair for row in programme.unplaced))
    require_codes(mission, distinct((*codes, *(code for pair in pairs for code in sorted(pair)))), lang)
    if options.counterpart:
        lines = _about_pair(mission, programme, options.company, options.counterpart, lang)
    elif options.company:
        lines = _about_company(mission, programme, options.company, lang)
    else:
        lines = _about_programme(mission, programme, options)
    print("\n".join(lines))
    return Exit.DONE


def _about_programme(mission: Mission, programme: Programme, options: Namespace) -> list[str]:
    """Say what binds, and what one more table, interpreter, slot or representative would bring."""
    from karvan.formats.reliefs import load_line, relief_lines
    from karvan.scheduling.bottlenecks import bottlenecks
    from karvan.scheduling.loads import binding

    lang = options.ui_lang
    scores = scores_of(mission, options)
    with interruptible() as is_cancelled:
        stop = Limits(time.monotonic, time.monotonic() + SECONDS, is_cancelled=is_cancelled)
        found = bottlenecks(mission, programme, scores, stop=stop)
    binds = [f"  – {load_line(mission, lang, load)}" for load in binding(mission, programme)]
    brings = [f"  + {line}" for line in relief_lines(mission, lang, found)]
    title = say(lang, "bottleneck-title" if brings else "bottleneck-none")
    return [say(lang, "load-title"), *binds, title, *brings]


def _about_company(mission: Mission, programme: Programme, code: str, lang: str) -> list[str]:
    from karvan.formats.reasons import company_label

    meetings = programme.meetings_of(code)
    name = company_label(mission, lang, code)
    lines = [say(lang, "explain-company", company=name, n=len(meetings))]
    lines += [f"  {_why(mission, m, code, lang)}" for m in meetings]
    for row in programme.unplaced:
        for other in row.pair - {code} if code in row.pair else ():
            lines += _about_pair(mission, programme, code, other, lang)
    return lines


def _why(mission: Mission, meeting: Meeting, code: str, lang: str) -> str:
    """Say when a meeting is, and why it is there."""
    from karvan.formats.reasons import company_label

    asked = [r.company for r in mission.requests if r.pair == meeting.pair and r.is_binding]
    return say(
        lang,
        "explain-meeting",
        day=short_date(lang, meeting.start),
        time=clock_range(lang, meeting.start, meeting.end),
        company=company_label(mission, lang, meeting.other(code)),
        why=say(lang, f"explain-{meeting.level.value}", who=[company_label(mission, lang, c) for c in asked]),
        score=f"{meeting.score:.2f}" if meeting.score is not None else "–",
    )


def _about_pair(mission: Mission, programme: Programme, code: str, other: str, lang: str) -> list[str]:
    from karvan.formats.reasons import company_label, reason_text
    from karvan.scheduling.explain import why_not
    from karvan.scheduling.left_out import explained
    from karvan.scheduling.room import visits_of

    pair = frozenset((code, other))
    held = [m for m in programme.meetings if m.pair == pair]
    if held:
        return [_why(mission, m, code, lang) for m in held]
    names = [company_label(mission, lang, c) for c in (code, other)]
    if len(pair) == 1:
        return [say(lang, "explain-itself", company=names[0])]
    if _is_never_asked_for(mission, pair):
        return [say(lang, "explain-not", companies=names), f"  – {say(lang, 'rule-same-side')}"]
    with interruptible() as is_cancelled:
        stop = Limits(time.monotonic, time.monotonic() + SECONDS_OF_PAIR, is_cancelled=is_cancelled)
        row = why_not(mission, programme, pair)
        found = explained(mission, programme, row, visits=visits_of(mission, programme), stop=stop)
    lines = [say(lang, "explain-not", companies=names)]
    lines += [f"  – {reason_text(mission, lang, 'reason', reason)}" for reason in found.reasons]
    if found.relaxations:
        lines.append(say(lang, "explain-would-help"))
        lines += [f"  + {reason_text(mission, lang, 'relaxation', r)}" for r in found.relaxations]
    return lines


def _is_never_asked_for(mission: Mission, pair: Pair) -> bool:
    """Whether two companies are of one side, and nobody has said a word about their meeting."""
    sides = {mission.company[code].side for code in pair}
    known = {row.pair for row in mission.requests} | mission.fixed_pairs
    return len(sides) == 1 and pair not in known
