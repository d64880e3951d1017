"""What the organiser's team asks for in the list of companies, and whom it invites."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from karvan.languages import LANGUAGES, say
from karvan.mission.companies import Side
from karvan.web.companies.bridge import field_of
from karvan.web.companies.enums import Standing
from karvan.web.companies.models import Company
from karvan.web.delegations.enums import SORTS, Completeness
from karvan.web.delegations.queries import Row
from karvan.web.frame.forms import Form

Option = tuple[str, str]


class ListForm(Form):
    """Which companies to show, in which order."""

    words = "delegations"
    q = forms.CharField(required=False, max_length=200)
    side = forms.ChoiceField(required=False)
    domain = forms.ChoiceField(required=False)
    standing = forms.ChoiceField(required=False)
    profile = forms.ChoiceField(required=False)
    sort = forms.ChoiceField(required=False, choices=[(f"{sign}{name}", name) for name in SORTS for sign in ("", "-")])

    def __init__(self, data: Any, *, lang: str, rows: Iterable[Row]) -> None:
        super().__init__(data, lang=lang)
        codes = {code for row in rows for code in row.domains}
        self._offer("side", [(side.value, say(lang, f"side-{side}")) for side in Side])
        self._offer("domain", sorted(((code, field_of(code, lang).label) for code in codes), key=lambda each: each[1]))
        self._offer("standing", [(each.value, say(lang, f"standing-{each.value}")) for each in Standing])
        self._offer("profile", [(each.value, say(lang, f"completeness-{each}")) for each in Completeness])

    def _offer(self, name: str, options: list[Option]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", say(self.lang, "choice-any")), *options]

    def wish(self, name: str) -> str:
        """Give what a field asks for; nothing where the address asks for what does not exist."""
        return str(self.cleaned_data.get(name, "")) if self.is_valid() else ""

    @property
    def is_filtered(self) -> bool:
        """Whether it asks for less than everything."""
        return any(self.wish(name) for name in ("q", "side", "domain", "standing", "profile"))

    def chosen(self, rows: Iterable[Row], scores: Mapping[str, float]) -> list[Row]:
        """Give the rows that are asked for, in their order.

        Parameters
        ----------
        scores : mapping of str to float
            Codes that the search through names and texts found, and how well they fit.
        """
        found = [row for row in rows if self._fits(row, scores)]
        if self.wish("q") and not self.wish("sort"):
            found.sort(key=lambda row: (not row.says(self.wish("q")), -scores.get(row.company.code, 0.0)))
        name = self.wish("sort")
        if name:
            found.sort(key=lambda row: row.key(name.lstrip("-"), self.lang), reverse=name.startswith("-"))
        return found

    def _fits(self, row: Row, scores: Mapping[str, float]) -> bool:
        words, profile, standing = self.wish("q"), self.wish("profile"), self.wish("standing")
        return (
            (not words or row.company.code in scores or row.says(words))
            and self.wish("side") in {"", row.company.side}
            and (not self.wish("domain") or self.wish("domain") in row.domains)
            and (not standing or (row.is_ours and standing == row.company.standing))
            and (not profile or (row.is_ours and row.profile.is_complete is (profile == Completeness.COMPLETE)))
        )


class ManagerForm(Form):
    """Who is to manage a company on the web."""

    words = "invite"
    email = forms.EmailField(max_length=254, widget=forms.EmailInput(attrs={"dir": "ltr"}))
    name = forms.CharField(max_length=200)
    letter_language = forms.ChoiceField(choices=[(code, language.name) for code, language in LANGUAGES.items()])

    def __init__(self, data: Any = None, *, lang: str, company: Company) -> None:
        spoken = next((code for code in company.languages if code in LANGUAGES), lang)
        known = {"email": company.contact_email, "name": company.contact_name, "letter_language": spoken}
        super().__init__(data, lang=lang, initial=known)
