"""Two sides with offers and needs, drawn at random or made by hand."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st

from karvan.mission.mission import Mission
from karvan.mission.opportunities import CooperationRoute, Opportunity, OpportunityKind
from mission.missions import COMPANIES, host, mission, visitor

CODES = tuple(company.code for company in COMPANIES)
WORDS = ("laser", "robot", "cloud", "sensor", "drone", "лазер", "робот", "حسگر", "ابر")
DOMAINS = ("ai", "iot", "photonics")


def with_texts(*opportunities: Opportunity, **given) -> Mission:
    """Give a mission of two companies a side with these opportunities."""
    return mission(opportunities=opportunities, **given)


def many_hosts(*texts: Opportunity, hosts: int) -> Mission:
    """Give a mission of one visitor and several hosts."""
    return mission(
        companies=(visitor("V01"), *(host(f"H{number:02}") for number in range(1, hosts + 1))), opportunities=texts
    )


@st.composite
def opportunities(draw, codes=CODES):
    """Draw one offer or need."""
    some = st.sets(st.sampled_from(WORDS), min_size=1, max_size=5).map(sorted)
    return Opportunity(
        company=draw(st.sampled_from(codes)),
        kind=draw(st.sampled_from(OpportunityKind)),
        text=" ".join(draw(some)),
        language=draw(st.sampled_from(["en", "fa", "ru", ""])),
        domains=tuple(draw(st.sets(st.sampled_from(DOMAINS)).map(sorted))),
        routes=tuple(draw(st.sets(st.sampled_from(CooperationRoute), max_size=2).map(sorted))),
    )


SOME = settings(max_examples=settings.default.max_examples * 2 // 5)
"""Fewer examples than usual, for tests that match whole missions."""

MISSIONS = st.lists(opportunities(), max_size=7).map(lambda rows: with_texts(*rows))
"""Missions of two companies a side with up to seven opportunities."""


def swapped(made: Mission) -> Mission:
    """Give a mission with its companies in the opposite order."""
    return replace(made, companies=made.companies[::-1])
