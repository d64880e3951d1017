"""The match board: suggestions with reasons, decisions that reach the scheduler, and nothing private for other eyes."""

from __future__ import annotations

import re

import pytest

from karvan.mission.opportunities import Opportunity, OpportunityKind
from karvan.mission.requests import MeetingRequest, RequestLevel
from karvan.web.audit.models import Event
from karvan.web.jobs.actions import take_job
from karvan.web.jobs.kinds import Running
from karvan.web.jobs.models import Job
from karvan.web.jobs.worker import run_job
from karvan.web.matches.actions import decide_match, refresh_suggestions
from karvan.web.matches.enums import Choice
from karvan.web.matches.errors import DecidedMeanwhileError
from karvan.web.matches.models import MatchDecision, Suggestion, SuggestionList
from karvan.web.missions.models import Mission
from karvan.web.workbooks.queries import whole_mission
from web import factory

pytestmark = pytest.mark.django_db

BASE = "/en/missions/kish/matches"
BLOCK = {"choice": "block", "reason": "Under a court order", "revision": "0"}
PIN = {"choice": "pin", "reason": "", "revision": "0"}


def opportunity(code, kind, text):
    return Opportunity(
        company=code, kind=OpportunityKind(kind), text=text, language="en", domains=("water",), routes=()
    )


def mission_of(companies=2, *more):
    """Give the small mission in which every visitor offers what every host needs, with more requests."""
    mission = factory.make_mission(companies)
    texts = tuple(
        opportunity(row.code, "offer", "Desalination of sea water by reverse osmosis membranes")
        if row.code.startswith("V")
        else opportunity(row.code, "need", "Membranes for the desalination of sea water")
        for row in mission.companies
    )
    return factory.replace(mission, opportunities=texts, requests=(*mission.requests, *more))


def wish(company, counterpart, level):
    return MeetingRequest(company=company, counterpart=counterpart, level=RequestLevel(level), message="secret-message")


def stored_with(mission, *, slug=factory.SLUG):
    stored = factory.release_of(mission, factory.make_programme(mission), slug=slug).mission
    refresh_suggestions(stored, by=factory.user(), at=factory.RELEASED_AT)
    return stored


@pytest.fixture
def stored(db):
    return stored_with(mission_of())


@pytest.fixture
def desk(client, stored):
    account = factory.member(stored, "staff")
    client.force_login(account)
    return account


def text_of(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def test_the_desk_makes_suggestions_and_the_page_says_whether_they_are_still_true(client, stored, desk):
    Suggestion.objects.all().delete()
    assert client.get(f"{BASE}/refresh/").status_code == 405
    assert client.post(f"{BASE}/refresh/")["Location"] == f"{BASE}/"
    assert client.post(f"{BASE}/refresh/")["Location"] == f"{BASE}/"
    assert "Queued" in text_of(client, f"{BASE}/")
    assert "HX-Refresh" not in client.get(f"{BASE}/progress/").headers
    run_job(Running(take_job("a", at=factory.RELEASED_AT)))
    assert client.get(f"{BASE}/progress/").headers["HX-Refresh"] == "true"
    assert (Job.objects.get().status, Job.objects.get().result) == ("done", {"suggestions": 4})
    assert Suggestion.objects.count() == 4
    assert Event.objects.filter(action="suggestions-refreshed", by=desk).count() == 1
    assert "Nothing has changed since." in text_of(client, f"{BASE}/")
    factory.store(mission_of())
    assert "The mission has changed since." in text_of(client, f"{BASE}/")


def test_the_matcher_tells_how_far_it_is_and_stopped_leaves_everything_as_it_was(client, stored, desk):
    before = set(Suggestion.objects.values_list("pk", flat=True))
    client.post(f"{BASE}/refresh/")
    job = take_job("a", at=factory.RELEASED_AT)
    assert client.post(f"{BASE}/stop/")["Location"] == f"{BASE}/"
    run_job(Running(job))
    job.refresh_from_db()
    assert (job.status, job.result, job.progress["step"]) == ("stopped", {}, "holding")
    assert set(Suggestion.objects.values_list("pk", flat=True)) == before


def test_what_changes_while_suggestions_are_made_makes_them_old(client, stored, desk):
    def change_and_go_on(step, done, total):
        if step == "telling":
            factory.store(mission_of())
        return True

    refresh_suggestions(stored, by=factory.user(), at=factory.RELEASED_AT, tell=change_and_go_on)
    assert "The mission has changed since." in text_of(client, f"{BASE}/")


def test_a_large_heat_map_is_shown_in_parts(client, db):
    stored = factory.release_of(mission_of(61), factory.make_programme(mission_of(61))).mission
    client.force_login(factory.member(stored, "staff"))
    SuggestionList.objects.create(
        mission=stored, mission_revision=1, made_at=factory.RELEASED_AT, made_by=factory.user()
    )
    first, last = text_of(client, f"{BASE}/map/"), text_of(client, f"{BASE}/map/?page=2&hosts=2")
    assert (first.count('class="heat-'), last.count('class="heat-')) == (40 * 60, 21)
    assert "Part of the hosts" in first


def test_before_the_first_time_the_page_says_what_to_do(client, released):
    client.force_login(factory.member(released.mission, "owner"))
    text = text_of(client, f"{BASE}/map/")
    assert "No suggestions have been made yet." in text
    assert "Make suggestions" in text


def test_the_board_shows_both_passages_what_ties_them_and_what_speaks_against(client, desk):
    text = text_of(client, f"{BASE}/V01/H01/")
    assert "Desalination of sea water by reverse osmosis membranes" in text
    assert "Membranes for the desalination of sea water" in text
    assert "both speak of" in text
    assert "Only one of the two has something" in text
    assert "Must · accepted" in text.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 4), ("company=V01", 2), ("company=H02", 2), ("asked=visitor", 1), ("asked=host", 0), ("asked=nobody", 3),
        ("domain=water", 4), ("domain=none", 0), ("decided=none", 4), ("decided=pin", 0), ("least=100", 0),
        ("sort=weakest", 4), ("sort=visitor", 4), ("sort=host&page=9", 4), ("sort=odd&least=x&page=y", 4),
    ],
)  # fmt: skip
def test_the_board_is_filtered_and_sorted(client, desk, query, count):
    response = client.get(f"{BASE}/?{query}")
    assert (response.status_code, len(response.context["rows"])) == (200, count)


def test_the_desk_pins_and_blocks_and_both_reach_the_scheduler(client, stored, desk):
    before = whole_mission(stored)
    assert client.post(f"{BASE}/V01/H02/", PIN | {"choice": "none"}).status_code == 302
    assert whole_mission(stored) == before
    assert client.post(f"{BASE}/V02/H01/", PIN)["Location"] == f"{BASE}/V02/H01/"
    assert client.post(f"{BASE}/V02/H02/", BLOCK).status_code == 302
    after = whole_mission(stored)
    assert after.avoided - before.avoided == {frozenset(("V02", "H02"))}
    assert after.requested == before.requested | {frozenset(("V02", "H01")): RequestLevel.WANT}
    assert "Under a court order" in text_of(client, f"{BASE}/?decided=block")
    assert Event.objects.filter(action="match-decided", is_private=True, by=desk).count() == 3
    assert "Nothing has changed since." in text_of(client, f"{BASE}/")


def test_an_avoid_wins_over_a_pin_and_what_is_asked_for_needs_none(client, stored, desk):
    before = whole_mission(stored)
    for address in ("V01/H02", "V01/H01"):
        client.post(f"{BASE}/{address}/", PIN)
    assert whole_mission(stored) == before


def test_a_decision_raises_the_missions_revision(client, stored, desk):
    client.post(f"{BASE}/V02/H02/", BLOCK)
    assert Mission.objects.get().revision == stored.revision + 1


@pytest.mark.parametrize(
    ("address", "change", "words"),
    [
        ("V02/H02", {"reason": ""}, "Reason"), ("V02/H02", {"choice": "maybe"}, "Decision"),
        ("V01/H01", {}, "agreed beforehand"), ("V02/H02", {"revision": ""}, "Please fill this in"),
    ],
)  # fmt: skip
def test_a_decision_that_does_not_fit_is_refused(client, desk, address, change, words):
    response = client.post(f"{BASE}/{address}/", BLOCK | change)
    assert (response.status_code, words in response.content.decode()) == (400, True)
    assert not MatchDecision.objects.exists()


def test_nobody_overwrites_a_decision_unseen(client, stored, desk):
    client.post(f"{BASE}/V02/H02/", BLOCK)
    response = client.post(f"{BASE}/V02/H02/", PIN | {"reason": "My own reason"})
    text = response.content.decode()
    assert response.status_code == 409
    assert "Under a court order" in text
    assert "My own reason" in text
    assert 'name="revision" value="1"' in text
    again = client.post(f"{BASE}/V02/H02/", PIN | {"revision": "1"})
    assert (again.status_code, MatchDecision.objects.get().choice) == (302, "pin")
    with pytest.raises(DecidedMeanwhileError):
        decide(stored, revision=1)


def decide(stored, *, choice=Choice.BLOCK, pair=("V02", "H02"), revision=0):
    visitor, host = (stored.companies.get(code=code) for code in pair)
    return decide_match(
        visitor, host, choice=choice, reason="secret-reason", revision=revision, by=factory.user(),
        at=factory.RELEASED_AT,
    )  # fmt: skip


@pytest.mark.parametrize("address", ["H01/V01", "V01/V02", "V01/X"])
def test_a_pair_is_a_visitor_and_a_host(client, desk, address):
    assert client.get(f"{BASE}/{address}/").status_code == 404


@pytest.mark.parametrize("seat", [("viewer", ""), ("staff", "visitor"), ("staff", "host")])
def test_only_the_neutral_desk_decides(client, stored, seat):
    client.force_login(factory.member(stored, seat[0], desk=seat[1]))
    assert client.post(f"{BASE}/V02/H02/", BLOCK).status_code == 403
    assert client.post(f"{BASE}/refresh/").status_code == 403
    assert not MatchDecision.objects.exists()


PAGES = ("matches/", "matches/?decided=block", "matches/map/", "matches/V02/H02/", "matches/V01/H02/")


def plain(client, page):
    """Return a page without what differs from one load to the next."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text_of(client, f"/en/missions/kish/{page}"))


@pytest.mark.parametrize("seat", [("viewer", ""), ("staff", "visitor"), ("staff", "host")])
def test_to_whoever_may_not_know_a_mission_with_an_avoid_looks_as_one_without(client, db, seat):
    peaceful = factory.replace(mission_of(), requests=(wish("V01", "H01", "must"),))
    stored = stored_with(peaceful)
    client.force_login(factory.member(stored, seat[0], desk=seat[1]))
    pages = [*PAGES, "matches/fairness/"]
    without = [plain(client, page) for page in pages]
    hostile = (wish("V01", "H01", "must"), wish("H02", "V01", "avoid"), wish("V02", "H02", "avoid"))
    factory.store(factory.replace(peaceful, requests=hostile))
    refresh_suggestions(stored, by=factory.user(), at=factory.RELEASED_AT)
    decide(stored)
    assert [plain(client, page) for page in pages] == without


def test_the_neutral_desk_sees_who_avoids_whom(client, desk):
    assert "Does not want to meet" in text_of(client, f"{BASE}/V01/H02/")


def test_no_page_shows_what_companies_wrote_to_the_organiser(client, desk, stored):
    for page in PAGES:
        assert "secret" not in text_of(client, f"/en/missions/kish/{page}")


def test_the_heat_map_is_a_table_of_visitors_and_hosts(client, desk):
    text = text_of(client, f"{BASE}/map/")
    assert text.count('scope="row"') == 2
    assert text.count('class="heat-') == 4
    assert "style=" not in text


def test_fairness_counts_what_each_company_has(client, desk):
    sides = client.get(f"{BASE}/fairness/").context["sides"]
    assert [(row.code, counts) for row, counts in sides[0].rows] == [
        ("V01", {"suggestions": 2, "requests": 1, "meetings": 1}),
        ("V02", {"suggestions": 2, "requests": 0, "meetings": 1}),
    ]
    spread = sides[0].spreads["requests"]
    assert (spread.least, spread.quartiles, spread.gini) == (0.0, (0.25, 0.5, 0.75), 0.5)


def test_staff_of_a_side_reads_the_fairness_of_its_own_side(client, stored):
    client.force_login(factory.member(stored, "staff", desk="host"))
    assert [sharing.side for sharing in client.get(f"{BASE}/fairness/").context["sides"]] == ["host"]


def codes_recommended(client):
    return {other.code for other, _ in client.get("/en/missions/kish/recommended/").context["found"]}


def test_a_company_sees_whom_it_should_meet_and_why_and_no_score(client, stored):
    client.force_login(factory.member(stored, "representative", company="V02"))
    text = text_of(client, "/en/missions/kish/recommended/")
    assert codes_recommended(client) == {"H01", "H02"}
    assert "Membranes for the desalination of sea water" in text
    assert "%" not in text.partition("<main")[2]
    decide(stored)
    assert codes_recommended(client) == {"H01"}


def test_being_avoided_changes_nothing_and_avoiding_does(client, stored):
    client.force_login(factory.member(stored, "manager", company="V01"))
    assert codes_recommended(client) == {"H01", "H02"}
    client.force_login(factory.member(stored, "manager", company="H02"))
    assert codes_recommended(client) == {"V02"}


def test_whoever_has_withdrawn_is_on_no_page(client, stored, desk):
    decide(stored)
    stored.companies.filter(code="H02").update(standing="withdrawn")
    assert {match.host.code for match in client.get(f"{BASE}/").context["rows"]} == {"H01"}
    assert client.get(f"{BASE}/V02/H02/").status_code == 404
    assert "H02" not in text_of(client, f"{BASE}/map/")
    assert frozenset(("V02", "H02")) not in whole_mission(stored).avoided
    client.force_login(factory.member(stored, "manager", company="V01"))
    assert codes_recommended(client) == {"H01"}


def test_a_company_without_suggestions_is_told_what_helps(client, released):
    client.force_login(factory.member(released.mission, "manager", company="V01"))
    assert "Describe your offers and needs well" in text_of(client, "/en/missions/kish/recommended/")


@pytest.mark.parametrize("companies", [1, 30])
@pytest.mark.parametrize(
    ("page", "count"),
    [("matches/", 10), ("matches/map/", 7), ("matches/fairness/", 9), ("matches/V01/H01/", 11)],
)
def test_pages_make_as_many_queries_for_thirty_companies(client, db, django_assert_num_queries, page, count, companies):
    stored = stored_with(mission_of(companies))
    client.force_login(factory.member(stored, "staff"))
    with django_assert_num_queries(count):
        assert client.get(f"/fa/missions/kish/{page}").status_code == 200
