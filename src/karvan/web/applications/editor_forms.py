"""What is entered about the organiser's own questions and the questionnaire of the assessment."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from karvan.languages import say
from karvan.mission.localised import LocalisedText
from karvan.web.applications import bridge
from karvan.web.applications.enums import QuestionKind
from karvan.web.applications.forms import ByLanguageForm, RevisionField, give_choices
from karvan.web.applications.models import CallForCompanies
from karvan.web.frame.forms import Form


class QuestionForm(ByLanguageForm):
    """One question more."""

    words = "question"
    per_language = ("label", "choices")
    kind = forms.ChoiceField()
    is_required = forms.BooleanField(required=False)
    revision = RevisionField()

    def __init__(self, data: Any = None, *, lang: str, call: CallForCompanies) -> None:
        super().__init__(data, lang=lang, initial={"revision": call.revision})
        self.call = call
        give_choices(self, "kind", [(kind.value, say(lang, f"question-kind-{kind.value}")) for kind in QuestionKind])
        self.add_per_language("label", call.mission.languages, forms.CharField(max_length=500))
        self.add_per_language(
            "choices", call.mission.languages, forms.CharField(max_length=2000, widget=forms.Textarea)
        )

    def clean(self) -> dict[str, Any]:
        """Ask for a label, and of a choice for two things to choose from, as many in each language."""
        entered, langs = self.cleaned_data, self.call.mission.languages
        if not self.by_language("label"):
            self.add_error(f"label_{langs[0]}", ValidationError("", code="required"))
        lengths = {len(lines) for lines in self._lines().values()}
        if entered.get("kind") == QuestionKind.CHOICE and (not lengths or min(lengths) < 2 or len(lengths) > 1):
            self.add_error(f"choices_{langs[0]}", ValidationError("", code="choices-per-language"))
        return entered

    def _lines(self) -> dict[str, list[str]]:
        """Give what can be chosen, a line each, per language."""
        entered = self.by_language("choices")
        return {lang: [line.strip() for line in text.splitlines() if line.strip()] for lang, text in entered.items()}

    @property
    def question(self) -> dict[str, Any]:
        """The question as the call keeps it, with a code that no other has."""
        taken = [int(each["code"][1:]) for each in self.call.questions]
        lines = self._lines() if self.cleaned_data["kind"] == QuestionKind.CHOICE else {}
        count = len(next(iter(lines.values()), []))
        return {
            "code": f"q{max(taken, default=0) + 1}",
            "kind": self.cleaned_data["kind"],
            "is_required": self.cleaned_data["is_required"],
            "labels": self.by_language("label"),
            "choices": [{lang: texts[number] for lang, texts in lines.items()} for number in range(count)],
        }


class ReviseForm(Form):
    """What to do with one of the questions."""

    words = "question"
    code = forms.CharField(max_length=10)
    do = forms.ChoiceField(choices=[("up", "up"), ("remove", "remove")])
    revision = RevisionField()

    def revised(self, questions: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Give the questions with the one moved up, or without it; one that is not there changes nothing."""
        codes = [each["code"] for each in questions]
        if self.cleaned_data["code"] not in codes:
            return questions
        place = codes.index(self.cleaned_data["code"])
        others = [*questions[:place], *questions[place + 1 :]]
        if self.cleaned_data["do"] == "remove":
            return others
        above = max(place - 1, 0)
        return [*others[:above], questions[place], *others[above:]]


class ReadinessForm(Form):
    """Weights, least grades, and where the bands begin."""

    words = "readiness"
    revision = RevisionField()

    def __init__(self, data: Any = None, *, lang: str, call: CallForCompanies) -> None:
        self.call, self.before = call, bridge.readiness_of(call)
        super().__init__(data, lang=lang, initial={"revision": call.revision})
        grades = [("", "—"), *((str(grade), say(lang, f"grade-{grade}")) for grade in range(1, bridge.TOP_GRADE + 1))]
        for row in self.before["criteria"]:
            weight = forms.FloatField(min_value=0, max_value=100, initial=row["weight"])
            self.fields[f"weight_{row['code']}"] = weight
            least = forms.ChoiceField(required=False, choices=grades, initial=row.get("knock_out", ""))
            self.fields[f"least_{row['code']}"] = least
        for row in self.before["bands"][1:]:
            start = forms.FloatField(min_value=0, max_value=100, initial=row["from_score"])
            self.fields[f"from_{row['code']}"] = start

    def label_of(self, name: str) -> str:
        """Give the words for a field, with the question or the band that it is about."""
        kind, _, code = name.partition("_")
        rows = {
            row["code"]: row.get("question") or row["name"]
            for part in ("criteria", "bands")
            for row in self.before[part]
        }
        about = LocalisedText.from_mapping(rows[code]).best(self.lang)
        return about if kind == "weight" else say(self.lang, f"readiness-{kind}", about=about)

    def clean(self) -> dict[str, Any]:
        """Refuse bands that do not rise, and weights that add up to nothing."""
        if not self.errors:
            try:
                bridge.questionnaire(self.stored)
            except ValueError as error:
                raise ValidationError("", code="readiness") from error
        return self.cleaned_data

    @property
    def stored(self) -> dict[str, Any]:
        """The questionnaire as the call keeps it."""
        entered = self.cleaned_data
        criteria = [
            {name: value for name, value in row.items() if name != "knock_out"}
            | {"weight": entered[f"weight_{row['code']}"]}
            | ({"knock_out": int(entered[f"least_{row['code']}"])} if entered[f"least_{row['code']}"] else {})
            for row in self.before["criteria"]
        ]
        bands = [row | {"from_score": entered.get(f"from_{row['code']}", 0.0)} for row in self.before["bands"]]
        return {"criteria": criteria, "bands": bands}
