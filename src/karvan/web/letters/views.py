"""The words of letters: what they are, and the organiser's own in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from karvan.languages import LANGUAGES
from karvan.web.access import Capability, needs
from karvan.web.errors import NotFoundError
from karvan.web.http import Request
from karvan.web.letters.actions import restore_wording, set_wording
from karvan.web.letters.enums import LetterName, placeholders
from karvan.web.letters.forms import WordingForm
from karvan.web.letters.queries import own_texts, wording

if TYPE_CHECKING:
    from django.http import HttpResponse


def _letter(name: str) -> LetterName:
    """Give a letter by its name in addresses."""
    if name not in LetterName.values:
        raise NotFoundError
    return LetterName(name)


@needs(Capability.WRITE_LETTERS)
def letter_texts(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show the letters, and in which languages they have words of the organiser's own."""
    own = own_texts(request.seat.mission)
    letters = [
        (name, [(language, (name, language.code) in own) for language in LANGUAGES.values()])
        for name in LetterName.values
    ]
    return render(request, "letters/letter_texts.html", {"page": "letter-texts", "letters": letters})


@needs(Capability.WRITE_LETTERS)
def letter_text(request: Request, lang: str, slug: str, letter: str, written_in: str) -> HttpResponse:
    """Change the words of a letter in a language."""
    name, mission = _letter(letter), request.seat.mission
    now = wording(mission, name, written_in)
    form = WordingForm(request.POST or None, lang=lang, letter=name, written_in=LANGUAGES[written_in], wording=now)
    status = 400 if form.is_bound else 200
    if request.method == "POST" and form.is_valid():
        by, at = request.user, request.at
        if set_wording(mission, name=name, lang=written_in, wording=form.wording, by=by, at=at):
            return redirect("letter-texts", lang=lang, slug=slug)
        status = 409
    context = {
        "page": "letter-texts",
        "letter": name.value,
        "written_in": LANGUAGES[written_in],
        "form": form,
        "now": now,
        "is_conflict": status == 409,
        "placeholders": placeholders(name),
    }
    return render(request, "letters/letter_text.html", context, status=status)


@needs(Capability.WRITE_LETTERS)
@require_POST
def restore(request: Request, lang: str, slug: str, letter: str, written_in: str) -> HttpResponse:
    """Go back to the usual words of a letter."""
    restore_wording(request.seat.mission, name=_letter(letter), lang=written_in, by=request.user, at=request.at)
    return redirect("letter-texts", lang=lang, slug=slug)
