"""Addresses of accounts, after the language."""

from __future__ import annotations

from django.urls import path

from karvan.web.accounts import views

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-in/code/", views.second_factor, name="second-factor"),
    path("sign-in/sample/", views.sign_in_as_sample, name="sign-in-sample"),
    path("sign-in/forgotten/", views.forgotten, name="forgotten"),
    path("new-password/<str:number>/<str:token>/", views.new_password, name="new-password"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("account/", views.account, name="account"),
    path("account/second-factor/", views.second_factor_setup, name="second-factor-setup"),
]
