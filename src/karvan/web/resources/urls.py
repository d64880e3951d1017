"""Addresses of what is scarce, after the mission."""

from __future__ import annotations

from django.urls import path

from karvan.web.resources import views

urlpatterns = [
    path("tables/", views.tables, name="tables-and-venues"),
    path("tables/new/", views.new_tables, name="tables-new"),
    path("tables/<int:number>/", views.table, name="table"),
    path("tables/<int:number>/remove/", views.remove_table, name="table-remove"),
    path("ways/", views.ways, name="ways"),
    path("interpreters/", views.interpreters, name="interpreter-list"),
    path("interpreters/new/", views.new_interpreter, name="interpreter-new"),
    path("interpreters/<int:number>/", views.interpreter, name="interpreter"),
    path("interpreters/<int:number>/remove/", views.remove_interpreter, name="interpreter-remove"),
    path("absences/", views.absences, name="absences"),
    path("absences/new/", views.new_absence, name="absence-new"),
    path("absences/<int:number>/remove/", views.remove_absence, name="absence-remove"),
    path("rules/", views.rules, name="mission-rules"),
]
