"""What the owner makes of reviews: takes a suggestion, answers, settles."""

from datetime import datetime

from sincerely.desk.access import Actor, access_message
from sincerely.desk.actions.drafts import edit_draft, editable, note
from sincerely.desk.actions.reviews import spoken
from sincerely.desk.anchors import Anchor, find
from sincerely.desk.errors import DeskError, action
from sincerely.desk.looking import OPEN, access_comment, access_share
from sincerely.desk.models import Comment, Message, Vote
from sincerely.desk.queries.reviews import comment_shape, reviews_of
from sincerely.desk.review_shapes import CommentShape, ReviewsShape
from sincerely.desk.reviewing import waits
from sincerely.desk.shapes import MessageShape
from sincerely.proof.rulebook import Rulebook
from sincerely.terms import Part


@action
def accept(actor: Actor, message: int, comment: int, *, rulebook: Rulebook, now: datetime) -> MessageShape:
    """Puts suggested words in their place. What stood there is kept as a version; what was approved is a draft again.

    Raises DeskError where the words that the suggestion is about have changed: nothing is changed then.
    """
    Message.objects.select_for_update().filter(pk=access_message(actor, message).pk).values_list("pk").first()
    row, said = editable(actor, message), access_comment(actor, message, comment)
    if said.suggestion is None or said.accepted_at is not None:
        raise DeskError("There is nothing to take over from this comment any more.")
    text = row.subject if said.part == Part.SUBJECT else row.body
    span = find(text, Anchor(said.quote, said.before, said.after, said.rival))
    if span is None:
        raise DeskError("These words have changed since, so nothing was changed. Make the change by hand where it still fits.")
    changed = text[: span.start] + said.suggestion + text[span.end :]
    part = {"subject" if said.part == Part.SUBJECT else "body": changed}
    shape = edit_draft(actor, message, now=now, rulebook=rulebook, subject=part.get("subject"), body=part.get("body"))
    Comment.objects.filter(pk=said.pk).update(accepted_at=now, settled_at=now)
    note(actor, now, "accept", row, "Took over what a reviewer suggested.", comment=said.pk)
    return shape


@action
def answer_comment(actor: Actor, message: int, comment: int, *, words: str, now: datetime) -> CommentShape:
    """Answers a reviewer in their thread."""
    said = access_comment(actor, message, comment)
    if said.message.state not in OPEN:
        raise DeskError(f"Message {said.message.pk} is {said.message.state}; its reviews are closed.")
    row = Comment.objects.create(message=said.message, answers=said, words=spoken(words, "answer", needed=True), said_at=now)
    note(actor, now, "answer", said.message, "Answered a reviewer.", comment=said.pk)
    return comment_shape(row, said.message)


@action
def settle_comment(actor: Actor, message: int, comment: int, *, settled: bool = True, now: datetime) -> CommentShape:
    """Puts a thread aside as done, or brings it back."""
    said = access_comment(actor, message, comment)
    said.settled_at = now if settled else None
    said.save(update_fields=["settled_at"])
    note(actor, now, "settle", said.message, "Settled a comment." if settled else "Opened a comment again.", comment=said.pk)
    return comment_shape(said, said.message)


@action
def answer_vote(actor: Actor, share: int, *, words: str, now: datetime) -> ReviewsShape:
    """Answers a "don't", in words: it stands, and holds the message back no more. A message that waited for it is asked again."""
    row = access_share(actor, share)
    cast = Vote.objects.filter(share=row).first()
    if cast is None or not waits(cast):
        raise DeskError("There is no “don’t” of this reviewer that waits for an answer.")
    said = spoken(words, "answer", needed=True)
    Vote.objects.filter(pk=cast.pk, cast_at=cast.cast_at).update(answer=said, answered_at=now)
    Message.objects.filter(pk=row.message_id, state=Message.State.QUEUED, not_before__lte=now).update(next_attempt=now)
    note(actor, now, "answer", row.message, "Answered a reviewer who voted “don’t”.", share=row.pk)
    return reviews_of(row.message, now)
