import os
import shutil
import subprocess
import sys

import pytest

from karvan.languages import LANGUAGES
from karvan.languages.language import ROOT, closest
from karvan.languages.numbers import PERSIAN_DIGITS, latin_digits, localise_digits, localise_numbers, number, percent
from languages.catalogues import CODES


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("fa", "fa"),
        ("fa_IR", "fa"),
        ("ru-RU", "ru"),
        ("RU", "ru"),
        ("C", "en"),
        ("POSIX", "en"),
        ("de_DE", "en"),
        ("", "en"),
    ],
)
def test_the_closest_language_to_a_locale(name, code):
    assert closest(name) is LANGUAGES[code]


@pytest.mark.parametrize("lang", CODES)
def test_what_is_special_about_a_language_is_complete(lang):
    language = LANGUAGES[lang]
    assert (language.code, len(language.digits), len(set(language.solar_hijri_months))) == (lang, 10, 12)
    assert [int(digit) for digit in language.digits] == list(range(10))
    assert (language.direction in {"ltr", "rtl"}, 0 <= language.first_weekday <= 6, len(language.script)) == (
        True,
        True,
        4,
    )


def test_digits_go_both_ways():
    assert localise_digits("fa", "V07, 09:30") == "V۰۷, ۰۹:۳۰"
    assert localise_digits("ru", "09:30") == "09:30"
    assert latin_digits(f"{PERSIAN_DIGITS}٠١٢٣٤٥٦٧٨٩ab") == "01234567890123456789ab"


@pytest.mark.parametrize(
    ("text", "localised"),
    [
        ("V07", "V07"),
        ("V07-2 / 5G / a.7z", "V07-2 / 5G / a.7z"),
        ("09:30–10:00", "۰۹:۳۰–۱۰:۰۰"),
        ("2025-12-04, 3.5", "۲۰۲۵-۱۲-۰۴, ۳.۵"),
        ("میز7", "میز۷"),
        ("7 days", "۷ days"),
    ],
)
def test_numbers_of_a_sentence_are_localised_and_codes_are_not(text, localised):
    assert localise_numbers("fa", text) == localised
    assert localise_numbers("en", text) == text


def test_numbers_have_the_languages_groups_and_marks():
    assert [number(lang, 12345.5) for lang in ("en", "fa", "ru")] == ["12,345.5", "۱۲٬۳۴۵٫۵", "12\u00a0345,5"]
    assert [percent(lang, 0.756) for lang in ("en", "fa", "ru")] == ["76%", "۷۶٪", "76%"]


ADDED = """
from datetime import date
from karvan.languages import LANGUAGES, say
from karvan.languages.dates import full_date
from karvan.languages.messages import message_ids
assert sorted(LANGUAGES) == ["ar", "en", "fa", "ru"], LANGUAGES
assert LANGUAGES["ar"].name == "العربية" and LANGUAGES["ar"].is_rtl
assert message_ids("ar") == message_ids("en")
print(ascii(say("ar", "count-meetings", n=3)), ascii(full_date("ar", date(2025, 12, 4))))
"""
"""What a fresh Python finds where a folder for Arabic was added, as docs/ says: a copy of English, changed."""


def test_adding_a_language_is_adding_a_folder(tmp_path):
    shutil.copytree(ROOT.parent, tmp_path / "karvan", ignore=shutil.ignore_patterns("web", "assets", "__pycache__"))
    folder = tmp_path / "karvan" / "languages" / "ar"
    shutil.copytree(ROOT / "en", folder)
    text = (folder / "language.toml").read_text(encoding="utf-8")
    for old, new in (
        ('"English"', '"العربية"'),
        ('"ltr"', '"rtl"'),
        ("0123456789", "٠١٢٣٤٥٦٧٨٩"),
        ('"Latn"', '"Arab"'),
    ):
        text = text.replace(old, new)
    (folder / "language.toml").write_text(text, encoding="utf-8")
    # A copy of our files is not measured.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    environment["PYTHONPATH"] = str(tmp_path)
    found = subprocess.run(
        [sys.executable, "-c", ADDED], env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout == f"{'٣ meetings'!a} {('٤ ديسمبر ٢٠٢٥', '١٣ Azar ١٤٠٤')!a}\n"
