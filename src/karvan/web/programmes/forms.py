"""What readers can ask of a page in its address, checked."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms

from karvan.formats.readers import Reader
from karvan.languages import say
from karvan.mission.companies import Side
from karvan.web.programmes.screens.directory import Order
from karvan.web.programmes.screens.grid import Choice

Option = tuple[str, str]
"""A value and the words for it."""


class GridForm(forms.Form):
    """Which part of a day's grid to show; the choices are the mission's."""

    company = forms.ChoiceField(required=False)
    interpreter = forms.ChoiceField(required=False)
    venue = forms.ChoiceField(required=False)

    def offer(self, name: str, options: Iterable[Option], lang: str) -> None:
        """Fill in the choices of a field, headed by one that chooses everything."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", say(lang, f"web-grid-any-{name}")), *options]

    @property
    def choice(self) -> Choice:
        """What is to be shown: everything, where the address asks for what does not exist."""
        return Choice(**self.cleaned_data) if self.is_valid() else Choice()


def grid_form(query: dict[str, str], reader: Reader) -> GridForm:
    """Give the form of the grid with the companies, interpreters and venues of a mission."""
    mission, form = reader.mission, GridForm(query)
    names = ((code, reader.name(code)) for code in mission.company)
    form.offer("company", sorted(names, key=lambda option: option[1]), reader.lang)
    form.offer("interpreter", ((i.code, i.name) for i in mission.interpreters), reader.lang)
    form.offer("venue", ((venue, reader.venue(venue)) for venue in _meeting_venues(reader)), reader.lang)
    return form


def _meeting_venues(reader: Reader) -> Iterable[str]:
    blocks = (block for block in reader.mission.blocks if block.kind == "meetings")
    return dict.fromkeys(venue for block in blocks for venue in reader.mission.venues_of(block) if venue)


class DirectoryForm(forms.Form):
    """Which companies to list, and in which order."""

    q = forms.CharField(required=False, max_length=100)
    side = forms.ChoiceField(required=False, choices=[("", ""), *((side.value, side.value) for side in Side)])
    sort = forms.ChoiceField(required=False, choices=[(order.value, order.value) for order in Order])

    @property
    def words(self) -> str:
        """What is searched for."""
        return str(self.cleaned_data["q"]) if self.is_valid() else ""

    @property
    def side_wanted(self) -> str:
        """A side, or empty for both."""
        return str(self.cleaned_data["side"]) if self.is_valid() else ""

    @property
    def order(self) -> Order:
        """By name, unless another order is asked for."""
        return Order(self.cleaned_data["sort"] or Order.NAME) if self.is_valid() else Order.NAME


class SeenForm(forms.Form):
    """Which release somebody confirms."""

    number = forms.IntegerField(min_value=1)
