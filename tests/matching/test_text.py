import pytest
from hypothesis import given
from hypothesis import strategies as st

from karvan.matching.text import languages, normalise, read_tokens, sentences, tokens

TEXTS = st.text(st.sampled_from("abкЁё ییكک‌۵5.,!؟-éИЙ\u0301ا\u064fЖ\n"), max_size=60)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("نرم‌افزارهای ويژه", "نرم افزار ویژه"),
        ("حسگرها", "حسگر"),
        ("كشاورزي", "کشاورزی"),
        ("کشاورزان", "کشاورزی"),
        ("Учёт", "учета"),
        ("сериал", "сериалы"),
        ("датчиками", "датчик"),
        ("fibre organisations", "fiber organization"),
        ("Data centres", "data center"),
        ("۵G", "5g"),
    ],
)
def test_spellings_and_forms_of_one_word_have_one_stem(one, other):
    assert tokens(one) == tokens(other)


def test_words_of_each_script_are_stemmed_by_its_language_whatever_the_text_is_in():
    assert tokens("платформа Kubernetes для складов", "ru") == ("платформ", "kubernet", "склад")
    assert tokens("ابر و Kubernetes", "fa") == ("ابر", "kubernet")
    assert tokens("日本 1984", None) == ("日本", "1984")


def test_what_is_written_in_capitals_is_no_stopword():
    assert tokens("это ПО") == ("по",)
    assert tokens("it is IT") == ("it",)


def test_normalise_folds_letters_digits_joiners_and_marks():
    assert normalise("Учёт «۵G»  نرم‌افزار ويژه كتابُ") == "учет «5g»  نرم افزار ویژه کتاب"


def test_sentences_end_at_stops_and_not_inside_numbers():
    text = "Мы делаем v1.2. Ищем партнёра! آیا؟ بله؛ да"
    assert [text[start:end].strip() for start, end in sentences(text)] == [
        "Мы делаем v1.2",
        "Ищем партнёра",
        "آیا",
        "بله",
        "да",
    ]


@given(TEXTS)
def test_tokens_stand_where_they_say(text):
    spans = [(token.start, token.end) for token in read_tokens(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
    assert all(not any(char.isspace() for char in text[start:end]) for start, end in spans)


@given(TEXTS)
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


def test_every_language_has_all_its_data():
    assert [language.code for language in languages()] == ["en", "fa", "ru"]
    for language in languages():
        assert language.stopwords
        assert language.possessives
        assert all((language.seeks, language.gives, language.disclaims, language.without))
        assert bool(language.stemmer) != bool(language.suffixes)
