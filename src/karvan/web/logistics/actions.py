"""Writes about logistics, and the erasure of people."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from karvan.web.accounts.actions import erase_account
from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.availability.models import Away
from karvan.web.companies.models import Company, Person
from karvan.web.errors import StaleError
from karvan.web.logistics.models import Journey
from karvan.web.outbox.actions import forget_person
from karvan.web.programmes.actions import pseudonymise_versions


@transaction.atomic
def change_journey(person: Person, columns: dict[str, Any], *, revision: int, by: User, at: datetime) -> Journey:
    """Give the journey of a person with other columns.

    Parameters
    ----------
    revision : int
        What the form was drawn from; 0 where there was no journey yet.

    Raises
    ------
    StaleError
        If somebody else has changed it since.
    """
    if revision == 0:
        journey, is_new = Journey.objects.get_or_create(
            person=person, defaults=columns | {"revision": 1, "changed_at": at}
        )
    else:
        changed = columns | {"revision": revision + 1, "changed_at": at}
        is_new = Journey.objects.filter(person=person, revision=revision).update(**changed) == 1
        journey = Journey.objects.get(person=person)
    if not is_new:
        raise StaleError
    company = person.company
    record_event("logistics-changed", mission=company.mission, by=by, at=at, subject=company.code, side=company.side)
    return journey


@transaction.atomic
def erase_person(person: Person, *, by: User, at: datetime) -> Person:
    """Give the person as a pseudonym: nothing that says who it was is left, in released programmes neither.

    Notes
    -----
    What they did stays in the trail, under the pseudonym. Released programmes change in this alone: names and addresses
    of the person become the pseudonym wherever they stand.
    """
    pseudonym = f"Person {person.pk}"
    company = person.company
    known = {*person.names.values(), person.email} - {""}
    if person.user is not None:
        known |= {person.user.name, person.user.email}
        erase_account(person.user, pseudonym=pseudonym)
    Journey.objects.filter(person=person).delete()
    Away.objects.filter(person=person).update(reason="")
    Company.objects.filter(pk=company.pk, contact_name__in=known).update(contact_name=pseudonym)
    Company.objects.filter(pk=company.pk, contact_email__in=known).update(contact_email="")
    forget_person(company.mission, known, pseudonym=pseudonym)
    pseudonymise_versions(company.mission, known, pseudonym=pseudonym)
    person.names, person.role, person.email, person.user = {"en": pseudonym}, "", "", None
    person.save(update_fields=["names", "role", "email", "user"])
    mission, side = company.mission, company.side
    record_event("person-erased", mission=mission, by=by, at=at, subject=pseudonym, side=side)
    return person
