"""What is entered about meeting requests."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from karvan.languages import say
from karvan.mission.requests import RequestLevel
from karvan.web.frame.dates import DateField
from karvan.web.frame.forms import Form
from karvan.web.requests.enums import Disclosure, Expiry

WORDS = forms.Textarea(attrs={"rows": 3, "dir": "auto"})


class AskForm(Form):
    """A request for a meeting."""

    words = "ask"
    level = forms.ChoiceField(widget=forms.RadioSelect)
    message = forms.CharField(max_length=1000, required=False, widget=WORDS)

    def __init__(self, data: Any = None, *, lang: str, **options: Any) -> None:
        super().__init__(data, lang=lang, **options)
        field = self.fields["level"]
        assert isinstance(field, forms.ChoiceField)
        levels = (RequestLevel.MUST, RequestLevel.WANT)
        field.choices = [(level.value, say(lang, f"ask-level-{level}")) for level in levels]


class AnswerForm(Form):
    """The answer to a request."""

    words = "answer"
    verdict = forms.ChoiceField(choices=[("accept", "accept"), ("decline", "decline")])
    message = forms.CharField(max_length=1000, required=False, widget=WORDS)


class AvoidForm(Form):
    """Why a company does not want to meet another; nobody but the neutral desk reads it."""

    words = "avoid"
    message = forms.CharField(max_length=1000, required=False, widget=WORDS)


class RulesForm(Form):
    """How long requests wait, and what companies see of each other."""

    words = "request-rules"
    ends = forms.ChoiceField(widget=forms.RadioSelect)
    days = forms.IntegerField(min_value=1, max_value=60)
    website = forms.ChoiceField()
    people = forms.ChoiceField()
    contacts = forms.ChoiceField()

    def __init__(self, data: Any = None, *, lang: str, **options: Any) -> None:
        super().__init__(data, lang=lang, **options)
        for name in ("website", "people", "contacts"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [(when.value, say(lang, f"disclosure-{when}")) for when in Disclosure]
        ends = self.fields["ends"]
        assert isinstance(ends, forms.ChoiceField)
        ends.choices = [(each.value, say(lang, f"expiry-{each}")) for each in Expiry]

    @property
    def shows(self) -> dict[str, Disclosure]:
        """When each part is seen."""
        return {name: Disclosure(self.cleaned_data[name]) for name in ("website", "people", "contacts")}

    @property
    def expiry(self) -> Expiry:
        """Until when requests wait."""
        return Expiry(self.cleaned_data["ends"])


class ExtendForm(Form):
    """The day until whose end requests wait that wait now."""

    words = "request-extend"
    until = DateField()

    def __init__(self, data: Any = None, *, lang: str, today: date) -> None:
        super().__init__(data, lang=lang)
        self.today = today
        field = self.fields["until"]
        assert isinstance(field, DateField)
        field.speak(lang)

    def clean_until(self) -> date:
        """Refuse a day that is over."""
        day: date = self.cleaned_data["until"]
        if day < self.today:
            raise ValidationError("", code="day-over")
        return day
