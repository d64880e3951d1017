"""What organisers enter about the plan of days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from karvan.formats.readers import Reader
from karvan.formats.workbook.describe import describe
from karvan.languages import say
from karvan.languages.names import language_name
from karvan.mission.blocks import EVERYBODY, BlockKind
from karvan.mission.companies import Side
from karvan.mission.issues import Issue
from karvan.mission.localised import LocalisedText
from karvan.mission.mission import Mission
from karvan.web.blocks.bridge import PureBlock, PureItem
from karvan.web.frame.dates import ClockField, DateField, DayField, SuggestingInput, days_between
from karvan.web.frame.forms import Form

Option = tuple[str, str]

NUMBERS = forms.NumberInput(attrs={"inputmode": "numeric"})


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which what somebody else has saved differs from what the reader has entered."""

    label: str
    theirs: str
    mine: str


class PlanForm(Form):
    """A form about a part of the plan: it knows what it was drawn from, and what validation says of it.

    Attributes
    ----------
    revision : str
        Of the row as it is now; see `karvan.web.blocks.bridge.revision_of`.
    aliases : dict
        Fields of the form by the field of the record, where the names differ.
    """

    words = "plan"
    aliases: Mapping[str, str] = {}

    def __init__(self, data: Any = None, *, lang: str, revision: str = "", **options: Any) -> None:
        super().__init__(data, lang=lang, **options)
        self.revision = revision
        for field in self.fields.values():
            if isinstance(field, DateField):
                field.speak(lang)

    @property
    def drawn_from(self) -> str:
        """The revision that the form was drawn from."""
        return str(self.data.get("revision", "")) if self.is_bound else self.revision

    @property
    def is_outdated(self) -> bool:
        """Whether somebody else has changed the row meanwhile."""
        return self.drawn_from != self.revision

    @property
    def seen(self) -> str:
        """The sign of the effect that was shown before."""
        return str(self.data.get("seen", ""))

    @property
    def kept(self) -> Iterator[Option]:
        """Everything that was entered, to be carried through the page that shows the effect."""
        data: Any = self.data
        for name in data:
            if name not in {"csrfmiddlewaretoken", "seen", "back"}:
                yield from ((name, value) for value in data.getlist(name))

    def tell(self, issues: Iterable[Issue], *, record: str, index: int | None) -> None:
        """Say what validation found, at its field where it is about what was entered."""
        for issue in issues:
            is_own = (issue.record, issue.index) == (record, index)
            name = self.aliases.get(issue.field, issue.field) if is_own else ""
            error = ValidationError("", code="issue", params={"issue": issue})
            self.add_error(name if name in self.fields else None, error)

    def differences(self) -> list[Difference]:
        """Give the fields in which what is stored now differs from what was entered."""
        found = (
            Difference(self.label_of(name), self._shown(name, self[name].initial), self._shown(name, self[name].data))
            for name in self.changed_data
        )
        return [row for row in found if row.theirs != row.mine]

    def _shown(self, name: str, value: Any) -> str:
        field = self.fields[name]
        if isinstance(field, forms.BooleanField):
            return say(self.lang, "plan-yes" if value else "plan-no")
        texts = field.prepare_value(value)
        if not isinstance(field, forms.ChoiceField):
            return str(texts if texts is not None else "")
        choices: Any = field.choices
        words = dict(_flat(choices))
        return ", ".join(words.get(str(one), str(one)) for one in (texts if isinstance(texts, list) else [texts]))

    def _say(self, error: ValidationError) -> str:
        params: Any = error.params or {}
        if isinstance(params.get("issue"), Issue):
            return describe(params["issue"], self.lang)
        limits = {"min_value": "plan-min-value", "max_value": "plan-max-value"}
        if error.code in limits:
            return say(self.lang, limits[error.code], limit=params["limit_value"])
        return super()._say(error)

    def offer(self, name: str, choices: list[Any]) -> None:
        """Fill in the choices of a field."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


def _flat(choices: Iterable[Any]) -> Iterator[Option]:
    for value, label in choices:
        yield from label if isinstance(label, list) else [(str(value), str(label))]


class TitledForm(PlanForm):
    """A form with a title in each language of the mission."""

    def __init__(self, data: Any = None, *, lang: str, languages: Iterable[str], **options: Any) -> None:
        super().__init__(data, lang=lang, **options)
        self.languages = tuple(languages)
        for code in self.languages:
            widget = forms.TextInput(attrs={"lang": code, "dir": "auto"})
            self.fields[f"title_{code}"] = forms.CharField(max_length=300, required=False, widget=widget)

    def label_of(self, name: str) -> str:
        """Give the words for a field; of a title with its language."""
        if not name.startswith("title_"):
            return super().label_of(name)
        return say(self.lang, "plan-title-in", language=language_name(self.lang, name.removeprefix("title_")))

    @property
    def title(self) -> LocalisedText:
        """The title that was entered."""
        entered = self.cleaned_data
        return LocalisedText.from_mapping({code: entered[f"title_{code}"] for code in self.languages})


def title_initial(title: LocalisedText, languages: Iterable[str]) -> dict[str, str]:
    """Give what stands in the fields of a title."""
    return {f"title_{code}": title.in_language(code) or "" for code in languages}


class BlockForm(TitledForm):
    """One block of the plan."""

    date = DayField()
    start = ClockField()
    end = ClockField()
    kind = forms.ChoiceField()
    venue = forms.CharField(max_length=80, required=False, widget=SuggestingInput)
    companies = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple(attrs={"class": "many"}))
    capacity = forms.IntegerField(min_value=1, max_value=10000, required=False, widget=NUMBERS)
    is_choice = forms.BooleanField(required=False)
    domains = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple(attrs={"class": "many"}))
    aliases = {"choice": "is_choice", "titles": "title"}

    def __init__(
        self, data: Any = None, *, lang: str, mission: Mission, block: PureBlock | None, revision: str, day: Any = None
    ) -> None:
        languages = mission.settings.languages
        initial = block_initial(block, languages) if block else {"companies": [EVERYBODY], "date": day}
        super().__init__(data, lang=lang, languages=languages, revision=revision, initial=initial)
        settings = mission.settings
        self._offer_days(days_between(settings.start_date, settings.end_date), block)
        self.offer("kind", [(kind.value, say(lang, f"block-{kind}")) for kind in BlockKind])
        self.offer("companies", company_options(Reader(mission, lang), block.companies if block else ()))
        offered = {domain for row in mission.opportunities for domain in row.domains}
        known = sorted(offered.union(block.domains if block else ()))
        self.offer("domains", [(domain, domain) for domain in known])
        widget = self.fields["venue"].widget
        assert isinstance(widget, SuggestingInput)
        widget.suggestions = venues_of(mission)
        self.order_fields(["date", "start", "end", "kind", *(f"title_{code}" for code in languages)])

    def _offer_days(self, days: tuple[Any, ...], block: PureBlock | None) -> None:
        field = self.fields["date"]
        assert isinstance(field, DayField)
        field.offer(sorted({*days, *([block.date] if block else [])}), self.lang)

    def clean_companies(self) -> list[str]:
        """Say everybody once: whoever names both sides names nobody besides."""
        named = list(self.cleaned_data["companies"])
        return [EVERYBODY] if EVERYBODY in named else named

    @property
    def block(self) -> PureBlock:
        """The block that was entered."""
        entered = self.cleaned_data
        return PureBlock(
            date=entered["date"],
            start=entered["start"],
            end=entered["end"],
            kind=BlockKind(entered["kind"]),
            title=self.title,
            venue=entered["venue"],
            companies=tuple(entered["companies"]),
            capacity=entered["capacity"],
            is_choice=entered["is_choice"],
            domains=tuple(entered["domains"]),
        )


def block_initial(block: PureBlock, languages: Iterable[str]) -> dict[str, Any]:
    """Give what stands in the fields of a block."""
    return title_initial(block.title, languages) | {
        "date": block.date,
        "start": block.start,
        "end": block.end,
        "kind": block.kind.value,
        "venue": block.venue,
        "companies": list(block.companies),
        "capacity": block.capacity,
        "is_choice": block.is_choice,
        "domains": list(block.domains),
    }


def company_options(reader: Reader, named: Iterable[str]) -> list[Any]:
    """Give the sides, then the companies of each by name, then codes that a block names and nobody has."""
    lang, mission = reader.lang, reader.mission
    sides = [(EVERYBODY, say(lang, "plan-everybody")), *((side.value, say(lang, f"side-{side}")) for side in Side)]
    groups: list[Any] = list(sides)
    for side in Side:
        names = [(c.code, reader.name(c.code)) for c in mission.delegation(side).companies]
        groups.append((say(lang, f"side-{side}"), sorted(names, key=lambda option: option[1])))
    known = {*mission.company, *(value for value, _ in sides)}
    return [*groups, *((code, code) for code in named if code not in known)]


def venues_of(mission: Mission) -> tuple[str, ...]:
    """Give all venues that are named anywhere, by name."""
    found = {table.venue for table in mission.tables} | {block.venue for block in mission.blocks}
    return tuple(sorted(found - {""}))


class ItemForm(TitledForm):
    """One item of a running order; one without minutes is left out."""

    order = forms.IntegerField(min_value=1, max_value=999, required=False, widget=NUMBERS)
    minutes = forms.IntegerField(min_value=1, max_value=600, required=False, widget=NUMBERS)
    company = forms.ChoiceField(required=False)
    is_pitch = forms.BooleanField(required=False)

    def __init__(self, data: Any, *, lang: str, mission: Mission, item: PureItem | None, number: int) -> None:
        languages = mission.settings.languages
        initial: dict[str, Any] = {"order": number}
        if item:
            initial |= {"minutes": item.minutes, "company": item.company, "is_pitch": item.is_pitch}
            initial |= title_initial(item.title, languages)
        super().__init__(data, lang=lang, languages=languages, initial=initial, prefix=f"item{number}")
        reader = Reader(mission, lang)
        names = sorted(((code, reader.name(code)) for code in mission.company), key=lambda option: option[1])
        gone = [(item.company, item.company)] if item and item.company and item.company not in mission.company else []
        self.offer("company", [("", "—"), *names, *gone])
        self.order_fields(["order", "minutes", *(f"title_{code}" for code in languages)])

    def clean(self) -> dict[str, Any]:
        """Refuse an item that says something and has no length, or the other way round."""
        entered = self.cleaned_data
        says = bool(self.title) or bool(entered.get("company")) if not self.errors else False
        if says and not entered.get("minutes"):
            self.add_error("minutes", ValidationError("", code="required"))
        if entered.get("minutes") and not says and not self.errors:
            self.add_error(f"title_{self.languages[0]}", ValidationError("", code="required"))
        return entered

    @property
    def item(self) -> PureItem | None:
        """The item that was entered, if any."""
        entered = self.cleaned_data
        if not entered["minutes"]:
            return None
        return PureItem(
            minutes=entered["minutes"], title=self.title, company=entered["company"], is_pitch=entered["is_pitch"]
        )
