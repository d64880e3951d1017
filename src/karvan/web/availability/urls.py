"""Addresses of a company's availability, after the mission."""

from __future__ import annotations

from django.urls import path

from karvan.web.availability import views

urlpatterns = [
    path("", views.availability, name="availability"),
    path("undo/", views.undo, name="availability-undo"),
]
