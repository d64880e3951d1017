"""Addresses of the audit trail, after the language."""

from __future__ import annotations

from django.urls import path

from karvan.web.audit import views

urlpatterns = [path("missions/<slug:slug>/audit/", views.audit, name="audit")]
