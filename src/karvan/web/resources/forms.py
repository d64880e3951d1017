"""What organisers enter about tables, ways, interpreters, absences and rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from karvan.formats.readers import Reader
from karvan.languages import LANGUAGES, say
from karvan.languages.bidi import strip_isolates
from karvan.languages.names import language_name
from karvan.mission.companies import TableRef
from karvan.mission.goals import GoalName
from karvan.mission.localised import LocalisedText
from karvan.mission.mission import Mission
from karvan.web.blocks.forms import NUMBERS, PlanForm, TitledForm, title_initial, venues_of
from karvan.web.frame.dates import ClockField, DateField, DayField, SuggestingInput, days_between
from karvan.web.resources.bridge import PureAbsence, PureInterpreter, PureSettings, PureTable, PureWay

MORE_LANGUAGES = ("ar", "de", "es", "fr", "tr", "zh")
"""Languages that are offered for interpreters besides those of the mission and its companies."""


def minutes(most: int, least: int = 0, **options: Any) -> forms.IntegerField:
    """Give a field for a number of minutes, or of anything else."""
    return forms.IntegerField(min_value=least, max_value=most, widget=NUMBERS, **options)


class _TableForm(TitledForm):
    """What both forms of tables share."""

    words = "means"

    def __init__(self, data: Any, *, mission: Mission, **options: Any) -> None:
        super().__init__(data, languages=mission.settings.languages, **options)
        widget = self.fields["venue"].widget
        assert isinstance(widget, SuggestingInput)
        widget.suggestions = venues_of(mission)


class TablesForm(_TableForm):
    """Many tables at once: from T1 on, twenty."""

    venue = forms.CharField(max_length=80, widget=SuggestingInput)
    letters = forms.CharField(max_length=20, required=False, initial="T")
    first = minutes(999, 1, initial=1)
    count = minutes(300, 1, initial=1)
    seats = minutes(99, 1, required=False)
    aliases = {"table": "first"}

    def clean_venue(self) -> str:
        """Refuse a name that could not be told from a table's."""
        return _without_slash(self.cleaned_data["venue"])

    @property
    def tables(self) -> tuple[PureTable, ...]:
        """The tables that were entered."""
        entered = self.cleaned_data
        names = [f"{entered['letters']}{entered['first'] + n}" for n in range(entered["count"])]
        return tuple(
            PureTable(venue=entered["venue"], table=name, seats=entered["seats"], title=_table_title(self.title, name))
            for name in names
        )


def _table_title(venue: LocalisedText, table: str) -> LocalisedText:
    """Give the title of a table of a venue: what stands before the comma names the venue."""
    return LocalisedText.from_mapping(
        {
            lang: strip_isolates(say(lang if lang in LANGUAGES else "en", "means-table-title", venue=text, table=table))
            for lang, text in venue
        }
    )


def _without_slash(text: str) -> str:
    if "/" in text:
        raise ValidationError("", code="invalid")
    return text


class TableForm(_TableForm):
    """One table."""

    venue = forms.CharField(max_length=80, widget=SuggestingInput)
    table = forms.CharField(max_length=40)
    seats = minutes(99, 1, required=False)

    def __init__(self, data: Any, *, mission: Mission, table: PureTable, **options: Any) -> None:
        initial: dict[str, Any] = title_initial(table.title, mission.settings.languages)
        initial |= {"venue": table.venue, "table": table.table, "seats": table.seats}
        super().__init__(data, mission=mission, initial=initial, **options)

    def clean_venue(self) -> str:
        """Refuse a name that could not be told from a table's."""
        return _without_slash(self.cleaned_data["venue"])

    @property
    def entered(self) -> PureTable:
        """The table that was entered."""
        given = self.cleaned_data
        return PureTable(venue=given["venue"], table=given["table"], seats=given["seats"], title=self.title)


class WaysForm(PlanForm):
    """Minutes between venues, a field for each direction; what is left blank is as the way back."""

    words = "means"

    def __init__(self, data: Any, *, mission: Mission, **options: Any) -> None:
        self.venues = tuple(dict.fromkeys((*venues_of(mission), *_ends(mission.travel))))
        given = {(way.origin, way.destination): way.minutes for way in mission.travel}
        initial = {self._name(*pair): given.get(pair) for pair in self._pairs()}
        super().__init__(data, initial=initial, **options)
        self.reader = Reader(mission, self.lang)
        for pair in self._pairs():
            self.fields[self._name(*pair)] = minutes(1440, required=False)

    def _pairs(self) -> list[tuple[str, str]]:
        return [(a, b) for a in self.venues for b in self.venues if a != b]

    def _name(self, origin: str, destination: str) -> str:
        return f"way_{self.venues.index(origin)}_{self.venues.index(destination)}"

    def label_of(self, name: str) -> str:
        """Say from where to where."""
        origin, destination = (self.venues[int(number)] for number in name.split("_")[1:])
        return say(self.lang, "means-way", origin=self.reader.venue(origin), destination=self.reader.venue(destination))

    def rows(self) -> list[tuple[str, list[Any]]]:
        """Give the matrix: each venue with its field to every other one; None to itself."""
        lines = {line.field.name: line for line in self.lines()}
        return [
            (self.reader.venue(a), [lines[self._name(a, b)] if a != b else None for b in self.venues])
            for a in self.venues
        ]

    def heads(self) -> list[str]:
        """Give the names of the columns."""
        return [self.reader.venue(venue) for venue in self.venues]

    @property
    def ways(self) -> tuple[PureWay, ...]:
        """The ways that were entered."""
        given = ((pair, self.cleaned_data[self._name(*pair)]) for pair in self._pairs())
        return tuple(PureWay(origin=a, destination=b, minutes=n) for (a, b), n in given if n is not None)


def _ends(ways: Iterable[PureWay]) -> Iterable[str]:
    return (end for way in ways for end in (way.origin, way.destination))


class InterpreterForm(PlanForm):
    """One interpreter; the code, which agendas and absences name, is given once."""

    words = "means"
    code = forms.SlugField(max_length=40, widget=forms.TextInput(attrs={"dir": "ltr"}))
    name = forms.CharField(max_length=200)
    languages = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple(attrs={"class": "many"}))
    max_minutes_per_day = minutes(1440, 1, initial=360)
    max_minutes_without_pause = minutes(1440, 1, initial=90)
    pause_minutes = minutes(240, initial=15)

    def __init__(self, data: Any, *, mission: Mission, known: PureInterpreter | None = None, **options: Any) -> None:
        initial = {name: getattr(known, name) for name in self.base_fields} if known else {}
        initial |= {"languages": list(known.languages)} if known else {}
        super().__init__(data, initial=initial, **options)
        self.known = known
        if known:
            del self.fields["code"]
        spoken = {code for company in mission.companies for code in company.languages}
        spoken |= {*mission.settings.languages, *LANGUAGES, *MORE_LANGUAGES, *(known.languages if known else ())}
        names = [(code, language_name(self.lang, code)) for code in spoken]
        self.offer("languages", sorted(names, key=lambda option: option[1]))

    @property
    def entered(self) -> PureInterpreter:
        """The interpreter that was entered."""
        given = self.cleaned_data
        columns: dict[str, Any] = {name: given[name] for name in self.fields} | {"languages": tuple(given["languages"])}
        columns |= {"code": self.known.code} if self.known else {}
        return PureInterpreter(**columns)


class AbsenceForm(PlanForm):
    """When somebody is away, or a table is lost; without times: all day."""

    words = "means"
    who = forms.ChoiceField()
    date = DayField()
    start = ClockField(required=False)
    end = ClockField(required=False)
    reason = forms.CharField(max_length=300, required=False)

    def __init__(self, data: Any, *, mission: Mission, **options: Any) -> None:
        super().__init__(data, **options)
        self.offer("who", who_options(mission, self.lang))
        field, settings = self.fields["date"], mission.settings
        assert isinstance(field, DayField)
        field.offer(days_between(settings.start_date, settings.end_date), self.lang)

    @property
    def entered(self) -> PureAbsence:
        """The absence that was entered."""
        return PureAbsence(**self.cleaned_data)


def who_options(mission: Mission, lang: str) -> list[Any]:
    """Give everybody and everything that can be away: interpreters, tables, companies."""
    reader = Reader(mission, lang)
    tables = [(str(TableRef(t.venue, t.table)), reader.place(t.venue, t.table)) for t in mission.tables]
    companies = sorted(((code, reader.name(code)) for code in mission.company), key=lambda option: option[1])
    interpreters = [(row.code, row.name) for row in mission.interpreters]
    groups = (("means-interpreters", interpreters), ("means-tables", tables), ("means-companies", companies))
    return [(say(lang, words), options) for words, options in groups]


class RulesForm(TitledForm):
    """The rules of the mission: its days, its slots, its limits, and what matters most."""

    words = "rules"
    start_date = DateField()
    end_date = DateField()
    slot_minutes = minutes(240, 5)
    changeover_minutes = minutes(120)
    max_meetings_per_company_per_day = minutes(50, 1)
    min_meetings_per_company = minutes(200)
    body = forms.CharField(max_length=300, required=False)
    session_number = minutes(9999, 1, required=False)

    def __init__(self, data: Any, *, settings: PureSettings, **options: Any) -> None:
        initial: dict[str, Any] = title_initial(settings.title, settings.languages)
        initial |= {name: getattr(settings, name) for name in self.base_fields}
        in_order = list(dict.fromkeys((*settings.goals, *USUAL)))
        in_order = [goal for goal in in_order if goal is not GoalName.MUST]
        initial |= {f"goal_{goal}": place for place, goal in enumerate(in_order, start=1)}
        super().__init__(data, languages=settings.languages, initial=initial, **options)
        self.settings = settings
        for goal in in_order:
            self.fields[f"goal_{goal}"] = minutes(99, 1)
        self.order_fields([f"title_{code}" for code in settings.languages])

    def label_of(self, name: str) -> str:
        """Give the words for a field; of a goal, its own."""
        if not name.startswith("goal_"):
            return super().label_of(name)
        return say(self.lang, "rules-goal", goal=say(self.lang, f"goal-{name.removeprefix('goal_')}"))

    def clean(self) -> dict[str, Any]:
        """Refuse a mission without a title."""
        if not self.errors and not self.title:
            self.add_error(f"title_{self.languages[0]}", ValidationError("", code="required"))
        return self.cleaned_data

    @property
    def goals(self) -> tuple[GoalName, ...]:
        """The goals in the order that was entered; none, where it is the usual one."""
        usual = [goal for goal in USUAL if goal is not GoalName.MUST]
        entered = sorted(usual, key=lambda goal: self.cleaned_data[f"goal_{goal}"])
        return () if entered == usual else tuple(entered)

    @property
    def entered(self) -> PureSettings:
        """The settings that were entered; languages, countries and time zone stay."""
        given = {name: self.cleaned_data[name] for name in self.base_fields}
        return replace(self.settings, title=self.title, goals=self.goals, **given)


USUAL = tuple(GoalName)
"""All goals in the usual order."""
