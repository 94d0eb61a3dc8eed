"""A person with an account, where a desk is kept for many; on one's own machine there is none."""

from django.db import models


class Person(models.Model):
    """Somebody who signs in. `email` is in small letters; `login` numbers their account at the door, null before
    the first sign-in.

    Passwords and keys stay at the door: the desk never sees them. An erased person's row is gone: what others keep of theirs
    points to nobody.
    """

    name = models.CharField(max_length=200, blank=True, default="")
    email = models.CharField(max_length=320, unique=True)
    login = models.BigIntegerField(null=True, unique=True)
    created_at = models.DateTimeField()
