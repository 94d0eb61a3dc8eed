"""What a member reads of the commons: the best first, by the lower bound of what may truly be thought of it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from sincerely.desk.actions.examples import edition_of
from sincerely.desk.admission import Member, standing_memberships
from sincerely.desk.commons import (
    KEEPERS,
    About,
    access_about,
    access_example,
    access_own_example,
    access_template,
    kept_places,
    shown_examples,
    shown_remarks,
    shown_templates,
)
from sincerely.desk.commons_shapes import (
    ExampleShape,
    PlaceShape,
    QueuedShape,
    RemarkShape,
    RulingShape,
    TallyShape,
    TemplateShape,
)
from sincerely.desk.errors import query
from sincerely.desk.member_shaping import called
from sincerely.desk.models import Complaint, Example, Membership, Opinion, Remark, Ruling
from sincerely.desk.proportion import Proportion
from sincerely.desk.shaping import iso

LEFT = "Someone who has left"
# How much of what was decided stands below the queue.
LATELY = 30


@query
def places_of(member: Member) -> list[PlaceShape]:
    """The organisations that a member is in, by name."""
    rows = standing_memberships().filter(person=member.person).order_by("organisation__name", "id")
    return [PlaceShape(row.organisation_id, row.organisation.name, row.role in KEEPERS) for row in rows]


@query
def article_tallies(member: Member | None) -> dict[str, TallyShape]:
    """By article what all on this machine think of it; without a member, or outside an organisation, the sums alone."""
    rows = Opinion.objects.exclude(article="").values_list("article")
    sums = rows.annotate(helped=Count("id", filter=Q(helped=True)), votes=Count("id")).order_by("article")
    mine = own_words(member, "article") if member else {}
    return {name: TallyShape(helped, votes, mine.get(name)) for name, helped, votes in sums}


def own_words(member: Member, noun: str) -> dict[Any, bool]:
    """By article what a member said of it."""
    rows = Opinion.objects.filter(person=member.person).exclude(article="")
    return dict(rows.values_list(noun, "helped"))


def rank(helped: int, votes: int) -> tuple[float, float]:
    """What things are sorted by, the largest first: the lower bound of the Wilson interval (1927) at 95 %, then the upper one.

    Few votes rank below many of the same share, and what nobody voted on above what nobody found helpful.
    """
    low, high = Proportion(helped, votes).range
    return round(low, 9), round(high, 9)


def ranked(rows: "QuerySet[Any]") -> list[int]:
    """The numbers of rows, the best first; among equals the newest."""
    tallies = summed(rows).order_by("pk").values_list("pk", "for_it", "of_all")
    return [pk for pk, _, _ in sorted(tallies, key=lambda row: (*rank(row[1], row[2]), row[0]), reverse=True)]


def summed(rows: "QuerySet[Any]") -> Any:
    """Rows with how many found them helpful, of how many."""
    return rows.annotate(for_it=Count("opinions", filter=Q(opinions__helped=True)), of_all=Count("opinions"))


def dressed(rows: "QuerySet[Any]", member: Member, noun: str) -> Any:
    """Rows with their opinions summed, the member's own, and the role of whoever wrote them."""
    own = Opinion.objects.filter(**{noun: OuterRef("pk")}, person=member.person).values("helped")[:1]
    there = Membership.objects.filter(person=OuterRef("person"), organisation=OuterRef("organisation"), left_at=None)
    whole = summed(rows.select_related("organisation", "person"))
    return whole.annotate(mine=Subquery(own), role=Subquery(there.values("role")[:1]))


def in_order(rows: "QuerySet[Any]", numbers: Iterable[int], member: Member, noun: str) -> list[Any]:
    """The rows of these numbers, dressed, in this order."""
    numbers = list(numbers)
    found = {row.pk: row for row in dressed(rows.filter(pk__in=numbers), member, noun)}
    return [found[number] for number in numbers if number in found]


@query
def remarks_on(member: Member, about: About) -> list[int]:
    """The numbers of what was said of something, the best first; raises NotThere."""
    thing = access_about(member, about)
    return ranked(shown_remarks(member).filter(**thing.columns))


@query
def remarks(member: Member, numbers: Iterable[int]) -> list[RemarkShape]:
    """The remarks of these numbers that a member may read."""
    return [remark_shape(row, member) for row in in_order(shown_remarks(member), numbers, member, "remark")]


@query
def templates_ranked(member: Member, *, stage: str = "", channel: str = "") -> list[int]:
    """The numbers of the templates of one's organisations, the best first."""
    return ranked(narrowed(shown_templates(member), stage, channel))


@query
def templates(member: Member, numbers: Iterable[int]) -> list[TemplateShape]:
    """The templates of these numbers."""
    return [template_shape(row, member) for row in in_order(shown_templates(member), numbers, member, "template")]


@query
def template(member: Member, number: int) -> TemplateShape:
    """One template; raises NotThere."""
    access_template(member, number)
    return templates(member, [number])[0]


@query
def examples_ranked(member: Member, *, stage: str = "", channel: str = "") -> list[int]:
    """The numbers of the examples that are published in one's organisations, the best first."""
    rows = shown_examples(member).filter(published_at__isnull=False, hidden_at=None)
    return ranked(narrowed(rows, stage, channel))


@query
def own_examples(member: Member) -> list[ExampleShape]:
    """One's own, the latest first, published or not."""
    rows = dressed(shown_examples(member).filter(person=member.person), member, "example")
    return [example_shape(row, member) for row in rows.order_by("-pk")]


@query
def examples(member: Member, numbers: Iterable[int]) -> list[ExampleShape]:
    """The examples of these numbers that a member may read."""
    return [example_shape(row, member) for row in in_order(shown_examples(member), numbers, member, "example")]


@query
def example(member: Member, number: int, *, own: bool = False) -> ExampleShape:
    """One example that is published, or with `own` one of one's own; raises NotThere."""
    access_own_example(member, number) if own else access_example(member, number)
    return examples(member, [number])[0]


def narrowed(rows: "QuerySet[Any]", stage: str, channel: str) -> "QuerySet[Any]":
    wanted = {"stage": stage, "channel": channel}
    return rows.filter(**{name: value for name, value in wanted.items() if value})


@query
def queue(member: Member) -> list[QueuedShape]:
    """What members complained of and nobody has decided about, the oldest complaint first; for editors and admins."""
    waiting = Complaint.objects.filter(settled_at=None).order_by("id")
    found: list[tuple[datetime, QueuedShape]] = []
    tables: tuple[tuple[str, Any], ...] = (("remark", Remark), ("example", Example))
    for noun, table in tables:
        reasons: dict[int, list[Complaint]] = {}
        for complaint in waiting.filter(**{f"{noun}__organisation__in": kept_places(member)}):
            reasons.setdefault(getattr(complaint, f"{noun}_id"), []).append(complaint)
        rows = dressed(table.objects.filter(pk__in=list(reasons)), member, noun)
        found += [(reasons[row.pk][0].made_at, queued_shape(noun, row, reasons[row.pk], member)) for row in rows]
    return [shape for _, shape in sorted(found, key=lambda pair: pair[0])]


@query
def rulings(member: Member) -> list[RulingShape]:
    """What was decided of late where the member keeps the advice."""
    rows = Ruling.objects.filter(organisation__in=kept_places(member)).order_by("-id")
    return [ruling_shape(row) for row in rows.select_related("organisation", "person", "remark", "example")[:LATELY]]


def who_wrote(row: Any, named: bool = False) -> str:
    """How others are told who wrote something: a role, a name where that was wished, or somebody who has left."""
    if row.person is None or not row.role:
        return LEFT
    if named:
        return called(row.person)
    return f"{'An' if row.role[0] in 'ae' else 'A'} {row.role} in your organisation"


def tally_of(row: Any) -> TallyShape:
    return TallyShape(row.for_it, row.of_all, row.mine)


def remark_shape(row: Any, member: Member) -> RemarkShape:
    return RemarkShape(
        id=row.pk,
        who=who_wrote(row, row.named),
        own=row.person_id == member.person,
        words=row.words,
        said_at=iso(row.said_at) or "",
        hidden=row.hidden_because if row.hidden_at else "",
        organisation=row.organisation_id,
        place=row.organisation.name,
        tally=tally_of(row),
    )


def template_shape(row: Any, member: Member) -> TemplateShape:
    return TemplateShape(
        id=row.pk,
        title=row.title,
        stage=row.stage,
        channel=row.channel,
        subject=row.subject,
        body=row.body,
        own=row.person_id == member.person,
        organisation=row.organisation_id,
        place=row.organisation.name,
        tally=tally_of(row),
    )


def example_shape(row: Any, member: Member) -> ExampleShape:
    return ExampleShape(
        id=row.pk,
        title=row.title,
        stage=row.stage,
        channel=row.channel,
        text=row.text,
        who=who_wrote(row),
        own=row.person_id == member.person,
        edition=edition_of(row),
        published_at=iso(row.published_at),
        hidden=row.hidden_because if row.hidden_at else "",
        organisation=row.organisation_id,
        place=row.organisation.name,
        tally=tally_of(row),
    )


def queued_shape(noun: str, row: Any, complaints: list[Complaint], member: Member) -> QueuedShape:
    return QueuedShape(
        noun=noun,
        id=row.pk,
        by=who_wrote(row),
        own=row.person_id == member.person,
        title=getattr(row, "title", ""),
        words=row.words if noun == "remark" else row.text,
        place=row.organisation.name,
        hidden=row.hidden_because if row.hidden_at else "",
        reasons=[complaint.reason for complaint in complaints],
    )


def ruling_shape(row: Ruling) -> RulingShape:
    words = row.remark.words if row.remark else row.example.text if row.example else ""
    who = "Sincerely" if not row.by_hand else called(row.person) if row.person else LEFT
    noun = "remark" if row.remark else "example" if row.example else ""
    return RulingShape(row.what, who, noun, words, row.reason, iso(row.ruled_at) or "", row.organisation.name)
