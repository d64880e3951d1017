"""Concepts that an organiser adds."""

from dataclasses import replace

from karvan.matching.added import concept_issues, taxonomy_of
from karvan.matching.suggestions import suggest
from karvan.matching.taxonomy import load
from karvan.mission.concepts import AddedConcept
from karvan.mission.localised import LocalisedText
from matching.companies import with_texts
from mission.missions import need, offer

HIVES = AddedConcept(
    code="beehives",
    parent="smart_agriculture",
    label=LocalisedText.of(en="Smart beehives", ru="Умные ульи"),
    synonyms=LocalisedText.of(en="hive scales; apiary monitoring", fa="پایش زنبورستان؛ ترازوی کندو"),
    links=("things.sensor", "smart_agriculture.honey"),
)


def test_a_concept_ties_texts_of_two_languages():
    plain = with_texts(offer("V01", "We make hive scales."), need("H01", "Нужны умные ульи."))
    made = replace(plain, concepts=(HIVES,))
    best = next(row for row in suggest(made) if {row.company, row.counterpart} == {"V01", "H01"})
    assert [tie.concept for row in best.reasons for tie in row.affinity.concepts] == ["smart_agriculture.beehives"]
    assert best.score > max((row.score for row in suggest(plain)), default=0)


def test_a_label_that_is_missing_is_the_english_one():
    found = taxonomy_of(with_texts(concepts=(HIVES,)))
    concept = found.concepts[found.index["smart_agriculture.beehives"]]
    assert concept.labels == {"en": "Smart beehives", "fa": "Smart beehives", "ru": "Умные ульи"}
    assert concept.phrases["fa"] == ("پایش زنبورستان", "ترازوی کندو")


def test_a_known_code_adds_words_and_keeps_its_label():
    own = next(concept for concept in load().concepts if concept.parent == "energy")
    row = AddedConcept(code=own.id.partition(".")[2], parent="energy", label=LocalisedText.of(en="Gridlock"))
    found = taxonomy_of(with_texts(concepts=(row,)))
    concept = found.concepts[found.index[own.id]]
    assert (concept.labels, concept.phrases["en"]) == (own.labels, (*own.phrases["en"], "Gridlock"))


def test_what_there_is_not_is_named():
    rows = (
        HIVES,
        replace(HIVES, links=("smart_agriculture.beehives",)),
        replace(HIVES, parent="bees", links=()),
    )
    found = [(issue.code, issue.index, issue.value) for issue in concept_issues(with_texts(concepts=rows))]
    links = [("unknown-link", 0, link) for link in HIVES.links if link not in load().index]
    assert found == [*links, ("duplicate-concept", 1, "beehives"), ("unknown-domain", 2, "bees")]
    assert list(concept_issues(with_texts())) == []
