"""Writes about letters' texts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.letters.enums import LetterName
from karvan.web.letters.models import LetterText
from karvan.web.letters.queries import Wording
from karvan.web.missions.models import Mission


def _said(name: LetterName) -> dict[str, Any]:
    """Give the particular of the trail that has words: ``letter-name-…``."""
    return {"letter-name": name.value}


@transaction.atomic
def set_wording(mission: Mission, *, name: LetterName, lang: str, wording: Wording, by: User, at: datetime) -> bool:
    """Write an organiser's own words for a letter; False where somebody else has changed them meanwhile.

    Parameters
    ----------
    wording : Wording
        With the revision that the writer has read.
    """
    columns = {"subject": wording.subject, "text": wording.text, "changed_at": at, "revision": wording.revision + 1}
    key = {"mission": mission, "name": name, "lang": lang}
    if wording.revision:
        is_written = LetterText.objects.filter(**key, revision=wording.revision).update(**columns) == 1
    else:
        is_written = LetterText.objects.get_or_create(**key, defaults=columns)[1]
    if is_written:
        record_event("letter-text-changed", mission=mission, by=by, at=at, subject=lang, **_said(name))
    return is_written


@transaction.atomic
def restore_wording(mission: Mission, *, name: LetterName, lang: str, by: User, at: datetime) -> None:
    """Go back to our own words for a letter."""
    LetterText.objects.filter(mission=mission, name=name, lang=lang).delete()
    record_event("letter-text-restored", mission=mission, by=by, at=at, subject=lang, **_said(name))
