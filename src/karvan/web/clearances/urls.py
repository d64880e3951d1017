"""Addresses of clearances, after the language."""

from __future__ import annotations

from django.urls import path

from karvan.web.clearances import views

urlpatterns = [
    path("missions/<slug:slug>/clearances/", views.clearances, name="clearances"),
    path("missions/<slug:slug>/clearances/<str:code>/", views.clearance, name="clearance"),
    path("missions/<slug:slug>/clearances/<str:code>/<str:other>/", views.clearance, name="clearance-pair"),
]
