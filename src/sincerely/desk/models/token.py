"""What lets a program in: a token with its scopes, and a code that one program may exchange for a token."""

from django.db import models

from sincerely.desk.models.desk import Desk


class Token(models.Model):
    """A program that may come in. Of its secret only the SHA-256 is here; `scopes` are the words of `callers.Scope`."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)


class Pairing(models.Model):
    """A code that a person carries from their desk to one program; good once, for minutes. Only its SHA-256 is here."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="pairings")
    sha256 = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
