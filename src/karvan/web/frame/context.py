"""What every template knows: the reader's language, the same page in the others, who reads and where they may go."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from karvan.languages import LANGUAGES, Language
from karvan.web.frame.navigation import places_for
from karvan.web.frame.said import take_said
from karvan.web.http import Request, language_of_path, signed_in

if TYPE_CHECKING:
    from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class SamePage:
    """The address of this page in a language."""

    language: Language
    address: str
    is_current: bool


def reader(request: HttpRequest) -> dict[str, Any]:
    """Give templates `lang`, `language` and `same_pages`."""
    lang = cast("Request", request).lang
    pages = [SamePage(language, _in_language(request, language.code), language.code == lang) for language in _switch()]
    return {"lang": lang, "language": LANGUAGES[lang], "same_pages": pages}


def seat(request: HttpRequest) -> dict[str, Any]:
    """Give templates `seat` and `places` on pages of a mission, `signed_in`, and `said`: what to confirm, once."""
    taken = getattr(request, "seat", None)
    places = places_for(taken) if taken else []
    known = {"seat": taken, "places": places, "signed_in": signed_in(request)}
    return known | {"said": partial(take_said, request)}


def _switch() -> list[Language]:
    """Give the languages in the order of the switch: by their own names."""
    return sorted(LANGUAGES.values(), key=lambda language: (not language.is_rtl, language.name))


def _in_language(request: HttpRequest, lang: str) -> str:
    if language_of_path(request.path) is None:
        return f"/{lang}/"
    rest = request.get_full_path().lstrip("/").partition("/")[2]
    return f"/{lang}/{rest}"
