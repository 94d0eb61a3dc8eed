"""An interview: a dated talk, and who led it."""

from django.db import models

from sincerely.desk.models.application import Application
from sincerely.desk.models.contact import Contact
from sincerely.desk.models.desk import Desk


class Interview(models.Model):
    """A dated talk as it stands now; how it moved is in its events. `start` and `end` are instants, `zone` the civil place.

    `uid` and `sequence` come from the invite (RFC 5545, RFC 5546) and tell a newer one from an older.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="interviews")
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="interviews")
    contacts = models.ManyToManyField(Contact, through="Interviewer", related_name="interviews")
    start = models.DateTimeField()
    end = models.DateTimeField()
    zone = models.CharField(max_length=64, default="UTC")
    format = models.CharField(max_length=32, blank=True, default="")
    place = models.TextField(blank=True, default="")
    notes = models.TextField(blank=True, default="")
    uid = models.CharField(max_length=500, blank=True, default="")
    sequence = models.IntegerField(default=0)
    cancelled_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["start", "id"]
        constraints = [models.UniqueConstraint(fields=["desk", "uid"], condition=~models.Q(uid=""), name="interview_uid_once")]


class Interviewer(models.Model):
    """One person on the panel; the first led the talk."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="panel")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="panels")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["interview", "contact"], name="interviewer_once")]
