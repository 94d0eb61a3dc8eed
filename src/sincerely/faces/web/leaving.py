"""After the yes: send it, hand it over, take it back, and say what became of it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, ClassVar

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from sincerely.desk.accounts import open_carrier, open_mailbox
from sincerely.desk.actions.drafts import edit_draft
from sincerely.desk.actions.handing_over import hand_to_person, not_sent_after_all
from sincerely.desk.actions.sending import export_eml, queue, retry, sent_by_hand, settle, withdraw
from sincerely.desk.errors import DeskError
from sincerely.desk.loops.outbox import hasten, tick
from sincerely.desk.queries.messages import message
from sincerely.desk.shapes import MessageShape
from sincerely.faces.web.opening import DeskRequest, OpenDesk
from sincerely.post.blind import with_blind_copies
from sincerely.post.carriers import CarrierError, Receipt, mailto, nothing
from sincerely.post.carriers.eml import UNSENT


class Download:
    """Leaves a mail file for the browser to fetch."""

    label: ClassVar[str] = "A file to open in your mail program (.eml)"
    automatic: ClassVar[bool] = False

    def __init__(self, number: int) -> None:
        self.name = f"note-{number}.eml"

    def deliver(self, raw: bytes, sender: str, recipients: Sequence[str], before_data: Callable[[], None] = nothing) -> Receipt:
        before_data()
        return Receipt("eml", False, "Open the file, look it over, press send, and say that you did.", self.name)


def can_send(desk: OpenDesk) -> bool:
    """True where the desk sends by itself."""
    return any(account["carrier"] for account in desk.owner.accounts)


def left_by(desk: OpenDesk, note: MessageShape) -> dict[str, Any]:
    """What there is to do for a note that the person sends themselves."""
    waits, mine = note.state == "approved", note.receipt.startswith("mailto:") or note.receipt.endswith(".eml")
    return {
        "by_own_word": note.state == "sent" and (mine or not note.receipt),
        "server_said": "" if mine else note.receipt,
        "link": note.receipt if waits and note.receipt.startswith("mailto:") else "",
        "file": note.receipt if waits and note.receipt.endswith(".eml") else "",
    }


def send_now(desk: OpenDesk, number: int) -> None:
    """Tries one waiting note at once; where the gate is closed it stays in the outbox, with the reason."""
    _, carrier = open_carrier(desk.actor, desk.now)
    mailbox = None
    with suppress(DeskError):
        _, mailbox = open_mailbox(desk.actor, desk.now)
    loop = desk.actor.as_loop("outbox")
    hasten(loop, number, desk.now)
    while tick(loop, carrier, desk.rulebook("full"), desk.now, mailbox, only=number):
        if message(desk.actor, number).state not in ("queued", "sending"):
            break


def send(desk: OpenDesk, number: int) -> str:
    if message(desk.actor, number).state == "approved":
        queue(desk.actor, number, now=desk.now)
    send_now(desk, number)
    return ""


def by_mail_program(desk: OpenDesk, number: int) -> str:
    return hand_to_person(desk.actor, number, mailto.Carrier(), now=desk.now).receipt.words


def by_file(desk: OpenDesk, number: int) -> str:
    return hand_to_person(desk.actor, number, Download(number), now=desk.now).receipt.words


def by_hand(desk: OpenDesk, number: int) -> str:
    sent_by_hand(desk.actor, number, now=desk.now)
    return "Noted: it is done."


def change(desk: OpenDesk, number: int) -> str:
    edit_draft(desk.actor, number, now=desk.now, rulebook=desk.rulebook())
    return "It is a draft again. Say yes anew when it is as you like it."


def take_back(desk: OpenDesk, number: int) -> str:
    withdraw(desk.actor, number, now=desk.now)
    return "Taken back. It will not be sent."


def went(desk: OpenDesk, number: int) -> str:
    settle(desk.actor, number, went=True, now=desk.now)
    return "Noted: it went."


def not_gone(desk: OpenDesk, number: int) -> str:
    settle(desk.actor, number, went=False, now=desk.now)
    return "Noted: it did not go. It is a draft again."


def again(desk: OpenDesk, number: int) -> str:
    retry(desk.actor, number, now=desk.now)
    return "It is a draft again."


def after_all(desk: OpenDesk, number: int) -> str:
    not_sent_after_all(desk.actor, number, now=desk.now)
    return "Noted: it did not go, and waits for you again."


WAYS: dict[str, Callable[[OpenDesk, int], str]] = {
    "send": send,
    "mail-program": by_mail_program,
    "file": by_file,
    "done": by_hand,
    "change": change,
    "take-back": take_back,
    "went": went,
    "not-gone": not_gone,
    "again": again,
    "not-sent": after_all,
}


@require_POST
def leave(request: DeskRequest, number: int, way: str) -> HttpResponse:
    """One step with an approved note. Where it cannot be done any more, the page says what stands."""
    if way not in WAYS:
        raise Http404
    note = message(request.desk.actor, number)
    try:
        words = WAYS[way](request.desk, note.id)
        if words:
            messages.success(request, words)
    except (DeskError, CarrierError) as error:
        messages.error(request, str(error))
    back = "write" if message(request.desk.actor, number).state == "draft" else "approve"
    return redirect(back, number)


@require_safe
def file(request: DeskRequest, number: int) -> HttpResponse:
    """The mail as a file, once the outbox has given it to the person."""
    note = message(request.desk.actor, number)
    if note.state != "approved" or not note.receipt.endswith(".eml"):
        raise Http404
    whole = UNSENT + with_blind_copies(export_eml(request.desk.actor, number), [note.to, *note.cc, *note.bcc])
    response = HttpResponse(whole, content_type="message/rfc822")
    response.headers["Content-Disposition"] = f'attachment; filename="note-{number}.eml"'
    return response


ROUTES = [
    path("approve/<int:number>/note.eml", file, name="mail-file"),
    path("approve/<int:number>/<slug:way>", leave, name="leave"),
]
