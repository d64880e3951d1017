"""Addresses of logistics, after the language."""

from __future__ import annotations

from django.urls import path

from karvan.web.logistics import views

urlpatterns = [
    path("missions/<slug:slug>/logistics/", views.logistics, name="logistics"),
    path("missions/<slug:slug>/logistics/<int:number>/", views.journey, name="journey"),
    path("missions/<slug:slug>/logistics/<int:number>/data.json", views.personal_data, name="personal-data"),
    path("missions/<slug:slug>/logistics/<int:number>/erase/", views.erase, name="person-erase"),
]
