"""What is entered about members."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from karvan.languages import LANGUAGES, say
from karvan.mission.localised import LocalisedText
from karvan.web.frame.forms import Form
from karvan.web.members.actions import Post
from karvan.web.members.enums import COMPANY_ROLES, ORGANISERS, Desk, Role
from karvan.web.missions.models import Mission


class ActForForm(Form):
    """The company to act for."""

    words = "acting"
    company = forms.CharField(max_length=40)


class InviteForm(Form):
    """Whom to invite, as what."""

    words = "invite"
    email = forms.EmailField(max_length=254, widget=forms.EmailInput(attrs={"dir": "ltr"}))
    name = forms.CharField(max_length=200)
    letter_language = forms.ChoiceField()
    role = forms.ChoiceField()
    desk = forms.ChoiceField(required=False)
    company = forms.ChoiceField(required=False)
    interpreter = forms.ChoiceField(required=False)

    def __init__(self, data: Any = None, *, lang: str, mission: Mission) -> None:
        super().__init__(data, lang=lang, initial={"letter_language": lang, "role": Role.MANAGER})
        self.companies = {row.code: row for row in mission.companies.all()}
        self.interpreters = {row.code: row for row in mission.interpreters.all()}
        names = {code: LocalisedText.from_mapping(row.names).best(lang) for code, row in self.companies.items()}
        self._offer("letter_language", {code: language.name for code, language in LANGUAGES.items()})
        self._offer("role", {role.value: say(lang, f"role-{role}") for role in Role})
        self._offer("desk", {"": "—"} | {desk.value: say(lang, f"desk-{desk}") for desk in Desk})
        self._offer("company", {"": "—"} | dict(sorted(names.items(), key=lambda item: item[1])))
        self._offer("interpreter", {"": "—"} | {code: row.name for code, row in self.interpreters.items()})

    def _offer(self, name: str, choices: dict[str, str]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(choices.items())

    def clean(self) -> dict[str, Any]:
        """Ask for what the role needs."""
        entered = self.cleaned_data
        role = entered.get("role")
        for name, roles in (("desk", ORGANISERS), ("company", COMPANY_ROLES), ("interpreter", (Role.INTERPRETER,))):
            if role in roles and not entered.get(name):
                self.add_error(name, ValidationError("", code="required"))
        return entered

    @property
    def post(self) -> Post:
        """What the invited person is to be; what the role does not need is left out."""
        entered = self.cleaned_data
        role = Role(entered["role"])
        return Post(
            role=role,
            desk=Desk(entered["desk"]) if role in ORGANISERS else None,
            company=self.companies[entered["company"]] if role in COMPANY_ROLES else None,
            interpreter=self.interpreters[entered["interpreter"]] if role is Role.INTERPRETER else None,
        )


class TakeForm(Form):
    """The name and password of whoever takes an invitation without having an account."""

    words = "take"
    name = forms.CharField(max_length=200)
    password = forms.CharField(
        strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "dir": "ltr"})
    )

    def clean_password(self) -> str:
        """Refuse a password that is easily found."""
        password = str(self.cleaned_data["password"])
        validate_password(password)
        return password
