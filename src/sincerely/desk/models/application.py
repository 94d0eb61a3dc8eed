"""An application: one pursuit of one job."""

from django.db import models

from sincerely.desk.models.desk import Desk
from sincerely.desk.models.employer import Employer


class Application(models.Model):
    """One pursuit of one job; closed ones stay on the desk but owe nothing any more.

    `withdrawn_at`: the person wants the job no more; what is owed in thanks is still owed.
    """

    class Status(models.TextChoices):
        OPEN = "open"
        CLOSED = "closed"

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="applications")
    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="applications")
    role = models.CharField(max_length=300, blank=True, default="")
    posting = models.TextField(blank=True, default="")
    posting_url = models.CharField(max_length=2000, blank=True, default="")
    status = models.CharField(max_length=16, choices=Status.choices, default=Status.OPEN)
    closed_at = models.DateTimeField(null=True)
    closed_because = models.TextField(blank=True, default="")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.TextField(blank=True, default="")
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["desk", "status"], name="application_status")]
