"""What a workbook changes in a mission: nothing if it says the same, and all that it says if it is brought in."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from formats.workbook.test_round_trip import missions
from karvan.formats.workbook import (
    brought_together,
    compare,
    read_mission_bytes,
    with_english,
    write_mission_xlsx,
)
from karvan.formats.workbook.schema import SHEETS
from karvan.mission.companies import Company, Person, Side
from karvan.mission.concepts import AddedConcept
from karvan.mission.localised import LocalisedText
from karvan.mission.mission import Mission
from karvan.mission.opportunities import Opportunity, OpportunityKind
from karvan.mission.requests import MeetingRequest, RequestLevel, RequestStatus

RECORDS = [sheet.record for sheet in SHEETS if not sheet.is_keyed]
CODED = {"companies", "interpreters", "tables", "travel", "concepts", "requests", "fixed"}


def without_twins(mission):
    """Leave one row for each code, as the web stores them."""
    lists = {}
    for record in RECORDS:
        rows = {}
        for row in getattr(mission, record):
            rows[(row.origin, row.destination) if record == "travel" else repr(row)] = row
        lists[record] = tuple(rows.values())
    return replace(mission, **lists, text_languages=())


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(missions())
def test_a_mission_changes_nothing_in_itself(mission):
    assert all(change.is_empty for change in compare(mission, mission))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=15)
@given(missions())
def test_a_workbook_that_was_written_and_read_changes_nothing(mission):
    read = read_mission_bytes(write_mission_xlsx(mission, "en"), "m.xlsx")
    if read.mission is not None:
        assert all(change.is_empty for change in compare(mission, read.mission, read.given))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(missions(), missions())
def test_a_mission_brought_in_whole_is_that_mission(before, after):
    before, after = without_twins(before), without_twins(after)
    changes = compare(before, after)
    together = brought_together(before, after, changes, RECORDS)
    assert together.settings == after.settings
    for record in CODED - {"requests", "fixed"}:
        assert sorted(map(repr, getattr(together, record))) == sorted(map(repr, getattr(after, record)))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(missions(), missions())
def test_without_taking_out_nothing_is_lost(before, after):
    changes = compare(before, after)
    together = brought_together(before, after, changes)
    assert together.company.keys() == before.company.keys() | after.company.keys()
    assert len(together.people) >= max(len(before.people), len(after.people))


@given(st.data())
@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
def test_counts_add_up(data):
    before, after = data.draw(missions()), without_twins(data.draw(missions()))
    for change in compare(before, after):
        if not change.sheet.is_keyed:
            rows = len(getattr(after, change.sheet.record))
            assert len(change.added) + len(change.changed) + change.unchanged == rows


def small(**more):
    from web.factory import make_mission

    made = make_mission(1)
    return replace(Mission(settings=made.settings, companies=made.companies), **more)


def offer(text, company="V01", title=""):
    return Opportunity(company=company, kind=OpportunityKind.OFFER, text=text, title=title)


def the(changes, record):
    return next(change for change in changes if change.sheet.record == record)


def test_a_text_is_found_again_by_itself_its_title_or_its_likeness():
    before = small(
        opportunities=(
            offer("Pumps for salt water"),
            offer("Old words", title="Valves"),
            offer("Laser cutting of steel"),
        )
    )
    after = small(
        opportunities=(
            offer("Laser cutting of steels"), offer("Other words", title="Valves"), offer("Pumps for salt water"),
            offer("Something else entirely: tea"),
        )
    )  # fmt: skip
    change = the(compare(before, after), "opportunities")
    assert [(row.before, row.after) for row in change.changed] == [(2, 0), (1, 1)]
    assert ([row.after for row in change.added], change.removed, change.unchanged) == ([3], (), 1)


def test_another_person_is_not_the_one_before():
    def vera(name, email=""):
        return Person(company="V01", name=LocalisedText.of(en=name), email=email)

    changes = compare(small(people=(vera("Vera", "v@x.example"),)), small(people=(vera("Max"),)))
    change = the(changes, "people")
    assert (len(change.added), len(change.removed), change.changed) == (1, 1, ())
    changes = compare(small(people=(vera("Vera", "v@x.example"),)), small(people=(vera("Wera", "v@x.example"),)))
    assert [cell.after for cell in the(changes, "people").changed[0].cells] == ["Wera"]


def test_what_a_workbook_does_not_have_says_nothing():
    before = small(opportunities=(offer("Pumps"),))
    after = replace(small(), companies=tuple(replace(row, city="", name=row.name) for row in small().companies))
    columns = {"companies": {"code", "side", "name_en"}, "settings": {"title_en"}}
    assert all(change.is_empty for change in compare(before, after, columns))
    wider = {"companies": {"code", "side", "name_en", "city"}}
    assert len(the(compare(before, after, wider), "companies").changed) == 2


def test_rows_of_a_company_that_the_workbook_leaves_out_are_not_missing():
    before = small(opportunities=(offer("Pumps"), offer("Tea", "H01")))
    after = replace(before, companies=before.companies[:1], opportunities=())
    change = the(compare(before, after), "opportunities")
    assert [row.before for row in change.removed] == [0]
    kept = compare(before, after, kept={("opportunities", 0)})
    assert the(kept, "opportunities").removed == ()


def test_a_request_that_was_answered_does_not_wait_again():
    def asked(status, message=""):
        level = RequestLevel.WANT
        return MeetingRequest(company="V01", counterpart="H01", level=level, status=status, message=message)

    before = small(requests=(asked(RequestStatus.DECLINED),))
    columns = {"requests": {"company", "counterpart", "level", "status", "message"}}
    waiting = small(requests=(asked(RequestStatus.PENDING),))
    assert the(compare(before, waiting, columns), "requests").is_empty
    assert the(compare(before, waiting), "requests").changed != ()
    accepted = small(requests=(asked(RequestStatus.ACCEPTED),))
    assert the(compare(before, accepted, columns), "requests").changed != ()


def test_names_in_one_language_stand_in_the_english_column_too():
    row = Company(code="V01", side=Side.VISITOR, name=LocalisedText.of(fa="شرکت"))
    added = AddedConcept(code="x", parent="ai", label=LocalisedText.of(ru="Слово"))
    whole = with_english(small(companies=(row,), concepts=(added,)))
    assert dict(whole.companies[0].name) == {"fa": "شرکت", "en": "شرکت"}
    assert dict(whole.concepts[0].label) == {"ru": "Слово", "en": "Слово"}
    assert whole.settings == small().settings


def test_a_block_that_named_only_companies_which_are_gone_goes_with_them():
    from web.factory import blocks

    visit = replace(blocks()[4], companies=("H01",))
    before = small(blocks=(visit, blocks()[1]))
    after = replace(before, companies=before.companies[:1])
    together = brought_together(before, after, compare(before, after), ["companies"])
    assert together.blocks == (blocks()[1],)
