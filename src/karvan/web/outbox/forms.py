"""What the outbox sends and asks, checked."""

from __future__ import annotations

from django import forms

from karvan.web.frame.forms import Form
from karvan.web.outbox.enums import State


class ListForm(Form):
    """Which letters to list."""

    words = "outbox"
    state = forms.ChoiceField(required=False, choices=[("", ""), ("unseen", ""), *State.choices])
    page = forms.IntegerField(required=False, min_value=1)

    @property
    def wanted(self) -> dict[str, str | bool]:
        """What to filter by; everything, where the address asks for what does not exist."""
        state = self.cleaned_data["state"] if self.is_valid() else ""
        return {"is_unseen": True} if state == "unseen" else {"state": state}


class SendForm(Form):
    """Whether to send what waits, or to try again what failed."""

    words = "outbox"
    failed = forms.BooleanField(required=False)
