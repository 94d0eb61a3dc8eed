"""What members say of articles, templates and examples; and whether it helped."""

from datetime import datetime, timedelta

from sincerely.desk import entries
from sincerely.desk.admission import NOTHING, Member, granted
from sincerely.desk.commons import About, access_about, place_of, places
from sincerely.desk.errors import DeskError, NotThere, action
from sincerely.desk.kindness import kind
from sincerely.desk.models import Opinion, Person, Remark
from sincerely.proof.rulebook import Rulebook

# Some 150 words: room for one thought and its reason. Longer ones are articles, and editors write those.
LONGEST = 1_000
# As for reviews: by hand nobody writes more. A day's limit keeps one voice from being all of them.
MOST_AT_ONCE, AT_ONCE = 10, timedelta(minutes=10)
MOST_A_DAY, A_DAY = 40, timedelta(days=1)
REMARKABLE = ("article", "template", "example")


@action
def remark(
    member: Member,
    about: About,
    *,
    words: str,
    now: datetime,
    rulebook: Rulebook,
    named: bool = False,
    organisation: int | None = None,
) -> int:
    """Says something to the members of one's organisation; the remark's number. `named`: under one's own name, not one's role.

    Raises Unkind for words that would hurt, and NotThere.
    """
    if about.noun not in REMARKABLE:
        raise DeskError("Say it of the whole, not of a remark.")
    one_at_a_time(member)
    thing = access_about(member, about)
    place = place_of(member, thing, organisation)
    mine = Remark.objects.filter(person=member.person)
    if mine.filter(said_at__gt=now - AT_ONCE).count() >= MOST_AT_ONCE:
        raise DeskError("That was quick. Please wait some minutes, then go on.")
    if mine.filter(said_at__gt=now - A_DAY).count() >= MOST_A_DAY:
        raise DeskError(f"You have said {MOST_A_DAY} things today. Leave some room for the others, and go on tomorrow.")
    words = kind(spoken(words), rulebook)
    row = Remark(organisation_id=place, person_id=member.person, words=words, named=named, said_at=now, **thing.columns)
    row.save()
    return row.pk


def spoken(words: str) -> str:
    words = entries.text(words, "remark", LONGEST).strip()
    if not words:
        raise DeskError("Say in a few words what you think.")
    return words


@action
def take_back(member: Member, remark: int) -> None:
    """Takes one's own remark back, hidden or not: it is gone, with what others thought of it."""
    granted(Remark.objects.filter(person=member.person, organisation__in=places(member), pk=remark)).delete()


@action
def opine(member: Member, about: About, helped: bool | None, *, now: datetime) -> None:
    """Says whether something helped: one word each, changed by saying another, taken back with None."""
    one_at_a_time(member)
    thing = access_about(member, about)
    if thing.author == member.person:
        raise DeskError("This is yours: whether it helps, others say.")
    if helped is None:
        Opinion.objects.filter(person=member.person, **thing.columns).delete()
    else:
        defaults = {"helped": helped, "given_at": now}
        Opinion.objects.update_or_create(person_id=member.person, **thing.columns, defaults=defaults)


def one_at_a_time(member: Member) -> None:
    """Nobody else writes for this person until the transaction ends: what they send at once comes one after the other."""
    if not Person.objects.select_for_update().filter(pk=member.person).values_list("pk").first():
        raise NotThere(NOTHING)
