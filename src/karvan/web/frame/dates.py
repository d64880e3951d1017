"""Dates and times in forms: both calendars, as the workbook reads them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join

from karvan.formats.workbook.dates import date_of, time_of
from karvan.languages.dates import full_date, weekday

if TYPE_CHECKING:
    from django.utils.safestring import SafeString


class DateInput(forms.TextInput):
    """A line for a date of either calendar, with the date that stands in it said in both.

    A script (``karvan/dates.js``) says it anew while somebody types; without it the page says it when it comes back.
    """

    lang = "en"

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """Draw the line and, below it, its date in both calendars."""
        fixed = {"dir": "ltr", "autocomplete": "off", "data-date": self.lang, "placeholder": "2025-12-03 · 1404/09/12"}
        line = super().render(name, value, fixed | (attrs or {}), renderer)
        day = value if isinstance(value, date) else date_of(str(value or ""))[0]
        said = " · ".join(full_date(self.lang, day)) if day else ""
        return format_html('{}<output class="hint said-date" for="{}">{}</output>', line, (attrs or {})["id"], said)


class DateField(forms.Field):
    """A date: ``2025-12-03``, ``1404/09/12``, in the digits of any language."""

    widget = DateInput

    def to_python(self, value: Any) -> date | None:
        """Give the date; refuse what is none for certain."""
        text = str(value or "").strip()
        if not text or isinstance(value, date):
            return value if isinstance(value, date) else None
        day, _ = date_of(text)
        if day is None:
            raise ValidationError("", code="bad-date")
        return day

    def prepare_value(self, value: Any) -> Any:
        """Write a date as ISO text."""
        return value.isoformat() if isinstance(value, date) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another day is meant, however it is written."""
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True

    def speak(self, lang: str) -> None:
        """Have the widget say dates in a language."""
        self.widget.lang = lang


class DayField(forms.TypedChoiceField):
    """A day out of a few: a list in which each stands in both calendars."""

    def __init__(self, **options: Any) -> None:
        super().__init__(coerce=date.fromisoformat, empty_value=None, **options)

    def offer(self, days: Iterable[date], lang: str) -> None:
        """Fill the list."""
        own = [(day.isoformat(), day_in_both(lang, day)) for day in days]
        self.choices = own if self.required else [("", "—"), *own]


class ClockField(forms.Field):
    """A time of day, to the minute: ``9:00`` in the digits of any language."""

    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")

    def to_python(self, value: Any) -> time | None:
        """Give the time; refuse what is none."""
        text = str(value or "").strip()
        if not text or isinstance(value, time):
            return value if isinstance(value, time) else None
        clock, _ = time_of(text)
        if clock is None:
            raise ValidationError("", code="bad-time")
        return clock

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another time is meant, however it is written."""
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


class SuggestingInput(forms.TextInput):
    """A line with a list of what is usually written in it."""

    suggestions: tuple[str, ...] = ()

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """Draw the line and its list."""
        line = super().render(name, value, (attrs or {}) | {"list": f"{name}-list"}, renderer)
        options = format_html_join("", '<option value="{}">', ((text,) for text in self.suggestions))
        return format_html('{}<datalist id="{}-list">{}</datalist>', line, name, options)


def day_in_both(lang: str, day: date) -> str:
    """Write a day of the week with its date in both calendars."""
    return " · ".join((weekday(lang, day), *full_date(lang, day)))


def days_between(first: date, last: date) -> tuple[date, ...]:
    """Give all days from the first to the last."""
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))
