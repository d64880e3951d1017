"""Words, digits, dates and directions: adding a language is adding a folder here.

Each folder holds `language.toml` (what is special about the language) and `*.ftl` files (its
messages, in Project Fluent's format). No other place lists languages.
"""

from karvan.languages.language import LANGUAGES, Language
from karvan.languages.messages import say

__all__ = ["LANGUAGES", "Language", "say"]
