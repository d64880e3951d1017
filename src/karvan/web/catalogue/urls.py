"""Addresses of the catalogue, after the mission."""

from __future__ import annotations

from django.urls import path

from karvan.web.catalogue import views

urlpatterns = [
    path("catalogue/", views.catalogue, name="catalogue"),
    path("catalogue/<str:code>/", views.company, name="company-profile"),
    path("marketplace/", views.marketplace, name="marketplace"),
]
