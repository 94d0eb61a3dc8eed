"""The desk: one owner's whole store, and what is known of its owner."""

from django.db import models

from sincerely.desk.models.person import Person


class Desk(models.Model):
    """The person who follows up, and how they wish to.

    `signature` is a picture of their handwritten name, PNG or JPEG, for letters on paper. `pace` is their speaking pace in
    words a minute (NCVS: about 150). `policy` names a ready-made policy and `policy_changes` what they changed in it.
    `allowed_rules` are the rules of proof that they switched off, `fine_phrases` pairs of a rule and the words it leaves alone.
    `sample`: invented, to look round in; it stands only where no own desk does, and nothing is sent from it.
    `digest_hour`: from which hour of their day a reminder is mailed, null for none; `digest_on`: the day of the last one.
    `review_votes`: how many reviewers have to vote "send" before a message can be approved; `review_mail`: the
    owner is told by mail what reviewers said.
    `person`: whose it is where desks are kept for many; null on one's own machine.
    `reconcile_since` is set by a restore: until it is cleared, what waits to be sent waits for a look into Sent.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, null=True, related_name="desk")
    name = models.CharField(max_length=200)
    email = models.CharField(max_length=320, blank=True, default="")
    phone = models.CharField(max_length=64, blank=True, default="")
    zone = models.CharField(max_length=64, default="UTC")
    postal_address = models.TextField(blank=True, default="")
    signature = models.BinaryField(null=True)
    pace = models.FloatField(default=150.0)
    employer = models.CharField(max_length=200, blank=True, default="")
    background = models.TextField(blank=True, default="")
    policy = models.CharField(max_length=64, default="default")
    policy_changes = models.JSONField(default=dict)
    allowed_rules = models.JSONField(default=list)
    fine_phrases = models.JSONField(default=list)
    created_at = models.DateTimeField()
    sample = models.BooleanField(default=False)
    digest_hour = models.PositiveSmallIntegerField(null=True)
    digest_on = models.DateField(null=True)
    review_votes = models.PositiveSmallIntegerField(default=0)
    review_mail = models.BooleanField(default=False)
    reconcile_since = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["reconcile_since"], condition=models.Q(reconcile_since__isnull=False), name="desk_reconciling")
        ]
