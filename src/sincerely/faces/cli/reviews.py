"""`sincerely share`, `sincerely reviews`: a second pair of eyes before a note goes."""

from typing import TYPE_CHECKING, Annotated

import typer

from sincerely.faces.cli.options import Json, Now
from sincerely.faces.cli.paper import answer, printable

if TYPE_CHECKING:
    from sincerely.desk.review_shapes import CommentShape, ReviewsShape, ShareShape

OPEN = ("draft", "approved", "queued", "failed")
Which = Annotated[str, typer.Argument(help="Which message, by number or contact; the only open one where not said.")]


def share(
    message: Which = "",
    to: Annotated[str, typer.Option(help="What you call the reviewer; only you see it.")] = "",
    days: Annotated[int, typer.Option(help="For how many days the link stands.", min=1, max=90)] = 14,
    hide: Annotated[bool, typer.Option("--hide-names", help="Cover names, the employer and addresses.")] = False,
    fact: Annotated[
        list[str] | None, typer.Option("--with", help="Show beside it: job, interview or notes; again for more.")
    ] = None,
    back: Annotated[int, typer.Option("--back", help="Take a share back, by its number.", min=0)] = 0,
    forget: Annotated[bool, typer.Option("--forget", help="With --back: forget whose it was, too.")] = False,
    address: Annotated[str, typer.Option(help="Where reviewers reach your desk, such as https://desk.example.org.")] = "",
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Show a draft to somebody by a link. They comment and vote; only you change and send it.

    \b
    Examples:
      sincerely share 3 --to "Aunt Mary" --hide-names
      sincerely share --back 2
    """
    from django.conf import settings

    from sincerely.desk.actions.shares import forget_reviewer, revoke_share, share_by_link
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.opening import opened

    desk = opened(at)
    if back:
        row = (forget_reviewer if forget else revoke_share)(desk.actor, back, now=desk.now)
        return answer(row, as_json, f"Taken back: {printable(row.reviewer)} sees it no more.")
    if forget:
        raise Failure("share: --forget belongs to --back NUMBER.")
    note = desk.message(message or None, *OPEN)
    row, token = share_by_link(desk.actor, note.id, name=to, days=days, hidden=hide, facts=fact or [], now=desk.now)
    link = f"{(address or settings.ADDRESS).rstrip('/')}/look/{token}"
    told = f"Shown this once. It is for one reviewer and ends {row.expires_at[:10]}."
    words = f"{link}\n{told} Take it back: sincerely share --back {row.id}."
    answer({"link": link, "share": row.id, "expires_at": row.expires_at}, as_json, words)


def reviews(
    message: Which = "",
    accept: Annotated[int, typer.Option(help="Take over what comment NUMBER suggests.", min=0)] = 0,
    settle: Annotated[int, typer.Option(help="Put comment NUMBER aside.", min=0)] = 0,
    to_comment: Annotated[int, typer.Option("--answer", help="Answer comment NUMBER; say it with --words.", min=0)] = 0,
    to_dont: Annotated[
        int, typer.Option("--answer-vote", help="Answer the don't of share NUMBER; say it with --words.", min=0)
    ] = 0,
    words: Annotated[str, typer.Option(help="What you answer.")] = "",
    votes: Annotated[int, typer.Option(help="From now on each note needs this many “send” votes.", min=-1, max=9)] = -1,
    mail: Annotated[bool | None, typer.Option("--mail/--no-mail", help="Tell you by mail what reviewers said.")] = None,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """See what reviewers said of a note, take over their suggestions, answer them.

    \b
    Examples:
      sincerely reviews 3
      sincerely reviews 3 --accept 7
      sincerely reviews 3 --answer-vote 2 --words "They asked for a short one."
      sincerely reviews --votes 1 --mail
    """
    from sincerely.desk.actions.answering import accept as take
    from sincerely.desk.actions.answering import answer_comment, answer_vote, settle_comment
    from sincerely.desk.actions.desk import update_profile
    from sincerely.desk.queries.reviews import reviews as asked
    from sincerely.faces.cli.opening import opened

    desk = opened(at)
    if votes >= 0 or mail is not None:
        changes = ({"review_votes": votes} if votes >= 0 else {}) | ({} if mail is None else {"review_mail": mail})
        owner = update_profile(desk.actor, now=desk.now, **changes)
        told = (
            f"Notes need {owner.review_votes or 'no'} “send” votes; mail about reviews: {'yes' if owner.review_mail else 'no'}."
        )
        return answer({"votes": owner.review_votes, "mail": owner.review_mail}, as_json, told)
    note = desk.message(message or None, *OPEN)
    if accept:
        take(desk.actor, note.id, accept, rulebook=desk.rulebook, now=desk.now)
    if settle:
        settle_comment(desk.actor, note.id, settle, now=desk.now)
    if to_comment:
        answer_comment(desk.actor, note.id, to_comment, words=words, now=desk.now)
    if to_dont:
        answer_vote(desk.actor, to_dont, words=words, now=desk.now)
    found = asked(desk.actor, note.id, desk.now)
    answer(found, as_json, printable(in_words(found)))


def in_words(found: "ReviewsShape") -> str:
    """Reviews as they are read at a terminal."""
    lines = [f"! {reason}" for reason in found.holds] + [line(row) for row in found.shares]
    for row in found.comments:
        lines += comment_lines(row)
    return "\n".join(lines) or f"Nobody was asked yet. Show it to somebody: sincerely share {found.message}."


def line(row: "ShareShape") -> str:
    vote = row.vote
    seen = "has not voted" if row.opened_at else "has not opened it"
    said = (
        f"{vote.choice}{' (about an earlier version)' if vote.earlier else ''}{f': {vote.reason}' if vote.reason else ''}"
        if vote
        else seen
    )
    answered = f" You answered: {vote.answer}" if vote and vote.answer else ""
    return f"Share {row.id}, {row.reviewer}, {row.standing}: {said}.{answered}"


def comment_lines(row: "CommentShape") -> list[str]:
    state = (
        "taken over"
        if row.accepted_at
        else "put aside"
        if row.settled_at
        else "these words have changed"
        if row.changed
        else "open"
    )
    about = f"“{row.quote}”" if row.quote else "the whole"
    lines = [f"Comment {row.id}, {row.who}, on {about} ({state}): {row.words}".rstrip(": ")]
    if row.suggestion is not None:
        lines.append(f"  rather: {row.suggestion or '(without these words)'}")
    return lines + [f"  {reply.who}: {reply.words}" for reply in row.replies]
