"""A second pair of eyes: to whom a note is shown, what they said of it, and what one makes of that."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from sincerely.desk.actions.answering import accept, answer_comment, answer_vote, settle_comment
from sincerely.desk.actions.desk import update_profile
from sincerely.desk.actions.shares import DAYS, colleagues, forget_reviewer, revoke_share, share_by_link, share_with_member
from sincerely.desk.errors import DeskError
from sincerely.desk.looking import OPEN
from sincerely.desk.queries.messages import message
from sincerely.desk.queries.reviews import FACTS, reviews
from sincerely.faces.web.margins import sentences
from sincerely.faces.web.opening import DeskRequest, OpenDesk

Step = Callable[[OpenDesk, int, str, QueryDict], str]


@require_http_methods(["GET", "HEAD", "POST"])
def eyes(request: DeskRequest, number: int) -> HttpResponse:
    """Everybody who sees a note, with their votes and comments; here one shows it to somebody, answers and settles."""
    verb, _, about = request.POST.get("do", "").partition(":")
    try:
        if request.method != "POST":
            return page(request, number)
        if verb == "share":
            return page(request, number, **shared(request, number))
        done = STEPS.get(verb, nothing)(request.desk, number, about, request.POST)
    except DeskError as error:
        return page(request, number, status=422, wrong=str(error), form=request.POST)
    messages.success(request, done)
    return redirect("eyes", number)


def shared(request: DeskRequest, number: int) -> dict[str, Any]:
    """Shows the note to somebody; the link is in this very answer and nowhere else."""
    given, desk = request.POST, request.desk
    days = given.get("days", str(DAYS))
    how: dict[str, Any] = {
        "days": int(days) if days.isdecimal() and len(days) < 4 else 0,
        "hidden": bool(given.get("hidden")),
        "facts": [name for name in FACTS if name in given.getlist("facts")],
        "now": desk.now,
    }
    who = given.get("who", "")
    if who.isdecimal() and len(who) < 16:
        share_with_member(desk.actor, number, int(who), **how)
        return {"told": "They see it among their reviews from now on."}
    share, token = share_by_link(desk.actor, number, name=given.get("name", ""), **how)
    return {"link": f"{address_of(request)}{reverse('look', args=[token])}", "share": share}


def address_of(request: DeskRequest) -> str:
    """Where others reach this desk: alone, only this machine does."""
    return str(settings.ADDRESS) if settings.MEMBERS else f"{request.scheme}://{request.get_host()}"


def take(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    accept(desk.actor, number, key(about), rulebook=desk.rulebook(), now=desk.now)
    return "Taken over. What stood here before is among the earlier texts."


def answer(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    answer_comment(desk.actor, number, key(about), words=fields.get(f"answer:{about}", ""), now=desk.now)
    return "Answered."


def settle(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    settle_comment(desk.actor, number, key(about), now=desk.now)
    return "Put aside."


def reopen(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    settle_comment(desk.actor, number, key(about), settled=False, now=desk.now)
    return "Open again."


def answer_dont(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    answer_vote(desk.actor, key(about), words=fields.get(f"vote-answer:{about}", ""), now=desk.now)
    return "Answered. It holds the note back no more."


def unshare(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    revoke_share(desk.actor, key(about), now=desk.now)
    return "Taken back. It counts at once."


def forget(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    forget_reviewer(desk.actor, key(about), now=desk.now)
    return "Forgotten. What they said stays, and is nobody’s."


def nothing(desk: OpenDesk, number: int, about: str, fields: QueryDict) -> str:
    raise DeskError("That button is not known here. Load the page again.")


def key(about: str) -> int:
    """A number as a button names it; 0, which nothing has, for anything else."""
    return int(about) if about.isdecimal() and len(about) < 16 else 0


# What can be done beside the words too, on the writing page.
BESIDE: dict[str, Step] = {"accept": take, "answer": answer, "settle": settle, "reopen": reopen, "answer-vote": answer_dont}
STEPS: dict[str, Step] = {**BESIDE, "unshare": unshare, "forget": forget}


def page(request: DeskRequest, number: int, status: int = 200, **more: Any) -> HttpResponse:
    desk, note = request.desk, message(request.desk.actor, number)
    asked = reviews(desk.actor, number, desk.now)
    values = {
        "note": note,
        "number": number,
        "reviews": asked,
        "subject": list(sentences(note.subject, "subject", asked.open_comments)),
        "body": list(sentences(note.body, "body", asked.open_comments)),
        "editable": note.state in OPEN,
        "facts": FACTS,
        "days": (3, 7, DAYS, 30),
        "usual": DAYS,
        "colleagues": [] if desk.owner.sample else colleagues(desk.actor).items(),
        "alone": not settings.MEMBERS,
    }
    return render(request, "eyes.html", values | more, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def rules(request: DeskRequest) -> HttpResponse:
    """How many "send" votes a note needs, and whether reviews are told by mail."""
    desk = request.desk
    sends = any(account["carrier"] for account in desk.owner.accounts)
    values: dict[str, Any] = {"numbers": range(10), "sends": sends, "alone": not settings.MEMBERS}
    if request.method != "POST":
        return render(request, "reviewing.html", values)
    try:
        mailed = bool(request.POST.get("mail"))
        update_profile(desk.actor, review_votes=request.POST.get("votes", ""), review_mail=mailed, now=desk.now)
    except DeskError as error:
        return render(request, "reviewing.html", values | {"error": error}, status=422)
    messages.success(request, "Kept.")
    return redirect("reviewing")


ROUTES = [path("write/<int:number>/eyes", eyes, name="eyes"), path("settings/reviews", rules, name="reviewing")]
