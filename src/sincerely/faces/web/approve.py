"""The last look before a yes, with the very bytes that would leave; and after it, what becomes of the note."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from sincerely.desk.actions.sending import approve as say_yes
from sincerely.desk.actions.sending import export_eml, queue, read_through
from sincerely.desk.errors import DeskError, Held
from sincerely.desk.queries.messages import message
from sincerely.desk.queries.plans import may
from sincerely.desk.shapes import MessageShape
from sincerely.faces.web.leaving import can_send, left_by, send_now
from sincerely.faces.web.marking import marked
from sincerely.faces.web.opening import DeskRequest
from sincerely.gate import angry
from sincerely.post.mail import read_mail
from sincerely.terms import Channel, Stage

# The raw form is for checking, not for scrolling through files in base64.
MOST_RAW = 60_000
HEADERS = ("From", "To", "Cc", "Subject", "Date", "In-Reply-To", "Message-ID")


@require_http_methods(["GET", "HEAD", "POST"])
def approve(request: DeskRequest, number: int) -> HttpResponse:
    """Shows a note as it will leave, and takes the yes; once said, a second yes changes nothing."""
    note = message(request.desk.actor, number)
    if request.method == "POST" and note.state == "draft":
        return agreed(request, note)
    if request.method == "POST":
        messages.info(request, "You had said yes already. Nothing was sent twice.")
        return redirect("approve", number)
    return page(request, note)


def agreed(request: DeskRequest, note: MessageShape) -> HttpResponse:
    """The yes to the bytes that were shown, then the way that the person chose."""
    desk, how = request.desk, request.POST.get("how", "")
    try:
        read = request.POST.get("read") or "none"
        note = say_yes(desk.actor, note.id, rulebook=desk.rulebook("full"), now=desk.now, read=read)
        if note.channel == "email" and how == "send":
            note = queue(desk.actor, note.id, now=desk.now)
            send_now(desk, note.id)
    except Held:
        return redirect("approve", note.id)
    except DeskError as error:
        note = message(desk.actor, note.id)
        if note.state == "draft":
            return page(request, note, wrong=str(error), status=422)
        messages.error(request, str(error))
    return redirect("approve", note.id)


def page(request: DeskRequest, note: MessageShape, wrong: str = "", status: int = 200) -> HttpResponse:
    desk = request.desk
    values: dict[str, Any] = {"number": note.id, "wrong": wrong, "can_send": can_send(desk)}
    values["answer"] = may(desk.actor, note.contact, Channel(note.channel), desk.now, Stage(note.stage))
    if note.state == "draft":
        try:
            look = read_through(desk.actor, note.id, rulebook=desk.rulebook("full"), now=desk.now)
            note, raw = look.note, look.raw
            values |= {"report": marked(look.letter, look.report), "angry": angry(look.report)}
        except DeskError as error:
            if message(desk.actor, note.id).state != "draft":
                return redirect("approve", note.id)
            values["wrong"], raw = wrong or str(error), b""
    elif note.sha256:
        raw = export_eml(desk.actor, note.id)
    else:
        raw = b""
    values |= {
        "note": note,
        "mail": told(note, raw),
        "raw": raw[:MOST_RAW].decode("utf-8", "replace"),
        "cut": len(raw) > MOST_RAW,
        "size": len(raw),
    }
    values |= left_by(desk, note)
    response = render(request, "approve.html", values, status=status)
    if leaves_now(note, desk.now):
        response.headers["Refresh"] = "2"
    return response


def leaves_now(note: MessageShape, now: datetime) -> bool:
    """True in the moment between the yes and the server's answer: the page looks again by itself."""
    fresh = now - datetime.fromisoformat(note.changed_at) < timedelta(minutes=1)
    return note.state == "sending" or (note.state == "queued" and fresh and not (note.held or note.trouble or note.attempts))


def told(note: MessageShape, raw: bytes) -> dict[str, Any]:
    """A mail's bytes read back: headers, text and files, as the receiver's program will read them."""
    if note.channel != "email" or not raw:
        return {"headers": [], "text": raw.decode("utf-8", "replace"), "files": []}
    mail = read_mail(raw)
    headers = [(name, mail.header(name)) for name in HEADERS if mail.header(name)]
    files = [(part.name, len(part.content)) for part in mail.parts if part.attached]
    return {"headers": headers, "text": mail.text, "files": files}


ROUTES = [path("approve/<int:number>", approve, name="approve")]
