"""Addresses of the organiser's list of companies, after the mission."""

from __future__ import annotations

from django.urls import path

from karvan.web.delegations import views

urlpatterns = [
    path("companies/", views.companies, name="companies"),
    path("companies/new/", views.new, name="company-new"),
    path("companies/list.xlsx", views.export, {"file": "xlsx"}, name="companies-xlsx"),
    path("companies/list.csv", views.export, {"file": "csv"}, name="companies-csv"),
    path("company/<str:code>/", views.company, name="company"),
    path("company/<str:code>/change/", views.change, name="company-change"),
    path("company/<str:code>/standing/", views.standing, name="company-standing"),
    path("company/<str:code>/invite/", views.invite_manager, name="company-invite"),
]
