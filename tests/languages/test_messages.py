import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karvan.languages import LANGUAGES, say
from karvan.languages.bidi import END, FIRST_STRONG, LEFT_TO_RIGHT, has_rtl, isolate, isolate_code, strip_isolates
from karvan.languages.messages import UnknownMessageError, has_message, isolate_in, message_ids
from languages.catalogues import CODES

NUMBERS = (0, 1, 2, 5, 11, 21, 1000)


def persian(text):
    return f"{FIRST_STRONG}{text}{END}"


# --- plurals and numbers


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        ("en", ["0 meetings", "1 meeting", "2 meetings", "5 meetings", "11 meetings", "21 meetings", "1000 meetings"]),
        ("ru", ["0 встреч", "1 встреча", "2 встречи", "5 встреч", "11 встреч", "21 встреча", "1000 встреч"]),
        ("fa", ["۰ نشست", "۱ نشست", "۲ نشست", "۵ نشست", "۱۱ نشست", "۲۱ نشست", "۱۰۰۰ نشست"]),
    ],
)
def test_a_number_chooses_the_plural_form_and_has_the_languages_digits(lang, texts):
    assert [say(lang, "count-meetings", n=n) for n in NUMBERS] == texts


def test_a_fraction_has_the_languages_decimal_mark():
    assert [say(lang, "and-more", n=1.5) for lang in CODES] == [" and 1.5 more", " و ۱٫۵ مورد دیگر", " и ещё 1,5"]


# --- users' texts


def test_codes_and_texts_of_users_keep_their_digits():
    assert say("fa", "cli-unknown-language", code=["V07"], known=["شرکت 5"]) == (
        f"کاروان {persian('V07')} نمی‌داند؛ زبان‌هایش: {persian('شرکت 5')}."
    )


def test_codes_in_our_own_sentences_keep_their_digits_too(extra_messages):
    extra_messages("fa", "example = کدی مانند V07 یا T-1.2، تا 12 نویسه (2025/12/04)\n")
    assert say("fa", "example") == "کدی مانند V07 یا T-1.2، تا ۱۲ نویسه (۲۰۲۵/۱۲/۰۴)"


def test_a_list_is_joined_as_the_language_does():
    values = ["ai", "iot", "cloud"]
    assert say("en", "because-words", values=values) == "words in common: ai, iot, and cloud"
    assert say("ru", "because-words", values=values) == "общие слова: ai, iot и cloud"
    assert strip_isolates(say("fa", "because-words", values=values)) == "واژه‌های مشترک: ai،\u200f iot، و cloud"


def test_text_is_isolated_where_it_could_disturb_its_surroundings():
    assert isolate_in("en", "Yasnet-5") == "Yasnet-5"
    assert isolate_in("en", "رهپیوند") == persian("رهپیوند")
    assert isolate_in("fa", "Yasnet-5") == persian("Yasnet-5")
    assert isolate_in("fa", isolate("Yasnet")) == persian("Yasnet")  # not twice


@pytest.mark.parametrize(
    ("text", "is_rtl"), [("abc 5", False), ("Яснет", False), ("aب", True), ("א", True), ("", False)]
)
def test_a_right_to_left_letter_is_seen(text, is_rtl):
    assert has_rtl(text) is is_rtl


def test_a_code_is_always_left_to_right_and_isolates_can_be_taken_out():
    assert isolate_code("+7 (495)") == f"{LEFT_TO_RIGHT}+7 (495){END}"
    assert strip_isolates(f"{isolate('a')}{isolate_code('b')}\u2067c\u2069") == "abc"


@pytest.mark.parametrize("lang", CODES)
@given(text=st.text(max_size=20))
def test_whatever_a_user_writes_comes_out_unchanged_and_every_isolate_is_closed(lang, text):
    said = say(lang, "explain-itself", company=text)
    assert text in said
    if not any(char in text for char in f"{FIRST_STRONG}{LEFT_TO_RIGHT}\u2067{END}"):
        assert said.count(FIRST_STRONG) == said.count(END)


# --- choices and what cannot be said


def test_a_word_chooses_a_variant_and_an_unknown_one_the_default():
    said = [say("en", "cli-scheduled", status=status, breaks=1, bound=1) for status in ("optimal", "infeasible", "X 1")]
    assert said == [
        "1 break, and no schedule has fewer.",
        "Proved impossible: no schedule keeps all rules.",
        "No complete schedule was found in this time; none was ruled out.",
    ]


@pytest.mark.parametrize(
    ("name", "values"), [("no-such-message", {}), ("count-meetings", {}), ("explain-itself", {"n": 1})]
)
def test_what_cannot_be_said_is_refused(name, values):
    with pytest.raises(UnknownMessageError, match=name):
        say("en", name, **values)


def test_a_message_without_a_text_cannot_be_said(extra_messages):
    extra_messages("en", "example =\n    .title = Its attribute alone\n")
    with pytest.raises(UnknownMessageError, match="example"):
        say("en", "example")


def test_messages_can_be_asked_for():
    assert (has_message("fa", "count-meetings"), has_message("fa", "no-such-message")) == (True, False)
    assert "count-meetings" in message_ids("ru")


@pytest.mark.parametrize("lang", CODES)
def test_no_message_is_left_in_another_languages_letters(lang):
    letters = {"fa": "[\u0600-\u06ff]", "ru": "[\u0400-\u04ff]", "en": "[A-Za-z]"}[lang]
    foreign = {"fa": "[\u0400-\u04ff]", "ru": "[\u0600-\u06ff]", "en": "[\u0400-\u06ff]"}[lang]
    plain = {"list-semicolon", "list-comma"}
    wrong = [
        name
        for name in message_ids(lang) - plain
        if (text := messages_text(lang, name)) and (re.search(foreign, text) or not re.search(letters, text))
    ]
    assert [name for name in wrong if name not in MAY_BE_FOREIGN] == []


MAY_BE_FOREIGN: frozenset[str] = frozenset()
"""Messages that hold words of another language, or no words at all."""


def messages_text(lang, name):
    """Return the words of a message as they stand in its file, without its values and variants' names."""
    from karvan.languages.messages import _sources

    text = _sources(lang)[name].partition("=")[2]
    return re.sub(r"\{[^{}]*\}|\$\w+|\[\w+\]|[^\w\s]", "", re.sub(r"\{ *\$\w+ *->|\*?\[\w+\]", "", text)).strip()


def test_every_language_knows_itself():
    assert {code: (lang.name, lang.direction, lang.is_rtl) for code, lang in LANGUAGES.items()} == {
        "en": ("English", "ltr", False),
        "fa": ("فارسی", "rtl", True),
        "ru": ("Русский", "ltr", False),
    }
