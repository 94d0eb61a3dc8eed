"""An errand: one request by a program that must have its effect once, however often it is made."""

from django.db import models

from sincerely.desk.models.desk import Desk
from sincerely.desk.models.message import Message


class Errand(models.Model):
    """A request under the key that the program gave it; it stays as long as the message that it was about.

    `asked`: the SHA-256 of what was asked for. `answer` is null until it is done: effect and answer are written together.
    `begun_at`: when the work on it began; work that was cut off is taken up anew.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="errands")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="errands")
    key = models.CharField(max_length=255)
    asked = models.CharField(max_length=64)
    begun_at = models.DateTimeField()
    answer = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["desk", "key"], name="errand_once")]
