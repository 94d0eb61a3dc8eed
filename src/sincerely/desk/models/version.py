"""An earlier text of a message, kept so that nothing that was written is lost."""

from django.db import models

from sincerely.desk.models.message import Message


class Version(models.Model):
    """What stood in a message until `kept_at`, when other words took its place.

    `proposed_by`: the program that proposes these words, where they never stood there.
    """

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="versions")
    subject = models.CharField(max_length=998, blank=True, default="")
    body = models.TextField(blank=True, default="")
    kept_at = models.DateTimeField()
    proposed_by = models.CharField(max_length=220, blank=True, default="", db_default="")

    class Meta:
        ordering = ["id"]
