"""Tables, ways, interpreters, absences and rules: each change with its effect, its problems, and two editors."""

from __future__ import annotations

from datetime import date

import pytest

from web import factory
from web.test_blocks import anew, desk, drawn

__all__ = ["desk"]

pytestmark = pytest.mark.django_db

BASE = f"/en/missions/{factory.SLUG}/means/"


def tables(mission):
    return [str(row) for row in mission.tables.all()]


def problems(response):
    assert response.status_code == 400
    return {line.field.name for line in response.context["form"].lines() if line.problems}


LISTS = ("tables/", "interpreters/", "absences/")


@pytest.mark.parametrize("companies", [1, 30])
@pytest.mark.parametrize(("address", "queries"), [("tables/", 4), ("interpreters/", 1), ("absences/", 18)])
def test_lists_make_as_many_queries_for_thirty(client, django_assert_num_queries, address, queries, companies):
    mission = factory.store(factory.make_mission(companies))
    client.force_login(factory.member(mission, "owner"))
    with django_assert_num_queries(3 + queries):
        assert client.get(BASE + address).status_code == 200


@pytest.mark.parametrize("address", [*LISTS, "ways/"])
def test_empty_lists_say_what_to_do(client, db, address):
    from dataclasses import replace

    pure = replace(factory.make_mission(1), blocks=(), tables=(), interpreters=(), absences=(), fixed=())
    client.force_login(factory.member(factory.store(pure), "owner"))
    assert 'class="empty"' in client.get(BASE + address).content.decode()


def test_twenty_tables_at_once_with_titles(client, desk):
    sent = {
        "venue": "annex",
        "letters": "A",
        "first": "1",
        "count": "20",
        "seats": "4",
        "title_en": "Annex",
        "title_fa": "ضمیمه",
    }
    assert client.post(f"{BASE}tables/new/", sent).status_code == 302
    assert tables(desk)[2:] == [f"annex/A{n}" for n in range(1, 21)]
    row = desk.tables.get(table="A7")
    assert (row.seats, row.titles) == (4, {"en": "Annex, table A7", "fa": "ضمیمه، میز A7"})
    assert "Annex" in client.get(f"{BASE}tables/").content.decode()
    again = client.post(f"{BASE}tables/new/", sent)
    assert again.status_code == 400
    assert "is already in an earlier row" in again.content.decode()
    assert problems(client.post(f"{BASE}tables/new/", sent | {"count": "900", "venue": "a/b"})) == {"count", "venue"}


def test_a_table_that_is_taken_away_is_told_with_its_meetings(client, desk):
    from karvan.web.resources.models import Absence

    Absence.objects.create(mission=desk, who="hall/T2", date=factory.THIRD)
    revision = client.get(f"{BASE}tables/1/").context["form"].revision
    shown = client.post(f"{BASE}tables/1/remove/", {"revision": revision})
    assert {row.rule.value for row in shown.context["effect"].effect.broken} == {"table"}
    assert tables(desk) == ["hall/T1", "hall/T2"]
    assert anew(client, shown, f"{BASE}tables/1/remove/").status_code == 302
    assert tables(desk) == ["hall/T1"]
    assert not desk.absences.filter(who="hall/T2").exists()
    assert client.get(f"{BASE}tables/1/").status_code == 404


def test_a_table_is_changed_and_two_editors_see_each_other(client, desk):
    mine = drawn(client, f"{BASE}tables/0/", seats="6")
    assert client.post(f"{BASE}tables/0/", drawn(client, f"{BASE}tables/0/", seats="3")).status_code == 302
    refused = client.post(f"{BASE}tables/0/", mine)
    assert refused.status_code == 409
    assert [(d.theirs, d.mine) for d in refused.context["differences"]] == [("3", "6")]
    assert desk.tables.get(position=0).seats == 3


def test_ways_are_a_matrix(client, desk):
    form = client.get(f"{BASE}ways/").context["form"]
    assert form.venues == ("council", "hall", "port", "zone")
    sent = {"revision": form.revision, "way_1_2": "۲۵", "way_2_1": "", "way_0_1": "0"}
    assert client.post(f"{BASE}ways/", sent).status_code == 302
    assert sorted(map(str, desk.travel_times.all())) == ["council hall", "hall port"]
    assert desk.travel_times.get(origin="hall", destination="port").minutes == 25
    assert client.post(f"{BASE}ways/", sent).status_code == 409
    revision = client.get(f"{BASE}ways/").context["form"].revision
    assert problems(client.post(f"{BASE}ways/", {"revision": revision, "way_1_2": "-1"})) == {"way_1_2"}
    shown = client.post(f"{BASE}ways/", {"revision": revision, "way_0_1": "30"})
    assert {row.rule.value for row in shown.context["effect"].effect.broken} == {"travel"}


def test_an_interpreter_comes_changes_and_goes(client, desk):
    sent = drawn(client, f"{BASE}interpreters/new/", code="I09", name="Nine", languages=["fa", "ru"])
    assert client.post(f"{BASE}interpreters/new/", sent).status_code == 302
    row = desk.interpreters.get(code="I09")
    assert (row.position, row.languages, row.max_minutes_per_day) == (2, ["fa", "ru"], 360)
    assert problems(client.post(f"{BASE}interpreters/new/", sent)) == {"code"}
    assert problems(client.post(f"{BASE}interpreters/new/", sent | {"code": "I10", "languages": ["fa"]})) == {
        "languages"
    }
    changed = drawn(client, f"{BASE}interpreters/2/", name="Nina", pause_minutes="20")
    assert client.post(f"{BASE}interpreters/2/", changed).status_code == 302
    assert desk.interpreters.get(code="I09").pause_minutes == 20
    assert client.post(f"{BASE}interpreters/2/", changed | {"name": "Nona"}).status_code == 409
    assert "Nina" in client.get(f"{BASE}interpreters/").content.decode()


def test_an_interpreter_who_goes_leaves_no_meeting_unseen(client, desk):
    revision = client.get(f"{BASE}interpreters/0/").context["form"].revision
    shown = client.post(f"{BASE}interpreters/0/remove/", {"revision": revision})
    effect = shown.context["effect"].effect
    assert [(m.company, m.counterpart) for m in effect.meetings] == [("V01", "H01")]
    assert {row.rule.value for row in effect.broken} == {"interpreter-needed"}
    assert anew(client, shown, f"{BASE}interpreters/0/remove/").status_code == 302
    assert [row.code for row in desk.interpreters.all()] == ["I02"]


def test_an_absence_is_told_kept_and_taken_back(client, desk):
    day = factory.SECOND.isoformat()
    sent = {"who": "I01", "date": day, "start": "09:00", "end": "11:00", "reason": "train"}
    shown = client.post(f"{BASE}absences/new/", sent)
    assert {row.rule.value for row in shown.context["effect"].effect.broken} == {"interpreter-away"}
    assert anew(client, shown, f"{BASE}absences/new/").status_code == 302
    text = client.get(f"{BASE}absences/").content.decode()
    assert "Interpreter 1" in text
    assert "train" in text
    row = desk.absences.get(who="I01")
    assert client.post(f"{BASE}absences/{row.pk}/remove/").status_code == 302
    assert not desk.absences.filter(who="I01").exists()
    assert problems(client.post(f"{BASE}absences/new/", sent | {"end": "08:00"})) == {"end"}
    assert problems(client.post(f"{BASE}absences/new/", sent | {"who": "nobody"})) == {"who"}


def test_rules_show_what_they_do_to_slots(client, desk):
    sent = drawn(client, f"{BASE}rules/", start_date="1405/07/13", slot_minutes="60", changeover_minutes="0")
    shown = client.post(f"{BASE}rules/", sent)
    assert shown.status_code == 200
    assert {row.rule.value for row in shown.context["effect"].effect.broken} == {"within-block"}
    assert anew(client, shown, f"{BASE}rules/").status_code == 302
    desk.refresh_from_db()
    assert (desk.slot_minutes, desk.start_date, desk.goals) == (60, date(2026, 10, 5), [])
    assert "Saved." in client.get(f"{BASE}rules/").content.decode()
    assert client.post(f"{BASE}rules/", sent).status_code == 409


def test_goals_are_put_in_another_order(client, desk):
    sent = drawn(client, f"{BASE}rules/", goal_breaks="1", goal_want="2")
    assert client.post(f"{BASE}rules/", sent).status_code == 302
    desk.refresh_from_db()
    assert desk.goals[:2] == ["breaks", "want"]
    assert len(desk.goals) == 9
    order = [
        line.field.initial for line in client.get(f"{BASE}rules/").context["form"].lines() if "goal" in line.field.name
    ]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"end_date": "2026-10-01"}, {"end_date"}),
        ({"start_date": "soon"}, {"start_date"}),
        ({"slot_minutes": "1"}, {"slot_minutes"}),
        ({"title_fa": "", "title_ru": "", "title_en": ""}, {"title_fa"}),
    ],
)
def test_rules_that_cannot_be_are_refused_at_their_field(client, desk, changes, fields):
    assert problems(client.post(f"{BASE}rules/", drawn(client, f"{BASE}rules/", **changes))) == fields


def test_a_viewer_and_a_side_s_staff_change_nothing(client, desk):
    for seat in ({"role": "viewer"}, {"role": "staff", "desk": "host"}, {"role": "manager", "company": "V01"}):
        client.force_login(factory.member(desk, **seat))
        for address in ("tables/new/", "ways/", "interpreters/0/remove/", "absences/new/", "rules/"):
            assert client.post(BASE + address, {}).status_code == 403
