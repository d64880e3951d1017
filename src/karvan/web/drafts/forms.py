"""What the scheduler's grid sends, checked."""

from __future__ import annotations

from typing import Any

from django import forms

from karvan.web.drafts.enums import Scope
from karvan.web.frame.forms import Form
from karvan.web.missions.enums import ClearanceRule


class ChangeForm(Form):
    """The revision of the draft that somebody saw."""

    words = "draft"
    revision = forms.IntegerField(min_value=1)


class PairForm(ChangeForm):
    """A pair, ``V01+H02``."""

    pair = forms.RegexField(r"^[^+]{1,40}\+[^+]{1,40}$")

    @property
    def companies(self) -> frozenset[str]:
        """The two codes."""
        return frozenset(self.cleaned_data["pair"].split("+"))


class PlaceForm(PairForm):
    """Where a pair is to meet: ``venue|table|start``."""

    cell = forms.RegexField(r"^[^|]*\|[^|]*\|\d{4}-\d\d-\d\dT\d\d:\d\d$")


class SolveForm(ChangeForm):
    """What the scheduler may change, and for how long."""

    scope = forms.ChoiceField(choices=Scope.choices)
    seconds = forms.IntegerField(min_value=1, max_value=3600, initial=45)


class NameForm(Form):
    """What a draft or a release is called."""

    words = "draft"
    name = forms.CharField(max_length=120)


class ReleaseForm(ChangeForm):
    """The name of a release, and why it goes out although somebody in it lacks clearance."""

    words = "release"
    revision = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    name = forms.CharField(max_length=200, widget=forms.TextInput(attrs={"dir": "auto"}))
    reason = forms.CharField(max_length=1000, widget=forms.Textarea(attrs={"dir": "auto", "rows": 3}))

    def __init__(self, data: Any = None, *, lang: str, revision: int, is_reason_needed: bool) -> None:
        super().__init__(data, lang=lang, initial={"revision": revision})
        if not is_reason_needed:
            self.fields["reason"] = forms.CharField(required=False, widget=forms.HiddenInput)


class ClearanceRuleForm(Form):
    """What a release does about missing clearances."""

    words = "clearance-rule"
    rule = forms.ChoiceField(choices=ClearanceRule.choices)
