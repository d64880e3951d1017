"""Reads of logistics: for the desk alone, and of a side for its own people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.forms.models import model_to_dict

from karvan.mission.companies import Side
from karvan.web.companies.enums import Standing
from karvan.web.companies.models import Company, Person
from karvan.web.logistics.enums import Visa
from karvan.web.logistics.models import Journey
from karvan.web.missions.models import Mission

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from karvan.web.access import Seat


def travellers(seat: Seat) -> QuerySet[Person]:
    """People of companies that take part, with company and journey, of the side that somebody sees to; one query."""
    people = Person.objects.select_related("company", "journey").filter(
        company__mission=seat.mission, company__standing=Standing.PARTICIPATING
    )
    if not seat.is_neutral:
        people = people.filter(company__side=seat.desk or "")
    return people.order_by("company__side", "company__position", "position", "pk")


def people_without_journey(companies: Sequence[Company]) -> QuerySet[Person]:
    """People of these companies who travel, are no reserve, and of whose journey something is missing; one query.

    Notes
    -----
    Needed are passport, arrival and departure, and a visa, or that none is needed. Hosts do not travel.
    """
    whole = (
        Q(journey__passport_number__gt="")
        & Q(journey__visa__in=(Visa.GRANTED, Visa.NOT_NEEDED))
        & Q(journey__arrives_at__isnull=False)
        & Q(journey__departs_at__isnull=False)
    )
    travelling = Person.objects.filter(
        company__in=companies, company__side=Side.VISITOR, is_travelling=True, is_reserve=False
    )
    return travelling.exclude(whole).order_by("company__position", "position", "pk")


def kept_until(mission: Mission) -> date:
    """The last day on which a mission's personal data is kept."""
    return mission.end_date + timedelta(days=mission.personal_data_days)


def everything_about(person: Person) -> dict[str, Any]:
    """What is kept of a person, for themselves to read; five queries."""
    journey = Journey.objects.filter(person=person).first()
    user = person.user
    return {
        "names": person.names,
        "role": person.role,
        "email": person.email,
        "languages": person.languages,
        "company": person.company.code,
        "journey": model_to_dict(journey, exclude=["id", "person", "revision"]) if journey else {},
        "away": list(person.away.values("spans", "reason")),
        "account": {"email": user.email, "name": user.name, "joined_at": user.joined_at} if user else {},
        "memberships": list(user.memberships.values("mission__slug", "role", "joined_at")) if user else [],
        "did": list(user.events.values("at", "action", "subject")) if user else [],
    }
