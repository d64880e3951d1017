"""Search: names across scripts, typing errors, words and meanings."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karvan.formats.workbook import read_mission
from karvan.matching.search import Index, Reading
from karvan.matching.search.name_index import NameIndex
from karvan.matching.search.names import name_words, skeleton
from karvan.matching.search.spelling import Spelling
from karvan.mission.localised import LocalisedText
from karvan.sample import model_mission
from mission.missions import host, mission, need, offer, visitor

CONCEPTS = {"облак": 1, "ابر": 1, "cloud": 1, "fibre": 2, "волокн": 2, "فیبر": 2, "networ": 0}


def folded(text):
    return text.casefold().replace("ё", "е")


def stems(text, _language):
    return [word[:6] for word in re.findall(r"\w+", folded(text))]


def concepts(text, _language):
    return [(concept, 0.8) for stem, concept in CONCEPTS.items() if any(w.startswith(stem) for w in stems(text, ""))]


READING = Reading(folded, stems, concepts, parent=(0, 1, 0), words=("волокно", "хранилище"))


def company(make, code, **names):
    made = make(code)
    return type(made)(code=code, side=made.side, name=LocalisedText.of(**names), languages=made.languages)


MISSION = mission(
    companies=(
        company(visitor, "V1", en="Setighdadeh", fa="ستیغ‌داده"),
        company(visitor, "V2", fa="نورتاب‌افزار"),
        company(host, "H1", ru="Яснет"),
        company(host, "H2", en="Polynya Quantum Laboratory"),
        company(host, "H3", en="Kedr Telecom"),
    ),
    opportunities=(
        offer("V1", "فضای ذخیره‌سازی ابری", language="fa"),
        need("V2", "fibre cable", title="Splicing", language="en"),
        offer("H1", "Хранилище в облаке", language="ru"),
        offer("H2", "Оптическое волокно", language="ru"),
    ),
)


@pytest.fixture(scope="module")
def index():
    return Index(MISSION, READING)


def found(index, query):
    return [hit.company for hit in index.search(query)]


# --- names


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("یاس‌نت", "H1"),
        ("یاسنت", "H1"),
        ("Yasnet", "H1"),
        ("YASNET", "H1"),
        ("Yasent", "H1"),
        ("Ясент", "H1"),
        ("Сетиг-Даде", "V1"),
        ("Setigh Dadeh", "V1"),
        ("Nurtab Afzar", "V2"),
        ("Нуртаб", "V2"),
        ("کدر تلکام", "H3"),
        ("КедрТелеком", "H3"),
        ("полынья", "H2"),
        ("پولینیا", "H2"),
    ],
)
def test_a_name_is_found_in_any_script_and_with_a_typing_error(index, query, code):
    assert found(index, query)[0] == code


def test_every_company_of_the_sample_is_found_by_each_of_its_names_when_only_the_english_ones_are_known():
    """Where a name is translated rather than written in another script, it is not."""
    companies = read_mission(model_mission()).mission.companies
    names = NameIndex([[company.name.best("en")] for company in companies])
    asked = [(place, name) for place, company in enumerate(companies) for _, name in company.name]
    right = [names.scores(name).argmax() == place for place, name in asked]
    assert sum(right) / len(right) > 0.93


def test_consonants_alone_make_no_name_where_vowels_are_written():
    names = NameIndex([["Doverennaya"], ["دوربین"]])
    assert names.scores("drone").tolist() == [0.0, 0.0]
    assert names.scores("дорабин")[1] > 0.9
    assert names.scores("درنای")[0] < 0.5


@given(st.text(max_size=20))
def test_any_text_can_be_a_name(text):
    for word in name_words(text):
        assert re.fullmatch("[a-z0-9]+", word)
        assert skeleton(word)[1:] == re.sub("[aeiouv]", "", word[1:])


def test_an_index_of_no_names_finds_none():
    assert NameIndex([]).scores("x").shape == (0,)
    assert NameIndex([["Yasnet"]]).scores("").tolist() == [0.0]
    assert NameIndex([["Yasnet"]]).scores("اب").tolist() == [0.0]


# --- words and meanings


def test_the_same_meaning_is_found_in_other_languages_after_the_same_words(index):
    hits = index.search("хранилище в облаке")
    assert [hit.company for hit in hits] == ["H1", "V1"]
    assert hits[0].opportunities[0].opportunity == 2
    assert hits[0].opportunities[0].words == ("в", "облаке", "хранил")
    assert hits[1].opportunities[0].concepts == (1,)
    assert (hits[1].opportunities[0].words, hits[1].name_score) == ((), 0.0)
    assert hits[0].score == 1.0 > hits[1].score


def test_a_domain_finds_what_belongs_to_it(index):
    assert found(index, "network") == ["V2", "H2"]


def test_a_typing_error_in_a_word_is_corrected(index):
    assert found(index, "хранилеще")[0] == "H1"
    assert set(found(index, "валокно")) == {"V2", "H2"}


def test_words_that_nobody_uses_count_against(index):
    assert index.search("Оптическое волокно")[0].score > index.search("Оптическое стекло")[0].score


def test_a_query_that_nothing_answers_finds_nothing(index):
    assert index.search("qqqq zzzz") == index.search("") == index.search("؟!") == ()


def test_so_many_hits_as_were_asked_for(index):
    assert len(index.search("cloud fibre network", count=2)) == 2


def test_a_mission_without_texts_is_searched_by_names():
    bare = Index(mission(companies=MISSION.companies), READING)
    assert found(bare, "Yasnet") == ["H1"]
    assert found(bare, "cloud") == []


def test_spelling_prefers_the_commoner_word_of_those_equally_near():
    spelling = Spelling({"cloud": 1, "clout": 5, "sun": 9})
    assert spelling.corrected("clour, cloud sum") == "clout, cloud sum"
