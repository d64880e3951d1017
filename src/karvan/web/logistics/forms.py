"""What is entered about a journey."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms

from karvan.languages import say
from karvan.web.frame.forms import Form
from karvan.web.logistics.enums import Visa
from karvan.web.logistics.models import Journey

DAY = {"type": "date"}
MOMENT = {"type": "datetime-local"}
MOMENT_FORMAT = "%Y-%m-%dT%H:%M"
CODE = {"dir": "ltr"}


def _moment() -> forms.DateTimeField:
    widget = forms.DateTimeInput(attrs=MOMENT, format=MOMENT_FORMAT)
    return forms.DateTimeField(required=False, widget=widget, input_formats=[MOMENT_FORMAT, "%Y-%m-%d %H:%M"])


class JourneyForm(Form):
    """A journey; everything may be left open."""

    words = "journey"
    passport_number = forms.CharField(required=False, max_length=40, widget=forms.TextInput(attrs=CODE))
    passport_expires_on = forms.DateField(required=False, widget=forms.DateInput(attrs=DAY))
    visa = forms.ChoiceField()
    visa_until = forms.DateField(required=False, widget=forms.DateInput(attrs=DAY))
    arrives_at = _moment()
    arrival_flight = forms.CharField(required=False, max_length=40, widget=forms.TextInput(attrs=CODE))
    departs_at = _moment()
    departure_flight = forms.CharField(required=False, max_length=40, widget=forms.TextInput(attrs=CODE))
    hotel = forms.CharField(required=False, max_length=200)
    badge_name = forms.CharField(required=False, max_length=200)
    emergency_name = forms.CharField(required=False, max_length=200)
    emergency_phone = forms.CharField(required=False, max_length=60, widget=forms.TextInput(attrs=CODE))
    revision = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, lang: str, journey: Journey | None, zone: ZoneInfo) -> None:
        self.zone = zone
        super().__init__(data, lang=lang, initial=self._initial(journey))
        field = self.fields["visa"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(visa.value, say(lang, f"visa-{visa}")) for visa in Visa]

    def _initial(self, journey: Journey | None) -> dict[str, Any]:
        if journey is None:
            return {"revision": 0, "visa": Visa.UNKNOWN}
        values = {name: getattr(journey, name) for name in self.base_fields}
        for name in ("arrives_at", "departs_at"):
            values[name] = values[name].astimezone(self.zone).replace(tzinfo=None) if values[name] else None
        return values

    @property
    def columns(self) -> dict[str, Any]:
        """What was entered, with times in the mission's zone."""
        entered = dict(self.cleaned_data)
        entered.pop("revision")
        for name in ("arrives_at", "departs_at"):
            moment: datetime | None = entered[name]
            entered[name] = moment.replace(tzinfo=self.zone) if moment else None
        return entered
