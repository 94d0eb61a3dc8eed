"""Jobs to watch: what is under watch, the postings seen there, how they were before, and the hosts that are asked."""

from django.db import models

from sincerely.desk.models.application import Application
from sincerely.desk.models.desk import Desk


class Host(models.Model):
    """A host on the web, the same for all desks: from when it may be asked again, and its robots.txt as last read.

    A cache: it belongs to nobody, leaves with no export, and is read anew where it is missing.
    """

    name = models.CharField(max_length=300, unique=True)
    free_at = models.DateTimeField()
    rules = models.TextField(blank=True, default="")
    rules_at = models.DateTimeField(null=True)


class Watch(models.Model):
    """One address that a person put under watch: a page, a feed, or an employer's board.

    `host` is the one to be asked next, from `next_at` on; `claim` is whose turn it is. `reading` holds what a reading of several
    requests has got to. `trouble` is why the last one failed, in one line, and empty after a success. `etag` and `modified` are
    what the host wants to be asked with. `proposed_by`: whose idea it was, where a program had it; nothing is asked until a
    person agrees.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="watches")
    address = models.CharField(max_length=2000)
    board = models.CharField(max_length=32, blank=True, default="")
    name = models.CharField(max_length=300, blank=True, default="")
    host = models.CharField(max_length=300)
    added_at = models.DateTimeField()
    next_at = models.DateTimeField()
    claim = models.CharField(max_length=32, blank=True, default="")
    asked_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=500, blank=True, default="")
    etag = models.CharField(max_length=300, blank=True, default="")
    modified = models.CharField(max_length=100, blank=True, default="")
    reading = models.JSONField(default=dict)
    proposed_by = models.CharField(max_length=220, blank=True, default="", db_default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["desk", "address"], name="watch_once")]
        indexes = [models.Index(fields=["next_at"], name="watch_next")]


class Watched(models.Model):
    """A posting seen at a watch. `key` tells it from the others there; `places` is a list, and
    `employer_key` the employer's name without case, accents and legal form.

    `missing` counts the readings in a row that no longer showed it; `flaps`: it came back after one. `same_as`: another board
    showed the job first. `looked_at`: when the person last looked at it; what came or changed later is new to them.
    `fit` is how it fits the background whose hash is `fit_for`.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="watched")
    watch = models.ForeignKey(Watch, on_delete=models.CASCADE, related_name="postings")
    key = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    employer = models.CharField(max_length=200, blank=True, default="")
    employer_key = models.CharField(max_length=200, blank=True, default="")
    places = models.JSONField(default=list)
    remote = models.CharField(max_length=16, blank=True, default="")
    posted = models.DateField(null=True)
    closing = models.DateField(null=True)
    pay = models.CharField(max_length=200, blank=True, default="")
    employment = models.CharField(max_length=100, blank=True, default="")
    text = models.TextField(blank=True, default="")
    url = models.CharField(max_length=2000, blank=True, default="")
    first_seen = models.DateTimeField()
    last_seen = models.DateTimeField()
    changed_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    missing = models.PositiveSmallIntegerField(default=0)
    flaps = models.BooleanField(default=False)
    looked_at = models.DateTimeField(null=True)
    aside_at = models.DateTimeField(null=True)
    same_as = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="twins")
    application = models.ForeignKey(Application, on_delete=models.SET_NULL, null=True, related_name="watched")
    fit = models.JSONField(default=dict)
    fit_for = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["watch", "key"], name="watched_once")]
        indexes = [
            models.Index(fields=["desk", "closed_at"], name="watched_open"),
            models.Index(fields=["desk", "employer_key"], name="watched_employer"),
        ]


class Edition(models.Model):
    """How a posting was until `kept_at`, when another version of it was seen; `fields` are those of a posting."""

    watched = models.ForeignKey(Watched, on_delete=models.CASCADE, related_name="editions")
    fields = models.JSONField(default=dict)
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
