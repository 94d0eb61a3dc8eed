"""A language model of the person's own: where it answers; its key is sealed with a key outside the database."""

from django.db import models

from sincerely.desk.models.desk import Desk


class Ghost(models.Model):
    """The model of a desk; there is none before its owner sets one.

    `address` ends before /chat/completions, `model` is its name there, `sealed` holds its key, where it needs one.
    `agreed_at`: when the owner said that words may leave this machine for it; null for a model on this machine.
    """

    desk = models.OneToOneField(Desk, on_delete=models.CASCADE, related_name="ghost")
    address = models.CharField(max_length=500)
    model = models.CharField(max_length=200)
    sealed = models.TextField(blank=True, default="")
    agreed_at = models.DateTimeField(null=True)
    set_at = models.DateTimeField()
