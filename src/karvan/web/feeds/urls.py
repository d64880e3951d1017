"""Addresses of calendar feeds, after the language."""

from __future__ import annotations

from django.urls import path

from karvan.web.feeds import views

urlpatterns = [
    path("feeds/<str:secret>.ics", views.feed, name="feed"),
    path("missions/<slug:slug>/programme/subscription/", views.subscription, name="subscription"),
    path("missions/<slug:slug>/programme/subscription/renew/", views.renew, name="subscription-renew"),
    path("missions/<slug:slug>/programme/subscription/withdraw/", views.withdraw, name="subscription-withdraw"),
]
