"""Concepts that an organiser adds to Karvan's own, for the words of one mission."""

from __future__ import annotations

from dataclasses import dataclass

from karvan.mission.localised import NO_TEXT, LocalisedText


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedConcept:
    """One row of the sheet Concepts.

    Attributes
    ----------
    code : str
        Its name within its domain; with one of Karvan's own, the row adds words to that.
    parent : str
        The domain of the taxonomy to which it belongs.
    label : LocalisedText
        Its name, at least in English.
    synonyms : LocalisedText
        Other words for it, separated by semicolons.
    links : tuple of str
        Concepts that are often needed together with it, each as ``domain.code``.
    """

    code: str
    parent: str
    label: LocalisedText
    synonyms: LocalisedText = NO_TEXT
    links: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Its full name: ``domain.code``."""
        return f"{self.parent}.{self.code}"
