"""Addresses of drafts, after the mission."""

from __future__ import annotations

from django.urls import path

from karvan.web.drafts import release_page, views

urlpatterns = [
    path("", views.drafts, name="drafts"),
    path("new/", views.new_draft, name="draft-new"),
    path("<int:number>/", views.draft, name="draft"),
    path("<int:number>/places/", views.places, name="draft-places"),
    path("<int:number>/progress/", views.progress, name="draft-progress"),
    path("<int:number>/place/", views.place, name="draft-place"),
    path("<int:number>/take-out/", views.take_out, name="draft-take-out"),
    path("<int:number>/lock/", views.lock, name="draft-lock"),
    path("<int:number>/undo/", views.undo, name="draft-undo"),
    path("<int:number>/redo/", views.redo, name="draft-redo"),
    path("<int:number>/copy/", views.copy, name="draft-copy"),
    path("<int:number>/solve/", views.solve, name="draft-solve"),
    path("<int:number>/stop/", views.stop, name="draft-stop"),
    path("<int:number>/release/", release_page.release, name="draft-release"),
    path("<int:number>/clearance-rule/", release_page.clearance_rule, name="clearance-rule"),
]
