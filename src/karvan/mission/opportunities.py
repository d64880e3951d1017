"""What a company offers and what it needs."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class OpportunityKind(enum.StrEnum):
    """Who pays has a need, who earns has an offer."""

    OFFER = "offer"
    NEED = "need"


class CooperationRoute(enum.StrEnum):
    """A form in which two companies can work together."""

    JOINT_PRODUCTION = "joint_production"
    JOINT_INVESTMENT = "joint_investment"
    TECHNOLOGY_TRANSFER = "technology_transfer"
    RESEARCH_CONSORTIUM = "research_consortium"
    DISTRIBUTION = "distribution"
    SERVICE_EXPORT = "service_export"
    LICENSING = "licensing"


class Stage(enum.StrEnum):
    """How far a technology has come."""

    CONCEPT = "concept"
    DEVELOPMENT = "development"
    LAB_TESTED = "lab_tested"
    DEMONSTRATED = "demonstrated"
    ON_MARKET = "on_market"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """One offer or need of a company, in the words and language of its author."""

    company: str
    kind: OpportunityKind
    text: str
    title: str = ""
    language: str = ""
    domains: tuple[str, ...] = ()
    routes: tuple[CooperationRoute, ...] = ()
    stage: Stage | None = None
