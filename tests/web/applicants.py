"""A call of each side of the small mission, and applications to them."""

from __future__ import annotations

from datetime import timedelta

from web import factory

OPENS_AT = factory.RELEASED_AT - timedelta(days=30)
CLOSES_AT = OPENS_AT + timedelta(days=20)
DURING, AFTER = OPENS_AT + timedelta(days=5), CLOSES_AT + timedelta(days=1)
QUESTIONS = [
    {"code": "q1", "kind": "choice", "is_required": True, "labels": {"en": "Certificates?", "ru": "Сертификаты?"},
     "choices": [{"en": "ISO 9001"}, {"en": "None"}]},
    {"code": "q2", "kind": "number", "is_required": False, "labels": {"en": "Export share"}, "choices": []},
    {"code": "q3", "kind": "yes-no", "is_required": False, "labels": {"en": "Travelled before?"}, "choices": []},
    {"code": "q4", "kind": "text", "is_required": False, "labels": {"en": "Anything else"}, "choices": []},
]  # fmt: skip
ENTERED = {
    "name_en": "Sample Works", "name_ru": "Образец", "country": "RU", "city": "Kazan", "size": "small",
    "website": "https://works.example", "contact_name": "Anna", "contact_email": "anna@works.example",
    "offer": "Pumps for salt water", "need": "", "consent": "on", "revision": "0",
}  # fmt: skip


def open_call(stored, side="visitor", *, opens_at=OPENS_AT, closes_at=CLOSES_AT, **more):
    """Store the call of a side; with ``questions=QUESTIONS``, with the organiser's own questions."""
    from karvan.web.applications.models import CallForCompanies

    texts = {"en": "Come <b>along</b>"}
    return CallForCompanies.objects.create(
        mission=stored,
        side=side,
        opens_at=opens_at,
        closes_at=closes_at,
        texts=texts,
        revision=1,
        changed_at=opens_at,
        **more,
    )


def apply(call, number=1, **more):
    """Store an application; give it with its private link."""
    from karvan.web.applications.actions import apply as write

    columns = {
        "names": {"en": f"Applicant {number}"}, "country": "RU", "city": "Kazan", "contact_name": f"Contact {number}",
        "contact_email": f"contact{number}@works.example", "offer": f"Offer {number}", "need": f"Need {number}",
    } | more  # fmt: skip
    return write(call, columns=columns, consent="Agreed", lang="ru", site="http://testserver", at=DURING)
