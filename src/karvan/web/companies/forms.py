"""What a company enters about itself, and the organiser on its behalf."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from karvan.languages import LANGUAGES, say
from karvan.mission.companies import CompanyKind, CompanySize, Side
from karvan.mission.opportunities import CooperationRoute, OpportunityKind, Stage
from karvan.web.companies import bridge
from karvan.web.companies.enums import Standing
from karvan.web.companies.models import Company, Opportunity, Person
from karvan.web.frame.forms import Form
from karvan.web.missions.models import Mission

LONG = forms.Textarea(attrs={"rows": 6})
Option = tuple[str, str]


def _options(lang: str, prefix: str, codes: Iterable[str], *, blank: bool = False) -> list[Option]:
    """Give choices with their words; a blank one means that nothing is said."""
    named = [(code, say(lang, f"{prefix}-{code.replace('_', '-')}")) for code in codes]
    return [("", say(lang, "choice-none")), *named] if blank else named


def written_languages(mission: Mission) -> list[str]:
    """Give the languages of a mission in which we have words for what is to be filled in."""
    return [code for code in mission.languages if code in LANGUAGES] or ["en"]


class ProfileForm(Form):
    """The profile of a company."""

    words = "profile"
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None = None, *, lang: str, mission: Mission, **options: Any) -> None:
        super().__init__(data, lang=lang, **options)
        self.mission = mission
        self.written = written_languages(mission)
        for code in self.written:
            marks = {"lang": code, "dir": LANGUAGES[code].direction}
            self.fields[f"name_{code}"] = forms.CharField(
                max_length=200, required=False, widget=forms.TextInput(attrs=marks)
            )
        for code in self.written:
            marks = {"lang": code, "dir": LANGUAGES[code].direction, "rows": "5"}
            self.fields[f"description_{code}"] = forms.CharField(
                max_length=2000, required=False, widget=forms.Textarea(attrs=marks)
            )
        self._add_facts()

    def _add_facts(self) -> None:
        lang = self.lang
        countries = [("", say(lang, "choice-none")), *bridge.countries(lang)]
        left = {"dir": "ltr"}
        self.fields |= {
            "country": forms.ChoiceField(choices=countries, required=False),
            "city": forms.CharField(max_length=200, required=False),
            "kind": forms.ChoiceField(choices=_options(lang, "company-kind", CompanyKind)),
            "size": forms.ChoiceField(choices=_options(lang, "company-size", CompanySize, blank=True), required=False),
            "languages": forms.MultipleChoiceField(
                choices=bridge.spoken_languages(lang), required=False, widget=forms.CheckboxSelectMultiple
            ),
            "website": forms.URLField(
                max_length=300, required=False, assume_scheme="https", widget=forms.TextInput(attrs=left)
            ),
            "contact_name": forms.CharField(max_length=200, required=False),
            "contact_email": forms.EmailField(max_length=254, required=False, widget=forms.EmailInput(attrs=left)),
        }

    def clean(self) -> dict[str, Any]:
        """Ask for a name in one language at least."""
        if not any(self.cleaned_data.get(f"name_{code}") for code in self.written):
            raise ValidationError("", code="no-name")
        return self.cleaned_data

    @property
    def columns(self) -> dict[str, Any]:
        """What was entered, by column; texts in the mission's languages only."""
        given = {name: value for name, value in self.cleaned_data.items() if name in _PLAIN}
        return given | {"names": self._versions("name"), "descriptions": self._versions("description")}

    def _versions(self, field: str) -> dict[str, str]:
        return {code: self.cleaned_data[f"{field}_{code}"] for code in self.written}


_PLAIN = frozenset(
    {"country", "city", "kind", "size", "languages", "website", "contact_name", "contact_email", "code", "side",
     "home_table", "max_meetings_per_day", "representatives"}
)  # fmt: skip
"""Fields of the forms that are columns as they are."""


class DeskForm(ProfileForm):
    """A company as the organiser enters it: with what is theirs to decide."""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, is_new: bool, sides: Iterable[str], **more: Any
    ) -> None:
        super().__init__(data, **more)
        own: dict[str, forms.Field] = {
            "side": forms.ChoiceField(choices=_options(self.lang, "side", sides)),
            "code": forms.RegexField(
                r"^[^;؛/\\\s.][^;؛/\\\s]*$", max_length=40, required=False, widget=forms.TextInput(attrs={"dir": "ltr"})
            ),
        }
        stored = [str(table) for table in self.mission.tables.all()]
        now = str(self.initial.get("home_table") or "")
        tables = [
            ("", say(self.lang, "choice-none")),
            *((name, name) for name in dict.fromkeys((*stored, now)) if name),
        ]
        late: dict[str, forms.Field] = {
            "representatives": forms.IntegerField(min_value=1, max_value=50, initial=1),
            "max_meetings_per_day": forms.IntegerField(min_value=1, max_value=50, required=False),
            "home_table": forms.ChoiceField(choices=tables, required=False),
        }
        self.fields = (own if is_new else {}) | self.fields | late
        self.is_new = is_new

    @property
    def side(self) -> Side:
        """The side of a new company."""
        return Side(self.cleaned_data["side"])

    def clean(self) -> dict[str, Any]:
        """Refuse a code that means something else already: another company, an interpreter, a whole side."""
        entered = super().clean()
        code = entered.get("code")
        if self.is_new and code and self._is_taken(code):
            self.add_error("code", ValidationError("", code="taken"))
        return entered

    def _is_taken(self, code: str) -> bool:
        others = (self.mission.companies, self.mission.interpreters)
        return code.casefold() in bridge.RESERVED_CODES or any(
            rows.filter(code__iexact=code).exists() for rows in others
        )


def profile_initial(company: Company) -> dict[str, Any]:
    """Give the fields of a company's form as they are stored."""
    names = {f"name_{code}": text for code, text in company.names.items()}
    descriptions = {f"description_{code}": text for code, text in company.descriptions.items()}
    plain = {name: getattr(company, name) for name in _PLAIN}
    return names | descriptions | plain | {"revision": company.revision}


class OpportunityForm(Form):
    """One offer or need."""

    words = "opportunity"
    kind = forms.ChoiceField(widget=forms.RadioSelect)
    title = forms.CharField(max_length=300)
    text = forms.CharField(max_length=4000, widget=forms.Textarea(attrs={"rows": 7}))
    domains = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    stage = forms.ChoiceField(required=False)
    routes = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        *,
        lang: str,
        initial: dict[str, Any] | None = None,
        known: bridge.Known,
    ) -> None:
        super().__init__(data, lang=lang, initial=initial)
        self.known = known
        self._offer("kind", _options(lang, "opportunity", OpportunityKind))
        self._offer("stage", _options(lang, "stage", Stage, blank=True))
        self._offer("routes", _options(lang, "route", CooperationRoute))
        self.advice = bridge.advise(self._now("title"), self._now("text"), lang, known)
        self._offer("domains", [(field.code, field.label) for field in self._fields(data, initial)])

    def _offer(self, name: str, options: list[Option]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = options

    def _now(self, name: str) -> str:
        """Give what a field says at the moment."""
        return str((self.data.get(name) if self.is_bound else self.initial.get(name)) or "")

    def _fields(self, data: Any, initial: dict[str, Any] | None) -> list[bridge.Field]:
        """Give what is understood, and what the company has said besides."""
        chosen = data.getlist("domains") if data is not None else (initial or {}).get("domains", [])
        own = (initial or {}).get("domains", [])
        kept = [code for code in chosen if code in self.known.index or code in own]
        more = [bridge.field_of(code, self.lang, self.known) for code in kept]
        return list({field.code: field for field in (*self.advice.fields, *more)}.values())

    @property
    def columns(self) -> dict[str, Any]:
        """What was entered, by column."""
        entered = {name: value for name, value in self.cleaned_data.items() if name != "revision"}
        language = bridge.language_of_text(entered["title"], entered["text"])
        return entered | {"domains": bridge.with_domains(entered["domains"]), "language": language}


def opportunity_initial(row: Opportunity) -> dict[str, Any]:
    """Give the fields of an offer or need as they are stored."""
    names = ("kind", "title", "text", "stage", "routes", "domains", "revision")
    return {name: getattr(row, name) for name in names}


class PersonForm(Form):
    """Somebody who comes for a company."""

    words = "person"
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, lang: str, mission: Mission, **options: Any) -> None:
        super().__init__(data, lang=lang, **options)
        self.written = written_languages(mission)
        for code in self.written:
            marks = forms.TextInput(attrs={"lang": code, "dir": LANGUAGES[code].direction})
            self.fields[f"name_{code}"] = forms.CharField(max_length=200, required=False, widget=marks)
        self.fields |= {
            "role": forms.CharField(max_length=200, required=False),
            "email": forms.EmailField(max_length=254, required=False, widget=forms.EmailInput(attrs={"dir": "ltr"})),
            "languages": forms.MultipleChoiceField(
                choices=bridge.spoken_languages(lang), required=False, widget=forms.CheckboxSelectMultiple
            ),
            "is_travelling": forms.BooleanField(required=False, initial=True),
            "is_reserve": forms.BooleanField(required=False),
        }

    def clean(self) -> dict[str, Any]:
        """Ask for a name in one language at least."""
        if not any(self.cleaned_data.get(f"name_{code}") for code in self.written):
            raise ValidationError("", code="no-name")
        return self.cleaned_data

    @property
    def columns(self) -> dict[str, Any]:
        """What was entered, by column."""
        names = {code: self.cleaned_data[f"name_{code}"] for code in self.written}
        plain = ("role", "email", "languages", "is_travelling", "is_reserve")
        return {"names": names} | {name: self.cleaned_data[name] for name in plain}


def person_initial(row: Person) -> dict[str, Any]:
    """Give the fields of a delegate as they are stored."""
    names = {f"name_{code}": text for code, text in row.names.items()}
    plain = ("role", "email", "languages", "is_travelling", "is_reserve", "revision")
    return names | {name: getattr(row, name) for name in plain}


class StandingForm(Form):
    """Whether a company takes part."""

    words = "standing"
    to = forms.ChoiceField(choices=Standing.choices)
    was = forms.ChoiceField(choices=Standing.choices)

    @property
    def standing(self) -> Standing:
        """What was chosen."""
        return Standing(self.cleaned_data["to"])
