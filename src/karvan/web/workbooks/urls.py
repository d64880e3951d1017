"""Addresses of setting up missions, after the language."""

from __future__ import annotations

from django.urls import path

from karvan.web.workbooks import views

urlpatterns = [path("new-mission/", views.new_mission, name="new-mission")]
