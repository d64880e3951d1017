"""What readers of the catalogue ask for in its address, checked."""

from __future__ import annotations

from typing import Any

from django import forms

from karvan.languages import say
from karvan.mission.companies import CompanyKind, Side
from karvan.mission.opportunities import CooperationRoute, OpportunityKind, Stage
from karvan.web.frame.forms import Form


class CatalogueForm(Form):
    """Which companies to show."""

    words = "catalogue"
    q = forms.CharField(required=False, max_length=200)
    side = forms.ChoiceField(required=False)
    kind = forms.ChoiceField(required=False)

    def __init__(self, data: Any = None, *, lang: str, **options: Any) -> None:
        super().__init__(data, lang=lang, **options)
        self._offer("side", "side", Side)
        self._offer("kind", "company-kind", CompanyKind)

    def _offer(self, name: str, prefix: str, codes: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        words = [(code.value, say(self.lang, f"{prefix}-{code.value.replace('_', '-')}")) for code in codes]
        field.choices = [("", say(self.lang, "choice-any")), *words]

    def wish(self, name: str) -> str:
        """Give what a field asks for; nothing where the address asks for what does not exist."""
        return str(self.cleaned_data.get(name, "")) if self.is_valid() else ""


class MarketForm(CatalogueForm):
    """Which offers and needs to show."""

    words = "catalogue"
    stage = forms.ChoiceField(required=False)
    route = forms.ChoiceField(required=False)

    def __init__(self, data: Any = None, *, lang: str, **options: Any) -> None:
        super().__init__(data, lang=lang, **options)
        self._offer("kind", "opportunity", OpportunityKind)
        self._offer("stage", "stage", Stage)
        self._offer("route", "route", CooperationRoute)
