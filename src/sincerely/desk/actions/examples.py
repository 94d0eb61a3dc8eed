"""Examples: a letter of one's own with names covered, shown to its author first, published with their yes to these very words."""

from datetime import datetime, timedelta
from hashlib import sha256

from sincerely.desk import entries
from sincerely.desk.access import Actor, access_message
from sincerely.desk.actions.remarks import one_at_a_time
from sincerely.desk.admission import Member, access_person, desk_of
from sincerely.desk.anonymising import anonymous
from sincerely.desk.commons import access_own_example, one_place
from sincerely.desk.covering import Cover
from sincerely.desk.errors import DeskError, action
from sincerely.desk.kindness import kind
from sincerely.desk.models import Desk, Example, Message
from sincerely.desk.snapshots.covers import cover_of
from sincerely.proof.rulebook import Rulebook
from sincerely.terms import Channel, Stage

# A page: a follow-up of more words is no example (rule brevity/length).
LONGEST, LONGEST_COVERED, LONGEST_TITLE = 3_000, 6_000, 120
MOST, MOST_A_DAY, A_DAY = 50, 10, timedelta(days=1)


class Mended(DeskError):
    """The words are not those that the author was shown; they were kept, and nothing was published."""


@action
def make_example(
    member: Member,
    *,
    now: datetime,
    title: str,
    text: str = "",
    message: int | None = None,
    stage: Stage = Stage.THANK_YOU,
    channel: Channel = Channel.EMAIL,
    names: str = "",
    organisation: int | None = None,
) -> int:
    """A letter of one's own, or one that is typed, with everything covered that could tell whose it is; its number.

    `names`: more people and companies to cover, with commas between. Nobody sees it yet. Raises DeskError.
    """
    one_at_a_time(member)
    place = one_place(member, organisation)
    mine = Example.objects.filter(person=member.person)
    if mine.count() >= MOST:
        raise DeskError(f"You have {MOST} examples here. Withdraw one first.")
    if mine.filter(made_at__gt=now - A_DAY).count() >= MOST_A_DAY:
        raise DeskError("That is a good deal for one day. Please go on tomorrow.")
    owner = desk_of(member)
    letter = access_message(owner, message) if message is not None and owner is not None else None
    if letter is not None:
        text, stage, channel = letter.body, Stage(letter.stage), Channel(letter.channel)
    text = entries.text(text, "letter", LONGEST).strip()
    if not text:
        raise DeskError("There is no letter yet. Choose one of yours, or type one.")
    title = entries.line(title, "title", LONGEST_TITLE, needed=True)
    cover = with_names(cover_for(member, owner, letter), entries.text(names, "names to cover", LONGEST))
    row = Example.objects.create(
        organisation_id=place,
        person_id=member.person,
        title=covered(title, "title", LONGEST_TITLE, cover),
        stage=stage,
        channel=channel,
        text=covered(text, "letter", LONGEST_COVERED, cover),
        made_at=now,
    )
    return row.pk


@action
def mend_example(member: Member, example: int, *, text: str) -> None:
    """Other words for an example that is not published yet; they are covered in their turn."""
    row = unpublished(member, example)
    text = entries.text(text, "letter", LONGEST_COVERED).strip()
    if not text:
        raise DeskError("There are no words left. Withdraw it instead.")
    row.text = covered(text, "letter", LONGEST_COVERED, cover_for(member, desk_of(member), None))
    row.save(update_fields=["text"])


@action
def publish_example(member: Member, example: int, *, seen: str, now: datetime, rulebook: Rulebook) -> None:
    """Shows an example to the organisation. `seen`: the edition that its author read; raises Mended for another, and Unkind."""
    one_at_a_time(member)
    row = unpublished(member, example)
    if seen != edition_of(row):
        raise Mended("The words were changed in the meantime. Read them once more, then publish them.")
    kind(f"{row.title}\n\n{row.text}", rulebook)
    row.published_at = now
    row.save(update_fields=["published_at"])


@action
def withdraw_example(member: Member, example: int) -> None:
    """Takes one's example back, published or not: it is gone, with all that was said of it."""
    access_own_example(member, example).delete()


def withdraw_all(person: int, organisation: int) -> None:
    """Takes back the examples of somebody who leaves an organisation: from outside they could not do it themselves."""
    Example.objects.filter(person=person, organisation=organisation).delete()


def edition_of(row: Example) -> str:
    """Which words an author saw."""
    return sha256(f"{row.title}\0{row.text}".encode()).hexdigest()[:16]


def unpublished(member: Member, example: int) -> Example:
    row = access_own_example(member, example)
    if row.published_at is not None:
        raise DeskError("This example is published as it stands. Withdraw it, and make another.")
    return row


def covered(words: str, what: str, longest: int, cover: Cover) -> str:
    """The words as anybody may read them; what stands for a name can be longer than the name."""
    return entries.text(anonymous(words, cover), f"{what} with names covered", longest)


def cover_for(member: Member, owner: Actor | None, letter: Message | None) -> Cover:
    """What is on record of a member: their desk, or before there is one, their name and address."""
    if owner is None:
        person = access_person(member)
        return Cover.of(person.name, [], [], [person.email])
    return cover_of(Desk.objects.get(pk=owner.desk), letter)


def with_names(cover: Cover, words: str) -> Cover:
    """The cover with what its owner named besides."""
    more = [name.strip() for name in words.replace("\n", ",").replace(";", ",").split(",") if name.strip()]
    typed = Cover.of("", [[name] for name in more], [])
    return Cover(cover.names + typed.names, cover.lines, {**dict.fromkeys(typed.known, "[name]"), **cover.known})
