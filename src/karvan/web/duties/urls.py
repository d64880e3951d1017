"""Addresses of reminders, after the mission."""

from __future__ import annotations

from django.urls import path

from karvan.web.duties import views

urlpatterns = [path("", views.remind, name="remind")]
