"""What is entered about clearances."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from karvan.languages import say
from karvan.web.clearances.enums import ClearanceState
from karvan.web.frame.forms import Form


class ClearanceForm(Form):
    """A decision, with who answers for it and on what basis."""

    words = "clearance"
    state = forms.ChoiceField()
    basis = forms.CharField(required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    decided_by = forms.CharField(max_length=200)
    decided_on = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    valid_until = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, data: Any = None, *, lang: str, today: date, name: str) -> None:
        super().__init__(data, lang=lang, initial={"decided_on": today, "decided_by": name})
        self.today = today
        field = self.fields["state"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(state.value, say(lang, f"clearance-{state}")) for state in ClearanceState]

    def clean(self) -> dict[str, Any]:
        """Ask for a basis of every decision, and refuse one of the future or one that has run out already."""
        entered = self.cleaned_data
        if entered.get("state") in {ClearanceState.CLEARED, ClearanceState.REFUSED} and not entered.get("basis"):
            self.add_error("basis", ValidationError("", code="required"))
        if (decided := entered.get("decided_on")) and decided > self.today:
            self.add_error("decided_on", ValidationError("", code="in-future"))
        if (until := entered.get("valid_until")) and until < self.today:
            self.add_error("valid_until", ValidationError("", code="in-past"))
        return entered
