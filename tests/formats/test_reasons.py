import pytest

from formats.factory import MISSION
from karvan.formats.reasons import company_label, moments, reason_text
from karvan.languages.bidi import strip_isolates
from karvan.mission.programme import Reason

TIMES = ("2025-12-05 09:00", "2025-12-04 11:30", "2025-12-04 14:05")


def said(lang, kind, code, **values):
    return strip_isolates(reason_text(MISSION, lang, kind, Reason(code, tuple(values.items()))))


def test_companies_are_named_in_the_readers_language_with_their_codes():
    assert [company_label(MISSION, lang, "V02") for lang in ("en", "fa", "ru")] == [
        "Setighdadeh (V02)",
        "ستیغ‌داده (V02)",
        "Сетиг-Даде (V02)",
    ]
    assert company_label(MISSION, "en", "X9") == "X9"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "4 December 11:30, 14:05; 5 December 09:00"),
        ("fa", "۱۳ آذر ۱۱:۳۰، ۱۴:۰۵؛ ۱۴ آذر ۰۹:۰۰"),
        ("ru", "4 декабря 11:30, 14:05; 5 декабря 09:00"),
    ],
)
def test_times_are_told_day_by_day(lang, text):
    assert moments(lang, TIMES) == text


def test_of_many_times_the_rest_is_counted():
    times = [f"2025-12-04 {hour:02}:00" for hour in range(9, 17)]
    assert moments("en", times) == "4 December 09:00, 10:00, 11:00, 12:00, 13:00, 14:00 and 2 more"
    assert moments("en", times[:6]) == "4 December 09:00, 10:00, 11:00, 12:00, 13:00, 14:00"


def test_a_reason_is_a_sentence():
    values = {"n": 2, "total": 5, "times": TIMES[1:], "company": "V02"}
    assert said("en", "reason", "company-away", **values) == (
        "In 2 of 5 slots (4 December 11:30, 14:05) Setighdadeh (V02) is away."
    )
    assert said("en", "reason", "within-block", companies=("V02", "H03")) == (
        "No meetings block admits both Setighdadeh (V02) and Halcyon Subsea Cables (H03)."
    )


def test_a_remedy_names_both_companies():
    text = said("en", "relaxation", "one-at-a-time", company="V01", other="H01", times=TIMES[:1])
    assert text == (
        "Give up the meeting of Rahpeyvand Mowj (V01) with Vyshegrad-Svyaz (H01) at 5 December 09:00, "
        "or bring a second representative."
    )


def test_what_is_no_company_stays_as_it_is():
    assert said("en", "relaxation", "table", times="noon") == "Add one table at noon."


def test_a_remedy_names_the_languages_of_one_more_interpreter():
    text = said("ru", "relaxation", "one-more-interpreter", languages=("fa", "ru"))
    assert "персидск" in text.lower()
    assert "русск" in text.lower()
