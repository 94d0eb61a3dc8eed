"""A second pair of eyes: to whom a draft was shown, what they said of it, and how they voted."""

from django.db import models

from sincerely.desk.models.desk import Desk
from sincerely.desk.models.message import Message
from sincerely.desk.models.person import Person


class Share(models.Model):
    """A draft shown to one reviewer: by a link, or to a member (`person`).

    The link holds a secret of which only the hash is here; `token_sha256` is empty for a member. `name` is what the owner calls
    a reviewer without an account; an erased member, like a forgotten reviewer, has neither name nor person. `facts` are the
    names of what is shown beside the letter. `hidden`: names, the employer and addresses are covered.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="shares")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="shares")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="shares")
    name = models.CharField(max_length=200, blank=True, default="")
    token_sha256 = models.CharField(max_length=64, blank=True, default="")
    hidden = models.BooleanField(default=False)
    facts = models.JSONField(default=list)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token_sha256"], condition=~models.Q(token_sha256=""), name="share_link_once"),
            models.UniqueConstraint(
                fields=["message", "person"], condition=models.Q(person__isnull=False, revoked_at=None), name="share_member_once"
            ),
        ]


class Comment(models.Model):
    """What a reviewer said of a letter, or an answer in the thread below it; `share` is null where the owner wrote it.

    `quote`, `before`, `after` and `rival` anchor it at words of `part` (see anchors.py); a comment on the whole has no quote.
    `suggestion` are words to stand in their place; null where none were suggested, empty where they should go.
    """

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="comments")
    share = models.ForeignKey(Share, on_delete=models.CASCADE, null=True, related_name="comments")
    answers = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="replies")
    part = models.CharField(max_length=8, default="body")
    quote = models.TextField(blank=True, default="")
    before = models.CharField(max_length=100, blank=True, default="")
    after = models.CharField(max_length=100, blank=True, default="")
    rival = models.IntegerField(default=-1)
    words = models.TextField(blank=True, default="")
    suggestion = models.TextField(null=True)
    said_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]


class Vote(models.Model):
    """One reviewer's vote and its reason; `edition` names the words that they saw. `answer`: what the owner says to a "don't"."""

    class Choice(models.TextChoices):
        SEND = "send"
        CHANGE = "change"
        DONT = "don't"

    share = models.OneToOneField(Share, on_delete=models.CASCADE, related_name="vote")
    choice = models.CharField(max_length=8, choices=Choice.choices)
    reason = models.TextField(blank=True, default="")
    edition = models.CharField(max_length=16, blank=True, default="")
    cast_at = models.DateTimeField()
    answer = models.TextField(blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)
