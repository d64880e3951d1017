"""What a company's manager enters about their people's time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms

from karvan.languages import say
from karvan.web.availability.bridge import Day, keys_of, spans_of
from karvan.web.availability.queries import Said
from karvan.web.companies.models import Person
from karvan.web.frame.forms import Form, Line

EVERYBODY = 0
"""The number of a form's lines that are about the company as a whole."""


@dataclass(frozen=True, slots=True)
class Row:
    """One person's lines of the form.

    Attributes
    ----------
    person : Person or None
        None: the company as a whole.
    ticked : set of str
        Keys of days and slots.
    """

    person: Person | None
    name: str
    ticked: set[str]
    reason: Line


class AvailabilityForm(Form):
    """Days and slots in which each person cannot meet, and why."""

    words = "availability"
    revision = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, lang: str, people: Sequence[Person], days: Sequence[Day], said: Said
    ) -> None:
        self.people: tuple[Person | None, ...] = tuple(people) or (None,)
        self.days, self.said = days, said
        super().__init__(data, lang=lang, initial={"revision": said.revision})
        keys = [key for day in days for key in (day.key, *(slot.key for slot in day.slots))]
        for person in self.people:
            before = self._before(person)
            self.fields[f"away_{_number(person)}"] = forms.MultipleChoiceField(
                choices=[(key, key) for key in keys], required=False, initial=sorted(keys_of(before["spans"], days))
            )
            self.fields[f"reason_{_number(person)}"] = forms.CharField(
                max_length=300, required=False, initial=before["reason"], widget=forms.TextInput(attrs={"dir": "auto"})
            )

    def label_of(self, name: str) -> str:
        """Give the words for a field: the same for everybody."""
        return say(self.lang, f"availability-{name.partition('_')[0]}")

    def _before(self, person: Person | None) -> dict[str, Any]:
        return self.said.away.get(person.pk if person else None, {"spans": [], "reason": ""})

    def rows(self) -> list[Row]:
        """Give each person's lines."""
        lines = {line.field.name: line for line in self.lines()}
        return [
            Row(
                person,
                f"away_{_number(person)}",
                set(self[f"away_{_number(person)}"].value() or ()),
                replace(lines[f"reason_{_number(person)}"], hint=say(self.lang, "availability-reason-hint")),
            )
            for person in self.people
        ]

    @property
    def away(self) -> dict[int | None, dict[str, Any]]:
        """What was entered, as `give_availability` takes it."""
        entered = self.cleaned_data
        return {
            person.pk if person else None: {
                "spans": spans_of(entered[f"away_{_number(person)}"], self.days, self._before(person)["spans"]),
                "reason": entered[f"reason_{_number(person)}"],
            }
            for person in self.people
        }


def _number(person: Person | None) -> int:
    return person.pk if person else EVERYBODY
