"""An organisation: a career centre, an outplacement firm or a school; its members, and the invitations that it sent."""

from django.db import models

from sincerely.desk.models.person import Person


class Role(models.TextChoices):
    """What a member is there for. Nobody sees a desk by a role: only by what its owner shares."""

    SEEKER = "seeker"
    COACH = "coach"
    EDITOR = "editor"
    ADMIN = "admin"


class Organisation(models.Model):
    """Where seekers and coaches belong together."""

    class Kind(models.TextChoices):
        CAREER_CENTRE = "career-centre"
        OUTPLACEMENT = "outplacement"
        SCHOOL = "school"
        OTHER = "other"

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=16, choices=Kind.choices, default=Kind.OTHER)
    created_at = models.DateTimeField()


class Membership(models.Model):
    """A person in an organisation, in one role, until `left_at`."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=8, choices=Role.choices, default=Role.SEEKER)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "person"], condition=models.Q(left_at=None), name="membership_once")
        ]


class Invitation(models.Model):
    """A link that lets one person in, once. The link holds a secret of which only the hash is here.

    `email`: whom it is for, in small letters; empty lets in whoever has the link.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="invitations")
    email = models.CharField(max_length=320, blank=True, default="")
    role = models.CharField(max_length=8, choices=Role.choices, default=Role.SEEKER)
    token_sha256 = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
