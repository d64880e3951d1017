"""What a part of a project is about, by a concept's name or in somebody's own words."""

from __future__ import annotations

from karvan.matching.consortia.project import Concepts, Understand
from karvan.matching.taxonomy import ROLES, THINGS, Taxonomy
from karvan.matching.understand import understand


def about_concept(code: str, taxonomy: Taxonomy) -> Concepts:
    """Give a part that one concept, or any concept of a whole domain, covers.

    Raises
    ------
    KeyError
        If the taxonomy has no such concept.
    """
    return ((taxonomy.index[code], 1.0),)


def about_text(text: str, taxonomy: Taxonomy) -> Concepts:
    """Give what a text in any language is about: its technologies, else its things and roles; empty: unknown.

    A domain is left out where the text names something of it: who asks for a modular data centre does not ask for
    any data centre.
    """
    found = understand(text, None, taxonomy).concepts
    common = {taxonomy.index.get(THINGS), taxonomy.index.get(ROLES)}
    told = [(c, s) for c, s in found if taxonomy.parent_of[c] not in common] or list(found)
    named = {taxonomy.parent_of[c] for c, _ in told if taxonomy.parent_of[c] != c}
    return tuple((c, s) for c, s in told if c not in named)


def around(concepts: Concepts, taxonomy: Taxonomy) -> Concepts:
    """Give the domains of some concepts."""
    return tuple((domain, 1.0) for domain in sorted({taxonomy.parent_of[concept] for concept, _ in concepts}))


def with_domains(concepts: Concepts, taxonomy: Taxonomy) -> Concepts:
    """Give what an offer is about together with the domains of it, so that it covers a part about a domain."""
    known = dict(concepts)
    for concept, strength in concepts:
        domain = taxonomy.parent_of[concept]
        known[domain] = max(known.get(domain, 0.0), strength)
    return tuple(known.items())


def offers_with(taxonomy: Taxonomy) -> Understand:
    """Give what understands offers for `find_consortia`."""

    def read(text: str, lang: str) -> Concepts:
        return with_domains(understand(text, lang or None, taxonomy).concepts, taxonomy)

    return read
