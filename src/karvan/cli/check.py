"""`karvan check`: every rule and every figure of a programme, by the referee."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from karvan.cli.exits import Exit
from karvan.cli.inputs import add_mission, add_programme, read_mission, read_programme
from karvan.cli.terminal import tell
from karvan.cli.verdict import violation_text
from karvan.languages import say


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Describe the arguments."""
    add_mission(parser, lang)
    add_programme(parser, lang)


def run(options: Namespace) -> int:
    """Check, print the figures, and leave with 0 where no rule is broken, else 3."""
    from karvan.languages.numbers import localise_digits
    from karvan.mission.rules import Rule
    from karvan.scheduling.referee import check, figures

    lang = options.ui_lang
    mission = read_mission(options.mission, lang, is_quiet=True)
    programme = read_programme(options.programme, lang)
    violations = check(mission, programme)
    for violation in violations:
        print(violation_text(mission, violation, lang))
    if violations:
        tell(say(lang, "cli-checked-bad", n=len(violations), rules=len({v.rule for v in violations})))
        return Exit.IMPOSSIBLE
    for name, figure in figures(mission, programme).items():
        of = "" if figure.denominator is None else f" / {figure.denominator}"
        print(f"{say(lang, f'figure-{name}')}: {localise_digits(lang, f'{figure.numerator}{of}')}")
    tell(say(lang, "cli-checked-good", rules=len(Rule), n=len(programme.meetings)))
    return Exit.DONE
