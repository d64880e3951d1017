"""The app of workbooks."""

from __future__ import annotations

from django.apps import AppConfig


class WorkbooksConfig(AppConfig):
    """The mission workbook."""

    name = "karvan.web.workbooks"
