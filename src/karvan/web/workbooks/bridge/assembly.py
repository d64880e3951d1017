"""The whole of a stored mission, put together from its tables."""

from __future__ import annotations

from dataclasses import replace

from karvan.formats.workbook import detected_languages
from karvan.mission import companies, opportunities, requests, resources
from karvan.mission.mission import Mission, Settings
from karvan.web.availability.bridge import own_absences
from karvan.web.companies.enums import Standing
from karvan.web.companies.models import Company, Opportunity, Person
from karvan.web.matches.enums import Choice
from karvan.web.matches.models import MatchDecision
from karvan.web.missions.models import Mission as StoredMission
from karvan.web.requests.models import FixedMeeting, MeetingRequest
from karvan.web.workbooks.bridge import records


def read_mission(stored: StoredMission) -> Mission:
    """Give the mission with everything that a matcher, a scheduler or a workbook needs of it."""
    rows = list(stored.companies.filter(standing=Standing.PARTICIPATING))
    codes = {row.pk: row.code for row in rows}
    texts = _opportunities(stored, codes)
    return Mission(
        settings=records.pure_settings(stored),
        companies=tuple(map(records.pure_company, rows)),
        opportunities=texts,
        people=_people(stored, codes),
        requests=_requests(stored, codes),
        blocks=tuple(map(records.pure_block, stored.blocks.all())),
        tables=tuple(map(records.pure_table, stored.tables.all())),
        travel=tuple(map(records.pure_travel, stored.travel_times.all())),
        interpreters=tuple(map(records.pure_interpreter, stored.interpreters.all())),
        absences=_absences(stored, codes),
        fixed=_fixed(stored, codes),
        text_languages=detected_languages(texts),
    )


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


def _opportunities(stored: StoredMission, codes: dict[int, str]) -> tuple[opportunities.Opportunity, ...]:
    rows = Opportunity.objects.filter(company__mission=stored).order_by("company__position", "position", "pk")
    return tuple(records.pure_opportunity(row, codes[row.company_id]) for row in rows if row.company_id in codes)


def _people(stored: StoredMission, codes: dict[int, str]) -> tuple[companies.Person, ...]:
    rows = Person.objects.filter(company__mission=stored).order_by("company__position", "position", "pk")
    return tuple(records.pure_person(row, codes[row.company_id]) for row in rows if row.company_id in codes)


def _requests(stored: StoredMission, codes: dict[int, str]) -> tuple[requests.MeetingRequest, ...]:
    rows = MeetingRequest.objects.filter(company__mission=stored)
    return tuple(
        records.pure_request(row, codes) for row in rows if {row.company_id, row.counterpart_id} <= codes.keys()
    )


def _fixed(stored: StoredMission, codes: dict[int, str]) -> tuple[requests.FixedMeeting, ...]:
    rows = FixedMeeting.objects.filter(mission=stored, company__in=codes, counterpart__in=codes)
    return tuple(records.pure_fixed(row, codes) for row in rows)


def _absences(stored: StoredMission, codes: dict[int, str]) -> tuple[resources.Absence, ...]:
    """Absences of whoever takes part, the organiser's, then the companies' own; of who has left, none."""
    gone = set(Company.objects.filter(mission=stored).values_list("code", flat=True)) - set(codes.values())
    organisers = tuple(map(records.pure_absence, stored.absences.all()))
    own = (row for row in own_absences(stored) if row not in organisers)
    return tuple(row for row in (*organisers, *own) if row.who not in gone)
