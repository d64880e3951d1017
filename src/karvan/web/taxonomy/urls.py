"""Addresses of the taxonomy, after the mission."""

from __future__ import annotations

from django.urls import path

from karvan.web.taxonomy import views

urlpatterns = [
    path("", views.taxonomy, name="taxonomy"),
    path("new/", views.concept, name="concept-new"),
    path("put-back/", views.put_back, name="concept-put-back"),
    path("address/", views.address, name="taxonomy-address"),
    path("<int:pk>/", views.concept, name="concept"),
    path("<int:pk>/remove/", views.remove, name="concept-remove"),
]
