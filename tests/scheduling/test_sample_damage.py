"""The sample programme, damaged in every way we could think of: the referee finds each."""

import time
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from karvan.formats.workbook import read_mission
from karvan.matching.suggestions import suggest
from karvan.mission.companies import TableRef
from karvan.mission.programme import Figure
from karvan.mission.resources import Absence
from karvan.mission.rules import Rule
from karvan.sample import model_mission
from karvan.scheduling.draw_up import draw_up
from karvan.scheduling.referee import check, figures
from karvan.scheduling.stop import Limits
from scheduling.missions import unplaced

SECONDS = 6.0


@pytest.fixture(scope="module")
def sample():
    mission = read_mission(model_mission()).mission
    assert mission is not None
    return mission


@pytest.fixture(scope="module")
def made(sample):
    scores = {frozenset((s.company, s.counterpart)): s.score for s in suggest(sample)}
    stop = Limits(clock=time.monotonic, deadline=time.monotonic() + SECONDS)
    drawn = draw_up(sample, scores, stop=stop, seed=0)
    assert drawn.violations == ()
    return drawn.programme


def test_the_sample_programme_keeps_every_rule(sample, made):
    assert check(sample, made) == ()
    assert made.status in {"optimal", "feasible"}
    assert len(made.meetings) > 50
    assert made.figures == figures(sample, made)


def test_every_must_of_the_sample_is_placed_or_explained(sample, made):
    assert made.figures["must"].numerator + sum(row.level == "must" for row in made.unplaced) == (
        made.figures["must"].denominator
    )


def swap(made, old, *new):
    """Give the programme with one meeting replaced, and without figures, which would be wrong too."""
    return replace(made, figures={}, meetings=tuple(m for m in made.meetings if m is not old) + new)


def first(made, wanted=lambda m: True):
    return next(m for m in made.meetings if wanted(m))


def interpreted(made):
    return first(made, lambda m: m.interpreter)


def a_pair(sample, made, wanted):
    """Give two companies that do not meet, as a meeting in place of the first one."""
    met = {m.pair for m in made.meetings}
    pairs = ((v.code, h.code) for v in sample.companies for h in sample.companies if v.code < h.code)
    return next(p for p in pairs if frozenset(p) not in met and wanted(*p))


def moved(sample, made):
    old = first(made)
    return swap(made, old, replace(old, start=old.start + timedelta(minutes=5), end=old.end + timedelta(minutes=5)))


def at_night(sample, made):
    old = first(made)
    return swap(made, old, replace(old, start=old.start - timedelta(hours=9), end=old.end - timedelta(hours=9)))


def longer(sample, made):
    old = first(made)
    return swap(made, old, replace(old, end=old.end + timedelta(minutes=15)))


def other_venue(sample, made):
    old = first(made)
    return swap(made, old, replace(old, venue="nowhere", table=""))


def table_of_another(sample, made):
    a = first(made)
    b = first(made, lambda m: m.start == a.start and m.venue == a.venue and m is not a)
    return swap(made, b, replace(b, table=a.table))


def unknown_table(sample, made):
    old = first(made)
    return swap(made, old, replace(old, table="T99"))


def no_table(sample, made):
    old = first(made, lambda m: m.table)
    return swap(made, old, replace(old, table=""))


def no_interpreter(sample, made):
    old = interpreted(made)
    return swap(made, old, replace(old, interpreter=""))


def wrong_interpreter(sample, made):
    old, wrong = next(
        (m, i.code)
        for m in made.meetings
        for i in sample.interpreters
        if sample.needs_interpreter(*m.pair) and not sample.can_interpret(i, *m.pair)
    )
    return swap(made, old, replace(old, interpreter=wrong))


def unknown_interpreter(sample, made):
    old = interpreted(made)
    return swap(made, old, replace(old, interpreter="I99"))


def interpreter_in_two_places(sample, made):
    a = interpreted(made)
    b = first(made, lambda m: m.start == a.start and m is not a)
    return swap(made, b, replace(b, interpreter=a.interpreter))


def tired_interpreter(sample, made):
    """One interpreter does everything that is interpreted on a day."""
    days = {m.start.date(): [n for n in made.meetings if n.start.date() == m.start.date()] for m in made.meetings}
    day = max(days.values(), key=lambda row: len({m.start for m in row if m.interpreter}))
    by_start = {m.start: m for m in day if m.interpreter}
    code = next(iter(by_start.values())).interpreter
    rows = tuple(
        replace(m, interpreter=code) if by_start.get(m.start) is m else replace(m, interpreter="")
        if m.interpreter == code and m in day else m
        for m in made.meetings
    )  # fmt: skip
    return replace(made, meetings=rows, figures={})


def doubled(sample, made):
    old = first(made)
    return replace(made, figures={}, meetings=(*made.meetings, old))


def turned_round_and_doubled(sample, made):
    old = first(made)
    other = first(made, lambda m: m.start != old.start)
    again = replace(old, company=old.counterpart, counterpart=old.company, start=other.start, end=other.end)
    return replace(made, figures={}, meetings=(*made.meetings, again))


def two_at_once(sample, made):
    a = first(made, lambda m: sample.company[m.company].representatives == 1)
    b = first(made, lambda m: m.company == a.company and m.start != a.start)
    return swap(made, b, replace(b, start=a.start, end=a.end))


def avoided(sample, made):
    old = first(made)
    a, b = sorted(next(iter(sample.avoided)))
    return swap(made, old, replace(old, company=a, counterpart=b))


def same_side(sample, made):
    old = first(made)
    a, b = a_pair(sample, made, lambda a, b: a[0] == b[0] and not sample.is_asked_for(frozenset((a, b))))
    return swap(made, old, replace(old, company=a, counterpart=b))


def with_itself(sample, made):
    old = first(made)
    return swap(made, old, replace(old, counterpart=old.company))


def unknown_company(sample, made):
    old = first(made)
    return swap(made, old, replace(old, counterpart="H99"))


def fixed_is_missing(sample, made):
    old = first(made, lambda m: m.level == "fixed")
    return replace(swap(made, old), unplaced=(*made.unplaced, unplaced(old.pair)))


def fixed_at_another_table(sample, made):
    row = next(row for row in sample.fixed if row.table)
    old = first(made, lambda m: m.pair == row.pair)
    return swap(made, old, replace(old, table=next(t for t in sample.tables_at[old.venue] if t != old.table)))


def dropped_unplaced_row(sample, made):
    return replace(made, unplaced=made.unplaced[1:])


def unplaced_twice(sample, made):
    return replace(made, unplaced=(*made.unplaced, made.unplaced[0]))


def unplaced_without_reason(sample, made):
    return replace(made, unplaced=(replace(made.unplaced[0], reasons=()), *made.unplaced[1:]))


def placed_and_listed(sample, made):
    return replace(made, unplaced=(*made.unplaced, unplaced(first(made).pair)))


def silently_dropped(sample, made):
    return swap(made, first(made, lambda m: m.level in {"must", "want"}))


def overfull_visit(sample, made):
    visit = next(v for v in made.visits if v.companies)
    return replace(made, visits=(replace(visit, companies=tuple(c for c in sample.company if c[0] == "V")),))


def host_on_visit(sample, made):
    visit, *rest = made.visits
    return replace(made, visits=(replace(visit, companies=(*visit.companies[:-1], "H01")), *rest))


def two_visits_at_once(sample, made):
    a, b = next((a, b) for a in made.visits for b in made.visits if a.start == b.start and a is not b and a.companies)
    rest = tuple(v for v in made.visits if v is not b)
    return replace(made, visits=(*rest, replace(b, companies=(a.companies[0],))))


def visit_is_missing(sample, made):
    return replace(made, visits=made.visits[1:])


def block_without_a_company(sample, made):
    block, *rest = made.blocks
    return replace(made, blocks=(replace(block, companies=block.companies[1:]), *rest))


def block_later(sample, made):
    block, *rest = made.blocks
    return replace(made, blocks=(replace(block, end=block.end + timedelta(minutes=5)), *rest))


def block_of_nobody(sample, made):
    stranger = replace(made.blocks[0], companies=("V99",))
    return replace(made, blocks=(*made.blocks, stranger))


def wrong_figure(sample, made):
    return replace(made, figures={**made.figures, "meetings": Figure(len(made.meetings) + 1)})


def meeting_dropped_but_figures_kept(sample, made):
    old = first(made, lambda m: m.level == "suggestion")
    return replace(swap(made, old), figures=made.figures)


def during_lunch(sample, made):
    """A meeting at the time of a block that its company takes part in."""
    block = next(b for b in made.blocks if first(made).company in b.companies)
    old = first(made)
    return swap(made, old, replace(old, start=block.start, end=block.start + (old.end - old.start)))


def too_many_a_day(sample, made):
    """Every meeting of a day is given to one company."""
    days = Counter(m.start.date() for m in made.meetings)
    day = max(days, key=lambda own: (days[own], own))
    one = first(made).company
    assert days[day] > sample.settings.max_meetings_per_company_per_day
    rows = tuple(replace(m, company=one) if m.start.date() == day else m for m in made.meetings)
    return replace(made, meetings=rows, figures={})


DAMAGE = [
    (moved, Rule.WITHIN_BLOCK),
    (at_night, Rule.WITHIN_BLOCK),
    (longer, Rule.WITHIN_BLOCK),
    (other_venue, Rule.WITHIN_BLOCK),
    (during_lunch, Rule.ATTENDANCE),
    (two_at_once, Rule.ONE_AT_A_TIME),
    (too_many_a_day, Rule.DAILY_LIMIT),
    (doubled, Rule.PAIR_ONCE),
    (turned_round_and_doubled, Rule.PAIR_ONCE),
    (with_itself, Rule.PAIR_ONCE),
    (avoided, Rule.AVOID),
    (same_side, Rule.SAME_SIDE),
    (table_of_another, Rule.TABLE),
    (unknown_table, Rule.TABLE),
    (no_table, Rule.TABLE),
    (no_interpreter, Rule.INTERPRETER_NEEDED),
    (wrong_interpreter, Rule.INTERPRETER_NEEDED),
    (interpreter_in_two_places, Rule.INTERPRETER_BUSY),
    (tired_interpreter, Rule.INTERPRETER_PAUSE),
    (fixed_is_missing, Rule.FIXED),
    (fixed_at_another_table, Rule.FIXED),
    (overfull_visit, Rule.VISIT),
    (host_on_visit, Rule.VISIT),
    (two_visits_at_once, Rule.VISIT),
    (visit_is_missing, Rule.BLOCKS),
    (block_without_a_company, Rule.BLOCKS),
    (block_later, Rule.BLOCKS),
    (block_of_nobody, Rule.BLOCKS),
    (unknown_company, Rule.ACCOUNTED_FOR),
    (unknown_interpreter, Rule.ACCOUNTED_FOR),
    (dropped_unplaced_row, Rule.ACCOUNTED_FOR),
    (unplaced_twice, Rule.ACCOUNTED_FOR),
    (unplaced_without_reason, Rule.ACCOUNTED_FOR),
    (placed_and_listed, Rule.ACCOUNTED_FOR),
    (silently_dropped, Rule.ACCOUNTED_FOR),
    (wrong_figure, Rule.FIGURES),
    (meeting_dropped_but_figures_kept, Rule.FIGURES),
]


@pytest.mark.parametrize(("damage", "rule"), DAMAGE, ids=lambda value: getattr(value, "__name__", None))
def test_damage_is_found(sample, made, damage, rule):
    assert rule in {violation.rule for violation in check(sample, damage(sample, made))}


def away(who, start):
    return (Absence(who=who, date=start.date()),)


def shorter_days(sample, _):
    return tuple(replace(i, max_minutes_per_day=30) for i in sample.interpreters)


def longer_ways(sample, _):
    return tuple(replace(row, minutes=600) for row in sample.travel)


def other_domains(sample, _):
    return tuple(replace(b, domains=("unheard_of",)) if b.kind == "meetings" else b for b in sample.blocks)


def at_home(sample, meeting):
    other = next(t for t in sample.tables_at[meeting.venue] if t != meeting.table)
    return tuple(
        replace(c, home_table=TableRef(meeting.venue, other)) if c.code == meeting.company else c
        for c in sample.companies
    )


CHANGES = [
    ("absences", lambda _, m: away(m.company, m.start), Rule.COMPANY_AWAY),
    ("absences", lambda _, m: away(m.interpreter, m.start), Rule.INTERPRETER_AWAY),
    ("interpreters", shorter_days, Rule.INTERPRETER_HOURS),
    ("travel", longer_ways, Rule.TRAVEL),
    ("blocks", other_domains, Rule.BLOCK_DOMAIN),
    ("companies", at_home, Rule.HOME_TABLE),
]


@pytest.mark.parametrize(("field", "change", "rule"), CHANGES, ids=[rule.value for *_, rule in CHANGES])
def test_a_mission_that_changed_afterwards_is_found(sample, made, field, change, rule):
    """The programme stays and the mission changes: whatever it breaks now is reported."""
    changed = replace(sample, **{field: change(sample, interpreted(made))})
    assert rule in {violation.rule for violation in check(changed, made)}
