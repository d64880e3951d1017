"""The lexicon as data, no gaps and no collisions; and how texts are read with it."""

from collections import Counter, defaultdict

import pytest

from karvan.matching.lexicon import Lexicon, entries, lexicon, rows_of_tables, stems_of
from karvan.matching.taxonomy import LANGUAGES, load
from karvan.matching.text import normalise
from karvan.matching.understand import understand

ROWS = tuple(rows_of_tables())

SMALL = Lexicon.of(
    [
        {"en": "pump*", "fa": "پمپ تلمبه", "ru": "насос*"},
        {"en": "data_centre", "fa": "مرکز_داده", "ru": "цод"},
        {"en": "data_centre_cooling", "fa": "سرمایش_مرکز_داده", "ru": "охлаждение_цод"},
    ]
)


def meanings(text, lang=None):
    return [token.stem for token in SMALL.read(text, lang)]


def test_it_is_broad_enough():
    assert len(ROWS) >= 900


def test_every_meaning_has_words_in_every_language():
    assert [row["en"] for row in ROWS if set(row) != set(LANGUAGES) or not all(row.values())] == []


def test_a_meaning_stands_in_one_row():
    names = Counter(row["en"].split()[0].removesuffix("*") for row in ROWS)
    assert [name for name, count in names.items() if count > 1] == []


def test_a_word_has_one_meaning():
    found = defaultdict(set)
    for meaning, lang, word in entries(ROWS):
        key = normalise(word) if word.endswith("*") else stems_of(word, lang)
        found[lang, key].add(meaning)
    assert {key: names for key, names in found.items() if len(names) > 1 or not key[1]} == {}


@pytest.mark.parametrize("text", ["Pumping", "تلمبه", "Насосами"])
def test_words_of_one_meaning_are_read_alike(text):
    assert meanings(text) == ["pump"]


def test_a_name_of_several_words_is_one_and_the_longest_counts():
    (token,) = SMALL.read("data-centre", "en")
    assert (token.stem, token.start, token.end) == ("data_centre", 0, 11)
    assert meanings("data centre cooling", "en") == ["data_centre_cooling"]
    assert meanings("مرکز داده", "fa") == meanings("ЦОД", "ru") == ["data_centre"]


def test_words_that_stand_apart_or_alone_are_no_name():
    assert meanings("data", "en") == ["data"]
    assert meanings("data ............ centre", "en") == ["data", "center"]
    assert meanings("data glossary", "en") == ["data", "glossari"]


def test_a_phrase_of_one_language_finds_its_concept_in_another():
    """English has the phrase, Russian does not; a single word names nothing beyond its language."""
    concept = load().index["cybersecurity.soc"]
    assert "attack monitoring centre" in load().concepts[concept].phrases["en"]
    assert concept in dict(understand("Центр мониторинга атак", "ru", load()).concepts)


def test_karvans_own_is_read_once():
    assert lexicon() is lexicon()
