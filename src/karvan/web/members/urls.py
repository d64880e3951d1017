"""Addresses of members, after the mission; and the links of invitations, after the language."""

from __future__ import annotations

from django.urls import path

from karvan.web.members import views

urlpatterns = [
    path("invitations/<str:secret>/", views.invitation, name="invitation"),
    path("missions/<slug:slug>/members/", views.members, name="members"),
    path("missions/<slug:slug>/members/<int:number>/remove/", views.remove, name="member-remove"),
    path("missions/<slug:slug>/invitations/<int:number>/withdraw/", views.withdraw, name="invitation-withdraw"),
    path("missions/<slug:slug>/act-for/", views.act_for, name="act-for"),
    path("missions/<slug:slug>/act-for-nobody/", views.act_for_nobody, name="act-for-nobody"),
]
