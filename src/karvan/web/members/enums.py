"""Choices of the members' tables; their words are the languages' business (``role-…``, ``desk-…``)."""

from __future__ import annotations

from django.db import models


class Role(models.TextChoices):
    """What somebody is in a mission."""

    OWNER = "owner"
    STAFF = "staff"
    VIEWER = "viewer"
    MANAGER = "manager"
    REPRESENTATIVE = "representative"
    INTERPRETER = "interpreter"
    OBSERVER = "observer"


ORGANISERS = (Role.OWNER, Role.STAFF, Role.VIEWER)
"""Roles of the organiser's team."""

COMPANY_ROLES = (Role.MANAGER, Role.REPRESENTATIVE)
"""Roles of a company's people."""


class Desk(models.TextChoices):
    """To whom somebody of the organiser's team belongs: the neutral desk, or one side."""

    NEUTRAL = "neutral"
    VISITOR = "visitor"
    HOST = "host"
