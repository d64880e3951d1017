"""The languages that Karvan speaks, read from their folders."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent
"""Where the folders of the languages lie."""


@dataclass(frozen=True, slots=True)
class Language:
    """What is special about a language.

    Attributes
    ----------
    name : str
        In the language itself.
    direction : str
        ``rtl`` or ``ltr``.
    digits : str
        Its ten digits from zero to nine.
    script : str
        ISO 15924 code of its script.
    is_solar_hijri_first : bool
        Whether its readers live by the Solar Hijri calendar.
    solar_hijri_months : tuple of str
        Names of the twelve months, in the form that follows a day's number.
    first_weekday : int
        0 is Monday.
    """

    code: str
    name: str
    direction: str
    digits: str
    script: str
    is_solar_hijri_first: bool
    solar_hijri_months: tuple[str, ...]
    first_weekday: int

    @property
    def is_rtl(self) -> bool:
        """Whether it is written from right to left."""
        return self.direction == "rtl"


def _read(code: str) -> Language:
    data = tomllib.loads((ROOT / code / "language.toml").read_text(encoding="utf-8"))
    months = tuple(data.pop("solar_hijri_months"))
    return Language(code=code, solar_hijri_months=months, **data)


LANGUAGES: dict[str, Language] = {
    folder.name: _read(folder.name) for folder in sorted(ROOT.iterdir()) if (folder / "language.toml").is_file()
}
"""Every language with a folder, by ISO 639-1 code."""


def closest(code: str) -> Language:
    """Give a language by its code or locale name (``fa_IR``), or English where it is not spoken."""
    return LANGUAGES.get(code.replace("-", "_").split("_")[0].lower(), LANGUAGES["en"])
