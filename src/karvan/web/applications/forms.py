"""What applicants enter, and what the organiser's team enters about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError

from karvan.languages import say
from karvan.languages.names import language_name
from karvan.mission.companies import CompanySize
from karvan.mission.localised import LocalisedText
from karvan.web.applications.assessing import Row
from karvan.web.applications.bridge import TOP_GRADE, Questionnaire
from karvan.web.applications.enums import DECIDED, Outcome, QuestionKind
from karvan.web.applications.models import Application, Assessment, CallForCompanies
from karvan.web.frame.forms import Form, Line
from karvan.web.workbooks.forms import countries

LTR = {"dir": "ltr"}
AUTO = {"dir": "auto"}
MOMENT = "%Y-%m-%dT%H:%M"
"""How browsers write a date with its time."""

TRAP = "fax"
"""The name of a field that people do not see, and programs fill in."""


def best(versions: dict[str, str], lang: str) -> str:
    """Give a stored text in a language, else in English, else in any."""
    return LocalisedText.from_mapping(versions).best(lang)


def give_choices(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    """Give a field its choices."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


class RevisionField(forms.Field):
    """The revision that a form was drawn from; one that is not a number is none that stands anywhere."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> int:
        """Give the number."""
        text = str(value)
        return int(text) if text.isdecimal() and len(text) < 10 else -1


class ByLanguageForm(Form):
    """A form with fields per language: ``text_fa`` is labelled by the message ``<words>-text`` of that language."""

    per_language: tuple[str, ...] = ()

    def add_per_language(self, name: str, langs: list[str], field: forms.CharField) -> None:
        """Add a field once for each language."""
        rows = {"rows": 4} if isinstance(field.widget, forms.Textarea) else {}
        for lang in langs:
            self.fields[f"{name}_{lang}"] = forms.CharField(
                required=False,
                max_length=field.max_length,
                widget=field.widget.__class__(attrs={"dir": "auto", "lang": lang} | rows),
            )

    def label_of(self, name: str) -> str:
        """Give the words for a field, with its language."""
        start, _, lang = name.rpartition("_")
        if start in self.per_language:
            return say(self.lang, f"{self.words}-{start}", language=language_name(self.lang, lang))
        return super().label_of(name)

    def by_language(self, name: str) -> dict[str, str]:
        """Give what was entered per language, without the empty ones."""
        start = f"{name}_"
        entered = self.cleaned_data.items()
        return {key.removeprefix(start): value for key, value in entered if key.startswith(start) and value}


def spread(name: str, versions: dict[str, str]) -> dict[str, str]:
    """Give a stored text as the initial values of the fields of a `ByLanguageForm`."""
    return {f"{name}_{lang}": text for lang, text in versions.items()}


class ApplyForm(ByLanguageForm):
    """The application of a company, with the organiser's own questions."""

    words = "apply"
    per_language = ("name",)
    country = forms.ChoiceField()
    city = forms.CharField(max_length=200, widget=forms.TextInput(attrs=AUTO))
    size = forms.ChoiceField(required=False)
    website = forms.URLField(required=False, max_length=300, assume_scheme="https", widget=forms.URLInput(attrs=LTR))
    contact_name = forms.CharField(max_length=200, widget=forms.TextInput(attrs=AUTO | {"autocomplete": "name"}))
    contact_email = forms.EmailField(max_length=254, widget=forms.EmailInput(attrs=LTR | {"autocomplete": "email"}))
    offer = forms.CharField(required=False, max_length=4000, widget=forms.Textarea(attrs=AUTO | {"rows": 5}))
    need = forms.CharField(required=False, max_length=4000, widget=forms.Textarea(attrs=AUTO | {"rows": 5}))
    revision = RevisionField()

    def __init__(
        self, data: Any = None, *, lang: str, call: CallForCompanies, application: Application | None = None
    ) -> None:
        super().__init__(data, lang=lang, initial=initial_of(application, call))
        self.call, self.questions = call, {f"answer_{each['code']}": each for each in call.questions}
        give_choices(self, "country", [("", "—"), *countries(lang)])
        give_choices(
            self, "size", [("", "—"), *((size.value, say(lang, f"company-size-{size}")) for size in CompanySize)]
        )
        self.add_per_language("name", call.mission.languages, forms.CharField(max_length=300))
        for name, question in self.questions.items():
            self.fields[name] = field_of(question, lang)
        names = [name for name in self.fields if name.startswith("name_")]
        self.order_fields([*names, *(name for name in self.fields if name not in names)])
        if application is None:
            self.fields["consent"] = forms.BooleanField()

    def label_of(self, name: str) -> str:
        """Give the words for a field: of the organiser's questions, their own; of the consent, its text."""
        if name in self.questions:
            return best(self.questions[name]["labels"], self.lang)
        return consent_of(self.call, self.lang) if name == "consent" else super().label_of(name)

    def clean(self) -> dict[str, Any]:
        """Ask for a name, and for an offer or a need; refuse what a program has filled in."""
        names = [name for name in self.fields if name.startswith("name_")]
        if not any(self.cleaned_data.get(name) for name in names):
            self.add_error(names[0], ValidationError("", code="required"))
        if not self.cleaned_data.get("offer") and not self.cleaned_data.get("need") and "offer" not in self.errors:
            self.add_error("offer", ValidationError("", code="offer-or-need"))
        if self.data.get(TRAP):
            raise ValidationError("", code="trap")
        return self.cleaned_data

    @property
    def columns(self) -> dict[str, Any]:
        """What was entered, by column of the application."""
        entered = self.cleaned_data
        plain = ("country", "city", "size", "website", "contact_name", "contact_email", "offer", "need")
        answers = {
            question["code"]: str(entered[name]) for name, question in self.questions.items() if _is_said(entered[name])
        }
        return {name: entered[name] for name in plain} | {"names": self.by_language("name"), "answers": answers}


def _is_said(answer: Any) -> bool:
    return answer is not None and answer != ""


def initial_of(application: Application | None, call: CallForCompanies) -> dict[str, Any]:
    """Give what the form of an application shows at first."""
    if application is None:
        home = call.mission.visiting_country if call.side == "visitor" else call.mission.host_country
        return {"country": home, "revision": 0}
    columns = {name: getattr(application, name) for name in ApplyForm.base_fields}
    answers = {f"answer_{code}": value for code, value in application.answers.items()}
    return columns | spread("name", application.names) | answers


def consent_of(call: CallForCompanies, lang: str) -> str:
    """Give the words to which an applicant agrees: the organiser's, else ours."""
    return best(call.consents, lang) or say(lang, "apply-consent")


def field_of(question: dict[str, Any], lang: str) -> forms.Field:
    """Give the field of one of the organiser's own questions."""
    kind, is_required = QuestionKind(question["kind"]), bool(question["is_required"])
    if kind is QuestionKind.NUMBER:
        return forms.DecimalField(required=is_required, max_digits=15, decimal_places=3)
    if kind is QuestionKind.TEXT:
        widget = forms.Textarea(attrs=AUTO | {"rows": 3})
        return forms.CharField(required=is_required, max_length=4000, widget=widget)
    return forms.ChoiceField(required=is_required, choices=[("", "—"), *options_of(question, lang)])


def options_of(question: dict[str, Any], lang: str) -> list[tuple[str, str]]:
    """Give what a question of a choice, or of yes or no, can be answered with."""
    if question["kind"] == QuestionKind.YES_NO:
        return [("yes", say(lang, "answer-yes")), ("no", say(lang, "answer-no"))]
    return [(str(number), best(labels, lang)) for number, labels in enumerate(question.get("choices", ()), 1)]


def answer_in_words(question: dict[str, Any], answer: str, lang: str) -> str:
    """Give an answer as a reader of a language sees it."""
    if question["kind"] in {QuestionKind.CHOICE, QuestionKind.YES_NO}:
        return dict(options_of(question, lang)).get(answer, answer)
    return answer


class CallForm(ByLanguageForm):
    """When a call opens and closes, and what it says."""

    words = "call"
    per_language = ("text", "consent")
    opens_at = forms.DateTimeField(input_formats=[MOMENT], widget=forms.DateTimeInput(attrs={"type": "datetime-local"}))
    closes_at = forms.DateTimeField(
        input_formats=[MOMENT], widget=forms.DateTimeInput(attrs={"type": "datetime-local"})
    )
    revision = RevisionField()

    def __init__(
        self, data: Any = None, *, lang: str, call: CallForCompanies | None, languages: list[str], time_zone: str
    ) -> None:
        self.zone = ZoneInfo(time_zone)
        super().__init__(data, lang=lang, initial=self._initial(call, languages))
        for name in self.per_language:
            self.add_per_language(name, languages, forms.CharField(max_length=6000, widget=forms.Textarea))

    def _initial(self, call: CallForCompanies | None, languages: list[str]) -> dict[str, Any]:
        if call is None:
            return spread("consent", {lang: say(lang, "apply-consent") for lang in languages}) | {"revision": 0}
        moments = {name: f"{getattr(call, name).astimezone(self.zone):{MOMENT}}" for name in ("opens_at", "closes_at")}
        return moments | spread("text", call.texts) | spread("consent", call.consents) | {"revision": call.revision}

    def _in_zone(self, name: str) -> datetime:
        """Give a moment that was entered as the mission's clocks show it."""
        entered: datetime = self.cleaned_data[name]
        return entered.replace(tzinfo=self.zone)

    def clean_opens_at(self) -> datetime:
        """Take it as the mission's clocks show it."""
        return self._in_zone("opens_at")

    def clean_closes_at(self) -> datetime:
        """Take it as the mission's clocks show it."""
        return self._in_zone("closes_at")

    def clean(self) -> dict[str, Any]:
        """Refuse a call that closes before it opens."""
        opens_at, closes_at = self.cleaned_data.get("opens_at"), self.cleaned_data.get("closes_at")
        if opens_at and closes_at and closes_at <= opens_at:
            self.add_error("closes_at", ValidationError("", code="closes-before-it-opens"))
        return self.cleaned_data

    @property
    def columns(self) -> dict[str, Any]:
        """What was entered, by column of the call."""
        moments = {name: self.cleaned_data[name] for name in ("opens_at", "closes_at")}
        return moments | {"texts": self.by_language("text"), "consents": self.by_language("consent")}


class DecideForm(Form):
    """A decision with its reason."""

    words = "decide"
    outcome = forms.ChoiceField(widget=forms.RadioSelect)
    reason = forms.CharField(max_length=4000, widget=forms.Textarea(attrs=AUTO | {"rows": 3}))
    revision = RevisionField()

    def __init__(self, data: Any = None, *, lang: str, application: Application) -> None:
        super().__init__(data, lang=lang, initial={"revision": application.revision})
        give_choices(self, "outcome", [(each.value, say(lang, f"outcome-{each.value}")) for each in DECIDED])

    @property
    def decided(self) -> Outcome:
        """What was decided."""
        return Outcome(self.cleaned_data["outcome"])


class LetterForm(Form):
    """A letter as it goes out."""

    words = "letter-form"
    subject = forms.CharField(max_length=300, widget=forms.TextInput(attrs=AUTO))
    text = forms.CharField(max_length=8000, widget=forms.Textarea(attrs=AUTO | {"rows": 16}))


class AssessForm(Form):
    """A grade, and why, for every criterion of a questionnaire."""

    words = "assess"

    def __init__(
        self, data: Any = None, *, lang: str, asked: Questionnaire, assessment: Assessment | None = None
    ) -> None:
        self.criteria = {each.code: each for each in asked.criteria}
        given, noted = (assessment.grades, assessment.notes) if assessment else ({}, {})
        initial = {f"grade_{code}": grade for code, grade in given.items()}
        super().__init__(data, lang=lang, initial=initial | {f"note_{code}": note for code, note in noted.items()})
        grades = [("", "—"), *((str(grade), say(lang, f"grade-{grade}")) for grade in range(TOP_GRADE + 1))]
        for code in self.criteria:
            self.fields[f"grade_{code}"] = forms.ChoiceField(choices=grades)
            self.fields[f"note_{code}"] = forms.CharField(
                required=False, max_length=1000, widget=forms.TextInput(attrs=AUTO)
            )

    def label_of(self, name: str) -> str:
        """Give the question of a criterion, or the word for a note."""
        kind, _, code = name.partition("_")
        return self.criteria[code].question.best(self.lang) if kind == "grade" else say(self.lang, "assess-note")

    def lines(self) -> Iterator[Line]:
        """Give the fields, those of grades with what the grades mean."""
        for line in super().lines():
            kind, _, code = line.field.name.partition("_")
            yield replace(line, hint=self.criteria[code].hint.best(self.lang)) if kind == "grade" else line

    @property
    def grades(self) -> dict[str, int]:
        """The grades that were given."""
        return {code: int(self.cleaned_data[f"grade_{code}"]) for code in self.criteria}

    @property
    def notes(self) -> dict[str, str]:
        """The notes that were made."""
        made = {code: self.cleaned_data[f"note_{code}"] for code in self.criteria}
        return {code: note for code, note in made.items() if note}


class ListForm(Form):
    """Which applications to show, in which order."""

    words = "applications"
    q = forms.CharField(required=False, max_length=100)
    side = forms.CharField(required=False, max_length=10)
    outcome = forms.CharField(required=False, max_length=10)
    band = forms.CharField(required=False, max_length=40)
    sort = forms.CharField(required=False, max_length=10)
    page = forms.IntegerField(required=False, min_value=1)

    def chosen(self, rows: list[Row]) -> list[Row]:
        """Give the rows that are asked for, in their order."""
        entered = self.cleaned_data if self.is_valid() else {}
        wanted = {name: entered.get(name, "") for name in ("q", "side", "outcome", "band")}
        sort = entered.get("sort", "")
        found = [row for row in rows if row.matches(**wanted)]
        return sorted(found, key=lambda row: row.key(sort, self.lang))
