"""Forms that speak the reader's language: labels, hints and problems come from the languages' messages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from karvan.languages import say
from karvan.languages.messages import has_message

if TYPE_CHECKING:
    from django.forms.boundfield import BoundField


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with what somebody entered.

    Attributes
    ----------
    anchor : str
        The id of the field; empty: the form as a whole.
    """

    anchor: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A field as a template shows it."""

    field: BoundField
    label: str
    hint: str
    problems: tuple[str, ...]

    @property
    def is_box(self) -> bool:
        """Whether it is a box to tick, whose label stands behind it."""
        return isinstance(self.field.field, forms.BooleanField)

    @property
    def is_group(self) -> bool:
        """Whether it is several boxes or buttons under one heading."""
        return isinstance(self.field.field.widget, forms.CheckboxSelectMultiple | forms.RadioSelect)

    @property
    def control(self) -> str:
        """The field itself, tied to its hint and its problems for screen readers."""
        said_by = [f"{self.field.auto_id}-hint"] * bool(self.hint) + [f"{self.field.auto_id}-problem"] * bool(
            self.problems
        )
        attributes: dict[str, str | bool] = {"aria-describedby": " ".join(said_by)} if said_by else {}
        attributes |= {"aria-invalid": "true"} if self.problems else {}
        return self.field.as_widget(attrs=attributes)


class Form(forms.Form):
    """A form in a reader's language.

    The label of a field ``city`` is the message ``<words>-city``, its hint ``<words>-city-hint`` where there is one; a
    problem with the code ``taken`` is ``form-problem-taken``.

    Attributes
    ----------
    words : str
        What the names of the form's messages begin with.
    """

    words: str = "form"
    use_required_attribute = False

    def __init__(self, data: Mapping[str, Any] | None = None, *, lang: str, **options: Any) -> None:
        self.lang = lang
        super().__init__(data, label_suffix="", **options)

    def lines(self) -> Iterator[Line]:
        """Give the visible fields with their words."""
        problems = self.errors.as_data() if self.is_bound else {}
        for field in self.visible_fields():
            hint = f"{self.words}-{_spoken(field.name)}-hint"
            yield Line(
                field=field,
                label=self.label_of(field.name),
                hint=say(self.lang, hint) if has_message(self.lang, hint) else "",
                problems=tuple(self._say(error) for error in problems.get(field.name, [])),
            )

    def problems(self) -> list[Problem]:
        """Give everything that is wrong, for the top of the page."""
        return [
            Problem("", "", self._say(error))
            if name == NON_FIELD_ERRORS or self[name].is_hidden
            else Problem(self[name].auto_id, self.label_of(name), self._say(error))
            for name, errors in self.errors.as_data().items()
            for error in errors
        ]

    def label_of(self, name: str) -> str:
        """Give the words for a field."""
        return say(self.lang, f"{self.words}-{_spoken(name)}")

    def _say(self, error: ValidationError) -> str:
        """Give an error in the reader's language; one that has no words of its own says that the value does not fit."""
        message = f"form-problem-{_spoken(error.code or 'invalid')}"
        values = {name: value for name, value in (error.params or {}).items() if isinstance(value, str | int)}
        return say(self.lang, message if has_message(self.lang, message) else "form-problem-invalid", **values)


def _spoken(name: str) -> str:
    return name.replace("_", "-")
