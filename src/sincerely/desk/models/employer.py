"""An employer: a company and its place, which decides hours and holidays."""

from django.db import models

from sincerely.desk.models.desk import Desk


class Employer(models.Model):
    """A company. `zone_guessed`: the place was guessed from an invite or an address, and is shown as a guess.

    `stopped_at`: it was said for the whole employer that no more contact is wanted.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="employers")
    name = models.CharField(max_length=300)
    domain = models.CharField(max_length=255, blank=True, default="")
    zone = models.CharField(max_length=64, blank=True, default="")
    country = models.CharField(max_length=2, blank=True, default="")
    region = models.CharField(max_length=16, blank=True, default="")
    zone_guessed = models.BooleanField(default=False)
    stopped_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["desk", "name"], name="employer_name")]
