"""Signing in and out, the second factor, passwords, one's own account."""

from __future__ import annotations

from typing import TYPE_CHECKING

import segno
from django.conf import settings
from django.contrib.auth import login, logout, update_session_auth_hash
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django_otp import login as confirm_second_factor

from karvan.web.access import Audience, open_to
from karvan.web.accounts.actions import change_account, confirm_device, device_in_setup, set_password
from karvan.web.accounts.errors import PasswordLinkGoneError
from karvan.web.accounts.forms import AccountForm, AddressForm, CodeForm, NewCodeForm, NewPasswordForm, SignInForm
from karvan.web.accounts.letters import send_password_link
from karvan.web.accounts.models import User
from karvan.web.accounts.queries import has_second_factor, sample_users, user_of_link
from karvan.web.errors import NotFoundError
from karvan.web.http import Request, site_of

if TYPE_CHECKING:
    from django.http import HttpResponse

BACKEND = "django.contrib.auth.backends.ModelBackend"
WAITING = "second_factor_of"
"""The session's word for whose password was right and whose second factor is still to come."""


@open_to(Audience.EVERYBODY)
@sensitive_post_parameters("password")
def sign_in(request: Request, lang: str) -> HttpResponse:
    """Ask for mail address and password; lead on to what was asked for."""
    form = SignInForm(request.POST or None, lang=lang, request=request)
    after = request.POST.get("next") or request.GET.get("next", "")
    if request.method == "POST" and form.is_valid():
        assert form.user is not None
        if has_second_factor(form.user):
            request.session[WAITING] = [form.user.pk, after]
            return redirect("second-factor", lang=lang)
        login(request, form.user, backend=BACKEND)
        return redirect(_address_of_ours(request, after))
    return render(request, "accounts/sign_in.html", {"form": form, "next": after}, status=_status(form.is_bound))


@open_to(Audience.EVERYBODY)
def second_factor(request: Request, lang: str) -> HttpResponse:
    """Ask for the code of the second factor."""
    number, after = request.session.get(WAITING, [None, ""])
    user = User.objects.filter(pk=number, is_active=True).first()
    if user is None:
        return redirect("sign-in", lang=lang)
    form = CodeForm(request.POST or None, lang=lang, user=user)
    if request.method == "POST" and form.is_valid():
        del request.session[WAITING]
        login(request, user, backend=BACKEND)
        confirm_second_factor(request, form.device)
        return redirect(_address_of_ours(request, after))
    return render(request, "accounts/second_factor.html", {"form": form}, status=_status(form.is_bound))


@open_to(Audience.SIGNED_IN)
def second_factor_setup(request: Request, lang: str) -> HttpResponse:
    """Set up a second factor; whoever has one proves it before another takes its place."""
    if has_second_factor(request.user) and not request.user.is_verified():  # type: ignore[attr-defined]
        raise NotFoundError
    device = device_in_setup(request.user)
    form = NewCodeForm(request.POST or None, lang=lang, device=device)
    if request.method == "POST" and form.is_valid():
        codes = confirm_device(device)
        confirm_second_factor(request, device)
        return render(request, "accounts/recovery_codes.html", {"codes": codes})
    picture = segno.make(device.config_url, error="m").svg_inline(scale=5, border=2)
    context = {"form": form, "picture": mark_safe(picture), "secret": _spaced(device.config_url)}  # noqa: S308 - ours
    return render(request, "accounts/second_factor_setup.html", context, status=_status(form.is_bound))


@open_to(Audience.EVERYBODY)
def forgotten(request: Request, lang: str) -> HttpResponse:
    """Send a link for a new password; the answer is the same whether or not there is such an account."""
    form = AddressForm(request.POST or None, lang=lang)
    is_sent = request.method == "POST" and form.is_valid()
    if is_sent:
        user = User.objects.filter(email=form.cleaned_data["email"].lower(), is_active=True, is_sample=False).first()
        if user is not None:
            send_password_link(user, site=site_of(request))
    context = {"form": form, "is_sent": is_sent}
    return render(request, "accounts/forgotten.html", context, status=_status(form.is_bound and not is_sent))


@open_to(Audience.EVERYBODY)
@sensitive_post_parameters("password")
def new_password(request: Request, lang: str, number: str, token: str) -> HttpResponse:
    """Set a new password by the link of a letter."""
    user = user_of_link(number, token)
    if user is None:
        raise PasswordLinkGoneError
    form = NewPasswordForm(request.POST or None, lang=lang, user=user)
    if request.method == "POST" and form.is_valid():
        set_password(user, form.cleaned_data["password"])
        return redirect("sign-in", lang=lang)
    return render(request, "accounts/new_password.html", {"form": form}, status=_status(form.is_bound))


@open_to(Audience.SIGNED_IN)
@sensitive_post_parameters("password")
def account(request: Request, lang: str) -> HttpResponse:
    """Show and change one's own account."""
    user = request.user
    is_about_password = "password" in request.POST
    form = AccountForm(
        None if is_about_password else request.POST or None,
        lang=lang,
        initial={"name": user.name, "language": user.lang},
    )
    password_form = NewPasswordForm(request.POST if is_about_password else None, lang=lang, user=user)
    if form.is_valid():
        change_account(user, name=form.cleaned_data["name"], lang=form.cleaned_data["language"])
        return redirect("account", lang=lang)
    if password_form.is_valid():
        set_password(user, password_form.cleaned_data["password"])
        update_session_auth_hash(request, user)
        return redirect("account", lang=lang)
    context = {"form": form, "password_form": password_form, "has_second_factor": has_second_factor(user)}
    return render(request, "accounts/account.html", context, status=_status(bool(request.POST)))


@open_to(Audience.EVERYBODY)
@require_POST
def sign_in_as_sample(request: Request, lang: str) -> HttpResponse:
    """Sign in as one of the sample mission's people, where the demo runs."""
    number = request.POST.get("user", "")
    user = sample_users().filter(pk=number).first() if settings.IS_DEMO and number.isdecimal() else None
    if user is None:
        raise NotFoundError
    login(request, user, backend=BACKEND)
    return redirect("home", lang=lang)


@open_to(Audience.EVERYBODY)
@require_POST
def sign_out(request: Request, lang: str) -> HttpResponse:
    """Sign out, and lead to the front page."""
    logout(request)
    return redirect("home", lang=lang)


def _address_of_ours(request: Request, address: str) -> str:
    """Give where to go after signing in: an address of this site, or the start."""
    is_ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if address and is_ours else f"/{request.lang}/"


def _status(is_wrong: bool) -> int:  # noqa: FBT001 - of a form
    return 400 if is_wrong else 200


def _spaced(address: str) -> str:
    """Give the secret of a device as it is typed by hand: in groups of four."""
    secret = address.partition("secret=")[2].partition("&")[0]
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
