"""How the desk's calendar leaves it: by an address with a secret in it, and to a CalDAV server."""

from django.db import models

from sincerely.desk.models.desk import Desk


class Feed(models.Model):
    """One desk's calendar. `token_sha256`: the hash of the secret in its address, empty where there is none.

    `caldav`: the address of a calendar on a server and the name there; its password is in `sealed`. `private`: names and
    reasons stay at home.
    """

    desk = models.OneToOneField(Desk, on_delete=models.CASCADE, related_name="feed")
    token_sha256 = models.CharField(max_length=64, blank=True, default="")
    caldav = models.JSONField(default=dict)
    sealed = models.TextField(blank=True, default="")
    private = models.BooleanField(default=True)
