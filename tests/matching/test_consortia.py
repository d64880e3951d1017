"""Teams for a joint project, held against trying every team."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from karvan.matching.consortia import Part, Project, find_consortia
from karvan.matching.consortia.teams import Question, best_teams
from karvan.mission.companies import CompanyKind, Side
from karvan.mission.requests import RequestLevel
from mission.missions import host, mission, need, offer, request, visitor

N = 6
FEW = settings(max_examples=settings.default.max_examples // 2)
SHARES = st.sampled_from([0.0, 0.0, 0.5, 1.0])


@st.composite
def questions(draw):
    fit = draw(arrays(np.float64, (N, N), elements=SHARES))
    apart = np.triu(draw(arrays(bool, (N, N), elements=st.sampled_from([False, False, False, True]))), 1)
    side = np.arange(N) < N // 2
    strength = draw(arrays(np.float64, (draw(st.integers(1, 4)), N), elements=SHARES))
    return Question(strength, np.triu(fit, 1) + np.triu(fit, 1).T, (side, ~side), apart | apart.T)


def covers(question, members):
    chosen = list(members)
    return (
        (question.strength[:, chosen].max(axis=1) > 0).all()
        and all(group[chosen].any() for group in question.groups)
        and not question.apart[np.ix_(chosen, chosen)].any()
    )


def covers_apart_from_sides_of_taste(question, members):
    """Whether a team covers all, whoever likes whom."""
    chosen = list(members)
    return bool(chosen) and (
        (question.strength[:, chosen].max(axis=1) > 0).all() and all(group[chosen].any() for group in question.groups)
    )


def value(question, members):
    chosen = list(members)
    fits = question.fit[np.ix_(chosen, chosen)].sum() / (len(chosen) * (len(chosen) - 1))
    return question.strength[:, chosen].max(axis=1).mean() + fits


@FEW
@given(questions(), st.integers(1, 4))
def test_no_team_is_smaller_and_none_of_its_size_better(question, count):
    def is_lean(team):
        return not any(covers_apart_from_sides_of_taste(question, set(team) - {one}) for one in team)

    every = [team for size in range(1, N + 1) for team in combinations(range(N), size) if covers(question, team)]
    least = min(map(len, every), default=0)
    ranked = sorted(
        (team for team in every if len(team) <= least + 1 and is_lean(team)),
        key=lambda team: (len(team), -value(question, team)),
    )
    found = best_teams(question, count)
    assert found.is_proved
    assert [(len(t.members), pytest.approx(t.value)) for t in found.teams] == [
        (len(team), value(question, team)) for team in ranked[:count]
    ]
    assert all(covers(question, team.members) for team in found.teams)


def test_impatience_is_owned_up_to():
    question = Question(np.ones((1, 4)), np.zeros((4, 4)), (), np.zeros((4, 4), dtype=bool))
    assert best_teams(question, 2).is_proved
    assert not best_teams(question, 2, patience=1).is_proved


# --- projects of a mission

FIBRE, CLOUD, AI = 0, 1, 2
WORDS = {"fibre": FIBRE, "cloud": CLOUD, "ai": AI}


def understand(text, _language):
    return [(WORDS[word], 0.8) for word in text.lower().replace(".", "").split() if word in WORDS]


def project(*parts):
    return Project("Joint centre", parts)


def part(concept, **given):
    return Part([(concept, 1.0)], str(concept), **given)


MISSION = mission(
    companies=(visitor("V1"), visitor("V2", kind=CompanyKind.UNIVERSITY), host("H1"), host("H2"), host("H3")),
    opportunities=(
        offer("V1", "fibre", language="en"),
        offer("V2", "ai", title="Cloud"),
        offer("H1", "cloud"),
        offer("H2", "x cloud"),
        offer("H2", "ai"),
        need("H3", "fibre cloud ai"),
    ),
)
SCORES = {frozenset(("V1", "H1")): 0.2, frozenset(("V1", "H2")): 0.6}


def test_the_smallest_team_wins_then_the_one_that_fits_best():
    found = find_consortia(MISSION, project(part(FIBRE), part(CLOUD)), SCORES, understand)
    assert [team.members for team in found.consortia] == [("V1", "H2"), ("V1", "H1"), ("V1", "V2", "H3")]
    best = found.consortia[0]
    assert [(t.part, t.company, t.offer, t.strength) for t in best.taken] == [(0, "V1", 0, 0.8), (1, "H2", 3, 0.8)]
    assert best.ties == (("V1", "H2", 0.6),)
    assert (best.coverage, best.mutual_fit) == (pytest.approx(0.8), 0.6)
    assert found.is_proved


def test_a_part_can_be_for_one_side_or_one_kind_alone():
    of_hosts = find_consortia(MISSION, project(part(AI, side=Side.HOST), part(FIBRE)), SCORES, understand)
    assert of_hosts.consortia[0].members == ("V1", "H2")
    kinds = frozenset({CompanyKind.UNIVERSITY})
    of_universities = find_consortia(MISSION, project(part(AI, kinds=kinds), part(CLOUD)), SCORES, understand)
    assert of_universities.consortia[0].members == ("V2", "H1")


def test_both_sides_are_in_every_team():
    found = find_consortia(MISSION, project(part(FIBRE)), SCORES, understand)
    assert found.consortia[0].members == ("V1", "H2")


def test_those_who_avoid_each_other_are_in_no_team():
    made = mission(
        companies=MISSION.companies,
        opportunities=MISSION.opportunities,
        requests=(request("H2", "V1", RequestLevel.AVOID),),
    )
    found = find_consortia(made, project(part(FIBRE), part(CLOUD)), SCORES, understand)
    assert ("V1", "H2") not in [team.members for team in found.consortia]
    assert found.consortia[0].members == ("V1", "H1")


def test_what_nobody_offers_is_named_with_who_comes_closest():
    near = Part([(9, 1.0)], "9", wider=[(CLOUD, 1.0)])
    found = find_consortia(MISSION, project(part(FIBRE), near, Part([], "?")), SCORES, understand)
    assert (found.consortia, found.untaken) == ((), {1: ("V2", "H1", "H2"), 2: ()})
