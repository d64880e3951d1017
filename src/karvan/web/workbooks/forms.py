"""What is entered to set a mission up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from zoneinfo import available_timezones

from babel import Locale
from django import forms
from django.core.exceptions import ValidationError

from karvan.languages import LANGUAGES
from karvan.mission.localised import LocalisedText
from karvan.web.frame.forms import Form
from karvan.web.missions.models import Mission
from karvan.web.workbooks.bridge import PureSettings

Option = tuple[str, str]


class NewMissionForm(Form):
    """The settings that a mission cannot be without; all others can be changed later."""

    words = "new-mission"
    copy_of = forms.ChoiceField(required=False)
    title = forms.CharField(max_length=300)
    slug = forms.SlugField(max_length=80, widget=forms.TextInput(attrs={"dir": "ltr"}))
    start_date = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    end_date = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    time_zone = forms.ChoiceField(choices=[(name, name) for name in sorted(available_timezones())], initial="UTC")
    visiting_country = forms.ChoiceField()
    host_country = forms.ChoiceField()
    languages = forms.MultipleChoiceField(
        choices=[(code, language.name) for code, language in LANGUAGES.items()], widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any = None, *, lang: str, missions: Iterable[Mission]) -> None:
        super().__init__(data, lang=lang, initial={"languages": list(LANGUAGES)})
        self.missions = {mission.slug: mission for mission in missions}
        titles = [(slug, LocalisedText.from_mapping(row.titles).best(lang)) for slug, row in self.missions.items()]
        self._offer("copy_of", [("", "—"), *titles])
        for name in ("visiting_country", "host_country"):
            self._offer(name, countries(lang))

    def _offer(self, name: str, choices: list[Option]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean_slug(self) -> str:
        """Refuse an address name that is taken."""
        slug = str(self.cleaned_data["slug"])
        if Mission.objects.filter(slug=slug).exists():
            raise ValidationError("", code="taken")
        return slug

    def clean(self) -> dict[str, Any]:
        """Refuse a mission that ends before it starts."""
        first, last = self.cleaned_data.get("start_date"), self.cleaned_data.get("end_date")
        if first and last and last < first:
            self.add_error("end_date", ValidationError("", code="before-start"))
        return self.cleaned_data

    @property
    def copied(self) -> Mission | None:
        """The mission to copy, if any."""
        return self.missions.get(self.cleaned_data["copy_of"])

    @property
    def settings(self) -> PureSettings:
        """The settings that were entered."""
        entered = self.cleaned_data
        return PureSettings(
            title=LocalisedText.from_mapping({self.lang: entered["title"]}),
            start_date=entered["start_date"],
            end_date=entered["end_date"],
            time_zone=entered["time_zone"],
            visiting_country=entered["visiting_country"],
            host_country=entered["host_country"],
            languages=tuple(entered["languages"]),
        )


def countries(lang: str) -> list[Option]:
    """Give all countries with their names in a language, in the order of their names."""
    names = {str(code): str(name) for code, name in Locale(lang).territories.items()}
    codes = (code for code in names if len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES)
    return sorted(((code, names[code]) for code in codes), key=lambda option: option[1])


NO_COUNTRIES = frozenset(("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"))
"""Two letters in CLDR that are no country."""


MOST_MEGABYTES = 10
"""A workbook of thousands of companies has two."""


class UploadForm(Form):
    """A workbook to bring in."""

    words = "workbook"
    file = forms.FileField(max_length=200, widget=forms.FileInput(attrs={"accept": ".xlsx"}))

    def __init__(self, data: Any = None, files: Any = None, *, lang: str) -> None:
        super().__init__(data, lang=lang, files=files)

    def clean_file(self) -> Any:
        """Refuse what is larger than any workbook."""
        sent = self.cleaned_data["file"]
        if sent.size > MOST_MEGABYTES * 1024 * 1024:
            raise ValidationError("", code="file-too-large", params={"most": MOST_MEGABYTES})
        return sent
