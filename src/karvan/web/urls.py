"""Addresses: `/<lang>/…` for pages; each app has its own list."""

from __future__ import annotations

from django.urls import include, path, register_converter

from karvan.web.converters import IsoDateConverter, LanguageConverter
from karvan.web.frame import views

register_converter(LanguageConverter, "lang")
register_converter(IsoDateConverter, "date")

urlpatterns = [
    path("", views.front_door, name="front-door"),
    path("healthz", views.health, name="health"),
    path("<lang:lang>/", include("karvan.web.programmes.urls")),
]
handler400 = "karvan.web.frame.views.bad_request"
handler403 = "karvan.web.frame.views.forbidden"
handler404 = "karvan.web.frame.views.not_found"
handler500 = "karvan.web.frame.views.failed"
