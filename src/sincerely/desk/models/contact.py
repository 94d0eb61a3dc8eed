"""A contact: a person met, and the addresses that they gave."""

from django.db import models

from sincerely.desk.models.desk import Desk
from sincerely.desk.models.employer import Employer


class Contact(models.Model):
    """A person met at an employer.

    `requested`: attachments that they asked for (null: nobody noted it). `may_copy`: addresses that they asked to copy.
    `stopped_at`: they asked for no more contact. `merged_into`: the same person, known under another row.
    """

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="contacts")
    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(max_length=300)
    title = models.CharField(max_length=300, blank=True, default="")
    nickname = models.CharField(max_length=100, blank=True, default="")
    honorific = models.CharField(max_length=40, blank=True, default="")
    phone = models.CharField(max_length=64, blank=True, default="")
    postal_address = models.TextField(blank=True, default="")
    zone = models.CharField(max_length=64, blank=True, default="")
    country = models.CharField(max_length=2, blank=True, default="")
    region = models.CharField(max_length=16, blank=True, default="")
    requested = models.JSONField(null=True)
    may_copy = models.JSONField(default=list)
    stopped_at = models.DateTimeField(null=True)
    merged_into = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="merged")
    created_at = models.DateTimeField()


class Address(models.Model):
    """One e-mail address of a contact, in small letters; the first good one is written to."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="addresses")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="addresses")
    email = models.CharField(max_length=320)
    position = models.PositiveIntegerField(default=0)
    bad_since = models.DateTimeField(null=True)
    bad_because = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["contact", "email"], name="address_once")]
        indexes = [models.Index(fields=["desk", "email"], name="address_email")]
