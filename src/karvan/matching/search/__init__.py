"""Search across languages: companies by names in any script, offers and needs by words and meaning."""

from karvan.matching.search.index import Hit, Index, Reading, Why
from karvan.matching.search.reading import reading_with

__all__ = ["Hit", "Index", "Reading", "Why", "reading_with"]
