"""The referee's round: every rule asked once, in the order of `Rule`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from karvan.mission.mission import Mission
from karvan.mission.programme import Programme
from karvan.mission.rules import Rule
from karvan.scheduling.referee import (
    block_rules,
    company_rules,
    interpreter_rules,
    table_rules,
)
from karvan.scheduling.referee.figures import figures
from karvan.scheduling.referee.violation import Violation

__all__ = ["RULES", "Violation", "check"]

Check = Callable[[Mission, Programme], Iterator[Violation]]


def check(mission: Mission, programme: Programme) -> tuple[Violation, ...]:
    """Check every hard rule and every figure of a programme.

    Parameters
    ----------
    mission : Mission
        Without errors (`karvan.mission.validation.require_valid`).
    programme : Programme
        Drawn up by anyone.

    Returns
    -------
    tuple of Violation
        Empty: the programme keeps all rules and its figures are right. Codes that the mission
        does not know are reported first and alone, since nothing else can then be said.
    """
    unknown = tuple(block_rules.unknown_codes(mission, programme))
    if unknown:
        return unknown
    return tuple(violation for rule in Rule for violation in RULES[rule](mission, programme))


def _figures(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """FIGURES: each one that is given equals the recomputed one."""
    true = figures(mission, programme) if programme.figures else {}
    for name, given in programme.figures.items():
        if name in true and given != true[name]:
            yield Violation(Rule.FIGURES, detail=f"{name}: {given} ≠ {true[name]}")


RULES: dict[Rule, Check] = {
    Rule.WITHIN_BLOCK: company_rules.within_block,
    Rule.BLOCK_DOMAIN: company_rules.block_domain,
    Rule.ONE_AT_A_TIME: company_rules.one_at_a_time,
    Rule.ATTENDANCE: company_rules.attendance,
    Rule.TRAVEL: company_rules.travel,
    Rule.COMPANY_AWAY: company_rules.company_away,
    Rule.DAILY_LIMIT: company_rules.daily_limit,
    Rule.PAIR_ONCE: company_rules.pair_once,
    Rule.AVOID: company_rules.avoid,
    Rule.SAME_SIDE: company_rules.same_side,
    Rule.TABLE: table_rules.table,
    Rule.HOME_TABLE: table_rules.home_table,
    Rule.INTERPRETER_NEEDED: interpreter_rules.needed,
    Rule.INTERPRETER_BUSY: interpreter_rules.busy,
    Rule.INTERPRETER_AWAY: interpreter_rules.away,
    Rule.INTERPRETER_HOURS: interpreter_rules.hours,
    Rule.INTERPRETER_PAUSE: interpreter_rules.pause,
    Rule.FIXED: block_rules.fixed,
    Rule.VISIT: block_rules.visit,
    Rule.BLOCKS: block_rules.blocks,
    Rule.ACCOUNTED_FOR: block_rules.accounted_for,
    Rule.FIGURES: _figures,
}
"""The function that checks each rule."""
