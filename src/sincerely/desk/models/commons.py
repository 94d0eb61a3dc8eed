"""The commons: what members of an organisation share to help each other, and what they think of it.

Everything here is of one organisation, but opinions on articles: those come with the program, and are summed over all.
"""

from django.db import models
from django.db.models import Q

from sincerely.desk.models.organisation import Organisation
from sincerely.desk.models.person import Person
from sincerely.terms import Channel, Stage

STAGES = [(stage.value, stage.value) for stage in Stage]
CHANNELS = [(channel.value, channel.value) for channel in Channel]


class Hideable(models.Model):
    """What an editor, or many complaints, can hide from all but its author; `hidden_because` tells the author why."""

    hidden_at = models.DateTimeField(null=True)
    hidden_because = models.TextField(blank=True, default="")

    class Meta:
        abstract = True


class Template(models.Model):
    """A frame for a note, offered by an editor: the desk fills its blanks, whoever uses it the gaps (advice.frames)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="templates")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="templates")
    title = models.CharField(max_length=120)
    stage = models.CharField(max_length=16, choices=STAGES)
    channel = models.CharField(max_length=16, choices=CHANNELS)
    subject = models.CharField(max_length=200, blank=True, default="")
    body = models.TextField()
    offered_at = models.DateTimeField()


class Example(Hideable):
    """A letter of a member's own with names covered; only this text is kept, and nothing that leads to the letter.

    Nobody but its author sees it before `published_at`: they say yes to these very words. It goes with its author.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="examples")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="examples")
    title = models.CharField(max_length=120)
    stage = models.CharField(max_length=16, choices=STAGES)
    channel = models.CharField(max_length=16, choices=CHANNELS)
    text = models.TextField()
    made_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)


class Remark(Hideable):
    """What a member says of an article, a template or an example: plain words, under a role, or with `named` under their name.

    It outlives its author: an erased person's remark is nobody's.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="remarks")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="remarks")
    article = models.CharField(max_length=64, blank=True, default="")
    template = models.ForeignKey(Template, on_delete=models.CASCADE, null=True, related_name="remarks")
    example = models.ForeignKey(Example, on_delete=models.CASCADE, null=True, related_name="remarks")
    words = models.TextField()
    named = models.BooleanField(default=False)
    said_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["article", "organisation"], name="remark_on_article")]


class Opinion(models.Model):
    """One person's word on whether something helped: one each, to be changed or taken back. It goes with the person."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="opinions")
    article = models.CharField(max_length=64, blank=True, default="")
    template = models.ForeignKey(Template, on_delete=models.CASCADE, null=True, related_name="opinions")
    example = models.ForeignKey(Example, on_delete=models.CASCADE, null=True, related_name="opinions")
    remark = models.ForeignKey(Remark, on_delete=models.CASCADE, null=True, related_name="opinions")
    helped = models.BooleanField()
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "article"], condition=~Q(article=""), name="opinion_on_article_once"),
            models.UniqueConstraint(fields=["person", "template"], name="opinion_on_template_once"),
            models.UniqueConstraint(fields=["person", "example"], name="opinion_on_example_once"),
            models.UniqueConstraint(fields=["person", "remark"], name="opinion_on_remark_once"),
        ]
        indexes = [models.Index(fields=["article"], condition=~Q(article=""), name="opinion_on_article")]


class Complaint(models.Model):
    """A member says that a remark or an example should not stand; it waits until `settled_at`, and outlives its author."""

    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="complaints")
    remark = models.ForeignKey(Remark, on_delete=models.CASCADE, null=True, related_name="complaints")
    example = models.ForeignKey(Example, on_delete=models.CASCADE, null=True, related_name="complaints")
    reason = models.TextField()
    made_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "remark"], name="complaint_of_remark_once"),
            models.UniqueConstraint(fields=["person", "example"], name="complaint_of_example_once"),
        ]


class Ruling(models.Model):
    """What was decided about a remark or an example, by whom and why; a row never changes. Not `by_hand`: by complaints."""

    class What(models.TextChoices):
        HIDE = "hide"
        KEEP = "keep"

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="rulings")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="rulings")
    remark = models.ForeignKey(Remark, on_delete=models.SET_NULL, null=True, related_name="rulings")
    example = models.ForeignKey(Example, on_delete=models.SET_NULL, null=True, related_name="rulings")
    what = models.CharField(max_length=8, choices=What.choices)
    by_hand = models.BooleanField(default=True)
    reason = models.TextField()
    ruled_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
