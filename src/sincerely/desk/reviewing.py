"""What reviews ask of a message before it may be approved; they never approve or send anything themselves."""

from collections.abc import Iterable

from sincerely.desk.models import Comment, Desk, Message, Share, Vote
from sincerely.desk.versions import edition
from sincerely.gate import Gate

NOBODY = "Somebody"
A_REVIEWER = "A reviewer"


def edition_of(row: Message) -> str:
    """Which words a reviewer saw: subject and text."""
    return edition(row.subject, row.body, [], [])


def name_of(share: Share | None) -> str:
    """Who a reviewer is to the owner; somebody erased or forgotten is nobody in particular."""
    if share is None:
        return "You"
    if share.person is not None:
        return share.person.name or A_REVIEWER
    return share.name or (A_REVIEWER if share.token_sha256 else NOBODY)


def votes_on(row: Message) -> list[Vote]:
    """The votes on a message, oldest first; those of a link that was taken back since stand."""
    return votes_by_message([row])[row.pk]


def votes_by_message(rows: Iterable[Message]) -> dict[int, list[Vote]]:
    """The same for some messages, by their numbers."""
    found: dict[int, list[Vote]] = {row.pk: [] for row in rows}
    for vote in Vote.objects.filter(share__message__in=found).select_related("share__person").order_by("cast_at", "id"):
        found[vote.share.message_id].append(vote)
    return found


def waits(vote: Vote) -> bool:
    """True for a "don't" that the owner has not answered."""
    return vote.choice == Vote.Choice.DONT and vote.answered_at is None


def sends(row: Message, votes: list[Vote]) -> int:
    """How many reviewers vote "send" for the words as they stand now."""
    return sum(1 for vote in votes if vote.choice == Vote.Choice.SEND and vote.edition == edition_of(row))


def unanswered(row: Message, votes: list[Vote] | None = None) -> tuple[str, ...]:
    """One sentence where a "don't" waits for an answer; nothing else that reviewers say stops what was approved."""
    waiting = [vote for vote in (votes_on(row) if votes is None else votes) if waits(vote)]
    if not waiting:
        return ()
    return (f"{name_of(waiting[0].share)} voted “don’t”. Answer that first, in a few words.",)


def unsettled(row: Message) -> tuple[str, ...]:
    """Why reviews keep a message from being approved, each in one sentence."""
    votes = votes_on(row)
    return unanswered(row, votes) + missing(row.desk, sends(row, votes))


def missing(desk: Desk, have: int = 0) -> tuple[str, ...]:
    """One sentence where a desk wants more "send" votes than there are."""
    needed = desk.review_votes
    wanted = "one “send” vote" if needed == 1 else f"{needed} “send” votes"
    return (f"Your desk wants {wanted} on these very words. So far it has {have or 'none'}.",) if have < needed else ()


def narrowed(decided: Gate, reasons: tuple[str, ...]) -> Gate:
    """The gate's answer, held where reviews have something to settle."""
    return Gate(False, decided.reasons + reasons, None, decided.lasting) if reasons else decided


def threads_of(row: Message) -> list[Comment]:
    """The comments that begin threads on a message, oldest first, each with its answers."""
    begun = Comment.objects.filter(message=row, answers=None).select_related("share__person")
    return list(begun.prefetch_related("replies__share__person").order_by("id"))
