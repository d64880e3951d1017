"""Between the stored tables and the pure mission: each record in both directions, side by side."""

from __future__ import annotations

from typing import Any, TypeAlias

from karvan.mission import blocks, companies, concepts, localised, opportunities, requests, resources
from karvan.mission.goals import GoalName
from karvan.mission.localised import LocalisedText
from karvan.mission.mission import Mission, Settings
from karvan.web.blocks.models import ProgrammeBlock
from karvan.web.companies.models import Company, Opportunity, Person
from karvan.web.missions.models import Mission as StoredMission
from karvan.web.requests.models import FixedMeeting, MeetingRequest
from karvan.web.resources.models import Absence, Interpreter, Table, TravelTime

PureMission: TypeAlias = Mission
"""A mission without a database, for the signatures of actions."""

PureSettings: TypeAlias = Settings
"""The settings of a mission without a database."""

Columns = dict[str, Any]
"""Values of a row by column."""


def settings_columns(settings: Settings) -> Columns:
    """Give the columns of a mission's settings."""
    return {
        "titles": dict(settings.title),
        "start_date": settings.start_date,
        "end_date": settings.end_date,
        "time_zone": settings.time_zone,
        "visiting_country": settings.visiting_country,
        "host_country": settings.host_country,
        "slot_minutes": settings.slot_minutes,
        "changeover_minutes": settings.changeover_minutes,
        "languages": list(settings.languages),
        "max_meetings_per_company_per_day": settings.max_meetings_per_company_per_day,
        "min_meetings_per_company": settings.min_meetings_per_company,
        "body": settings.body,
        "session_number": settings.session_number,
        "goals": [goal.value for goal in settings.goals],
        "send_texts_to": settings.send_texts_to,
    }


def pure_settings(row: StoredMission) -> Settings:
    """Give the settings of a stored mission."""
    return Settings(
        title=_text(row.titles),
        start_date=row.start_date,
        end_date=row.end_date,
        time_zone=row.time_zone,
        visiting_country=row.visiting_country,
        host_country=row.host_country,
        slot_minutes=row.slot_minutes,
        changeover_minutes=row.changeover_minutes,
        languages=tuple(row.languages),
        max_meetings_per_company_per_day=row.max_meetings_per_company_per_day,
        min_meetings_per_company=row.min_meetings_per_company,
        body=row.body,
        session_number=row.session_number,
        goals=tuple(GoalName(goal) for goal in row.goals),
        send_texts_to=row.send_texts_to,
    )


def company_columns(company: companies.Company) -> Columns:
    """Give the columns of a company but its code."""
    return {
        "side": company.side.value,
        "names": dict(company.name),
        "country": company.country,
        "city": company.city,
        "kind": company.kind.value,
        "size": company.size.value if company.size else "",
        "languages": list(company.languages),
        "website": company.website,
        "contact_name": company.contact_name,
        "contact_email": company.contact_email,
        "home_table": str(company.home_table) if company.home_table else "",
        "max_meetings_per_day": company.max_meetings_per_day,
        "representatives": company.representatives,
    }


def pure_company(row: Company) -> companies.Company:
    """Give a company from its row."""
    return companies.Company(
        code=row.code,
        side=companies.Side(row.side),
        name=_text(row.names),
        country=row.country,
        city=row.city,
        kind=companies.CompanyKind(row.kind),
        size=companies.CompanySize(row.size) if row.size else None,
        languages=tuple(row.languages),
        website=row.website,
        contact_name=row.contact_name,
        contact_email=row.contact_email,
        home_table=_table_ref(row.home_table),
        max_meetings_per_day=row.max_meetings_per_day,
        representatives=row.representatives,
    )


def person_columns(person: companies.Person) -> Columns:
    """Give the columns of a delegate but the company."""
    return {
        "names": dict(person.name),
        "role": person.role,
        "email": person.email,
        "languages": list(person.languages),
        "is_travelling": person.is_travelling,
        "is_reserve": person.is_reserve,
    }


def pure_person(row: Person, code: str) -> companies.Person:
    """Give a delegate of a company from its row."""
    return companies.Person(
        company=code,
        name=_text(row.names),
        role=row.role,
        email=row.email,
        languages=tuple(row.languages),
        is_travelling=row.is_travelling,
        is_reserve=row.is_reserve,
    )


def opportunity_columns(opportunity: opportunities.Opportunity) -> Columns:
    """Give the columns of an offer or need but the company."""
    return {
        "kind": opportunity.kind.value,
        "title": opportunity.title,
        "text": opportunity.text,
        "language": opportunity.language,
        "domains": list(opportunity.domains),
        "routes": [route.value for route in opportunity.routes],
        "stage": opportunity.stage.value if opportunity.stage else "",
    }


def pure_opportunity(row: Opportunity, code: str) -> opportunities.Opportunity:
    """Give an offer or need of a company from its row."""
    return opportunities.Opportunity(
        company=code,
        kind=opportunities.OpportunityKind(row.kind),
        title=row.title,
        text=row.text,
        language=row.language,
        domains=tuple(row.domains),
        routes=tuple(opportunities.CooperationRoute(route) for route in row.routes),
        stage=opportunities.Stage(row.stage) if row.stage else None,
    )


def request_columns(request: requests.MeetingRequest) -> Columns:
    """Give the columns of a wish but the two companies."""
    return {"level": request.level.value, "status": request.status.value, "message": request.message}


def pure_request(row: MeetingRequest, codes: dict[int, str]) -> requests.MeetingRequest:
    """Give a wish from its row and the codes of the companies' rows."""
    return requests.MeetingRequest(
        company=codes[row.company_id],
        counterpart=codes[row.counterpart_id],
        level=requests.RequestLevel(row.level),
        status=requests.RequestStatus(row.status),
        message=row.message,
    )


def fixed_columns(fixed: requests.FixedMeeting) -> Columns:
    """Give the columns of an agreed meeting but the two companies."""
    return {
        "date": fixed.date,
        "start": fixed.start,
        "table": str(fixed.table) if fixed.table else "",
        "interpreter": fixed.interpreter,
    }


def pure_fixed(row: FixedMeeting, codes: dict[int, str]) -> requests.FixedMeeting:
    """Give an agreed meeting from its row and the codes of the companies' rows."""
    return requests.FixedMeeting(
        company=codes[row.company_id],
        counterpart=codes[row.counterpart_id],
        date=row.date,
        start=row.start,
        table=_table_ref(row.table),
        interpreter=row.interpreter,
    )


def block_columns(block: blocks.ProgrammeBlock) -> Columns:
    """Give the columns of a block."""
    return {
        "date": block.date,
        "start": block.start,
        "end": block.end,
        "kind": block.kind.value,
        "titles": dict(block.title),
        "venue": block.venue,
        "companies": list(block.companies),
        "capacity": block.capacity,
        "is_choice": block.is_choice,
        "domains": list(block.domains),
    }


def pure_block(row: ProgrammeBlock) -> blocks.ProgrammeBlock:
    """Give a block from its row."""
    return blocks.ProgrammeBlock(
        date=row.date,
        start=row.start,
        end=row.end,
        kind=blocks.BlockKind(row.kind),
        title=_text(row.titles),
        venue=row.venue,
        companies=tuple(row.companies),
        capacity=row.capacity,
        is_choice=row.is_choice,
        domains=tuple(row.domains),
    )


def table_columns(table: resources.Table) -> Columns:
    """Give the columns of a table."""
    return {"venue": table.venue, "table": table.table, "seats": table.seats, "titles": dict(table.title)}


def pure_table(row: Table) -> resources.Table:
    """Give a table from its row."""
    return resources.Table(venue=row.venue, table=row.table, seats=row.seats, title=_text(row.titles))


def interpreter_columns(interpreter: resources.Interpreter) -> Columns:
    """Give the columns of an interpreter but the code."""
    return {
        "name": interpreter.name,
        "languages": list(interpreter.languages),
        "max_minutes_per_day": interpreter.max_minutes_per_day,
        "max_minutes_without_pause": interpreter.max_minutes_without_pause,
        "pause_minutes": interpreter.pause_minutes,
    }


def pure_interpreter(row: Interpreter) -> resources.Interpreter:
    """Give an interpreter from its row."""
    return resources.Interpreter(
        code=row.code,
        name=row.name,
        languages=tuple(row.languages),
        max_minutes_per_day=row.max_minutes_per_day,
        max_minutes_without_pause=row.max_minutes_without_pause,
        pause_minutes=row.pause_minutes,
    )


def travel_columns(travel: resources.TravelTime) -> Columns:
    """Give the columns of a way."""
    return {"origin": travel.origin, "destination": travel.destination, "minutes": travel.minutes}


def pure_travel(row: TravelTime) -> resources.TravelTime:
    """Give a way from its row."""
    return resources.TravelTime(origin=row.origin, destination=row.destination, minutes=row.minutes)


def absence_columns(absence: resources.Absence) -> Columns:
    """Give the columns of an absence."""
    return {
        "who": absence.who,
        "date": absence.date,
        "start": absence.start,
        "end": absence.end,
        "reason": absence.reason,
    }


def pure_absence(row: Absence) -> resources.Absence:
    """Give an absence from its row."""
    return resources.Absence(who=row.who, date=row.date, start=row.start, end=row.end, reason=row.reason)


def concept_columns(concept: concepts.AddedConcept) -> Columns:
    """Give the columns of a concept that the mission adds."""
    return {
        "code": concept.code,
        "parent": concept.parent,
        "labels": dict(concept.label),
        "synonyms": dict(concept.synonyms),
        "links": list(concept.links),
    }


def _text(versions: dict[str, str]) -> LocalisedText:
    return localised.LocalisedText.from_mapping(versions)


def _table_ref(written: str) -> companies.TableRef | None:
    venue, mark, table = written.partition("/")
    if not written:
        return None
    return companies.TableRef(venue, table) if mark else companies.TableRef("", venue)
