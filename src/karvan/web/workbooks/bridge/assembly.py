"""The whole of a stored mission, put together from its tables."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from karvan.formats.workbook import detected_languages
from karvan.mission import requests
from karvan.mission.blocks import ProgrammeBlock
from karvan.mission.mission import Mission, Settings
from karvan.web.availability.bridge import own_absences
from karvan.web.companies.enums import Standing
from karvan.web.companies.models import Company, Opportunity, Person
from karvan.web.matches.enums import Choice
from karvan.web.matches.models import MatchDecision
from karvan.web.missions.models import Mission as StoredMission
from karvan.web.requests.models import FixedMeeting, MeetingRequest
from karvan.web.taxonomy.bridge import pure_concept
from karvan.web.visits.places import choices_of
from karvan.web.workbooks.bridge import records

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class Whole:
    """A stored mission with the rows that it was read from.

    Attributes
    ----------
    rows : dict of str to list
        By record, in the order of the mission's list.
    """

    mission: Mission
    rows: dict[str, list[Any]]


def read_mission(stored: StoredMission) -> Mission:
    """Give the mission with everything that a matcher, a scheduler or a workbook needs of it.

    When companies cannot meet by what they have said themselves comes after the absences that the organiser entered;
    visits that are a choice know who has chosen them.
    """
    whole = read_whole(stored)
    mission = whole.mission
    own = (row for row in own_absences(stored) if row not in mission.absences and row.who in mission.company)
    return replace(mission, absences=(*mission.absences, *own), blocks=_with_choices(stored, whole))


def _with_choices(stored: StoredMission, whole: Whole) -> tuple[ProgrammeBlock, ...]:
    """Give the blocks, those that are a choice with who has chosen them and who refuses."""
    said = choices_of(stored)
    return tuple(
        replace(block, chosen=said.chosen.get(row.pk, ()), refused=said.refused) if block.is_assigned else block
        for row, block in zip(whole.rows["blocks"], whole.mission.blocks, strict=True)
    )


def read_whole(stored: StoredMission, also: Collection[str] = ()) -> Whole:
    """Give the mission of the companies that take part, and of others by their codes, with the rows of each record.

    Notes
    -----
    Thirteen queries, however large the mission is.
    """
    companies = list(stored.companies.filter(Q(standing=Standing.PARTICIPATING) | Q(code__in=also)))
    codes = {row.pk: row.code for row in companies}
    rows: dict[str, list[Any]] = {"companies": companies, **_of_companies(stored, codes), **_means(stored, codes)}
    lists: dict[str, Any] = {record: tuple(_pure(record, row, codes) for row in rows[record]) for record in rows}
    mission = Mission(
        settings=records.pure_settings(stored),
        **lists,
        text_languages=detected_languages(lists["opportunities"]),
    )
    return Whole(mission, rows)


def _of_companies(stored: StoredMission, codes: dict[int, str]) -> dict[str, list[Any]]:
    """Give the rows that speak of companies, where all of them are known."""
    order = ("company__position", "position", "pk")
    own: dict[str, QuerySet[Any]] = {
        "opportunities": Opportunity.objects.filter(company__mission=stored).order_by(*order),
        "people": Person.objects.filter(company__mission=stored).order_by(*order),
    }
    pairs: dict[str, QuerySet[Any]] = {
        "requests": MeetingRequest.objects.filter(company__mission=stored),
        "fixed": FixedMeeting.objects.filter(mission=stored),
    }
    return {
        **{record: [row for row in rows if row.company_id in codes] for record, rows in own.items()},
        **{
            record: [row for row in rows if {row.company_id, row.counterpart_id} <= codes.keys()]
            for record, rows in pairs.items()
        },
    }


def _means(stored: StoredMission, codes: dict[int, str]) -> dict[str, list[Any]]:
    """Give the other rows; an absence of a company that has left says nothing any more."""
    gone = set(Company.objects.filter(mission=stored).values_list("code", flat=True)) - set(codes.values())
    return {
        "blocks": list(stored.blocks.all()),
        "tables": list(stored.tables.all()),
        "travel": list(stored.travel_times.all()),
        "interpreters": list(stored.interpreters.all()),
        "absences": [row for row in stored.absences.all() if row.who not in gone],
        "concepts": list(stored.concepts.all()),
    }


_ALONE: dict[str, Callable[[Any], Any]] = {
    "companies": records.pure_company,
    "blocks": records.pure_block,
    "tables": records.pure_table,
    "travel": records.pure_travel,
    "interpreters": records.pure_interpreter,
    "absences": records.pure_absence,
    "concepts": pure_concept,
}
"""What reads the rows that speak of no company by its number."""


def _pure(record: str, row: Any, codes: dict[int, str]) -> Any:
    """Give a record from its row."""
    if record in _ALONE:
        return _ALONE[record](row)
    if record == "opportunities":
        return records.pure_opportunity(row, codes[row.company_id])
    if record == "people":
        return records.pure_person(row, codes[row.company_id])
    return (records.pure_request if record == "requests" else records.pure_fixed)(row, codes)


def copied_for(mission: Mission, settings: Settings) -> Mission:
    """Give what of a mission serves another one: companies with their texts and people, places, interpreters, blocks.

    Blocks keep their distance from the first day; those beyond the new last day are left out. Requests, absences and
    agreed meetings were of that time and are left out.
    """
    shift = settings.start_date - mission.settings.start_date
    old = mission.settings
    blocks = (replace(block, date=block.date + shift) for block in mission.blocks)
    kept = replace(
        settings,
        slot_minutes=old.slot_minutes,
        changeover_minutes=old.changeover_minutes,
        max_meetings_per_company_per_day=old.max_meetings_per_company_per_day,
        min_meetings_per_company=old.min_meetings_per_company,
        body=old.body,
        goals=old.goals,
        send_texts_to=old.send_texts_to,
        session_number=old.session_number + 1 if old.session_number else None,
    )
    return replace(
        mission,
        settings=kept,
        blocks=tuple(block for block in blocks if block.date <= settings.end_date),
        requests=(),
        absences=(),
        fixed=(),
    )


def with_decisions(mission: Mission, stored: StoredMission) -> Mission:
    """Give the mission with what its neutral desk decided: a block as an `avoid`, a pin as an accepted `want`.

    What companies said stays. An `avoid` wins over a pin, and what is asked for already needs none.
    """
    rows = MatchDecision.objects.filter(company__mission=stored).exclude(choice=Choice.NONE).order_by("pk")
    added = []
    for visitor, host, choice in rows.values_list("company__code", "counterpart__code", "choice"):
        is_block, pair = choice == Choice.BLOCK, frozenset((visitor, host))
        said = pair in mission.avoided or (not is_block and pair in mission.requested)
        if pair <= mission.company.keys() and not said:
            level = requests.RequestLevel.AVOID if is_block else requests.RequestLevel.WANT
            added.append(requests.MeetingRequest(company=visitor, counterpart=host, level=level))
    return replace(mission, requests=(*mission.requests, *added))
