"""What is asked about debts, and entered about reminders."""

from __future__ import annotations

from django import forms

from karvan.mission.companies import Side
from karvan.web.frame.forms import Form
from karvan.web.missions.phases import Activity


class DebtsForm(Form):
    """Which debts to show."""

    words = "debts"
    side = forms.ChoiceField(required=False, choices=[("", ""), *((side.value, side.value) for side in Side)])
    kind = forms.ChoiceField(required=False, choices=[("", ""), *((each.value, each.value) for each in Activity)])
    page = forms.IntegerField(required=False, min_value=1)

    @property
    def wanted(self) -> dict[str, str]:
        """What to narrow the debts by; everything, where what was asked is none of the choices."""
        is_known = self.is_valid()
        return {name: self.cleaned_data[name] if is_known else "" for name in ("side", "kind")}


class RemindForm(DebtsForm):
    """Whom to remind: one company, or all of those that are shown."""

    company = forms.CharField(required=False, max_length=40)
    again = forms.BooleanField(required=False)
