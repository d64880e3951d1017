"""Reminding of what is owed; that itself stands on the start page of the mission."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from karvan.web.access import Capability, needs
from karvan.web.companies.models import Company
from karvan.web.duties.actions import remind as send
from karvan.web.duties.forms import RemindForm
from karvan.web.duties.queries import debts
from karvan.web.frame.said import say_next
from karvan.web.http import Request, site_of

if TYPE_CHECKING:
    from django.http import HttpResponse


@needs(Capability.WRITE_LETTERS)
@require_POST
def remind(request: Request, lang: str, slug: str) -> HttpResponse:
    """Remind one company, or all that are shown, of everything that they owe."""
    form = RemindForm(request.POST, lang=lang)
    wanted, code = form.wanted, form.cleaned_data.get("company", "")
    debtors = debts(request.seat, request.at).narrowed(**wanted)
    shown = [each for each in debtors if isinstance(each.of, Company) and code in ("", each.of.code)]
    companies = [each.of for each in shown if each.can_be_reminded and isinstance(each.of, Company)]
    sent = send(
        request.seat.mission,
        companies,
        is_again=bool(form.cleaned_data.get("again")),
        site=site_of(request),
        by=request.user,
        at=request.at,
    )
    if sent:
        say_next(request, "debts-reminded", n=len(sent), rest=len(companies) - len(sent))
    else:
        say_next(request, "debts-none-reminded")
    query = urlencode({name: value for name, value in wanted.items() if value})
    return HttpResponseRedirect(f"{reverse('mission', args=[lang, slug])}{'?' if query else ''}{query}#debts")
