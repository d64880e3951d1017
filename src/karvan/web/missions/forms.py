"""What organisers enter about a mission."""

from __future__ import annotations

from django import forms

from karvan.web.frame.forms import Form
from karvan.web.missions.enums import Phase


class PhaseForm(Form):
    """The phase to go to."""

    words = "phase"
    to = forms.ChoiceField(choices=Phase.choices)

    @property
    def phase(self) -> Phase:
        """The phase chosen."""
        return Phase(self.cleaned_data["to"])
