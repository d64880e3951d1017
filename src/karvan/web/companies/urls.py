"""Addresses of a company's own pages, after the mission."""

from __future__ import annotations

from django.urls import path

from karvan.web.companies import views

urlpatterns = [
    path("", views.own, name="own-company"),
    path("profile/", views.edit, name="own-profile"),
    path("advice/", views.advice, name="own-advice"),
    path("put-back/", views.put_back, name="own-put-back"),
    path("opportunities/new/", views.opportunity, name="own-opportunity-new"),
    path("opportunities/<int:pk>/", views.opportunity, name="own-opportunity"),
    path("opportunities/<int:pk>/remove/", views.remove, {"part": "opportunity"}, name="own-opportunity-remove"),
    path("people/new/", views.person, name="own-person-new"),
    path("people/<int:pk>/", views.person, name="own-person"),
    path("people/<int:pk>/remove/", views.remove, {"part": "person"}, name="own-person-remove"),
]
