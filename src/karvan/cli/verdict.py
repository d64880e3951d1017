"""The referee's verdict in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from karvan.cli.terminal import tell
from karvan.languages import say
from karvan.languages.dates import clock, short_date

if TYPE_CHECKING:
    from karvan.mission.mission import Mission
    from karvan.mission.programme import Meeting
    from karvan.scheduling.referee import Violation


def tell_violations(mission: Mission, violations: Iterable[Violation], lang: str) -> None:
    """Tell each violation: the rule's sentence, then who, when and what."""
    for violation in violations:
        tell(violation_text(mission, violation, lang))


def violation_text(mission: Mission, violation: Violation, lang: str) -> str:
    """Give one violation as a line."""
    where = [_meeting(mission, meeting, lang) for meeting in violation.meetings]
    who = [code for code in violation.who if not any(code in m.pair for m in violation.meetings)]
    particulars = [*who, *where, *filter(None, [violation.detail])]
    sentence = say(lang, f"rule-{violation.rule.value}")
    return say(lang, "cli-violation", rule=sentence, particulars=say(lang, "list-semicolon").join(particulars))


def _meeting(mission: Mission, meeting: Meeting, lang: str) -> str:
    local = meeting.start.astimezone(mission.settings.zone)
    place = f", {meeting.venue}/{meeting.table}" if meeting.table else ""
    return f"{meeting.company} – {meeting.counterpart}, {short_date(lang, local)} {clock(lang, local)}{place}"
