"""The page from which a draft is released: what it changes, who lacks clearance, and what is done about that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from karvan.formats.repair_text import summary
from karvan.scheduling.repair.difference import difference
from karvan.web.access import Capability, needs
from karvan.web.drafts import bridge
from karvan.web.drafts.forms import ClearanceRuleForm, ReleaseForm
from karvan.web.drafts.models import Draft
from karvan.web.drafts.queries import draft_of
from karvan.web.drafts.releasing import missing_of, release_draft
from karvan.web.errors import NotFoundError
from karvan.web.frame.said import Undo, say_next
from karvan.web.missions.actions import set_clearance_rule
from karvan.web.missions.enums import ClearanceRule
from karvan.web.programmes.bridge import public_programme, read_release
from karvan.web.programmes.queries import released_versions

if TYPE_CHECKING:
    from django.http import HttpResponse

    from karvan.web.http import Request


@needs(Capability.RELEASE)
def release(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Release a draft under a name; refused while the referee finds anything, or the clearance rule forbids it."""
    found = draft_of(request.seat.mission, number)
    opened = bridge.open_draft(found)
    missing = missing_of(found.mission, opened.programme, today=request.at.date())
    is_reason_needed = bool(missing) and found.mission.clearance_rule == ClearanceRule.WARN
    asked: dict[str, Any] = {"lang": lang, "revision": found.revision, "is_reason_needed": is_reason_needed}
    form = ReleaseForm(request.POST or None, **asked)
    if request.method == "POST" and form.is_valid():
        version = release_draft(found, opened, by=request.user, at=request.at, **form.cleaned_data)
        say_next(request, "release-done", number=version.number, name=version.name)
        return redirect("outbox-release", lang=lang, slug=slug, number=version.number)
    context = _shown(found, opened, lang) | {"form": form, "missing": missing}
    return render(request, "drafts/release.html", context, status=400 if form.is_bound else 200)


def _shown(draft: Draft, opened: bridge.Opened, lang: str) -> dict[str, Any]:
    """Give what the page says besides the form."""
    last = released_versions().filter(mission=draft.mission_id).first()
    made = difference(read_release(last).programme, public_programme(opened.programme)) if last else None
    rule = draft.mission.clearance_rule
    return {
        "page": "drafts",
        "draft": draft,
        "is_broken": bool(opened.violations) or not opened.placed,
        "meetings": len(opened.programme.meetings),
        "last": last,
        "summary": summary(lang, made) if made is not None else "",
        "rule": rule,
        "rules": ClearanceRule.values,
        "is_ignored": rule == ClearanceRule.IGNORE,
        "is_blocked": rule == ClearanceRule.BLOCK,
    }


@needs(Capability.EDIT_MISSION)
@require_POST
def clearance_rule(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Say what a release does about missing clearances."""
    form = ClearanceRuleForm(request.POST, lang=lang)
    if not form.is_valid():
        raise NotFoundError
    mission, before = request.seat.mission, request.seat.mission.clearance_rule
    set_clearance_rule(mission, rule=ClearanceRule(form.cleaned_data["rule"]), by=request.user, at=request.at)
    here = reverse("clearance-rule", kwargs={"lang": lang, "slug": slug, "number": number})
    say_next(request, f"clearance-rule-{form.cleaned_data['rule']}-said", undo=Undo(here, {"rule": before}))
    return redirect("draft-release", lang=lang, slug=slug, number=number)
