"""Addresses of setting up missions and of their workbooks, after the language."""

from __future__ import annotations

from django.urls import path

from karvan.web.workbooks import desk, views

urlpatterns = [
    path("new-mission/", views.new_mission, name="new-mission"),
    path("missions/<slug:slug>/workbook/", desk.workbook, name="workbook"),
    path("missions/<slug:slug>/workbook/mission.xlsx", desk.take, name="workbook-file"),
    path("missions/<slug:slug>/workbook/send/", desk.upload, name="workbook-upload"),
    path("missions/<slug:slug>/workbook/preview/", desk.preview, name="workbook-preview"),
    path("missions/<slug:slug>/workbook/discard/", desk.discard, name="workbook-discard"),
]
