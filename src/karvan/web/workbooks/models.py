"""The table of workbooks that were sent and not brought in yet."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models

from karvan.web.missions.models import Mission


class Upload(models.Model):
    """A workbook between its preview and the decision about it.

    Attributes
    ----------
    data : bytes
        The file as it was sent; nothing but the workbook's reader ever opens it.
    """

    LASTS: ClassVar = timedelta(days=1)

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="uploads")
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    sent_at = models.DateTimeField()
    name = models.CharField(max_length=200)
    data = models.BinaryField()

    class Meta:
        """Latest first; one of each person in a mission."""

        ordering = ("-sent_at",)
        constraints = (models.UniqueConstraint(fields=("mission", "sent_by"), name="upload_once"),)

    def __str__(self) -> str:
        """Give its number: a file's name may be personal."""
        return str(self.pk)
