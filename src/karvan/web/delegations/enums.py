"""Choices of the list of companies."""

from __future__ import annotations

import enum


class Manager(enum.StrEnum):
    """Whether somebody manages a company on the web; the words are ``manager-<state>``."""

    JOINED = "joined"
    INVITED = "invited"
    NOBODY = "nobody"


class Completeness(enum.StrEnum):
    """Whether a profile is complete; the words are ``completeness-<state>``."""

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"


SORTS = ("code", "name", "side", "standing", "profile", "people", "sent", "received", "manager")
"""By what the list can be put into order; with a dash before it: the other way round."""
