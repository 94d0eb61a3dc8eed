"""A draft's reviews as its owner sees them, and the draft as a reviewer sees it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sincerely.cadence.wording import STAGES
from sincerely.desk.access import Actor, access_message
from sincerely.desk.actions.checking import read
from sincerely.desk.admission import Member
from sincerely.desk.anchors import Anchor, find
from sincerely.desk.covering import Cover
from sincerely.desk.errors import query
from sincerely.desk.looking import OPEN, Reviewer, access_look, shown_to
from sincerely.desk.models import Comment, Message, Share, Vote
from sincerely.desk.review_shapes import AskedShape, CommentShape, LookShape, ReviewsShape, ShareShape, VoteShape
from sincerely.desk.reviewing import NOBODY, edition_of, name_of, sends, threads_of, unsettled, votes_on, waits
from sincerely.desk.shaping import iso
from sincerely.desk.snapshots.covers import cover_of
from sincerely.proof.finding import Finding
from sincerely.proof.rulebook import Rulebook
from sincerely.terms import Part, Stage

# What an owner may show beside the letter, and what a reviewer reads above it.
FACTS = {"job": "The job", "interview": "The interview", "notes": "What was said there"}


@query
def reviews(actor: Actor, message: int, now: datetime) -> ReviewsShape:
    """Who sees a message, what they said, and what it waits for."""
    return reviews_of(access_message(actor, message), now)


def reviews_of(row: Message, now: datetime) -> ReviewsShape:
    votes = votes_on(row)
    by_share = {vote.share_id: vote for vote in votes}
    shares = Share.objects.filter(message=row).select_related("person", "message").order_by("id")
    return ReviewsShape(
        message=row.pk,
        state=row.state,
        needed=row.desk.review_votes,
        have=sends(row, votes),
        holds=list(unsettled(row)) if row.state in OPEN else [],
        shares=[share_shape(share, now, by_share.get(share.pk)) for share in shares],
        comments=[comment_shape(comment, row) for comment in threads_of(row)],
    )


def share_shape(row: Share, now: datetime, vote: Vote | None = None) -> ShareShape:
    closed = row.message.state not in OPEN
    standing = "revoked" if row.revoked_at else "closed" if closed else "expired" if row.expires_at <= now else "open"
    return ShareShape(
        id=row.pk,
        message=row.message_id,
        reviewer=name_of(row),
        member=row.person_id is not None,
        hidden=row.hidden,
        facts=list(row.facts),
        created_at=iso(row.created_at) or "",
        expires_at=iso(row.expires_at) or "",
        opened_at=iso(row.opened_at),
        standing=standing,
        vote=vote_shape(vote, row.message) if vote else None,
    )


def vote_shape(row: Vote, message: Message, cover: Cover | None = None) -> VoteShape:
    earlier = row.edition != edition_of(message)
    answer = covered(row.answer, cover)
    return VoteShape(row.choice, row.reason, iso(row.cast_at) or "", earlier, answer, iso(row.answered_at), waits(row))


def comment_shape(row: Comment, message: Message, cover: Cover | None = None) -> CommentShape:
    """A comment with its answers; to a reviewer from whom names are covered, with `cover`, its places count in what they see."""
    text = message.subject if row.part == Part.SUBJECT else message.body
    span = find(text, Anchor(row.quote, row.before, row.after, row.rival)) if row.quote else None
    quote, place = (text[span.start : span.end], span) if span else (row.quote, None)
    if cover and span:
        laid = cover.cover(text)
        place = laid.seen(span)
        quote = laid.shown[place.start : place.end]
    elif cover:
        quote = covered(quote, cover)
    return CommentShape(
        id=row.pk,
        share=row.share_id,
        who=name_of(row.share),
        own=row.share_id is None,
        part=row.part,
        quote=quote,
        start=place.start if place else None,
        end=place.end if place else None,
        changed=bool(row.quote) and span is None and row.accepted_at is None,
        words=covered(row.words, cover),
        suggestion=None if row.suggestion is None else covered(row.suggestion, cover),
        said_at=iso(row.said_at) or "",
        settled_at=iso(row.settled_at),
        accepted_at=iso(row.accepted_at),
        replies=[comment_shape(answer, message, cover) for answer in replies_of(row)],
    )


def replies_of(row: Comment) -> Iterable[Comment]:
    return row.replies.all() if row.pk and row.answers_id is None else ()


def covered(words: str, cover: Cover | None) -> str:
    return cover.cover(words).shown if cover else words


def cover_for(share: Share) -> Cover | None:
    """What is covered from a reviewer: every person and employer of the desk; None where all may be read."""
    if not share.hidden:
        return None
    return cover_of(share.desk, share.message)


@query
def look(reviewer: Reviewer, rulebook: Rulebook, now: datetime) -> LookShape:
    """The letter, what the check says of it, and the facts that its owner chose; a reviewer's own threads, and nobody else's."""
    share = access_look(reviewer, now)
    row, cover = share.message, cover_for(share)
    closed = row.state not in OPEN
    mine = [] if closed else [thread for thread in threads_of(row) if thread.share_id == share.pk]
    vote = Vote.objects.filter(share=share).first()
    return LookShape(
        share=share.pk,
        owner=NOBODY if share.hidden else share.desk.name,
        contact="" if closed else covered(row.contact.name, cover),
        stage=STAGES[Stage(row.stage)],
        channel=row.channel,
        subject="" if closed else covered(row.subject, cover),
        body="" if closed else covered(row.body, cover),
        edition=edition_of(row),
        hidden=share.hidden,
        expires_at=iso(share.expires_at) or "",
        closed=closed,
        facts=[] if closed else [(FACTS[name], covered(words, cover)) for name, words in told(share) if words],
        findings=[] if closed else [finding(found, cover) for found in read(row, rulebook)[1].findings],
        comments=[comment_shape(thread, row, cover) for thread in mine],
        vote=vote_shape(vote, row, cover) if vote and not closed else None,
    )


@query
def asked_of(member: Member, now: datetime) -> list[AskedShape]:
    """The notes that others show a member and that can still be changed, those without their vote first."""
    rows = shown_to(member, now).filter(message__state__in=OPEN).select_related("desk", "message", "vote").order_by("-id")
    found = [
        AskedShape(
            row.pk,
            NOBODY if row.hidden else row.desk.name,
            STAGES[Stage(row.message.stage)],
            iso(row.created_at) or "",
            row.vote.choice if hasattr(row, "vote") else None,
        )
        for row in rows
    ]
    return sorted(found, key=lambda row: row.vote is not None)


def told(share: Share) -> Iterable[tuple[str, str]]:
    """The facts that the owner chose to show."""
    row = share.message
    talk = row.interview
    if "job" in share.facts:
        yield "job", f"{row.application.role or 'A job'} at {row.application.employer.name}"
    if "interview" in share.facts and talk is not None:
        when = talk.start.astimezone(ZoneInfo(talk.zone))
        panel = ", ".join(seat.contact.name for seat in talk.panel.select_related("contact"))
        form = f"{talk.format} interview" if talk.format else "interview"
        yield "interview", f"{form.capitalize()}, {when:%A} {when.day} {when:%B}{f', with {panel}' if panel else ''}"
    if "notes" in share.facts and talk is not None:
        yield "notes", talk.notes


def finding(row: Finding, cover: Cover | None) -> dict[str, Any]:
    """A finding as a reviewer reads it."""
    remedy = row.remedy.text if row.remedy else ""
    words = {"quote": row.quote, "message": row.message, "why": row.why, "remedy": remedy}
    return {"way": str(row.way), "severity": row.severity.word} | {name: covered(said, cover) for name, said in words.items()}
