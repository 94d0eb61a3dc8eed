"""Mail that the person's own program sent through the relay to nobody on the desk: known again, and otherwise unknown."""

from django.db import models

from sincerely.desk.models.desk import Desk


class Relayed(models.Model):
    """One such mail by its `fingerprint`, from which nothing can be read: what a program tries again goes only once.

    `state`: `going` from the mark before its first byte left, `gone` once the server took it, `unsure` where its answer was
    lost, `asked` once the person was told so: then it is theirs to send it again. `at` is the instant of the mark.
    """

    class State(models.TextChoices):
        GOING = "going"
        GONE = "gone"
        UNSURE = "unsure"
        ASKED = "asked"

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="relayed")
    fingerprint = models.CharField(max_length=64)
    state = models.CharField(max_length=8, choices=State.choices, default=State.GOING)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["desk", "fingerprint"], name="relayed_once")]
