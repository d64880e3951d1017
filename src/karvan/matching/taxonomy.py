"""The taxonomy of technology cooperation: what companies offer and need, in the words of three languages.

It is data: one file a domain in `taxonomy_data`. A concept is a table of a file; its keys are the
languages, each with a list separated by semicolons: first the label, then synonyms, abbreviations and
typical phrases. ``phrase @ word word`` counts only where one of the words after the sign stands in the
same text; ``phrase - word word`` only where none of them does. ``with`` names what complements it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from karvan.matching.phrases import PhraseIndex

LANGUAGES = ("en", "fa", "ru")
"""Every concept has a label and phrases in each of them."""

THINGS = "things"
"""The domain of common nouns: they tell two needs of one field apart, but name no technology."""

ROLES = "cooperation"
"""The domain of what a partner does, whatever the technology: distributes, invests, tests."""


@dataclass(frozen=True, slots=True)
class Condition:
    """When an ambiguous phrase counts: one of `wanted` in the text (if there is any), none of `unwanted`."""

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Concept:
    """One concept.

    Attributes
    ----------
    id : str
        Dotted: ``cybersecurity.siem``; a domain has no dot.
    parent : str
        The domain's id; empty for a domain.
    labels : dict of language to str
        Its name in each language.
    phrases : dict of language to tuple of str
        Everything that names it, the label first.
    complements : tuple of str
        Ids of what is often needed together with it.
    conditions : dict of (language, phrase) to Condition
        Of phrases that mean this in some contexts only.
    """

    id: str
    parent: str
    labels: dict[str, str]
    phrases: dict[str, tuple[str, ...]]
    complements: tuple[str, ...] = ()
    conditions: dict[tuple[str, str], Condition] = field(default_factory=dict[tuple[str, str], Condition])


@dataclass(frozen=True)
class Taxonomy:
    """Concepts in a fixed order, domains before their members."""

    concepts: tuple[Concept, ...]

    @cached_property
    def index(self) -> dict[str, int]:
        """Position of each concept by its id."""
        return {concept.id: position for position, concept in enumerate(self.concepts)}

    @cached_property
    def parent_of(self) -> tuple[int, ...]:
        """Position of each concept's domain; a domain is its own."""
        return tuple(self.index[concept.parent or concept.id] for concept in self.concepts)

    @cached_property
    def phrase_index(self) -> PhraseIndex:
        """What finds the concepts in a text; made at first use."""
        from karvan.matching.phrases import PhraseIndex

        return PhraseIndex.of(self)

    def extended(self, concepts: Iterable[Concept]) -> Taxonomy:
        """Give a taxonomy with more concepts; one whose id is known adds its phrases to it."""
        merged = {concept.id: concept for concept in self.concepts}
        for concept in concepts:
            known = merged.get(concept.id)
            merged[concept.id] = _merged(known, concept) if known else concept
        return Taxonomy(tuple(merged.values()))


def _merged(known: Concept, more: Concept) -> Concept:
    return Concept(
        known.id,
        known.parent,
        known.labels | more.labels,
        {
            lang: tuple(dict.fromkeys(known.phrases.get(lang, ()) + more.phrases.get(lang, ())))
            for lang in {**known.phrases, **more.phrases}
        },
        tuple(dict.fromkeys(known.complements + more.complements)),
        known.conditions | more.conditions,
    )


def load() -> Taxonomy:
    """Read Karvan's own taxonomy.

    Notes
    -----
    Takes a fifth of a second: keep what you get.
    """
    folder = resources.files("karvan.matching") / "taxonomy_data"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    return Taxonomy(
        tuple(
            concept
            for file in files
            for concept in read_domain(file.name.removesuffix(".toml"), tomllib.loads(file.read_text("utf-8")))
        )
    )


def read_domain(name: str, data: Mapping[str, object]) -> tuple[Concept, ...]:
    """Read one domain: its own languages at the top, its members as tables."""
    own = {key: value for key, value in data.items() if isinstance(value, str)}
    members = {key: value for key, value in data.items() if isinstance(value, dict)}
    return (
        read_concept(name, "", own),
        *(read_concept(f"{name}.{key}", name, value) for key, value in members.items()),
    )


def read_concept(code: str, parent: str, row: Mapping[str, str]) -> Concept:
    """Read one concept from its lists of phrases by language, and its complements under ``with``."""
    phrases: dict[str, tuple[str, ...]] = {}
    conditions: dict[tuple[str, str], Condition] = {}
    for lang in (key for key in row if key != "with"):
        parsed = [_phrase(part) for part in row[lang].split(";") if part.strip()]
        phrases[lang] = tuple(phrase for phrase, _ in parsed)
        conditions |= {(lang, phrase): condition for phrase, condition in parsed if condition != Condition()}
    labels = {lang: found[0] for lang, found in phrases.items() if found}
    complements = tuple(part.strip() for part in row.get("with", "").split(";") if part.strip())
    return Concept(code, parent, labels, phrases, complements, conditions)


def _phrase(part: str) -> tuple[str, Condition]:
    phrase, _, unwanted = part.partition(" - ")
    phrase, _, wanted = phrase.partition("@")
    return phrase.strip(), Condition(tuple(wanted.split()), tuple(unwanted.split()))
