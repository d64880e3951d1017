"""The words of the web pages: the same messages in every language, none missing, none idle."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.urls import get_resolver

import karvan.web
import karvan.web.requests.views
import karvan.web.visits.views
from karvan.languages import LANGUAGES
from karvan.languages.language import ROOT
from karvan.languages.messages import has_message
from karvan.mission.blocks import BlockKind
from karvan.mission.companies import CompanyKind, CompanySize, Side
from karvan.mission.opportunities import CooperationRoute, OpportunityKind, Stage
from karvan.mission.requests import RequestStatus
from karvan.web.companies.bridge import Length
from karvan.web.companies.parts import Part
from karvan.web.errors import ExpectedError
from karvan.web.frame.forms import Form
from karvan.web.missions.enums import Phase
from karvan.web.programmes.queries import NothingReleasedError
from karvan.web.programmes.screens.directory import Order
from karvan.web.programmes.screens.glance import PUBLIC_FIGURES
from karvan.web.requests.enums import Disclosure, Expiry

WEB = Path(karvan.web.__file__).parent


def messages(lang, name="web"):
    text = (ROOT / lang / f"{name}.ftl").read_text(encoding="utf-8")
    return set(re.findall(r"^([\w-]+) =", text, flags=re.MULTILINE))


def sources():
    files = (path for pattern in ("*.html", "*.py") for path in WEB.rglob(pattern))
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def codes(kind):
    found = {kind.code}
    return found.union(*(codes(sub) for sub in kind.__subclasses__()))


ERRORS = {*codes(ExpectedError), NothingReleasedError.code, "bad-request"}


def dynamic():
    """Return the messages whose names are put together."""
    yield from (f"web-phase-{phase}" for phase in Phase)
    yield from (f"web-sort-{order}" for order in Order)
    yield from (f"web-grid-{name}" for field in ("company", "interpreter", "venue") for name in (field, f"any-{field}"))
    yield from (f"web-status-{status}" for status in ("optimal", "feasible", "infeasible", "unknown"))
    yield from (f"web-error-{code}{end}" for code in ERRORS for end in ("", "-text"))


def shared():
    """Return the messages of other files that pages use under names put together."""
    yield from (f"figure-{name}" for name in PUBLIC_FIGURES)
    yield from (f"block-{kind}" for kind in BlockKind)
    yield from (f"side-{side}" for side in Side)


def used():
    return set(re.findall(r"[\"'](web-[\w-]+|count-[\w-]+|side-[\w-]+)[\"']", sources())) - {
        "web-phase", "web-sort", "web-grid", "web-status",
    }  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_every_message_and_none_that_is_idle(lang):
    wanted = used() | set(dynamic())
    assert {name for name in wanted | set(shared()) if not has_message(lang, name)} == set()
    assert messages(lang) - wanted == set()


PUT_TOGETHER = (
    "role-", "desk-", "audit-", "nav-", "phase-open-", "form-problem-", "web-", "apply-as-", "apply-when-",
    "call-state-", "company-size-", "own-said-", "applications-said-", "applications-by-", "application-standing-",
    "outcome-", "grade-", "question-kind-", "letter-name-", "letter-application-", "letter-programme-",
    "placeholder-", "outbox-state-", "outbox-problem-", "outbox-file-", "feed-on-", "feed-how-",
    "clearance-rule-", "readiness-least",
    "readiness-from",
    "match-asked-", "match-choice-", "match-sort-", "match-status-", "match-count-", "match-step-", "against-",
    "letter-reminder", "activity-", "owed-", "part-", "debts-of-", "step-", "availability-reason", "availability-away",
    "visits-said-",
)  # fmt: skip
"""What the names of messages begin with that are put together from a code."""


def form_words():
    """Return the messages that forms take for their fields: label and, where there is one, hint."""

    def kinds(kind):
        return {kind}.union(*(kinds(sub) for sub in kind.__subclasses__()))

    assert get_resolver().url_patterns  # reading the addresses imports every form
    fields = ((form, name) for form in kinds(Form) for name in (*form.base_fields, *getattr(form, "per_language", ())))
    names = {f"{form.words}-{name}".replace("_", "-") for form, name in fields}
    return names | {f"{name}-hint" for name in names}


@pytest.mark.parametrize(
    "file",
    [
        "accounts",
        "members",
        "missions",
        "applications",
        "letters",
        "blocks",
        "resources",
        "matches",
        "outbox",
        "releases",
        "duties",
        "availability",
    ],
)
def test_no_message_of_the_application_is_idle(file):
    text = (ROOT / "en" / f"{file}.ftl").read_text(encoding="utf-8")
    written = sources()
    idle = {
        name
        for name in re.findall(r"^([\w-]+) =", text, flags=re.MULTILINE)
        if not name.startswith(PUT_TOGETHER) and name not in form_words() and f'"{name}"' not in written
    }
    assert idle == set()


def of_companies():
    """Return the messages about companies and requests whose names are put together."""
    families = {
        "company-kind": CompanyKind, "company-size": CompanySize, "opportunity": OpportunityKind, "stage": Stage,
        "route": CooperationRoute, "advice-length": Length, "profile-missing": Part, "request-status": RequestStatus,
        "disclosure": Disclosure, "ask-level": ("must", "want"), "catalogue": ("q", "side", "kind", "stage", "route"),
        "relation": ("avoided", "accepted", "asks-us", "sent-pending", "sent-declined", "sent-expired"),
        "nav": ("own-company", "requests", "request-rules", "no-thanks", "catalogue", "marketplace"),
        "nav-group": ("company", "catalogue"), "form-problem": ("no-name", "taken", "day-over"),
        "opportunity-": ("saved", "removed", "kind", "kind-hint", "title", "text", "text-hint", "stage", "routes"),
        "person": ("saved", "removed", "role", "email", "languages", "is-travelling", "is-reserve"),
        "profile": (
            "country", "city", "kind", "size", "languages", "website", "contact-name", "contact-email",
        ),
        "ask": ("level", "level-hint", "message"), "avoid": ("message",), "expiry": Expiry,
        "request-extend": ("until",),
        "audit": ("requests-extended", "requests-extension-taken-back"),
        "request-rules": ("ends", "days", "days-hint", "website", "people", "contacts"),
    }  # fmt: skip
    yield from (f"{start.rstrip('-')}-{end.replace('_', '-')}" for start, ends in families.items() for end in ends)
    yield from (
        f"{kind}-{lang}" for kind in ("profile-name", "profile-description", "person-name") for lang in LANGUAGES
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["companies", "requests"])
def test_the_words_about_companies_and_requests_are_complete_and_none_is_idle(lang, name):
    wanted = set(of_companies())
    assert {each for each in wanted if not has_message(lang, each)} == set()
    named = set(re.findall(r"[\"']([a-z][\w-]+)[\"']", sources()))
    assert messages(lang, name) == messages("en", name)
    assert messages(lang, name) - wanted - named == set()
