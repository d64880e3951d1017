"""Which part of the trail to show."""

from __future__ import annotations

from django import forms

from karvan.web.frame.forms import Form


class TrailForm(Form):
    """By whom, and what."""

    words = "trail"
    who = forms.CharField(required=False, max_length=100)
    action = forms.CharField(required=False, max_length=60)
    page = forms.IntegerField(required=False, min_value=1)

    @property
    def wanted(self) -> dict[str, str]:
        """What to filter by."""
        return {name: self.cleaned_data[name] for name in ("who", "action")} if self.is_valid() else {}
