"""Who may see what of the commons: members of the organisation, and of what is hidden or unpublished its author alone.

What one may not see looks as if it were not there.
"""

from dataclasses import dataclass
from typing import Any, Literal

from django.db.models import Q, QuerySet

from sincerely import advice
from sincerely.desk.admission import NOTHING, Member, granted, standing_memberships
from sincerely.desk.errors import DeskError, NotThere
from sincerely.desk.models import Example, Membership, Remark, Role, Template

Noun = Literal["article", "template", "example", "remark"]
# Who keeps the advice: roles.
KEEPERS = (Role.EDITOR, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class About:
    """What somebody speaks of: an article by its name, a template, example or remark by its number."""

    noun: Noun
    key: str | int


@dataclass(frozen=True, slots=True)
class Thing:
    """What was found there: the columns that point to it, its organisation (none for an article), and its author."""

    columns: dict[str, Any]
    organisation: int | None
    author: int | None


def places(member: Member) -> "QuerySet[Any]":
    """The organisations that a member is in."""
    return standing_memberships().filter(person=member.person).order_by().values("organisation")


def kept_places(member: Member) -> "QuerySet[Any]":
    """Those whose advice the member keeps."""
    return standing_memberships().filter(person=member.person, role__in=KEEPERS).order_by().values("organisation")


def shown_remarks(member: Member) -> "QuerySet[Remark]":
    """The remarks that a member may read."""
    open_example = Q(example=None) | Q(example__hidden_at=None) | Q(example__person=member.person)
    seen = Q(hidden_at=None) | Q(person=member.person)
    return Remark.objects.filter(open_example, seen, organisation__in=places(member))


def shown_examples(member: Member) -> "QuerySet[Example]":
    """The examples that others published, and one's own."""
    seen = Q(published_at__isnull=False, hidden_at=None) | Q(person=member.person)
    return Example.objects.filter(seen, organisation__in=places(member))


def shown_templates(member: Member) -> "QuerySet[Template]":
    """The templates that a member may use."""
    return Template.objects.filter(organisation__in=places(member))


def access_template(member: Member, template: int) -> Template:
    """A template of one's organisation; raises NotThere."""
    return granted(shown_templates(member).select_related("organisation").filter(pk=template))


def access_example(member: Member, example: int) -> Example:
    """A published example of one's organisation; raises NotThere."""
    return granted(shown_examples(member).select_related("organisation").filter(pk=example, published_at__isnull=False))


def access_own_example(member: Member, example: int) -> Example:
    """An example of one's own, published or not; raises NotThere."""
    return granted(shown_examples(member).select_related("organisation").filter(pk=example, person=member.person))


def access_remark(member: Member, remark: int) -> Remark:
    """A remark that one may read; raises NotThere."""
    return granted(shown_remarks(member).filter(pk=remark))


def access_about(member: Member, about: About) -> Thing:
    """What a member speaks of; raises NotThere for what they may not see, which outside an organisation is everything."""
    if about.noun == "article":
        if advice.article(str(about.key)) is None or not places(member).exists():
            raise NotThere(NOTHING)
        return Thing({"article": str(about.key)}, None, None)
    access: Any = {"template": access_template, "example": access_example, "remark": access_remark}[about.noun]
    row = access(member, int(about.key))
    return Thing({about.noun: row}, row.organisation_id, row.person_id)


def access_kept(member: Member, organisation: int) -> Membership:
    """The member's place as an editor or admin of an organisation; raises NotThere."""
    return granted(standing_memberships().filter(person=member.person, organisation=organisation, role__in=KEEPERS))


def place_of(member: Member, thing: Thing, organisation: int | None) -> int:
    """In which organisation a member speaks: that of the thing; of an article theirs, named where they are in several."""
    if thing.organisation is not None:
        return thing.organisation
    return one_place(member, organisation)


def one_place(member: Member, organisation: int | None, rows: "QuerySet[Any] | None" = None) -> int:
    """The organisation that is meant: the named one where the member is in it, else their only one; raises DeskError."""
    mine = {row["organisation"] for row in (places(member) if rows is None else rows)}
    if not mine or (organisation is not None and organisation not in mine):
        raise NotThere(NOTHING)
    if organisation is None and len(mine) > 1:
        raise DeskError("You are in several organisations. Say in which of them.")
    return organisation if organisation is not None else mine.pop()
