"""The fonts that documents are set in: Inter for Latin and Cyrillic, Vazirmatn for Arabic script."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from karvan.languages import LANGUAGES

FOLDER = Path(str(files("karvan").joinpath("assets", "fonts")))
"""Where the set-up puts them."""

ARABIC_LETTERS = r"[\p{Arabic}\u{200c}\u{200d}]"
"""What Vazirmatn is for: Arabic letters and what decides how they join."""

EUROPEAN_LETTERS = r"[\p{Latin}\p{Cyrillic}\p{Greek}]"
"""What Inter is for, wherever it stands."""

Family = dict[str, str]
"""A font by name, and as a regular expression the characters it is for; empty: all it has."""


def families(lang: str) -> list[Family]:
    """Give the fonts of a language's documents, first choice first.

    Names of the other script have their own font in every language; digits, quotes and stops come
    from the font of the language.
    """
    if LANGUAGES[lang].script == "Arab":
        return [
            {"name": "Inter", "covers": EUROPEAN_LETTERS},
            {"name": "Vazirmatn", "covers": ""},
            {"name": "Inter", "covers": ""},
        ]
    return [
        {"name": "Vazirmatn", "covers": ARABIC_LETTERS},
        {"name": "Inter", "covers": ""},
        {"name": "Vazirmatn", "covers": ""},
    ]
