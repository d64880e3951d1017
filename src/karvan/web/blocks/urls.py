"""Addresses of the plan of days, after the mission."""

from __future__ import annotations

from django.urls import path

from karvan.web.blocks import views

urlpatterns = [
    path("", views.plan, name="plan"),
    path("new/", views.new_block, name="block-new"),
    path("<int:number>/", views.block, name="block"),
    path("<int:number>/remove/", views.remove_block, name="block-remove"),
    path("<int:number>/running-order/", views.running_order, name="running-order"),
    path("removed/<int:number>/", views.bring_back, name="block-bring-back"),
]
