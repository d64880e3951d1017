"""Which language a text is written in, by its script and letters."""

from __future__ import annotations

import re
import unicodedata

_PERSIAN_SIGNS = re.compile("[پچژگکی\u200c]")
_ARABIC_SIGNS = re.compile(r"[ةإ]|\bال\w{2}")
_PERSIAN_WORDS = frozenset(
    ["در", "به", "از", "که", "را", "با", "برای", "براي", "است", "این", "اين", "آن", "های", "هاي", "شرکت", "شركت"]
)
_ARABIC_WORDS = frozenset(["في", "من", "على", "إلى", "التي", "الذي", "هذا", "هذه", "مع", "عن", "شركة"])
_SCRIPTS = {"CYRILLIC": "ru", "LATIN": "en", "ARABIC": "fa"}
"""The language that a text of a script is taken for, unless its letters say otherwise."""


def detect_language(text: str) -> str:
    """Give the language of a text as an ISO 639-1 code: ``fa``, ``ar``, ``ru`` or ``en``.

    Returns
    -------
    str
        By the script of most letters: Cyrillic is taken for Russian, Latin for English, Arabic
        script for Persian unless letters and words speak for Arabic; empty where there is no
        letter, or most are of another script.

    Examples
    --------
    >>> detect_language("Автоматизация складов (WMS)"), detect_language("نرم‌افزار ERP برای کارخانه")
    ('ru', 'fa')
    """
    counts = dict.fromkeys((*_SCRIPTS, "OTHER"), 0)
    for char in filter(str.isalpha, text):
        script = "LATIN" if char < "\u0250" else unicodedata.name(char, "").partition(" ")[0]
        counts[script if script in counts else "OTHER"] += 1
    script = max(counts, key=lambda name: counts[name])
    if not counts[script] or script == "OTHER":
        return ""
    return "ar" if script == "ARABIC" and _is_arabic(text) else _SCRIPTS[script]


def _is_arabic(text: str) -> bool:
    """Whether a text in Arabic script shows more signs of Arabic than of Persian, and at least two."""
    words = re.findall(r"\w+", text)
    persian = len(_PERSIAN_SIGNS.findall(text)) + 2 * sum(word in _PERSIAN_WORDS for word in words)
    arabic = len(_ARABIC_SIGNS.findall(text)) + 2 * sum(word in _ARABIC_WORDS for word in words)
    return arabic > max(1, persian)
