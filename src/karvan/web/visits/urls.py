"""Addresses of visits, after the mission."""

from __future__ import annotations

from django.urls import path

from karvan.web.visits import views

urlpatterns = [
    path("", views.choice, name="visit-choice"),
    path("places/", views.places, name="visit-places"),
    path("nowhere/", views.nowhere, name="visits-nowhere"),
    path("<int:number>/take/", views.take, name="visit-take"),
    path("<int:number>/leave/", views.leave, name="visit-leave"),
]
