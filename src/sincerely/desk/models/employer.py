"""An employer: a company and its place, which decides hours and holidays."""

from django.db import models

from sincerely.desk.models.desk import Desk


class Employer(models.Model):
    """A company. `zone_guessed`: the place was guessed from an invite or an address, and is shown as a guess.

    `stopped_at`: it was said for the whole employer that no more contact is wanted.
    `part_of`: the employer that this one is a brand or a branch of, itself part of none; gaps and caps count over all of them.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="employers")
    name = models.CharField(max_length=300)
    domain = models.CharField(max_length=255, blank=True, default="")
    zone = models.CharField(max_length=64, blank=True, default="")
    country = models.CharField(max_length=2, blank=True, default="")
    region = models.CharField(max_length=16, blank=True, default="")
    zone_guessed = models.BooleanField(default=False)
    stopped_at = models.DateTimeField(null=True)
    part_of = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="parts")
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["desk", "name"], name="employer_name")]

    @property
    def whole(self) -> int:
        """The number of the employer that gaps and caps count for."""
        return self.part_of_id or self.pk
