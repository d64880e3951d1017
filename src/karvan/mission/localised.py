"""A text that exists in several languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LocalisedText:
    """One text in one or more languages, keyed by ISO 639-1 code.

    Examples
    --------
    >>> name = LocalisedText.of(en="Yasnet", ru="Яснет")
    >>> name.best("ru"), name.best("fa")
    ('Яснет', 'Yasnet')
    """

    versions: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, **versions: str) -> LocalisedText:
        """Build a text from keyword arguments; empty versions are left out."""
        return cls.from_mapping(versions)

    @classmethod
    def from_mapping(cls, versions: Mapping[str, str]) -> LocalisedText:
        """Build a text from a mapping of language code to text."""
        return cls(tuple(sorted((lang, text) for lang, text in versions.items() if text)))

    def in_language(self, lang: str) -> str | None:
        """Give the version in one language, or None where it is missing."""
        return dict(self.versions).get(lang)

    def best(self, *preferred: str) -> str:
        """Give the version in the first language that has one, then English, then any."""
        known = dict(self.versions)
        for lang in (*preferred, "en"):
            if lang in known:
                return known[lang]
        return next(iter(known.values()), "")

    def __bool__(self) -> bool:
        """Whether there is any text at all."""
        return bool(self.versions)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Give (language, text) pairs in the order of the codes."""
        return iter(self.versions)


NO_TEXT = LocalisedText()
"""A text that nobody gave, in any language."""


def distinct(codes: Iterable[str]) -> tuple[str, ...]:
    """Keep the first of each, in order."""
    return tuple(dict.fromkeys(codes))
