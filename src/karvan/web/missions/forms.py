"""What organisers enter about a mission."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from karvan.languages import say
from karvan.web.frame.dates import DateField
from karvan.web.frame.forms import Form
from karvan.web.missions.enums import Phase
from karvan.web.missions.models import Mission
from karvan.web.missions.phases import last_day, revision_of


class PhaseForm(Form):
    """The phase to go to."""

    words = "phase"
    to = forms.ChoiceField(choices=Phase.choices)

    @property
    def phase(self) -> Phase:
        """The phase chosen."""
        return Phase(self.cleaned_data["to"])


class DeadlinesForm(Form):
    """The last day of each phase; a phase without one lasts until somebody goes on."""

    words = "deadlines"
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, lang: str, mission: Mission) -> None:
        super().__init__(data, lang=lang, initial=deadlines_initial(mission))
        for phase in Phase:
            field = DateField(required=False)
            field.speak(lang)
            self.fields[_name(phase)] = field

    def label_of(self, name: str) -> str:
        """Give the name of the phase."""
        return say(self.lang, f"web-phase-{name.replace('_', '-')}")

    def clean(self) -> dict[str, Any]:
        """Refuse a phase that ends before an earlier one does."""
        given = [(phase, day) for phase in Phase if (day := self.cleaned_data.get(_name(phase)))]
        for (_, before), (phase, day) in pairwise(given):
            if day < before:
                self.add_error(_name(phase), ValidationError("", code="phases-out-of-order"))
        return self.cleaned_data

    @property
    def days(self) -> dict[Phase, date | None]:
        """The last day of each phase."""
        return {phase: self.cleaned_data[_name(phase)] for phase in Phase}


def deadlines_initial(mission: Mission) -> dict[str, Any]:
    """Give what stands in the fields."""
    days = {_name(phase): last_day(mission, phase) for phase in Phase}
    return days | {"revision": revision_of(mission.deadlines)}


def _name(phase: Phase) -> str:
    return phase.value.replace("-", "_")
