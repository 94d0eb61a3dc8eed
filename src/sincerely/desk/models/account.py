"""A mailbox account: how mail leaves and comes in; its secrets are sealed with a key outside the database."""

from django.db import models

from sincerely.desk.models.desk import Desk


class Account(models.Model):
    """One mailbox. `carrier` and `mailbox` hold the settings of post's own configs, without secrets; `sealed` holds the secrets.

    `trouble` says in words why its mail cannot be fetched, since `trouble_since`; `sending_trouble` why nothing can be sent
    by it, as last tried at `sending_tried_at`.
    `keeps_sent`: its provider itself files a copy of what is handed over in Sent.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="accounts")
    address = models.CharField(max_length=320)
    carrier = models.JSONField(default=dict)
    mailbox = models.JSONField(default=dict)
    sealed = models.TextField(blank=True, default="")
    keeps_sent = models.BooleanField(default=False)
    trouble = models.TextField(blank=True, default="")
    trouble_since = models.DateTimeField(null=True)
    sending_trouble = models.TextField(blank=True, default="")
    sending_tried_at = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["desk", "address"], name="account_once")]
