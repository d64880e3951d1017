"""Addresses of the outbox, after the mission."""

from __future__ import annotations

from django.urls import path

from karvan.web.outbox import views

urlpatterns = [
    path("", views.latest, name="outbox"),
    path("<int:number>/", views.outbox, name="outbox-release"),
    path("<int:number>/prepare/", views.prepare, name="outbox-prepare"),
    path("<int:number>/send/", views.send, name="outbox-send"),
    path("<int:number>/stop/", views.stop, name="outbox-stop"),
    path("<int:number>/progress/", views.progress, name="outbox-progress"),
    path("<int:number>/letters/<int:place>/", views.letter, name="outbox-letter"),
    path("<int:number>/letters/<int:place>/hold/", views.hold, name="outbox-hold"),
    path("<int:number>/letters/<int:place>/bring-back/", views.bring_back_letter, name="outbox-bring-back"),
    path("<int:number>/letters/<int:place>/files/<int:file>/", views.attached, name="outbox-file"),
]
