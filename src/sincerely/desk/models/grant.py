"""A grant: what one coach may read of a desk, given by its owner."""

from django.db import models

from sincerely.desk.models.application import Application
from sincerely.desk.models.desk import Desk
from sincerely.desk.models.message import Message
from sincerely.desk.models.organisation import Membership


class Grant(models.Model):
    """The whole desk, or with `application` one pursuit, or with `message` one draft; read-only, until `revoked_at`.

    It goes with the coach's membership: who has left, or is no coach any more, reads nothing.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="grants")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="grants")
    application = models.ForeignKey(Application, on_delete=models.CASCADE, null=True, related_name="grants")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, null=True, related_name="grants")
    given_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(application=None) | models.Q(message=None), name="grant_of_one_thing")
        ]
        indexes = [models.Index(fields=["membership", "revoked_at"], name="grant_standing")]
