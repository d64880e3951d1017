"""A mission's workbook on the web: taken along, looked through, brought in; nothing is lost, nothing private told."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from karvan.formats.workbook import read_mission, read_mission_bytes, write_mission_xlsx
from karvan.mission.companies import Person as PurePerson
from karvan.mission.concepts import AddedConcept
from karvan.mission.localised import LocalisedText
from karvan.mission.opportunities import Opportunity as PureOpportunity
from karvan.mission.opportunities import OpportunityKind
from karvan.mission.requests import MeetingRequest as PureRequest
from karvan.mission.requests import RequestLevel, RequestStatus
from karvan.sample import model_mission
from karvan.web.audit.models import Event
from karvan.web.companies.actions import set_standing
from karvan.web.companies.enums import Standing
from karvan.web.companies.models import Opportunity, Person
from karvan.web.logistics.models import Journey
from karvan.web.requests.models import MeetingRequest
from karvan.web.workbooks import bridge
from karvan.web.workbooks.models import Upload
from karvan.web.workbooks.queries import differing, whole_mission
from web import factory

pytestmark = pytest.mark.django_db

BASE = f"/en/missions/{factory.SLUG}/workbook"
LATER = factory.RELEASED_AT + timedelta(days=2)


def rich_mission(companies=3):
    """Return a mission with something in every sheet."""
    made = factory.make_mission(companies)
    texts = tuple(
        PureOpportunity(
            company=code, kind=OpportunityKind.OFFER, text=f"{code} offers pumps for salt water", title=code
        )
        for code in ("V01", "V02", "H01")
    )
    added = AddedConcept(
        code="brine", parent="cybersecurity", label=LocalisedText.of(en="Brine"), synonyms=LocalisedText.of(ru="рассол")
    )
    settings = replace(made.settings, send_texts_to="https://model.example/embed")
    asked = PureRequest(company="V02", counterpart="H01", level=RequestLevel.WANT, status=RequestStatus.PENDING)
    return replace(made, settings=settings, opportunities=texts, concepts=(added,), requests=(*made.requests, asked))


@pytest.fixture
def stored():
    return factory.store(rich_mission())


@pytest.fixture
def desk(client, stored):
    client.force_login(factory.member(stored, "staff"))
    return client


def taken(client, base=BASE):
    return client.get(f"{base}/mission.xlsx").content


def send(client, mission, *, base=BASE, name="mission.xlsx"):
    """Send a workbook; return the context of its preview."""
    data = mission if isinstance(mission, bytes) else write_mission_xlsx(mission, "en")
    response = client.post(f"{base}/send/", {"file": SimpleUploadedFile(name, data)})
    assert response.status_code == 302, response.content.decode()
    return client.get(response["Location"]).context


def decide(client, context, *, out=(), base=BASE):
    return client.post(f"{base}/preview/", {"digest": context["digest"], "take_out": list(out)})


def parts(context):
    """Return how many rows of each kind the preview has, by record."""
    return {sheet.record: {part.kind: part.count for part in sheet.parts} for sheet in context["sheets"]}


def company(stored, code):
    return stored.companies.get(code=code)


def test_what_is_taken_and_brought_in_again_changes_nothing(desk, stored):
    context = send(desk, taken(desk))
    assert (parts(context), context["errors"], context["problems"]) == ({}, [], [])
    assert "nothing would change" in desk.get(f"{BASE}/preview/").content.decode()


def test_the_sample_mission_changes_nothing_either(client):
    stored = factory.store(read_mission(model_mission()).mission, slug="model")
    client.force_login(factory.member(stored, "owner"))
    base = "/fa/missions/model/workbook"
    assert parts(send(client, taken(client, base), base=base)) == {}
    assert read_mission_bytes(taken(client, base), "m.xlsx").mission == whole_mission(stored)


def test_what_the_web_lets_people_write_comes_back_from_a_workbook_unchanged(desk, stored):
    """Names in one language alone, invisible characters, Arabic letters, formulas, companies that left."""
    stored.companies.filter(code="V01").update(names={"fa": "شركت يك", "ru": " Один\u200b "}, city="=1+1")
    Person.objects.update(names={"ru": "Вера"}, role="+boss")
    Opportunity.objects.filter(company__code="V02").update(text="  a\r\nb ", title="", language="ru")
    stored.titles = {"fa": "هیأت"}
    stored.save()
    stored.blocks.filter(kind="visit").update(companies=["V03"])
    rest(stored, "V03", Standing.WITHDRAWN)
    assert parts(send(desk, taken(desk))) == {}


def rest(stored, code, standing=Standing.RESERVE):
    row = company(stored, code)
    set_standing(row, standing=standing, was=Standing(row.standing), by=factory.user(), at=factory.RELEASED_AT)


def test_the_preview_says_what_is_new_what_changes_and_what_is_missing(desk, stored):
    made = rich_mission()
    first, *others = made.companies
    new = factory.company(first.side, 9)
    changed = replace(first, city="Omsk", name=LocalisedText.of(en="V Company 1", ru="Новая", fa="شرکت V1"))
    offers = (replace(made.opportunities[0], text="V01 offers pumps for salty water"), *made.opportunities[1:])
    kept = [row for row in others if row.code != "H03"]
    mission = replace(made, companies=(changed, *kept, new), opportunities=offers)
    context = send(desk, mission)
    assert parts(context) == {
        "companies": {"added": 1, "changed": 1, "removed": 1},
        "opportunities": {"changed": 1},
    }
    cells = context["sheets"][0].parts[1].rows[0].cells
    assert cells == (("name_ru", "Компания V1", "Новая"), ("city", "Kazan", "Omsk"))
    text = desk.get(f"{BASE}/preview/").content.decode()
    for words in ("Omsk", "H03", "V09", "salty"):
        assert words in text
    assert company(stored, "V01").city == "Kazan"
    assert decide(desk, context, out=["companies"]).status_code == 302
    assert (company(stored, "V01").city, company(stored, "H03").standing) == ("Omsk", Standing.WITHDRAWN)
    assert whole_mission(stored).company.keys() == {"V01", "V02", "V03", "H01", "H02", "V09"}
    event = Event.objects.get(action="workbook-brought-in")
    assert event.details["sheets"] == {"companies": [1, 1, 1], "opportunities": [0, 1, 0]}
    assert Upload.objects.count() == 0
    assert "1 new, 2 changed, 1 taken out" in desk.get(f"{BASE}/").content.decode()


def test_what_is_not_in_the_workbook_stays_unless_it_is_taken_out(desk, stored):
    made = rich_mission()
    mission = replace(
        made, companies=made.companies[:-1], requests=made.requests[:1], interpreters=made.interpreters[:1]
    )
    before = whole_mission(stored)
    decide(desk, send(desk, mission))
    assert whole_mission(stored) == before
    decide(desk, send(desk, mission), out=["requests", "interpreters"])
    after = whole_mission(stored)
    assert (len(after.requests), len(after.interpreters), len(after.companies)) == (1, 1, 6)


def test_a_missing_sheet_and_a_missing_column_change_nothing(desk, stored):
    from karvan.formats.workbook import mission_from_tables, mission_tables

    tables = {name: rows for name, rows in mission_tables(rich_mission()).items() if name in {"Mission", "Companies"}}
    tables["Companies"] = [
        {header: cell for header, cell in row.items() if header in {"code", "side", "name_en"}}
        for row in tables["Companies"]
    ]
    read = mission_from_tables(tables)
    plan = bridge.plan_for(stored, read.mission, read.given)
    assert plan.is_empty


def test_nothing_that_people_did_on_the_web_is_lost(desk, stored):
    asked = MeetingRequest.objects.get(company__code="V02")
    by = factory.member(stored, "manager", company="H01")
    asked.status, asked.answer, asked.answered_at, asked.answered_by = "declined", "Not now", LATER, by
    asked.expires_at = LATER
    asked.save()
    vera = Person.objects.get()
    Journey.objects.create(person=vera, passport_number="X1", changed_at=LATER)
    rest(stored, "H03")
    stored.companies.filter(code="V01").update(descriptions={"en": "We pump"})
    stored.blocks.filter(kind="plenary").update(items=[{"title": "Pitch"}])
    keys = {row.code: row.pk for row in stored.companies.all()}
    context = send(desk, replace(rich_mission(), people=(PurePerson(company="V02", name=LocalisedText.of(en="Max")),)))
    assert context["resting"] == ["H03"]
    everything = [sheet.record for sheet in context["sheets"]]
    assert decide(desk, context, out=everything).status_code == 302
    asked.refresh_from_db()
    assert (asked.status, asked.answer, asked.answered_by) == ("declined", "Not now", by)
    assert asked.asked_at == factory.RELEASED_AT
    assert asked.expires_at == LATER
    vera.refresh_from_db()
    assert vera.journey.passport_number == "X1"
    assert company(stored, "H03").standing == Standing.RESERVE
    assert company(stored, "V01").descriptions == {"en": "We pump"}
    assert stored.blocks.get(kind="plenary").items == [{"title": "Pitch"}]
    assert {row.code: row.pk for row in stored.companies.all()} == keys
    assert {person.names["en"] for person in Person.objects.all()} == {"Vera", "Max"}


def test_an_answer_in_the_workbook_says_who_and_when(desk, stored):
    made = rich_mission()
    accepted = tuple(replace(row, status=RequestStatus.ACCEPTED) for row in made.requests)
    decide(desk, send(desk, replace(made, requests=accepted)))
    asked = MeetingRequest.objects.get(company__code="V02")
    assert asked.status == "accepted"
    assert asked.answered_by.name.startswith("staff")
    assert asked.answered_at is not None


def test_problems_are_told_with_their_places_in_the_readers_language_and_nothing_is_saved(desk, stored):
    from openpyxl import load_workbook

    path = io.BytesIO(taken(desk))
    book = load_workbook(path)
    book["Companies"]["B3"] = "guest"
    book["Requests"]["B2"] = "X99"
    out = io.BytesIO()
    book.save(out)
    context = send(desk, out.getvalue())
    assert len(context["errors"]) == 2
    for lang, words in (("en", "sheet"), ("fa", "برگه"), ("ru", "лист")):
        text = desk.get(f"/{lang}/missions/{factory.SLUG}/workbook/preview/").content.decode()
        assert words in text.casefold()
        assert "B3" in text
        assert "X99" in text
    assert desk.post(f"{BASE}/preview/", {"digest": ""}).status_code == 409
    assert Event.objects.filter(action="workbook-brought-in").count() == 0


def test_what_would_not_fit_together_afterwards_is_told_and_not_saved(desk, stored):
    """The workbook alone makes sense; with an absence that is only stored, it does not."""
    stored.absences.create(who="V02", date=factory.FIRST, start="10:00", end="11:00")
    stored.fixed_meetings.create(
        mission=stored, company=company(stored, "V02"), counterpart=company(stored, "H02"), date=factory.THIRD
    )
    made = rich_mission()
    shorter = replace(made, settings=replace(made.settings, end_date=factory.SECOND))
    context = send(desk, shorter)
    assert [row for row, _ in context["problems"]] == ["V02 → H02"]
    assert context["is_possible"]
    assert decide(desk, context).status_code == 409
    stored.refresh_from_db()
    assert stored.end_date == factory.THIRD
    assert decide(desk, context, out=["fixed"]).status_code == 302
    stored.refresh_from_db()
    assert stored.end_date == factory.SECOND


def test_who_was_overtaken_sees_the_preview_anew(desk, stored):
    made = rich_mission()
    context = send(desk, replace(made, companies=(replace(made.companies[0], city="Omsk"), *made.companies[1:])))
    stored.companies.filter(code="V01").update(city="Perm")
    response = decide(desk, context)
    assert response.status_code == 409
    assert "Perm" in response.content.decode()
    assert company(stored, "V01").city == "Perm"
    assert decide(desk, response.context).status_code == 302
    assert company(stored, "V01").city == "Omsk"


def test_a_file_that_is_no_workbook_or_too_large_is_refused(desk, stored):
    assert len(send(desk, b"hello", name="notes.csv")["errors"]) == 1
    large = SimpleUploadedFile("m.xlsx", b"0" * (10 * 1024 * 1024 + 1))
    assert desk.post(f"{BASE}/send/", {"file": large}).status_code == 400
    assert desk.post(f"{BASE}/send/", {}).status_code == 400


def test_uploads_are_ones_own_and_thrown_away(client, desk, stored):
    send(desk, taken(desk))
    Upload.objects.create(
        mission=factory.store(factory.make_mission(), slug="other"),
        sent_by=factory.user("old"),
        sent_at=LATER - timedelta(days=400),
        name="old.xlsx",
        data=b"",
    )
    colleague = factory.member(stored, "owner")
    other = type(client)()
    other.force_login(colleague)
    assert other.get(f"{BASE}/preview/").status_code == 302
    send(desk, taken(desk), name="second.xlsx")
    assert list(Upload.objects.values_list("name", flat=True)) == ["second.xlsx"]
    desk.post(f"{BASE}/discard/")
    assert Upload.objects.count() == 0


@pytest.mark.parametrize("side", ["visitor", "host"])
def test_a_sides_workbook_holds_its_own_companies_and_nobodys_wishes(client, stored, side):
    client.force_login(factory.member(stored, "staff", desk=side))
    read = read_mission_bytes(taken(client), "m.xlsx")
    mission = read.mission
    assert {row.side.value for row in mission.companies} == {side}
    assert (mission.requests, mission.fixed, mission.blocks, mission.interpreters) == ((), (), (), ())
    assert mission.settings.send_texts_to == ""
    assert {row.company for row in mission.opportunities} <= mission.company.keys()
    assert {row.who for row in mission.absences} == ({"V01"} if side == "visitor" else set())
    assert mission.concepts == rich_mission().concepts
    assert client.get(f"{BASE}/preview/").status_code == 403
    assert client.post(f"{BASE}/send/").status_code == 403


def test_a_sides_workbook_is_the_same_whoever_avoids_whom(client, stored):
    client.force_login(factory.member(stored, "staff", desk="host"))
    before = taken(client)
    MeetingRequest.objects.filter(level="avoid").delete()
    assert taken(client) == before
    assert Event.objects.filter(action="workbook-taken").values_list("side", flat=True)[0] == "host"


def test_a_side_does_not_read_in_the_trail_how_many_wishes_a_workbook_had(client, desk, stored):
    made = rich_mission()
    avoid = PureRequest(company="V03", counterpart="H03", level=RequestLevel.AVOID)
    decide(desk, send(desk, replace(made, requests=(*made.requests, avoid))))
    assert Event.objects.get(action="workbook-brought-in").is_private


def test_a_sides_workbook_can_be_brought_in_by_the_neutral_desk_without_touching_the_other_side(client, desk, stored):
    client.force_login(factory.member(stored, "staff", desk="visitor"))
    data = taken(client)
    client.force_login(factory.member(stored, "owner"))
    before = whole_mission(stored)
    context = send(client, data)
    assert set(parts(context)) <= {"companies"}
    decide(client, context)
    assert whole_mission(stored) == before


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("a", "b", ("a", "b")),
        ("x" * 200 + "old" + "y" * 200, "x" * 200 + "new!" + "y" * 200,
         ("…" + "x" * 30 + "old" + "y" * 30 + "…", "…" + "x" * 30 + "new!" + "y" * 30 + "…")),
        ("a" * 150, "a" * 151, ("…" + "a" * 30, "…" + "a" * 31)),
        ("", "z" * 101, ("", "z" * 101)),
    ],
)  # fmt: skip
def test_long_texts_are_shown_where_they_differ(before, after, shown):
    assert differing(before, after) == shown


@pytest.mark.django_db(transaction=True)
def test_the_worker_throws_away_what_nobody_decided_about(stored):
    from karvan.web.jobs.worker import work

    for name, sent_at in (("old", factory.RELEASED_AT - timedelta(days=400)), ("new", datetime.now(UTC))):
        Upload.objects.create(mission=stored, sent_by=factory.user(name), sent_at=sent_at, name=name, data=b"")
    work(is_over=iter((False, True)).__next__, poll_s=0)
    assert list(Upload.objects.values_list("name", flat=True)) == ["new"]
