"""The app of members."""

from __future__ import annotations

from django.apps import AppConfig


class MembersConfig(AppConfig):
    """Memberships and invitations."""

    name = "karvan.web.members"
