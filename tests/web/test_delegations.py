"""The organiser's list of companies: whole for the neutral desk, of the other side what the catalogue shows."""

from __future__ import annotations

import io

import openpyxl
import pytest

from karvan.mission.requests import RequestLevel
from karvan.web.audit.models import Event
from karvan.web.catalogue import bridge as catalogue
from karvan.web.companies.actions import set_standing
from karvan.web.companies.enums import Standing
from karvan.web.companies.models import Opportunity
from karvan.web.members.models import Invitation
from karvan.web.requests.models import MeetingRequest
from web import factory

pytestmark = pytest.mark.django_db

LIST = f"/en/missions/{factory.SLUG}/companies/"
ONE = f"/en/missions/{factory.SLUG}/company"


@pytest.fixture
def stored():
    catalogue.forget()
    return factory.store(factory.make_mission(3))


@pytest.fixture
def staff(client, stored):
    client.force_login(factory.member(stored, "staff"))
    return client


def visitors_desk(client, stored):
    client.force_login(factory.member(stored, "staff", desk="visitor"))


def hold(stored, code, standing=Standing.RESERVE):
    row = stored.companies.get(code=code)
    return set_standing(row, standing=standing, was=Standing(row.standing), by=factory.user(), at=factory.RELEASED_AT)


def listed(client, query=""):
    """Return the codes in the list, in its order."""
    response = client.get(f"{LIST}{query}")
    return [row.company.code for row in response.context["rows"]]


def cells(client, file="xlsx", query=""):
    content = client.get(f"{LIST}list.{file}{query}").content
    if file == "csv":
        return content.decode("utf-8-sig")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_the_list_is_searched_across_scripts_filtered_and_sorted(staff, stored):
    hold(stored, "H03")
    Opportunity.objects.create(
        company=stored.companies.get(code="H02"), kind="need", text="Water", domains=["agri", "agri.drip"]
    )
    assert listed(staff) == ["V01", "V02", "V03", "H01", "H02", "H03"]
    assert listed(staff, "?side=host&standing=participating") == ["H01", "H02"]
    assert listed(staff, "?standing=reserve") == ["H03"]
    assert listed(staff, "?domain=agri") == ["H02"]
    assert listed(staff, "?profile=complete") == []
    assert len(listed(staff, "?profile=incomplete")) == 6
    assert listed(staff, "?sort=-name")[0] == "V03"
    assert listed(staff, "?sort=-people")[0] == "V01"
    assert listed(staff, "?sort=-received")[0] == "H01"
    assert listed(staff, "?q=شرکت H3")[0] == "H03"
    assert listed(staff, "?q=secret@visitor.example") != []
    assert staff.get(f"{LIST}?side=nonsense").status_code == 400


def test_a_name_is_found_in_another_script(staff, stored):
    stored.companies.filter(code="V02").update(names={"ru": "Уралмаш"}, changed_at=factory.RELEASED_AT)
    catalogue.forget()
    assert listed(staff, "?q=Uralmash")[:1] == ["V02"]


def test_the_list_makes_the_same_queries_however_long_it_is(client, django_assert_num_queries):
    for companies in (1, 40):
        stored = factory.store(factory.make_mission(companies), slug=f"of-{companies}")
        client.force_login(factory.member(stored, "staff"))
        with django_assert_num_queries(11):
            assert client.get(f"/en/missions/of-{companies}/companies/").status_code == 200


def test_a_mission_without_companies_says_what_to_do_next(client):
    from dataclasses import replace

    bare = replace(factory.make_mission(0), people=(), absences=(), fixed=(), requests=())
    stored = factory.store(bare)
    client.force_login(factory.member(stored, "staff"))
    text = client.get(LIST).content.decode()
    assert "There are no companies yet." in text
    assert f'href="{LIST}new/"' in text


def test_of_the_other_side_a_desk_sees_what_the_catalogue_shows_and_nothing_else(client, stored):
    hold(stored, "H03")
    hold(stored, "V03")
    visitors_desk(client, stored)
    assert listed(client) == ["V01", "V02", "V03", "H01", "H02"]
    assert listed(client, "?standing=participating") == ["V01", "V02"]
    assert listed(client, "?profile=incomplete") == ["V01", "V02", "V03"]
    assert listed(client, "?q=H Company 3") == [code for code in listed(client, "?q=H Company 3") if code != "H03"]
    rows = client.get(LIST).context["rows"]
    assert [row.counts is None for row in rows] == [False, False, False, True, True]
    for line in cells(client)[-2:]:
        assert line[0] in {"H01", "H02"}
        assert set(line[12:]) == {None}
    for address in ("", "change/"):
        assert client.get(f"{ONE}/H01/{address}").status_code == 404
    for address in ("standing", "invite"):
        assert client.post(f"{ONE}/H01/{address}/", {"to": "withdrawn", "was": "participating"}).status_code == 404
    assert client.post(f"{LIST}new/", {"side": "host", "name_en": "X", "kind": "company"}).status_code == 400


def test_nobodys_no_thanks_changes_what_the_list_says(client, stored):
    visitors_desk(client, stored)
    before = client.get(LIST).content, client.get(f"{ONE}/V01/").content, cells(client, "csv")
    for company, counterpart in (("V02", "H01"), ("H01", "V02"), ("H03", "V01")):
        MeetingRequest.objects.create(
            company=stored.companies.get(code=company),
            counterpart=stored.companies.get(code=counterpart),
            level=RequestLevel.AVOID,
            message="secret-message",
            asked_at=factory.RELEASED_AT,
            asked_by=factory.user(),
        )
    after = client.get(LIST).content, client.get(f"{ONE}/V01/").content, cells(client, "csv")
    strip = lambda page: page if isinstance(page, str) else page.partition(b"<main")[2].split(b"csrf")[0]  # noqa: E731
    assert [strip(page) for page in after] == [strip(page) for page in before]
    assert b"secret-message" not in b"".join(after[:2])


def test_a_viewer_reads_the_list_and_takes_no_contacts_away(client, stored):
    client.force_login(factory.member(stored, "viewer"))
    assert len(listed(client)) == 6
    assert "secret@visitor.example" not in cells(client, "csv")
    assert "secret@visitor.example" not in str(cells(client))
    text = client.get(f"{ONE}/V01/").content.decode()
    assert "company/V01/change/" not in text
    assert "company/V01/invite/" not in text


def test_the_file_holds_what_is_shown_and_no_formula(staff, stored):
    stored.companies.filter(code="V01").update(names={"en": "=1+1"}, contact_name="=cmd()")
    lines = cells(staff, query="?side=visitor")
    assert [line[0] for line in lines[-3:]] == ["V01", "V02", "V03"]
    assert "secret@visitor.example" in lines[-1]
    assert "'=1+1" in cells(staff, "csv")
    assert Event.objects.filter(action="companies-exported").values_list("subject", flat=True)[0] == "6"


def test_a_company_is_added_by_hand_with_the_next_free_code(staff, stored):
    entered = {"side": "host", "name_en": "New one", "kind": "company", "revision": "0", "representatives": "2"}
    assert staff.post(f"{LIST}new/", entered)["Location"] == f"{ONE}/H04/"
    added = stored.companies.get(code="H04")
    assert (added.names, added.side, added.representatives) == ({"en": "New one"}, "host", 2)
    assert added.standing == Standing.PARTICIPATING
    assert listed(staff)[-1] == "H04"
    assert Event.objects.get(action="company-added").subject == "H04"
    assert "Invite its manager" in staff.get(f"{ONE}/H04/").content.decode()


@pytest.mark.parametrize(
    "wrong",
    [{"code": "V01"}, {"code": "v01"}, {"code": "Visitor"}, {"code": "I01"}, {"code": "a;b"}, {"code": ".x"},
     {"name_en": ""}, {"side": "nobody"}, {"home_table": "nowhere/9"}, {"representatives": "0"}],
)  # fmt: skip
def test_a_company_that_makes_no_sense_is_refused(staff, stored, wrong):
    entered = {"side": "host", "name_en": "New", "kind": "company", "revision": "0", "representatives": "1"}
    assert staff.post(f"{LIST}new/", entered | wrong).status_code == 400
    assert stored.companies.count() == 6


def test_a_profile_is_changed_on_a_companys_behalf_and_the_trail_says_so(staff, stored):
    row = stored.companies.get(code="V02")
    page = staff.get(f"{ONE}/V02/change/").content.decode()
    assert "on behalf of" in page
    entered = {"name_en": "Better name", "kind": "company", "revision": str(row.revision), "representatives": "1"}
    tabled = entered | {"home_table": "hall/T2"}
    assert staff.post(f"{ONE}/V02/change/", tabled).status_code == 302
    row.refresh_from_db()
    assert (row.names["en"], row.home_table) == ("Better name", "hall/T2")
    assert Event.objects.get(action="company-changed").on_behalf_of == "V02"
    assert staff.post(f"{ONE}/V02/change/", entered | {"name_en": "Stale"}).status_code == 409
    assert staff.post(f"{ONE}/V02/change/", entered | {"name_en": ""}).status_code == 400


def test_standing_is_set_and_undone_and_two_organisers_never_overwrite_each_other(staff, stored):
    address = f"{ONE}/V02/standing/"
    assert staff.post(address, {"to": "withdrawn", "was": "participating"}).status_code == 302
    page = staff.get(f"{ONE}/V02/").content.decode()
    assert "does not take part any more" in page
    assert 'name="to" value="participating"' in page
    assert stored.companies.get(code="V02").standing == Standing.WITHDRAWN
    assert staff.post(address, {"to": "reserve", "was": "participating"}).status_code == 409
    assert staff.post(address, {"to": "participating", "was": "withdrawn"}).status_code == 302
    assert stored.companies.get(code="V02").standing == Standing.PARTICIPATING
    assert staff.post(address, {"to": "nonsense", "was": "participating"}).status_code == 404
    details = [event.details for event in Event.objects.filter(action="company-standing").order_by("pk")]
    assert details[-1] == {"before": "withdrawn", "after": "participating"}


def test_a_manager_is_invited_from_the_companys_page(staff, stored, mailoutbox, django_capture_on_commit_callbacks):
    entered = {"email": "boss@v02.example", "name": "Boss", "letter_language": "ru"}
    with django_capture_on_commit_callbacks(execute=True):
        assert staff.post(f"{ONE}/V02/invite/", entered).status_code == 302
    invitation = Invitation.objects.get()
    assert (invitation.company.code, invitation.role) == ("V02", "manager")
    assert mailoutbox[0].to == ["boss@v02.example"]
    assert "/ru/invitations/" not in staff.get(f"{ONE}/V01/").content.decode()
    assert [row.manager for row in staff.get(LIST).context["rows"]][1] == "invited"
    assert staff.post(f"{ONE}/V02/invite/", entered | {"email": "nobody"}).status_code == 400


def test_the_link_of_an_invitation_is_shown_once(staff, stored):
    staff.post(f"{ONE}/V02/invite/", {"email": "boss@v02.example", "name": "Boss", "letter_language": "ru"})
    assert "/ru/invitations/" in staff.get(f"{ONE}/V02/").content.decode()
    assert "/ru/invitations/" not in staff.get(f"{ONE}/V02/").content.decode()
