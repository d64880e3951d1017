"""The plan of days: read, changed with its effect shown first, removed and brought back, two editors at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from karvan.mission.blocks import BlockKind
from web import factory

pytestmark = pytest.mark.django_db

BASE = f"/en/missions/{factory.SLUG}/plan/"
PLENARY, MEETINGS, VISIT = 1, 2, 4


@pytest.fixture
def desk(client, released):
    """Sign somebody of the neutral desk in."""
    client.force_login(factory.member(released.mission, "owner"))
    return released.mission


def drawn(client, address, **changes):
    """Return what a form would send as it was drawn, with changes."""
    form = client.get(address).context["form"]
    values = {"revision": form.revision}
    for name, field in form.fields.items():
        value = field.prepare_value(form[name].initial)
        if isinstance(value, time):
            value = f"{value:%H:%M}"
        if value is not None and value is not False:
            values[name] = "on" if value is True else value
    return {name: value for name, value in (values | changes).items() if value is not None}


def anew(client, response, address):
    """Send again what a page of an effect holds."""
    page = response.context
    data = {}
    for name, value in page["form"].kept:
        data.setdefault(name, []).append(value)
    return client.post(address, data | {"seen": page["effect"].effect.digest})


def blocks(mission):
    return [(row.date, row.start, row.end, row.kind, row.venue) for row in mission.blocks.all()]


def test_everybody_of_the_mission_reads_the_plan_before_any_release(client):
    mission = factory.store(factory.make_mission(2))
    for role, more in (("representative", {"company": "V01"}), ("interpreter", {"interpreter": "I01"}), ("owner", {})):
        client.force_login(factory.member(mission, role, **more))
        text = client.get(BASE).content.decode()
        assert "Opening" in text
        assert "A &lt;b&gt;port&lt;/b&gt; &amp; more" in text
        assert ("plan/new/" in text) is (role == "owner")
        assert not any(secret in text for secret in factory.SECRETS)


@pytest.mark.parametrize("companies", [1, 30])
def test_the_plan_makes_as_many_queries_for_thirty_companies(client, django_assert_num_queries, companies):
    mission = factory.store(factory.make_mission(companies))
    client.force_login(factory.member(mission, "owner"))
    with django_assert_num_queries(3 + 5):
        assert client.get(BASE).status_code == 200


def test_a_change_that_touches_no_meeting_is_saved_at_once(client, desk):
    before = desk.revision
    sent = drawn(client, f"{BASE}{VISIT}/", venue="harbour", title_ru="Гавань", capacity="12")
    assert client.post(f"{BASE}{VISIT}/", sent).status_code == 302
    row = desk.blocks.get(position=VISIT)
    assert (row.venue, row.titles["ru"], row.titles["en"], row.capacity) == (
        "harbour",
        "Гавань",
        "A <b>port</b> & more",
        12,
    )
    desk.refresh_from_db()
    assert desk.revision == before + 1
    assert "The block has been changed." in client.get(BASE).content.decode()


def test_what_a_change_does_to_meetings_is_shown_before_it_is_saved(client, desk):
    kept = blocks(desk)
    sent = drawn(client, f"{BASE}{PLENARY}/", end="10:30")
    shown = client.post(f"{BASE}{PLENARY}/", sent)
    assert shown.status_code == 200
    effect = shown.context["effect"].effect
    assert [(m.company, m.counterpart) for m in effect.meetings] == [("V01", "H01")]
    assert {row.rule.value for row in effect.broken} == {"attendance"}
    assert blocks(desk) == kept
    assert client.post(f"{BASE}{PLENARY}/", sent | {"seen": "something else"}).status_code == 200
    back = client.post(f"{BASE}{PLENARY}/", sent | {"back": "1"})
    assert 'value="10:30"' in back.content.decode()
    assert blocks(desk) == kept
    assert anew(client, shown, f"{BASE}{PLENARY}/").status_code == 302
    assert desk.blocks.get(position=PLENARY).end == time(10, 30)


def test_slots_that_go_and_meetings_in_them_are_shown(client, desk):
    shown = client.post(f"{BASE}{MEETINGS}/", drawn(client, f"{BASE}{MEETINGS}/", end="10:30"))
    page = shown.context["effect"]
    assert [(line.date, line.times, line.count) for line in page.gone] == [(factory.SECOND, "10:35, 11:10", 2)]
    assert page.added == ()
    assert {row.rule.value for row in page.effect.broken} == {"within-block"}
    assert [(m.company, m.counterpart) for m in page.effect.meetings] == [("V02", "H02")]


def test_a_new_meetings_block_shows_its_slots_and_is_added(client, desk):
    sent = drawn(
        client,
        f"{BASE}new/?date={factory.THIRD}",
        start="۹:۰۰",
        end="10:05",
        kind="meetings",
        venue="hall",
        title_en="More",
    )
    assert sent["date"] == factory.THIRD.isoformat()
    shown = client.post(f"{BASE}new/", sent)
    assert [(line.times, line.count) for line in shown.context["effect"].added] == [("09:00, 09:35", 2)]
    assert anew(client, shown, f"{BASE}new/").status_code == 302
    assert blocks(desk)[-1] == (factory.THIRD, time(9), time(10, 5), "meetings", "hall")


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"end": "08:00"}, "end", "It ends at"),
        ({"start": "soon"}, "start", "This is no time of day"),
        ({"date": "2031-01-01"}, "date", "not one of the choices"),
        ({"companies": ["nobody"]}, "companies", "not one of the choices"),
        ({"companies": []}, "companies", "fill this in"),
        ({"kind": "visit", "capacity": "1"}, "capacity", "room for 1"),
        ({"capacity": "0"}, "capacity", "At least 1"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_saved(client, desk, changes, field, words):
    kept = blocks(desk)
    response = client.post(f"{BASE}{PLENARY}/", drawn(client, f"{BASE}{PLENARY}/", **changes))
    assert response.status_code == 400
    wrong = {line.field.name: " ".join(line.problems) for line in response.context["form"].lines() if line.problems}
    assert list(wrong) == [field]
    assert words in wrong[field]
    assert blocks(desk) == kept


def test_two_editors_see_each_other(client, desk):
    mine = drawn(client, f"{BASE}{VISIT}/", venue="my port")
    theirs = drawn(client, f"{BASE}{VISIT}/", venue="their port")
    assert client.post(f"{BASE}{VISIT}/", theirs).status_code == 302
    refused = client.post(f"{BASE}{VISIT}/", mine)
    assert refused.status_code == 409
    assert [(d.label, d.theirs, d.mine) for d in refused.context["differences"]] == [("Venue", "their port", "my port")]
    assert desk.blocks.get(position=VISIT).venue == "their port"
    assert client.post(f"{BASE}{VISIT}/", mine | {"revision": refused.context["revision"]}).status_code == 302
    assert desk.blocks.get(position=VISIT).venue == "my port"


def test_an_action_refuses_what_was_not_seen(desk):
    from karvan.web.blocks.actions import remove_block
    from karvan.web.errors import StaleError

    with pytest.raises(StaleError):
        remove_block(desk, number=VISIT, revision="old", by=factory.user(), at=factory.RELEASED_AT)
    assert desk.blocks.filter(position=VISIT).exists()


def test_a_removed_block_is_brought_back_with_its_running_order(client, desk):
    row = desk.blocks.get(position=PLENARY)
    row.items = [{"minutes": 20, "titles": {"en": "Welcome"}, "company": "", "is_pitch": False}]
    row.save()
    kept = blocks(desk)
    revision = client.get(f"{BASE}{PLENARY}/").context["form"].revision
    assert client.post(f"{BASE}{PLENARY}/remove/", {"revision": revision}).status_code == 302
    assert len(blocks(desk)) == len(kept) - 1
    assert "Undo" in client.get(BASE).content.decode()
    removed = desk.removed_blocks.get()
    assert client.post(f"{BASE}removed/{removed.pk}/").status_code == 302
    assert sorted(blocks(desk)) == sorted(kept)
    assert desk.blocks.get(kind="plenary").items == row.items
    assert client.post(f"{BASE}removed/{removed.pk}/").status_code == 404


def test_removing_the_meetings_block_is_told_first(client, desk):
    from karvan.web.audit.models import Event

    desk.fixed_meetings.all().delete()
    revision = client.get(f"{BASE}{MEETINGS}/").context["form"].revision
    shown = client.post(f"{BASE}{MEETINGS}/remove/", {"revision": revision})
    assert shown.context["effect"].effect.count_gone == 3
    assert len(shown.context["effect"].effect.meetings) == 2
    assert desk.blocks.filter(position=MEETINGS).exists()
    assert anew(client, shown, f"{BASE}{MEETINGS}/remove/").status_code == 302
    assert not desk.blocks.filter(position=MEETINGS).exists()
    assert Event.objects.filter(action="block-removed").values_list("subject", flat=True).get().endswith("meetings")


def test_the_running_order_has_computed_times(client, desk):
    address = f"{BASE}{PLENARY}/running-order/"
    revision = client.get(address).context["revision"]
    items = {
        "item1-order": "2", "item1-minutes": "10", "item1-title_en": "Pitch", "item1-company": "V01",
        "item1-is_pitch": "on",
        "item2-order": "1", "item2-minutes": "15", "item2-title_en": "Welcome", "item3-minutes": "",
    }  # fmt: skip
    assert client.post(address, items | {"revision": revision}).status_code == 302
    shown = client.get(address).context["items"]
    assert [(f"{row.start:%H:%M}", f"{row.end:%H:%M}", row.item.company, row.item.is_pitch) for row in shown] == [
        ("09:00", "09:15", "", False),
        ("09:15", "09:25", "V01", True),
    ]
    assert client.post(address, items | {"revision": revision}).status_code == 409
    assert (
        client.post(address, {"item1-title_en": "No minutes", "item1-minutes": "", "revision": "x"}).status_code == 400
    )
    assert "Welcome" in client.get(BASE).content.decode()
    assert client.get(f"{BASE}{MEETINGS}/running-order/").status_code == 404


def test_assigned_visits_that_go_name_who_was_assigned():
    from karvan.web.blocks.bridge import without_block
    from karvan.web.blocks.effects import effect_of

    mission = factory.make_mission(2)
    chosen = tuple(
        replace(b, is_choice=True, capacity=1) if b.kind is BlockKind.VISIT and b.venue == "port" else b
        for b in mission.blocks
    )
    mission = replace(mission, blocks=chosen)
    programme = factory.make_programme(mission)
    found = next(visit for visit in programme.visits if visit.venue == "port")
    programme = replace(programme, visits=(replace(found, companies=("V01",)),))
    assert effect_of(mission, without_block(mission, VISIT), programme).unvisited == ("V01",)


def test_before_a_release_slots_are_compared_and_no_meeting(client):
    mission = factory.store(factory.make_mission(2))
    client.force_login(factory.member(mission, "owner"))
    shown = client.post(f"{BASE}{MEETINGS}/", drawn(client, f"{BASE}{MEETINGS}/", end="11:00"))
    assert shown.context["effect"].effect.is_compared is False
    assert "No programme has been released yet" in shown.content.decode()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-12-03", date(2025, 12, 3)),
        ("1404/09/12", date(2025, 12, 3)),
        ("۱۴۰۴/۰۹/۱۲", date(2025, 12, 3)),
        ("", None),
    ],
)
def test_dates_of_both_calendars_are_read(text, day):
    from karvan.web.frame.dates import DateField

    field = DateField(required=False)
    assert field.clean(text) == day
    assert field.has_changed(date(2025, 12, 3), text) is (day is None)


def test_a_date_that_is_none_is_refused_and_a_good_one_is_said_in_both_calendars():
    from django.core.exceptions import ValidationError

    from karvan.web.frame.dates import DateField

    field = DateField()
    with pytest.raises(ValidationError):
        field.clean("12/03/2025")
    assert field.has_changed(None, "12/03/2025")
    drawn_line = field.widget.render("day", "1404/09/12", {"id": "id_day"})
    assert "3 December 2025" in drawn_line
    assert "12 Azar 1404" in drawn_line


def test_a_workbook_that_is_read_again_leaves_running_orders_where_they_are(desk):
    items = [{"minutes": 20, "titles": {"en": "Welcome"}, "company": "", "is_pitch": False}]
    desk.blocks.filter(position=PLENARY).update(items=items)
    factory.store(factory.make_mission(2))
    assert [row.items for row in desk.blocks.all() if row.items] == [items]
    assert desk.blocks.get(kind="plenary").items == items
