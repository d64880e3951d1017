"""Reads of calls and applications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from karvan.mission.companies import Side
from karvan.web.access import Seat
from karvan.web.applications.models import Application, CallForCompanies
from karvan.web.errors import NotFoundError
from karvan.web.members.models import digest_of

if TYPE_CHECKING:
    from django.db.models import QuerySet


def sides_of(seat: Seat) -> tuple[Side, ...]:
    """The sides whose applications somebody of the organiser's team handles: both, or their own."""
    return tuple(side for side in Side if seat.is_neutral or seat.desk == side.value)


def own_side(seat: Seat, side: str) -> Side:
    """One of the sides of `sides_of`, by its name.

    Raises
    ------
    NotFoundError
        If it is not theirs, or is none.
    """
    found = next((each for each in sides_of(seat) if each.value == side), None)
    if found is None:
        raise NotFoundError
    return found


def public_calls(slug: str) -> list[CallForCompanies]:
    """The calls of a mission; one query.

    Raises
    ------
    NotFoundError
        If there are none: whether there is such a mission is not everybody's to know.
    """
    found = list(CallForCompanies.objects.filter(mission__slug=slug).select_related("mission"))
    if not found:
        raise NotFoundError
    return found


def public_call(slug: str, side: str) -> CallForCompanies:
    """The call of a side; one query.

    Raises
    ------
    NotFoundError
        If there is none.
    """
    found = next((call for call in public_calls(slug) if call.side == side), None)
    if found is None:
        raise NotFoundError
    return found


def call_of(seat: Seat, side: Side) -> CallForCompanies | None:
    """The call of a side, or None; one query."""
    return CallForCompanies.objects.filter(mission=seat.mission, side=side).select_related("mission").first()


def calls_of(seat: Seat) -> dict[str, CallForCompanies | None]:
    """The calls of the sides of `sides_of`, None where a side has none; one query."""
    found = CallForCompanies.objects.filter(mission=seat.mission).select_related("mission")
    calls = {call.side: call for call in found}
    return {side.value: calls.get(side.value) for side in sides_of(seat)}


def application_with(secret: str) -> Application:
    """The application of a private link; one query.

    Raises
    ------
    NotFoundError
        If there is none.
    """
    found = _applications().filter(digest=digest_of(secret)).first()
    if found is None:
        raise NotFoundError
    return found


def applications_for(seat: Seat) -> QuerySet[Application]:
    """The applications that somebody of the organiser's team handles, with their calls; one query."""
    return _applications().filter(mission=seat.mission, call__side__in=sides_of(seat))


def application_for(seat: Seat, number: int) -> Application:
    """One of `applications_for`; one query.

    Raises
    ------
    NotFoundError
        If there is none, or it is the other side's.
    """
    found = applications_for(seat).filter(number=number).first()
    if found is None:
        raise NotFoundError
    return found


def _applications() -> QuerySet[Application]:
    return Application.objects.select_related("call", "mission", "company")
