"""What is entered on the match board."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from karvan.languages import say
from karvan.web.frame.forms import Form
from karvan.web.matches.enums import Asked, Choice, Sort
from karvan.web.matches.queries import Match


class BoardForm(Form):
    """Which pairs are wanted, and in what order; what is not understood is passed over."""

    words = "match"
    company = forms.CharField(required=False, max_length=40)
    asked = forms.ChoiceField(required=False, choices=[("", ""), *Asked.choices])
    domain = forms.CharField(required=False, max_length=200)
    decided = forms.ChoiceField(required=False, choices=[("", ""), *Choice.choices])
    least = forms.IntegerField(required=False, min_value=0, max_value=100)
    sort = forms.ChoiceField(required=False, choices=[("", ""), *Sort.choices])
    page = forms.IntegerField(required=False)

    @property
    def wanted(self) -> dict[str, Any]:
        """What was understood, by field."""
        self.is_valid()
        return self.cleaned_data

    def chosen(self, found: Iterable[Match]) -> list[Match]:
        """Give the wanted pairs in the wanted order."""
        kept = [match for match in found if self._is_wanted(match)]
        sort = self.wanted.get("sort")
        return sorted(kept, key=lambda match: (*_rank(match, sort), match.visitor.code, match.host.code))

    def _is_wanted(self, match: Match) -> bool:
        wanted = {name: value for name, value in self.wanted.items() if value not in (None, "")}
        return (
            wanted.get("company") in {None, match.visitor.code, match.host.code}
            and wanted.get("asked") in {None, *match.askers}
            and ("domain" not in wanted or bool(match.suggestion and wanted["domain"] in match.suggestion.domains))
            and wanted.get("decided") in {None, match.choice}
            and match.score * 100 >= wanted.get("least", 0)
        )


def _rank(match: Match, sort: str | None) -> tuple[float, float]:
    """Give the place of a pair in an order."""
    first = {Sort.WEAKEST.value: match.score, Sort.VISITOR.value: match.visitor.position}
    first[Sort.HOST.value] = match.host.position
    return first.get(sort or "", -match.score), -match.score


class DecisionForm(Form):
    """A decision about a pair, with the reason."""

    words = "match"
    choice = forms.ChoiceField(widget=forms.RadioSelect)
    reason = forms.CharField(required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    revision = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, lang: str, match: Match, is_agreed: bool) -> None:
        decision = match.decision
        initial = {"choice": match.choice, "reason": decision.reason if decision else ""}
        revision = decision.revision if decision else 0
        super().__init__(data, lang=lang, initial=initial | {"revision": revision})
        self.is_agreed = is_agreed
        field = self.fields["choice"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(choice.value, say(lang, f"match-choice-{choice}")) for choice in Choice]

    def clean(self) -> dict[str, Any]:
        """Ask for a reason of a block, and refuse to block a meeting that was agreed beforehand."""
        entered = self.cleaned_data
        if entered.get("choice") == Choice.BLOCK:
            if not entered.get("reason"):
                self.add_error("reason", ValidationError("", code="required"))
            if self.is_agreed:
                self.add_error("choice", ValidationError("", code="agreed-meeting"))
        return entered
