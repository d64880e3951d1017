"""Which meetings need a clearance of their own."""

from __future__ import annotations

from collections.abc import Iterable

from karvan.mission.opportunities import CooperationRoute

SENSITIVE = frozenset({CooperationRoute.TECHNOLOGY_TRANSFER.value, CooperationRoute.JOINT_PRODUCTION.value})
"""Routes by which technology changes hands."""


def is_sensitive(routes: Iterable[str], other_routes: Iterable[str]) -> bool:
    """Whether two companies could move technology together: both name the same route that does."""
    return bool(SENSITIVE & set(routes) & set(other_routes))
