"""What the neutral desk enters about concepts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from karvan.languages import LANGUAGES
from karvan.web.frame.forms import Form
from karvan.web.missions.models import Mission
from karvan.web.taxonomy import bridge
from karvan.web.taxonomy.models import Concept

MARKS = re.compile(r"[;؛\n]")
"""What separates synonyms."""


class ConceptForm(Form):
    """One concept that the mission adds."""

    words = "concept"
    parent = forms.ChoiceField()
    code = forms.RegexField(
        r"^[a-z0-9_-]+$", max_length=80, required=False, widget=forms.TextInput(attrs={"dir": "ltr"})
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        lang: str,
        mission: Mission,
        row: Concept | None,
    ) -> None:
        super().__init__(data, lang=lang, initial=concept_initial(row) if row else {"revision": 0})
        self.mission, self.row = mission, row
        parent = self.fields["parent"]
        assert isinstance(parent, forms.ChoiceField)
        parent.choices = bridge.domains(lang)
        self._add_words("label", forms.TextInput)
        self._add_words("synonyms", forms.Textarea)
        self.fields["links"] = forms.CharField(
            max_length=1000, required=False, widget=forms.TextInput(attrs={"dir": "ltr"})
        )

    def _add_words(self, name: str, widget: type[forms.Widget]) -> None:
        """Add a field once for each language."""
        rows = {"rows": "3"} if widget is forms.Textarea else {}
        for code in bridge.LANGUAGES:
            marks = {"lang": code, "dir": LANGUAGES[code].direction} | rows
            self.fields[f"{name}_{code}"] = forms.CharField(max_length=1000, required=False, widget=widget(attrs=marks))

    def clean_links(self) -> list[str]:
        """Refuse what is no concept."""
        codes = [code.strip() for code in MARKS.split(self.cleaned_data["links"]) if code.strip()]
        unknown = bridge.unknown_links(self.mission, codes)
        if unknown:
            raise ValidationError("", code="unknown-concept", params={"code": unknown[0]})
        return codes

    def clean(self) -> dict[str, Any]:
        """Ask for a name, and for a code that no other added concept of the domain has."""
        entered = self.cleaned_data
        labels = self._versions("label")
        if not labels:
            raise ValidationError("", code="no-name")
        if "code" in entered:
            entered["code"] = code = entered["code"] or bridge.code_from(labels.get("en", ""))
            others = self.mission.concepts.exclude(pk=self.row.pk if self.row else 0)
            if not code:
                self.add_error("code", ValidationError("", code="required"))
            elif others.filter(parent=entered.get("parent"), code=code).exists():
                self.add_error("code", ValidationError("", code="taken"))
        return entered

    @property
    def columns(self) -> dict[str, Any]:
        """What was entered, by column; words in other languages stay."""
        entered, row = self.cleaned_data, self.row
        synonyms = {
            code: ";".join(dict.fromkeys(word.strip() for word in MARKS.split(text) if word.strip()))
            for code, text in self._versions("synonyms").items()
        }
        return {
            "parent": entered["parent"],
            "code": entered["code"],
            "labels": _others(row.labels if row else {}) | self._versions("label"),
            "synonyms": _others(row.synonyms if row else {}) | synonyms,
            "links": entered["links"],
        }

    def _versions(self, name: str) -> dict[str, str]:
        found = {code: str(self.cleaned_data.get(f"{name}_{code}", "")) for code in bridge.LANGUAGES}
        return {code: text for code, text in found.items() if text}


def _others(texts: dict[str, str]) -> dict[str, str]:
    return {code: text for code, text in texts.items() if code not in bridge.LANGUAGES}


def concept_initial(row: Concept) -> dict[str, Any]:
    """Give the fields of a concept as they are stored."""
    labels = {f"label_{code}": text for code, text in row.labels.items()}
    synonyms = {f"synonyms_{code}": text.replace(";", "\n") for code, text in row.synonyms.items()}
    plain = {"parent": row.parent, "code": row.code, "links": "; ".join(row.links), "revision": row.revision}
    return labels | synonyms | plain


class AddressForm(Form):
    """The only address to which a command may send texts."""

    words = "taxonomy"
    address = forms.URLField(
        max_length=300, required=False, assume_scheme="https", widget=forms.URLInput(attrs={"dir": "ltr"})
    )
    was = forms.CharField(max_length=300, required=False, widget=forms.HiddenInput)


class TryForm(Form):
    """A text to try the taxonomy out with."""

    words = "taxonomy"
    text = forms.CharField(required=False, max_length=2000)
