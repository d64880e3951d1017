"""Tables of programmes."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models

from karvan.web.errors import ExpectedError
from karvan.web.missions.models import Mission


class ReleasedProgrammeError(ExpectedError):
    """A released programme cannot be changed or deleted; release another one."""

    code = "released"
    status = 409


class ReleasedQuerySet(models.QuerySet["ProgrammeVersion"]):
    """Versions that can be added and read, and nothing else."""

    def update(self, **_: Any) -> NoReturn:
        """Refuse."""
        raise ReleasedProgrammeError

    def delete(self) -> NoReturn:
        """Refuse."""
        raise ReleasedProgrammeError


class ProgrammeVersion(models.Model):
    """One released programme of a mission; it never changes.

    Attributes
    ----------
    mission_document : dict
        The mission as it was at the release, so that the programme reads the same for ever.
    document : dict
        The content of ``programme.json``, for the organiser's eyes: pages read it through `bridge`.
    digest : str
        SHA-256 of both documents.
    is_checked : bool
        Whether the referee found nothing wrong.
    """

    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    released_at = models.DateTimeField()
    released_by = models.CharField(max_length=200)
    is_checked = models.BooleanField(default=False)
    mission_document = models.JSONField()
    document = models.JSONField()
    digest = models.CharField(max_length=64)

    objects = ReleasedQuerySet.as_manager()

    class Meta:
        """Latest first; each number once."""

        ordering = ("mission", "-number")
        constraints = (
            models.UniqueConstraint(fields=("mission", "number"), name="programme_number_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="programme_number_from_one"),
        )

    def __str__(self) -> str:
        """Give the number and the name."""
        return f"{self.number}: {self.name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add it; refuse to change it."""
        if not self._state.adding:
            raise ReleasedProgrammeError
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refuse."""
        raise ReleasedProgrammeError
