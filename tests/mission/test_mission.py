import pytest

from karvan.mission.blocks import BlockKind
from karvan.mission.companies import Delegation, Person, Side, TableRef
from karvan.mission.localised import NO_TEXT
from karvan.mission.requests import RequestLevel, RequestStatus
from mission.missions import (
    COMPANIES,
    SETTINGS,
    block,
    fixed,
    host,
    interpreter,
    mission,
    need,
    offer,
    request,
    tables,
    visitor,
    way,
)

PAIR = frozenset(("V01", "H01"))
MUST, WANT, AVOID = RequestLevel


def test_sides_know_their_countries_and_companies():
    assert (SETTINGS.country_of(Side.VISITOR), SETTINGS.country_of(Side.HOST)) == ("IR", "RU")
    assert mission().delegation(Side.HOST) == Delegation(Side.HOST, COMPANIES[2:])


def test_people_and_opportunities_are_found_by_company():
    person = Person(company="V02", name=NO_TEXT)
    made = mission(people=(person,), opportunities=(offer("H01", "a"), need("V01", "b"), need("H01", "c")))
    assert made.people_of == {"V01": (), "V02": (person,), "H01": (), "H02": ()}
    assert made.opportunities_of == {
        "V01": (need("V01", "b"),),
        "V02": (),
        "H01": (offer("H01", "a"), need("H01", "c")),
        "H02": (),
    }


@pytest.mark.parametrize(
    ("spoken", "written", "detected", "languages"),
    [
        (("fa", "en"), ("ru",), ("ru",), ("fa", "en")),  # as given
        ((), ("ru", "", "ru"), ("", "en", ""), ("ru", "en")),  # of its texts, as given and as detected
        ((), ("", ""), (), ("tr",)),  # nothing known: the mission's first
        ((), (), (), ("tr",)),
    ],
)
def test_languages_of_a_company(spoken, written, detected, languages):
    made = mission(
        companies=(visitor("V01", languages=spoken),),
        opportunities=tuple(offer("V01", language=language) for language in written),
        text_languages=detected,
        languages=("tr", "en"),
    )
    assert made.languages_of == {"V01": languages}


def test_an_interpreter_is_needed_where_no_language_is_shared():
    companies = (visitor("V01", languages=("fa", "en")), host("H01"), host("H02", languages=("ru", "en")))
    made = mission(companies=companies)
    assert [made.needs_interpreter("V01", code) for code in ("H01", "H02")] == [True, False]


@pytest.mark.parametrize(
    ("languages", "can"), [(("fa", "ru"), True), (("ru", "en"), False), (("fa", "en"), False), (("en", "tr"), False)]
)
def test_an_interpreter_speaks_a_language_of_each(languages, can):
    assert mission().can_interpret(interpreter("I01", languages), "V01", "H01") is can


def test_domains_of_a_company_are_those_of_all_its_opportunities():
    made = mission(opportunities=(offer("V01", domains=("ai", "iot")), need("V01", domains=("ai", "cloud"))))
    assert made.domains_of == {
        "V01": frozenset(("ai", "iot", "cloud")),
        "V02": frozenset(),
        "H01": frozenset(),
        "H02": frozenset(),
    }


def test_avoid_needs_no_acceptance():
    rows = [request("H01", "V01", AVOID, status=status) for status in RequestStatus]
    assert [mission(requests=(row,)).avoided for row in rows] == [{PAIR}] * 4
    assert [mission(requests=(row,)).requested for row in rows] == [{}] * 4


@pytest.mark.parametrize("status", [s for s in RequestStatus if s is not RequestStatus.ACCEPTED])
def test_only_accepted_requests_bind(status):
    made = mission(requests=(request("V01", "H01", MUST, status=status),))
    assert (made.requested, made.is_asked_for(PAIR)) == ({}, False)


@pytest.mark.parametrize("levels", [(WANT, MUST), (MUST, WANT)])
def test_of_two_requests_the_stronger_counts(levels):
    rows = (request("V01", "H01", levels[0]), request("H01", "V01", levels[1]))
    made = mission(requests=rows)
    assert (made.requested, made.is_asked_for(PAIR)) == ({PAIR: MUST}, True)


def test_a_fixed_meeting_is_asked_for():
    made = mission(fixed=(fixed("H01", "V01"),))
    assert (made.fixed_pairs, made.is_asked_for(PAIR)) == (frozenset((PAIR,)), True)


@pytest.mark.parametrize(
    ("named", "codes"),
    [
        (("*",), ["V01", "V02", "H01", "H02"]),
        (("visitor",), ["V01", "V02"]),
        (("host", "V02"), ["V02", "H01", "H02"]),
        (("H02",), ["H02"]),
        ((), []),
    ],
)
def test_who_takes_part_in_a_block(named, codes):
    made = mission()
    row = block("09:00", "10:00", companies=named)
    assert [code for code in made.company if made.takes_part(row, code)] == codes


@pytest.mark.parametrize(
    ("domains", "given", "admitted"),
    [
        ((), {}, True),
        (("ai", "cloud"), {}, True),
        (("cloud",), {}, False),  # of one company's domains only
        (("games",), {}, False),
        (("games",), {"requests": (request("H01", "V01"),)}, True),
        (("games",), {"requests": (request("H01", "V01", status=RequestStatus.PENDING),)}, False),
        (("games",), {"fixed": (fixed("V01", "H01"),)}, True),
    ],
)
def test_a_block_admits_pairs_that_share_a_domain_or_asked_for_their_meeting(domains, given, admitted):
    rows = (offer("V01", domains=("ai", "cloud")), need("H01", domains=("ai",)))
    made = mission(opportunities=rows, **given)
    assert made.admits(block("09:00", "10:00", domains=domains), PAIR) is admitted


def test_a_block_admits_only_pairs_that_it_names():
    row = block("09:00", "10:00", companies=("visitor", "H02"))
    assert [mission().admits(row, frozenset(pair)) for pair in (("V01", "H01"), ("V01", "H02"))] == [False, True]


def test_blocks_bind_whoever_takes_part_but_not_meetings_nor_visits_by_choice():
    made = mission(
        block("09:00", "10:00"),
        block("10:00", "11:00", BlockKind.PLENARY, companies=("host",)),
        block("11:00", "12:00", BlockKind.VISIT, is_choice=True),
        block("13:00", "14:00", BlockKind.VISIT),
        block("14:00", "15:00", BlockKind.BREAK, is_choice=True),
    )
    assert {code: made.binding_blocks(code) for code in ("V01", "H01")} == {"V01": (3, 4), "H01": (1, 3, 4)}
    assert [row.is_assigned for row in made.blocks] == [False, False, True, False, False]


def test_a_companys_own_daily_limit_replaces_the_missions_even_at_nought():
    made = mission(companies=(visitor("V01"), visitor("V02", max_meetings_per_day=0)))
    assert [made.daily_limit(code) for code in ("V01", "V02")] == [8, 0]


def test_the_way_takes_as_long_back_unless_the_reverse_is_given():
    made = mission(travel=(way("hall", "plant", 40), way("plant", "hall", 60), way("hall", "hotel", 15)))
    places = ("hall", "plant", "hotel")
    assert {(a, b): made.way_minutes(a, b) for a in places for b in places if a < b} == {
        ("hall", "plant"): 40,
        ("hall", "hotel"): 15,
        ("hotel", "plant"): 0,  # nobody said
    }
    assert (made.way_minutes("plant", "hall"), made.way_minutes("hotel", "hall")) == (60, 15)
    assert mission(travel=(way("hall", "hall", 9),)).way_minutes("hall", "hall") == 0


def test_tables_by_venue_and_the_venues_of_a_block():
    made = mission(tables=tables("hall/2", "salon/1", "hall/1"))
    assert made.tables_at == {"hall": ("2", "1"), "salon": ("1",)}
    assert made.venues_of(block("09:00", "10:00")) == ("hall", "salon")
    assert made.venues_of(block("09:00", "10:00", venue="plant")) == ("plant",)
    assert mission().venues_of(block("09:00", "10:00")) == ("",)


@pytest.mark.parametrize(
    ("ref", "found"),
    [
        (TableRef("hall", "1"), ["hall/1"]),
        (TableRef("", "1"), ["hall/1", "salon/1"]),
        (TableRef("", "2"), ["hall/2"]),
        (TableRef("", "3"), []),
        (TableRef("plant", "1"), []),
    ],
)
def test_a_table_is_named_in_full_or_by_its_code_alone(ref, found):
    made = mission(tables=tables("hall/1", "hall/2", "salon/1"))
    assert list(map(str, made.find_tables(ref))) == found


def test_interpreters_and_companies_are_found_by_code():
    made = mission(interpreters=(interpreter("I01"),))
    assert (made.interpreter, list(made.company)) == ({"I01": interpreter("I01")}, ["V01", "V02", "H01", "H02"])
