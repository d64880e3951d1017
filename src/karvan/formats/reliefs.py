"""What one more of something would bring, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from karvan.formats.reasons import reason_text
from karvan.languages import say
from karvan.mission.mission import Mission
from karvan.mission.programme import Reason
from karvan.scheduling.bottlenecks import PLACING, Relief


def relief_lines(mission: Mission, lang: str, reliefs: Iterable[Relief]) -> Iterator[str]:
    """Give one sentence for each change, and what it would bring."""
    for relief in reliefs:
        values = (*relief.reason.values, ("gain", _gain(lang, relief)))
        yield reason_text(mission, lang, "bottleneck", Reason(relief.reason.code, values))


def _gain(lang: str, relief: Relief) -> str:
    if not relief.is_any:
        return say(lang, "bottleneck-nothing")
    parts = [
        say(lang, f"bottleneck-gain-{goal.name}{'' if n > 0 else '-fewer'}", n=abs(n))
        for goal, n in zip(PLACING, relief.gain, strict=True)
        if n
    ]
    if relief.meetings:
        fewer = "" if relief.meetings > 0 else "-fewer"
        parts.append(say(lang, f"bottleneck-gain-meetings{fewer}", n=abs(relief.meetings)))
    return say(lang, "list-semicolon").join(parts)
