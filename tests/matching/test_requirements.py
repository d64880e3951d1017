"""What a part of a project is about, and what an offer covers."""

import pytest

from karvan.matching.consortia.requirements import about_concept, about_text, around, offers_with
from karvan.matching.search import reading_with
from karvan.matching.taxonomy import ROLES, THINGS, Taxonomy, read_domain

TAXONOMY = Taxonomy(
    (
        *read_domain(
            "lakes",
            {
                "en": "lakes; limnology",
                "fa": "دریاچه",
                "ru": "озеро",
                "dam": {"en": "dam building; dam", "fa": "سد", "ru": "плотина"},
                "fish": {"en": "fish farming", "fa": "پرورش ماهی", "ru": "рыбоводство"},
            },
        ),
        *read_domain(
            THINGS, {"en": "things", "fa": "چیز", "ru": "вещи", "boat": {"en": "boat", "fa": "قایق", "ru": "лодка"}}
        ),
        *read_domain(ROLES, {"en": "cooperation", "fa": "همکاری", "ru": "сотрудничество"}),
    )
)
AT = TAXONOMY.index


def codes(concepts):
    return {TAXONOMY.concepts[concept].id for concept, _ in concepts}


def test_a_concept_is_all_that_its_part_is_about():
    assert about_concept("lakes.dam", TAXONOMY) == ((AT["lakes.dam"], 1.0),)
    with pytest.raises(KeyError):
        about_concept("lakes.none", TAXONOMY)


@pytest.mark.parametrize("text", ["dam building", "плотина", "سد"])
def test_a_text_is_understood_in_every_language(text):
    assert codes(about_text(text, TAXONOMY)) == {"lakes.dam"}


def test_a_domain_beside_something_of_it_is_left_out_and_so_are_things():
    assert codes(about_text("limnology and fish farming by boat", TAXONOMY)) == {"lakes.fish"}
    assert codes(about_text("limnology", TAXONOMY)) == {"lakes"}
    assert codes(about_text("a boat", TAXONOMY)) == {"things.boat"}
    assert about_text("qwerty", TAXONOMY) == ()


def test_an_offer_covers_its_domain_too():
    read = offers_with(TAXONOMY)
    found = dict(read("плотина", "ru"))
    assert found[AT["lakes"]] == found[AT["lakes.dam"]] > 0
    assert read("qwerty", "") == ()


def test_around_a_concept_is_its_domain():
    assert around(((AT["lakes.dam"], 1.0), (AT["lakes"], 0.5)), TAXONOMY) == ((AT["lakes"], 1.0),)


def test_the_search_reads_with_the_same_words():
    reading = reading_with(TAXONOMY)
    assert reading.fold("ДАМ ي") == "дам ی"
    assert reading.stems("dams", "") == reading.stems("dam", "en")
    assert codes(reading.concepts("плотина", "")) == {"lakes.dam"}
    assert "рыбоводство" in reading.words
