"""A message: one text in one state, from draft to sent; and the files that go with it."""

from django.db import models
from django.db.models import F

from sincerely.desk.models.account import Account
from sincerely.desk.models.application import Application
from sincerely.desk.models.contact import Contact
from sincerely.desk.models.desk import Desk
from sincerely.desk.models.interview import Interview

# Desks are spread over so many lanes, as many as can be worked at once by all workers together. An index counts on it.
LANES = 64


class Message(models.Model):
    """One text to one contact.

    What a person approves is frozen: `frozen` are the exact bytes with their `message_id`, `sha256` their hash, and
    `consent_sha256` the hash of what the person said yes to: these bytes, from and to these addresses. `handed_over_at` is
    written before the last step that cannot be taken back: a crash before it is tried again, one after it is `unsure` and
    never blindly resent. `found_sound` is the hash of all that proof knew when it found nothing to hold an approved one back.
    `doubted`: words of a program that nothing on record bears out, one a line, until the person says that they are true.
    """

    class State(models.TextChoices):
        DRAFT = "draft"
        APPROVED = "approved"
        QUEUED = "queued"
        SENDING = "sending"
        SENT = "sent"
        UNSURE = "unsure"
        FAILED = "failed"
        WITHDRAWN = "withdrawn"
        ANSWERED = "answered"

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="messages")
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="messages")
    interview = models.ForeignKey(Interview, on_delete=models.SET_NULL, null=True, related_name="messages")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="messages")
    account = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="messages")
    channel = models.CharField(max_length=16)
    stage = models.CharField(max_length=16)
    state = models.CharField(max_length=16, choices=State.choices, default=State.DRAFT)

    sender = models.CharField(max_length=1000, blank=True, default="")
    to = models.CharField(max_length=1000, blank=True, default="")
    cc = models.JSONField(default=list)
    bcc = models.JSONField(default=list)
    subject = models.CharField(max_length=998, blank=True, default="")
    body = models.TextField(blank=True, default="")
    in_reply_to = models.CharField(max_length=998, blank=True, default="")
    references = models.JSONField(default=list)
    allowed_rules = models.JSONField(default=list)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    frozen = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    message_id = models.CharField(max_length=255, blank=True, default="")
    consent_sha256 = models.CharField(max_length=64, blank=True, default="")
    consent_at = models.DateTimeField(null=True)
    consent_by = models.CharField(max_length=200, blank=True, default="")
    found_sound = models.CharField(max_length=64, blank=True, default="", db_default="")
    doubted = models.TextField(blank=True, default="", db_default="")

    not_before = models.DateTimeField(null=True)
    next_attempt = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    claim = models.CharField(max_length=32, blank=True, default="")
    claimed_at = models.DateTimeField(null=True)
    handed_over_at = models.DateTimeField(null=True)
    looked_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    receipt = models.TextField(blank=True, default="")
    trouble = models.TextField(blank=True, default="")
    held = models.JSONField(default=list)
    carrier = models.CharField(max_length=32, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["state", "next_attempt"], name="message_outbox"),
            models.Index(fields=["desk", "message_id"], name="message_thread"),
            models.Index(F("desk") % LANES, "next_attempt", condition=models.Q(state="queued"), name="message_lane"),
        ]


class Attachment(models.Model):
    """A file that goes with a message; `size` is in bytes."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField(max_length=255)
    type = models.CharField(max_length=127, blank=True, default="")
    size = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        ordering = ["id"]
