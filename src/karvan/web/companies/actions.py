"""Writes about companies: atomic, with the actor and the time passed in, refused where somebody else was faster."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar

from django.db import models, transaction
from django.db.models import F, Max
from django.forms.models import model_to_dict

from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.companies.enums import Standing
from karvan.web.companies.models import Company, Opportunity, Person
from karvan.web.errors import StaleError
from karvan.web.missions.models import Mission

Part = TypeVar("Part", Opportunity, Person)


def _merged(before: dict[str, str], after: dict[str, str]) -> dict[str, str]:
    """Give a text in the languages that were filled in and those that were not asked for; blank ones go."""
    return {code: text for code, text in (before | after).items() if text}


def _update(row: models.Model, columns: dict[str, Any], *, revision: int) -> None:
    """Write columns of a row whose revision is still the one that its editor saw.

    Raises
    ------
    StaleError
        If it is another one by now.
    """
    rows: models.Manager[models.Model] = type(row).objects  # type: ignore[attr-defined]
    changed = rows.filter(pk=row.pk, revision=revision).update(**columns, revision=revision + 1)
    if not changed:
        raise StaleError


def note_change(mission: Mission) -> None:
    """Raise the mission's revision: programmes made before do not know of the change."""
    Mission.objects.filter(pk=mission.pk).update(revision=F("revision") + 1)


@transaction.atomic
def add_company(
    mission: Mission, columns: dict[str, Any], *, by: User, at: datetime, on_behalf_of: str = ""
) -> Company:
    """Give a new company, last in the organiser's order.

    Parameters
    ----------
    columns : dict
        As `DeskForm.columns` gives them, its code and side among them.
    """
    last = mission.companies.aggregate(last=Max("position"))["last"] or 0
    texts = {name: _merged({}, columns[name]) for name in ("names", "descriptions")}
    company = Company.objects.create(mission=mission, position=last + 1, changed_at=at, **(columns | texts))
    note_change(mission)
    _record("company-added", company, by=by, at=at, on_behalf_of=on_behalf_of)
    return company


@transaction.atomic
def change_company(
    company: Company, columns: dict[str, Any], *, revision: int, by: User, at: datetime, on_behalf_of: str = ""
) -> Company:
    """Give a company with other columns.

    Parameters
    ----------
    revision : int
        Of the row that the editor saw.

    Raises
    ------
    StaleError
        If somebody else has changed it since.
    """
    texts = {name: _merged(getattr(company, name), columns[name]) for name in ("names", "descriptions")}
    _update(company, columns | texts | {"changed_at": at}, revision=revision)
    note_change(company.mission)
    _record("company-changed", company, by=by, at=at, on_behalf_of=on_behalf_of)
    return company


@transaction.atomic
def set_standing(company: Company, *, standing: Standing, was: Standing, by: User, at: datetime) -> Company:
    """Give a company that takes part, is held in reserve, or has withdrawn; nothing of it is lost.

    Parameters
    ----------
    was : Standing
        As whoever sets it saw it.

    Raises
    ------
    StaleError
        If it stands elsewhere by now.
    """
    rows = Company.objects.filter(pk=company.pk, standing=was)
    if rows.update(standing=standing, changed_at=at, revision=F("revision") + 1) != 1:
        raise StaleError
    note_change(company.mission)
    _record("company-standing", company, by=by, at=at, before=was.value, after=standing.value)
    return company


@transaction.atomic
def add_part(
    company: Company, kind: type[Part], columns: dict[str, Any], *, by: User, at: datetime, on_behalf_of: str = ""
) -> Part:
    """Give a new offer, need or delegate of a company."""
    last = kind.objects.filter(company=company).aggregate(last=Max("position"))["last"]
    row = kind.objects.create(company=company, position=0 if last is None else last + 1, **_cleaned({}, columns))
    _after(company, kind, "added", by=by, at=at, on_behalf_of=on_behalf_of)
    return row


@transaction.atomic
def change_part(
    row: Part, columns: dict[str, Any], *, revision: int, by: User, at: datetime, on_behalf_of: str = ""
) -> Part:
    """Give an offer, need or delegate with other columns.

    Raises
    ------
    StaleError
        If somebody else has changed it since.
    """
    _update(row, _cleaned(getattr(row, "names", {}), columns), revision=revision)
    _after(row.company, type(row), "changed", by=by, at=at, on_behalf_of=on_behalf_of)
    return row


@transaction.atomic
def remove_part(row: Part, *, by: User, at: datetime, on_behalf_of: str = "") -> dict[str, Any]:
    """Take an offer, need or delegate out; give its columns, so that it can be put back."""
    company, kind = row.company, type(row)
    columns = model_to_dict(row, exclude=["id", "company", "user", "position", "revision"])
    row.delete()
    _after(company, kind, "removed", by=by, at=at, on_behalf_of=on_behalf_of)
    return columns


def _cleaned(names: dict[str, str], columns: dict[str, Any]) -> dict[str, Any]:
    """Give columns in which a name by language has no blank versions."""
    return columns | ({"names": _merged(names, columns["names"])} if "names" in columns else {})


def _after(company: Company, kind: type, what: str, *, by: User, at: datetime, on_behalf_of: str) -> None:
    Company.objects.filter(pk=company.pk).update(changed_at=at)
    note_change(company.mission)
    name = "opportunity" if kind is Opportunity else "person"
    _record(f"{name}-{what}", company, by=by, at=at, on_behalf_of=on_behalf_of)


def _record(action: str, company: Company, *, by: User, at: datetime, on_behalf_of: str = "", **details: Any) -> None:
    record_event(
        action,
        mission=company.mission,
        by=by,
        at=at,
        subject=company.code,
        side=company.side,
        on_behalf_of=on_behalf_of,
        **details,
    )
