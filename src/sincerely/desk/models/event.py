"""An event: one fact that the planner must know."""

from django.db import models

from sincerely.desk.models.application import Application
from sincerely.desk.models.contact import Contact
from sincerely.desk.models.desk import Desk
from sincerely.desk.models.employer import Employer
from sincerely.desk.models.interview import Interview
from sincerely.desk.models.message import Message
from sincerely.desk.models.received import Received


class Event(models.Model):
    """What happened between the person and one employer, at one time; `kind` and its fields are those of a case.

    `day` is the last day away of a received absence note, the day an employer promised an answer by, or the last day of a hold.
    `whole`: whether a stop was said for the whole employer; null until the person was asked.
    `held`: a draft was held for pressure or hostility, so that the person sleeps on it.
    """

    class Kind(models.TextChoices):
        INTERVIEW = "interview"
        MOVED = "interview-moved"
        CANCELLED = "interview-cancelled"
        PROMISED = "promised"
        SENT = "sent"
        RECEIVED = "received"
        READ = "read"
        WAIVED = "waived"
        ADDRESS = "address"
        HELD = "held"
        ON_HOLD = "on-hold"

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="events")
    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=24, choices=Kind.choices)
    at = models.DateTimeField()
    application = models.ForeignKey(Application, on_delete=models.CASCADE, null=True, related_name="events")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, null=True, related_name="events")
    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, null=True, related_name="events")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, null=True, related_name="events")
    received = models.ForeignKey(Received, on_delete=models.CASCADE, null=True, related_name="events")
    channel = models.CharField(max_length=16, blank=True, default="")
    stage = models.CharField(max_length=16, blank=True, default="")
    nature = models.CharField(max_length=16, blank=True, default="")
    day = models.DateField(null=True)
    start = models.DateTimeField(null=True)
    end = models.DateTimeField(null=True)
    email = models.CharField(max_length=320, blank=True, default="")
    whole = models.BooleanField(null=True)
    reason = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["employer", "at"], name="event_case")]
