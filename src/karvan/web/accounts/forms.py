"""What people enter to sign in and about their accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django_otp import match_token

from karvan.languages import LANGUAGES
from karvan.web.accounts.models import User
from karvan.web.frame.forms import Form

if TYPE_CHECKING:
    from django_otp.models import Device

    from karvan.web.http import Request

USERNAME = {"autocomplete": "username", "dir": "ltr"}
NEW_PASSWORD = {"autocomplete": "new-password", "dir": "ltr"}
CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "dir": "ltr", "autofocus": True}


class SignInForm(Form):
    """Mail address and password."""

    words = "sign-in"
    email = forms.EmailField(
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True, "dir": "ltr"})
    )
    password = forms.CharField(
        strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "dir": "ltr"})
    )

    user: User | None = None

    def __init__(self, data: Any = None, *, lang: str, request: Request) -> None:
        self.request = request
        super().__init__(data, lang=lang)

    def clean(self) -> dict[str, Any]:
        """Find the account; a wrong address and a wrong password are answered alike."""
        entered = self.cleaned_data
        if "email" in entered and "password" in entered:
            found = authenticate(self.request, username=entered["email"].lower(), password=entered["password"])
            if getattr(self.request, "axes_locked_out", False):
                raise ValidationError("", code="locked")
            if not isinstance(found, User):
                raise ValidationError("", code="wrong-password")
            self.user = found
        return entered


class CodeForm(Form):
    """The code of a second factor, or one of the recovery codes."""

    words = "second-factor"
    code = forms.CharField(max_length=20, widget=forms.TextInput(attrs=CODE))

    device: Device | None = None

    def __init__(self, data: Any = None, *, lang: str, user: User) -> None:
        self.user = user
        super().__init__(data, lang=lang)

    def clean_code(self) -> str:
        """Find the device that the code is from; after wrong ones the next must wait."""
        code = _latin_digits(self.cleaned_data["code"])
        self.device = match_token(self.user, code)
        if self.device is None:
            raise ValidationError("", code="wrong-code")
        return code


class NewCodeForm(Form):
    """The first code of a device that is being set up."""

    words = "second-factor"
    code = forms.CharField(max_length=20, widget=forms.TextInput(attrs=CODE))

    def __init__(self, data: Any = None, *, lang: str, device: Device) -> None:
        self.device = device
        super().__init__(data, lang=lang)

    def clean_code(self) -> str:
        """Refuse a code that the device would not have made."""
        code = _latin_digits(self.cleaned_data["code"])
        if not self.device.verify_token(code):
            raise ValidationError("", code="wrong-code")
        return code


class AddressForm(Form):
    """The mail address of an account whose password was forgotten."""

    words = "forgotten"
    email = forms.EmailField(max_length=254, widget=forms.EmailInput(attrs=USERNAME))


class NewPasswordForm(Form):
    """A new password."""

    words = "new-password"
    password = forms.CharField(strip=False, widget=forms.PasswordInput(attrs=NEW_PASSWORD))

    def __init__(self, data: Any = None, *, lang: str, user: User) -> None:
        self.user = user
        super().__init__(data, lang=lang)

    def clean_password(self) -> str:
        """Refuse a password that is easily found."""
        password = str(self.cleaned_data["password"])
        validate_password(password, self.user)
        return password


class AccountForm(Form):
    """Name and language."""

    words = "account"
    name = forms.CharField(max_length=200)
    language = forms.ChoiceField(choices=[(code, language.name) for code, language in LANGUAGES.items()])


def _latin_digits(code: str) -> str:
    """Take a code as it is typed: in any digits, with spaces in it."""
    from karvan.languages.numbers import latin_digits

    return "".join(latin_digits(code).split())
