"""Causes and remedies of small missions, against every set of causes and every change tried one by one.

What is possible is settled here by trying every programme, with the referee's rules alone.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from karvan.mission.mission import Mission, Pair
from karvan.scheduling.candidates import asked_for, level_of
from karvan.scheduling.left_out import RANK, Remedy, explain_absence
from karvan.scheduling.lifts import Change, Situation, causes_of, changed, give_up
from karvan.scheduling.referee.check import RULES
from scheduling.missions import (
    away,
    block,
    company,
    interpreter,
    mission,
    programme,
    request,
    steady,
    tables,
)
from scheduling.recount import choices
from scheduling.test_properties import ALWAYS

FIRST, SECOND = block("09:00-09:30"), block("09:35-10:05")
NAMES = ("V1-H1", "V1-H2", "V2-H1", "V2-H2")


@st.composite
def cases(draw: st.DrawFn) -> Mission:
    """Give a mission of at most two slots in which three meetings were asked for, and much may be in the way."""

    there = ("hall/1", "hall/2")[: draw(st.sampled_from([1, 1, 2]))]

    def firm(code: str, languages: tuple[str, ...]):
        home = {"home_table": draw(st.sampled_from(there))} if draw(st.integers(0, 4)) == 0 else {}
        return company(code, languages=languages, max_meetings_per_day=draw(st.sampled_from([None, None, 1])), **home)

    foreign = ("fa",) if draw(st.booleans()) else ("ru",)
    plenary = block("09:00-09:20", kind="plenary", venue="opera", companies=("V1",))
    others = [row for row in (FIRST, SECOND, plenary) if draw(st.integers(0, 3))]
    names = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=3, unique=True))
    levels = st.sampled_from(["must", "want", "want"])
    return mission(
        firm("V1", foreign), firm("V2", foreign), firm("H1", ("ru",)), firm("H2", ("ru",)),
        blocks=tuple(others) or (FIRST,),
        tables=tables(*there),
        interpreters=(interpreter(),) if draw(st.booleans()) else (),
        absences=tuple(away(*row) for row in draw(st.lists(
            st.sampled_from([("V1", 0, "-09:35"), ("H1", 0, "-"), ("H2", 0, "09:30-")]), max_size=2, unique=True
        ))),
        requests=tuple(request(draw(levels), *row.split("-")) for row in names),
    )  # fmt: skip


def levels_of(given: Mission, pairs: set[Pair]) -> Counter:
    return Counter(level_of(given, each) for each in pairs)


class Tried:
    """Whether a meeting fits, found by trying every programme."""

    def __init__(self, given: Mission, wanted: Pair, placed: set[Pair]) -> None:
        self.given, self.wanted, self.placed = given, wanted, placed
        self.now = Situation(given, {})
        self.answers: dict[frozenset, bool] = {}

    def fits(self, *changes: Change) -> bool:
        key = frozenset((change.cost, change.reason) for change in changes)
        if key not in self.answers:
            after = changed(self.now, changes)
            needed = levels_of(self.given, (self.placed | {self.wanted}) - after.given_up)
            waiting = [p for p in asked_for(self.given) if p not in after.given_up and p != self.wanted]
            self.answers[key] = self._holds(after.mission, [self.wanted, *waiting], (), needed)
        return self.answers[key]

    def _holds(self, made: Mission, waiting: list[Pair], held: tuple, needed: Counter) -> bool:
        so_far = programme(made, *held)
        if any(True for rule in ALWAYS for _ in RULES[rule](made, so_far)):
            return False
        reached = levels_of(self.given, {m.pair for m in held})
        if self.wanted in {m.pair for m in held} and all(reached[level] >= n for level, n in needed.items()):
            return True
        if not waiting or any(reached[x] + levels_of(self.given, set(waiting))[x] < n for x, n in needed.items()):
            return False
        trials = [trial for row in choices(made, waiting[0]) for trial in row]
        rest = waiting[1:]
        skipped = waiting[0] != self.wanted and self._holds(made, rest, held, needed)
        return skipped or any(self._holds(made, rest, (*held, trial), needed) for trial in trials)

    def cheapest(self, changes: list[Change]) -> list[Remedy]:
        """Give all single changes that help, the cheapest first; else giving up; else all pairs."""
        own = RANK.index(level_of(self.given, self.wanted))
        single = [(change,) for change in changes if self.fits(change)]
        if single:
            return sorted(single, key=cost)
        others = [p for p in self.placed if p & self.wanted and RANK.index(level_of(self.given, p)) >= own]
        sacrifices = [(give_up(self.given, p),) for p in others if self.fits(give_up(self.given, p))]
        return sacrifices or sorted((two for two in combinations(changes, 2) if self.fits(*two)), key=cost)


def cost(changes: Remedy) -> tuple[int, int]:
    return len(changes), sum(change.cost for change in changes)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(cases(), st.data())
def test_causes_are_fewest_and_remedies_the_cheapest(given_mission, data):
    asked = list(asked_for(given_mission))
    wanted = data.draw(st.sampled_from(asked))
    rest = [p for p in asked if p != wanted]
    placed = set(data.draw(st.sampled_from([(), *combinations(rest, 1), tuple(rest)])))
    tried = Tried(given_mission, wanted, placed)
    assume(all(Tried(given_mission, p, placed).fits() for p in list(placed)[:1]))
    verdict = explain_absence(given_mission, wanted, visits={}, placed=placed, stop=steady())
    if tried.fits():
        assert verdict is not None
        assert verdict.causes == ()
        return
    lifts = causes_of(tried.now, wanted)
    everything = [change for changes in lifts.values() for change in changes]
    if verdict is None:
        assert not tried.fits(*everything)
        return

    def keep_out(causes: tuple) -> bool:
        return not tried.fits(*(change for cause, row in lifts.items() if cause not in causes for change in row))

    assert keep_out(verdict.causes)
    fewer = combinations(lifts, len(verdict.causes) - 1)
    assert not any(keep_out(causes) for causes in fewer)
    expected = tried.cheapest(everything)
    assert [cost(remedy) for remedy in verdict.remedies] == [
        cost(remedy) for remedy in expected[: len(verdict.remedies)]
    ]
    assert len(verdict.remedies) >= min(1, len(expected))
    assert all(tried.fits(*remedy) for remedy in verdict.remedies)
    for first, second in (remedy for remedy in verdict.remedies if len(remedy) == 2):
        assert not tried.fits(first)
        assert not tried.fits(second)
