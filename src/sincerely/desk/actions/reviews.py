"""What reviewers do: comment, answer and vote. None of it changes, approves or sends anything."""

from datetime import datetime, timedelta

from sincerely.desk import entries
from sincerely.desk.access import Actor
from sincerely.desk.actions.drafts import note
from sincerely.desk.anchors import anchor
from sincerely.desk.errors import DeskError, action
from sincerely.desk.looking import Reviewer, access_look, access_open_look
from sincerely.desk.models import Comment, Share, Vote
from sincerely.desk.queries.reviews import comment_shape, cover_for, vote_shape
from sincerely.desk.review_shapes import CommentShape, VoteShape
from sincerely.desk.reviewing import edition_of
from sincerely.terms import Part, Span

# A page of words is more than a note of follow-up itself should have.
LONGEST = 4_000
# Nobody has more to say of one short letter; in ten minutes nobody writes as many by hand.
MOST_COMMENTS, MOST_AT_ONCE, AT_ONCE = 100, 20, timedelta(minutes=10)
PARTS = (Part.SUBJECT, Part.BODY)


class Moved(DeskError):
    """The letter was changed while the reviewer read it; nothing was written."""


@action
def look_in(reviewer: Reviewer, *, now: datetime) -> None:
    """Notes that a reviewer saw the letter, the first time."""
    share = access_look(reviewer, now)
    if Share.objects.filter(pk=share.pk, opened_at=None).update(opened_at=now):
        note(guest(share), now, "look", share.message, "A reviewer opened the draft.", share=share.pk)


@action
def comment(
    reviewer: Reviewer,
    *,
    words: str,
    now: datetime,
    part: str = "body",
    span: Span | None = None,
    seen: str = "",
    suggestion: str | None = None,
) -> CommentShape:
    """Says something of the letter: of the words at `span` of a part as it was shown, or of the whole.

    `seen` is the edition that the span counts in; raises Moved for another. `suggestion`: words to stand there instead.
    """
    share = room_for(reviewer, now)
    words = spoken(words, "comment")
    instead = None if suggestion is None else entries.text(suggestion, "suggestion", LONGEST)
    if not words and instead is None:
        raise DeskError("Say in a few words what you think, or suggest others.")
    row = Comment(message=share.message, share=share, words=words, said_at=now)
    if span is not None:
        hang(row, share, part, span, seen, instead)
    elif instead is not None:
        raise DeskError("Choose the words that yours should stand for.")
    row.save()
    record_it(share, now, "comment", "A reviewer commented on the draft.", comment=row.pk)
    return comment_shape(row, share.message, cover_for(share))


def hang(row: Comment, share: Share, part: str, span: Span, seen: str, instead: str | None) -> None:
    """Anchors a comment at words that were shown, and puts what is covered back into the suggested ones."""
    message = share.message
    if seen != edition_of(message):
        raise Moved("The letter was changed while you read it. Here it is as it stands now; what you wrote is kept below.")
    if part not in PARTS:
        raise DeskError("Comments are on the subject or the text.")
    text = message.subject if part == Part.SUBJECT else message.body
    cover = cover_for(share)
    covered = cover.cover(text) if cover else None
    span = covered.real(span) if covered else span
    try:
        made = anchor(text, span)
    except ValueError:
        raise DeskError("There are no words at that place. Choose some.") from None
    row.part, row.quote, row.before, row.after, row.rival = part, made.quote, made.before, made.after, made.rival
    row.suggestion = covered.uncovered(instead, span) if covered and instead is not None else instead


@action
def reply(reviewer: Reviewer, comment: int, *, words: str, now: datetime) -> CommentShape:
    """Answers in a thread that the reviewer began."""
    share = room_for(reviewer, now)
    begun = Comment.objects.filter(share=share, pk=comment, answers=None).first()
    if begun is None:
        raise DeskError("That comment is not there any more.")
    row = Comment(message=share.message, share=share, answers=begun, said_at=now, words=spoken(words, "answer", needed=True))
    row.save()
    Comment.objects.filter(pk=begun.pk, accepted_at=None).update(settled_at=None)
    record_it(share, now, "answer", "A reviewer answered in a thread.", comment=begun.pk)
    return comment_shape(row, share.message, cover_for(share))


@action
def vote(reviewer: Reviewer, choice: str, *, now: datetime, seen: str, reason: str = "") -> VoteShape:
    """One vote for each reviewer, changed by voting again: send, change or don't. It is about the words that they saw.

    A "don't" needs a reason, since the owner has to answer it.
    """
    share = locked(access_open_look(reviewer, now))
    if choice not in Vote.Choice.values:
        raise DeskError("Vote send, change or don’t.")
    reason = spoken(reason, "reason", needed=choice == Vote.Choice.DONT)
    row, _ = Vote.objects.update_or_create(
        share=share,
        defaults={
            "choice": choice,
            "reason": reason,
            "edition": entries.line(seen, "edition", 16),
            "cast_at": now,
            "answer": "",
            "answered_at": None,
            "told_at": None,
        },
    )
    record_it(share, now, "vote", f"A reviewer voted “{choice}” on the draft.", choice=choice)
    return vote_shape(row, share.message)


def locked(share: Share) -> Share:
    """The share, and nobody else writes for it until this is done: two votes at once are one after the other."""
    Share.objects.select_for_update().filter(pk=share.pk).values_list("pk").first()
    return share


def room_for(reviewer: Reviewer, now: datetime) -> Share:
    """The share, where its reviewer has not written too much; raises DeskError."""
    share = locked(access_open_look(reviewer, now))
    said = Comment.objects.filter(share=share)
    if said.count() >= MOST_COMMENTS:
        raise DeskError(f"You wrote {MOST_COMMENTS} comments already. That is a great help; the writer has enough to do now.")
    if said.filter(said_at__gt=now - AT_ONCE).count() >= MOST_AT_ONCE:
        raise DeskError("That was quick. Please wait some minutes, then go on.")
    return share


def spoken(words: str, what: str, *, needed: bool = False) -> str:
    words = entries.text(words, what, LONGEST).strip()
    if needed and not words:
        raise DeskError(f"Please give your {what} in a few words.")
    return words


def guest(share: Share) -> Actor:
    """Who stands in the history for a reviewer: a number, since a name would outlive their erasure."""
    return Actor(share.desk_id, f"reviewer {share.pk}")


def record_it(share: Share, now: datetime, what: str, words: str, **details: object) -> None:
    note(guest(share), now, what, share.message, words, share=share.pk, **details)
