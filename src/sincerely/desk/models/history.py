"""History: who did what, and when. It grows and never changes."""

from typing import Any, NoReturn

from django.db import models

from sincerely.desk.models.desk import Desk


class Rewriting(TypeError):
    """The program tried to change history: a fault of the program, never of the person."""


class HistoryRows(models.QuerySet["History"]):
    """Rows that can be read and added to, nothing else."""

    def update(self, **changes: Any) -> NoReturn:
        raise Rewriting("History is never changed.")

    def delete(self) -> NoReturn:
        raise Rewriting("History is never removed.")


class History(models.Model):
    """One thing done: `what` is the action's verb, `noun` and `noun_id` what it was done to, `words` the same for a person."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="history")
    at = models.DateTimeField()
    who = models.CharField(max_length=200)
    what = models.CharField(max_length=40)
    noun = models.CharField(max_length=24)
    noun_id = models.BigIntegerField(null=True)
    employer_id = models.BigIntegerField(null=True)
    application_id = models.BigIntegerField(null=True)
    words = models.TextField()
    details = models.JSONField(default=dict)

    objects = HistoryRows.as_manager()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["desk", "application_id"], name="history_application")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Adds a row; raises Rewriting for one that stands already."""
        if self.pk is not None and History.objects.filter(pk=self.pk).exists():
            raise Rewriting("History is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Rewriting("History is never removed.")
