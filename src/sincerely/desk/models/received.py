"""Mail that came in, kept as it came; and where in the mailbox it was seen."""

from django.db import models

from sincerely.desk.models.account import Account
from sincerely.desk.models.application import Application
from sincerely.desk.models.contact import Contact
from sincerely.desk.models.desk import Desk
from sincerely.desk.models.employer import Employer


class Received(models.Model):
    """One word from the other side: a mail, or a reply by phone or on paper that the person noted.

    `nature` is what it was taken for, with `reasons`, and whether the desk is `sure`; `asks`: the person is asked to confirm it.
    `text` is the new part without quotations; `raw` the mail as it came (null where it was noted by hand).
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="received")
    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, null=True, related_name="received")
    application = models.ForeignKey(Application, on_delete=models.CASCADE, null=True, related_name="received")
    contact = models.ForeignKey(Contact, on_delete=models.SET_NULL, null=True, related_name="received")
    answers = models.ForeignKey("Message", on_delete=models.SET_NULL, null=True, related_name="replies")
    channel = models.CharField(max_length=16, default="email")
    message_id = models.CharField(max_length=998, blank=True, default="")
    references = models.JSONField(default=list)
    sender = models.CharField(max_length=1000, blank=True, default="")
    subject = models.CharField(max_length=998, blank=True, default="")
    text = models.TextField(blank=True, default="")
    raw = models.BinaryField(null=True)
    nature = models.CharField(max_length=16)
    until = models.DateField(null=True)
    reasons = models.JSONField(default=list)
    sure = models.BooleanField(default=True)
    asks = models.BooleanField(default=False)
    confirmed_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    at = models.DateTimeField()
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["desk", "message_id"], condition=~models.Q(message_id=""), name="received_once")
        ]
        indexes = [models.Index(fields=["desk", "read_at"], name="received_unread")]


class Sighting(models.Model):
    """A place in a mailbox that was looked at: (folder, uid_validity, uid) names a mail for ever (RFC 9051, 2.3.1.1).

    Mail that came as a file has no place. Mail that has nothing to do with the desk leaves a sighting and nothing else.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="sightings")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="sightings")
    received = models.ForeignKey(Received, on_delete=models.SET_NULL, null=True, related_name="sightings")
    folder = models.CharField(max_length=500)
    uid_validity = models.BigIntegerField()
    uid = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "folder", "uid_validity", "uid"], name="sighting_once")]
