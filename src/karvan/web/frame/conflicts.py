"""Two people change one thing: what the other wrote beside what this reader wrote, and nothing lost."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.shortcuts import render

from karvan.web.errors import StaleError
from karvan.web.frame.forms import Form
from karvan.web.http import Request

if TYPE_CHECKING:
    from django.http import HttpResponse


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two people filled in differently."""

    label: str
    theirs: str
    mine: str


def differences(form: Form, theirs: dict[str, Any]) -> list[Difference]:
    """Give the fields of a filled-in form that say something else than what is stored now."""
    return [
        Difference(form.label_of(name), _shown(form, name, theirs.get(name)), _shown(form, name, mine))
        for name, mine in form.cleaned_data.items()
        if name != "revision" and _shown(form, name, mine) != _shown(form, name, theirs.get(name))
    ]


def _shown(form: Form, name: str, value: Any) -> str:
    """Write the value of a field as its reader saw it."""
    field = form.fields[name]
    values = value if isinstance(value, list | tuple) else [value]
    if isinstance(field, forms.ChoiceField):
        words = {str(code): str(label) for code, label in field.choices}  # type: ignore[misc, union-attr]
        values = [words.get(str(each), str(each)) for each in values if each]
    return " · ".join("" if each is None else str(each) for each in values)


def conflict_page(request: Request, form: Form, theirs: dict[str, Any], *, revision: int, back: str) -> HttpResponse:
    """Give the page that shows both versions; sending it again writes over theirs, knowingly."""
    data: Any = copy(form.data)
    data["revision"] = str(revision)
    form.data = data
    context = {"form": form, "differences": differences(form, theirs), "back": back}
    return render(request, "frame/conflict.html", context, status=StaleError.status)
