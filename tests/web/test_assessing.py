"""How ready applicants are, the list of them, and its files."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest

from karvan.languages import LANGUAGES
from karvan.web.applications import bridge
from karvan.web.applications.assessing import assess
from karvan.web.applications.decisions import decide
from karvan.web.applications.enums import Outcome
from karvan.web.applications.models import Assessment
from karvan.web.audit.models import Event
from web import applicants, factory

pytestmark = pytest.mark.django_db

BASE = "/en/missions/kish"
SEATING = 3
"""Queries for the session, the account, and the membership with its mission."""


@pytest.fixture
def mission(released):
    return released.mission


@pytest.fixture
def owner(client, mission):
    account = factory.member(mission, "owner")
    client.force_login(account)
    return account


@pytest.fixture
def call(mission):
    return applicants.open_call(mission, questions=applicants.QUESTIONS)


def text_of(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def graded(grade, **other):
    codes = [row["code"] for row in bridge.default_readiness()["criteria"]]
    return {code: other.get(code, grade) for code in codes}


def form(grade, **other):
    return {f"grade_{code}": str(given) for code, given in graded(grade, **other).items()}


def test_the_usual_questionnaire_speaks_every_language():
    stored = bridge.default_readiness()
    asked = bridge.questionnaire(stored)
    spoken = [each.question for each in asked.criteria] + [each.name for each in asked.bands]
    assert [text for text in spoken if {lang for lang, _ in text} != set(LANGUAGES)] == []
    assert len({each.code for each in asked.criteria}) == len(asked.criteria) == 11


def test_an_assessor_grades_and_may_think_again(client, call, owner):
    applicants.apply(call)
    address = f"{BASE}/applications/1/assess/"
    assert "0: an idea" in text_of(client.get(address))
    assert client.post(address, form(3) | {"note_product": "Seen in <Kazan>"})["Location"] == f"{BASE}/applications/1/"
    page = text_of(client.get(f"{BASE}/applications/1/"))
    for said in ("75", "Ready", "Seen in &lt;Kazan&gt;", "Your assessment is saved."):
        assert said in page
    client.post(address, form(4))
    assert Assessment.objects.get().grades == graded(4)
    assert Event.objects.filter(action="application-assessed", side="visitor", subject="1").count() == 2


@pytest.mark.parametrize("change", [{"grade_product": "5"}, {"grade_product": ""}, {"note_product": "x" * 1001}])
def test_a_grade_is_from_0_to_4(client, call, owner, change):
    applicants.apply(call)
    assert client.post(f"{BASE}/applications/1/assess/", form(3) | change).status_code == 400
    assert not Assessment.objects.exists()


def test_several_assessors_are_shown_with_mean_and_spread(client, call, owner, mission):
    application, _ = applicants.apply(call)
    for name, grade in (("staff", 2), ("viewer", 4)):
        by = factory.member(mission, name)
        assess(application, grades=graded(grade), notes={}, by=by, at=applicants.AFTER)
    page = text_of(client.get(f"{BASE}/applications/1/"))
    assert "2 assessors, 50 points apart" in page
    assert "75" in page


def test_a_knock_out_is_said(client, call, owner):
    application, _ = applicants.apply(call)
    assess(application, grades=graded(4, product=1), notes={}, by=owner, at=applicants.AFTER)
    page = text_of(client.get(f"{BASE}/applications/1/"))
    assert "too low" in page
    assert "Not ready yet" in page


def test_staff_of_the_other_side_cannot_assess(client, call, mission):
    applicants.apply(call)
    client.force_login(factory.member(mission, "staff", desk="host"))
    assert client.post(f"{BASE}/applications/1/assess/", form(3)).status_code == 404
    assert client.get(f"{BASE}/applications/1/assess/").status_code == 404


@pytest.fixture
def three(call, mission, owner):
    """Three visitors, of whom the second scores highest and the third is declined; and a host."""
    made = [applicants.apply(call, number, city=f"City {number}")[0] for number in (1, 2, 3)]
    assess(made[0], grades=graded(2), notes={}, by=owner, at=applicants.AFTER)
    assess(made[1], grades=graded(4), notes={}, by=owner, at=applicants.AFTER)
    decide(made[2], outcome=Outcome.DECLINED, reason="r", revision=0, site="", by=owner, at=applicants.AFTER)
    return applicants.apply(applicants.open_call(mission, "host"), 4)[0]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", [1, 2, 3, 4]), ("q=city 2", [2]), ("q=APPLICANT 3", [3]), ("side=host", [4]), ("outcome=declined", [3]),
        ("band=strong", [2]), ("band=none", [3, 4]), ("sort=score", [2, 1, 3, 4]), ("sort=name", [1, 2, 3, 4]),
        ("sort=spread", [1, 2, 3, 4]), ("outcome=accepted", []), ("page=x&q=city 2", [1, 2, 3, 4]),
    ],
)  # fmt: skip
def test_the_list_is_filtered_and_sorted(client, three, query, numbers):
    page = text_of(client.get(f"{BASE}/applications/?{query}"))
    shown = [int(part.split("/")[0]) for part in page.split(f'<th scope="row"><a href="{BASE}/applications/')[1:]]
    assert shown == numbers
    assert ("No application fits" in page) is (numbers == [])


def test_the_list_counts_decisions(client, three):
    page = text_of(client.get(f"{BASE}/applications/"))
    assert "Waiting: <strong>3</strong> · Accepted: <strong>0</strong>" in page


def test_a_csv_file_holds_no_formula(client, call, owner):
    evil = '=HYPERLINK("http://evil.example")'
    applicants.apply(call, offer=evil, city="@SUM(1)", contact_name="+7", need="\tx", answers={"q1": "1", "q4": "-1"})
    response = client.get(f"{BASE}/applications/export.csv")
    headings, line = csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline=""))
    cells = dict(zip(headings, line, strict=True))
    assert [cells[name] for name in ("What you offer", "City", "Contact person", "What you look for")] == [
        f"'{evil}", "'@SUM(1)", "'+7", "'\tx",
    ]  # fmt: skip
    assert [cells[name] for name in ("Certificates?", "Anything else", "Export share")] == ["ISO 9001", "'-1", ""]
    assert [cell for cell in (*headings, *line) if cell[:1] in {"=", "+", "-", "@"}] == []
    assert Event.objects.filter(action="applications-exported", subject="1").exists()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_excel_file_holds_texts_alone(client, call, owner, lang):
    applicants.apply(call, offer="=1+1", size="small")
    response = client.get(f"/{lang}/missions/kish/applications/export.xlsx")
    assert "kish-applications.xlsx" in response["Content-Disposition"]
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "=1+1"] == ["s"]
    assert [cell for cell in cells if cell.data_type == "f"] == []


def test_files_hold_what_the_filter_shows_of_ones_own_side(client, three, mission):
    text = client.get(f"{BASE}/applications/export.csv?outcome=declined").content.decode()
    assert ("Applicant 3" in text, "Applicant 1" in text) == (True, False)
    client.force_login(factory.member(mission, "staff", desk="host"))
    text = client.get(f"{BASE}/applications/export.csv").content.decode()
    assert ("Applicant 4" in text, "Applicant 1" in text) == (True, False)
    assert list(Event.objects.filter(action="applications-exported").values_list("side", "subject")) == [
        ("host", "1"), ("", "1"),
    ]  # fmt: skip


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize(("address", "queries"), [("", 3), ("export.csv", 3), ("export.xlsx", 3)])
def test_lists_make_as_many_queries_for_thirty_as_for_one(
    client, call, owner, django_assert_num_queries, address, queries, count
):
    for number in range(1, count + 1):
        application, _ = applicants.apply(call, number)
        assess(application, grades=graded(3), notes={}, by=owner, at=applicants.AFTER)
    with django_assert_num_queries(SEATING + queries):
        assert client.get(f"{BASE}/applications/{address}").status_code == 200
