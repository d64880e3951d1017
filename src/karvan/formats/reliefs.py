"""What binds a programme, and what one more of something would bring, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from karvan.formats.reasons import moments, reason_text
from karvan.languages import say
from karvan.languages.numbers import percent
from karvan.mission.mission import Mission
from karvan.mission.programme import GAINS, Reason, Relief
from karvan.scheduling.loads import Load


def load_line(mission: Mission, lang: str, load: Load) -> str:
    """Say how full something is, and when none of it was left."""
    who = {"tables": "venue", "company": "company"}.get(load.kind)
    named = Reason(load.kind, ((who, load.who),) if who else ())
    name = reason_text(mission, lang, "load", named)
    share = percent(lang, load.share)
    return say(lang, "load-line", name=name, used=load.used, of=load.of, share=share, full=full_text(lang, load))


def full_text(lang: str, load: Load) -> str:
    """Say when nothing of it was left; nothing for a company."""
    if not load.slots:
        return ""
    times = tuple(f"{slot.start:%Y-%m-%d %H:%M}" for slot in load.full_at)
    return say(lang, "load-full", times=moments(lang, times)) if times else say(lang, "load-never-full")


def relief_lines(mission: Mission, lang: str, reliefs: Iterable[Relief]) -> Iterator[str]:
    """Give one sentence for each change that brings something or is not settled, and one for all others."""
    nothing: list[str] = []
    for relief in reliefs:
        change = reason_text(mission, lang, "bottleneck", relief.reason)
        if relief.is_any:
            yield say(lang, "bottleneck-line", change=change, gain=_gain(lang, relief))
        elif relief.gain is None:
            yield say(lang, "bottleneck-unsettled", change=change)
        else:
            nothing.append(change)
    if nothing:
        yield say(lang, "bottleneck-nothing", changes=say(lang, "list-semicolon").join(nothing))


def _gain(lang: str, relief: Relief) -> str:
    parts = [
        say(lang, f"bottleneck-gain-{name}{'' if n > 0 else '-fewer'}", n=abs(n))
        for name, n in zip(GAINS, relief.gain or (), strict=True)
        if n
    ]
    if relief.meetings:
        fewer = "" if relief.meetings > 0 else "-fewer"
        parts.append(say(lang, f"bottleneck-gain-meetings{fewer}", n=abs(relief.meetings)))
    return say(lang, "list-semicolon").join(parts)
