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
    path("<lang:lang>/", include("karvan.web.accounts.urls")),
    path("<lang:lang>/", include("karvan.web.missions.urls")),
    path("<lang:lang>/", include("karvan.web.members.urls")),
    path("<lang:lang>/", include("karvan.web.audit.urls")),
    path("<lang:lang>/", include("karvan.web.workbooks.urls")),
    path("<lang:lang>/", include("karvan.web.clearances.urls")),
    path("<lang:lang>/", include("karvan.web.logistics.urls")),
    path("<lang:lang>/", include("karvan.web.applications.urls")),
    path("<lang:lang>/", include("karvan.web.letters.urls")),
    path("<lang:lang>/", include("karvan.web.feeds.urls")),
    path("<lang:lang>/missions/<slug:slug>/outbox/", include("karvan.web.outbox.urls")),
    path("<lang:lang>/missions/<slug:slug>/drafts/", include("karvan.web.drafts.urls")),
    path("<lang:lang>/missions/<slug:slug>/plan/", include("karvan.web.blocks.urls")),
    path("<lang:lang>/missions/<slug:slug>/means/", include("karvan.web.resources.urls")),
    path("<lang:lang>/missions/<slug:slug>/", include("karvan.web.catalogue.urls")),
    path("<lang:lang>/missions/<slug:slug>/", include("karvan.web.delegations.urls")),
    path("<lang:lang>/missions/<slug:slug>/availability/", include("karvan.web.availability.urls")),
    path("<lang:lang>/missions/<slug:slug>/taxonomy/", include("karvan.web.taxonomy.urls")),
    path("<lang:lang>/missions/<slug:slug>/visits/", include("karvan.web.visits.urls")),
    path("<lang:lang>/missions/<slug:slug>/remind/", include("karvan.web.duties.urls")),
    path("<lang:lang>/missions/<slug:slug>/requests/", include("karvan.web.requests.urls")),
    path("<lang:lang>/missions/<slug:slug>/our-company/", include("karvan.web.companies.urls")),
    path("<lang:lang>/", include("karvan.web.matches.urls")),
    path("<lang:lang>/missions/<slug:slug>/programme/", include("karvan.web.programmes.urls")),
]
handler400 = "karvan.web.frame.views.bad_request"
handler403 = "karvan.web.frame.views.forbidden"
handler404 = "karvan.web.frame.views.not_found"
handler500 = "karvan.web.frame.views.failed"
