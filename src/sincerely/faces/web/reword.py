"""Other words from the person's own model: what would go to it is shown first; its words are shown as they come."""

import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

from asgiref.sync import sync_to_async
from django.contrib import messages
from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_POST

from sincerely.desk.actions.rewording import NotSeen, Wanted, ask_model, lay_beside, seal_of
from sincerely.desk.actions.writing import Changed
from sincerely.desk.errors import DeskError, NotThere
from sincerely.desk.queries.ghosts import model_of, question_of
from sincerely.desk.queries.messages import message, report_of
from sincerely.desk.shapes import MessageShape
from sincerely.faces.web.members.outside import outside_address
from sincerely.faces.web.opening import DeskRequest, OpenDesk
from sincerely.faces.web.typed import Typed
from sincerely.faces.web.words import plainly
from sincerely.ghost.answering import Thinking
from sincerely.ghost.asking import Question, Wish
from sincerely.ghost.blanks import Filling
from sincerely.ghost.endpoint import GhostError
from sincerely.ghost.streaming import in_turn, words_of
from sincerely.proof.sentences import cut_sentences
from sincerely.terms import Part, Span, Way

WISHES = (
    (Wish.KINDER, "Say it kinder"),
    (Wish.SHORTER, "Make it shorter"),
    (Wish.PLAINER, "Plainer English"),
    (Wish.OWN, "As I say below"),
    (Wish.DRAFT, "Write a new draft"),
)
HARSH = (Way.PRESSURE, Way.HOSTILITY)


@require_http_methods(["GET", "HEAD", "POST"])
def reword(request: DeskRequest, number: int) -> HttpResponse:
    """Shows what would go to the model. A form of the writing page is kept first; `do=ask` asks, and waits for the answer."""
    desk, given = request.desk, request.POST
    note = message(desk.actor, number)
    if note.state != "draft":
        return redirect("approve", number)
    try:
        if "body" in given:
            note = Typed.read(given).save(desk, number)
        wanted = about(desk, number, given) if given.get("about") else wanted_in(given)
    except Changed:
        messages.error(request, "This note was changed in another window. Look at it here, then ask again.")
        return redirect("write", number)
    except DeskError as error:
        messages.error(request, plainly(error))
        return redirect("write", number)
    if given.get("do") == "ask":
        return asked(request, note, wanted)
    return page(request, note, wanted)


def asked(request: DeskRequest, note: MessageShape, wanted: Wanted) -> HttpResponse:
    """Asks, and leads on to the answer beside the draft; for browsers without scripts."""
    desk = request.desk
    try:
        question = begun(request, note.id, wanted)
        answer = "".join(in_turn(words_of(question.endpoint, question.body)))
        version = lay_beside(desk.actor, note.id, wanted, question, answer, now=desk.now)
    except (DeskError, GhostError) as error:
        return page(request, note, wanted, wrong=plainly(error), status=422)
    return redirect(f"{reverse('versions', args=[note.id])}?of={version}")


@require_POST
def words(request: DeskRequest, number: int) -> HttpResponse | StreamingHttpResponse:
    """The same as it comes: lines of JSON, `{"more": words}`, at last `{"done": address}` or `{"wrong": why}`."""
    desk, wanted = request.desk, wanted_in(request.POST)
    try:
        question = begun(request, number, wanted)
    except DeskError as error:
        status = 404 if isinstance(error, NotThere) else 422
        return JsonResponse({"wrong": plainly(error), "again": isinstance(error, NotSeen)}, status=status)
    lines = (json.dumps(line) + "\n" async for line in coming(desk, number, wanted, question))
    return StreamingHttpResponse(lines, content_type="application/x-ndjson; charset=utf-8")


async def coming(desk: OpenDesk, number: int, wanted: Wanted, question: Question) -> AsyncIterator[dict[str, str]]:
    """What there is to tell while a model answers. Whoever goes away in the middle ends it, and nothing is changed."""
    said, thinking, filling = [], Thinking(), Filling(question.blanks)
    try:
        async for piece in words_of(question.endpoint, question.body):
            said.append(piece)
            if more := filling.add(thinking.add(piece)):
                yield {"more": more}
        yield {"more": filling.rest()}
        lay = sync_to_async(lay_beside)
        version = await lay(desk.actor, number, wanted, question, "".join(said), now=desk.now)
    except (DeskError, GhostError) as error:
        yield {"wrong": plainly(error)}
        return
    yield {"done": f"{reverse('versions', args=[number])}?of={version}"}


def begun(request: DeskRequest, number: int, wanted: Wanted) -> Question:
    """The question that goes now, where it is the one that was shown; raises DeskError."""
    known = model_of(request.desk.actor)
    outside_address(known.address if known else "")
    return ask_model(request.desk.actor, number, wanted, seen=request.POST.get("shown", ""), now=request.desk.now)


def wanted_in(given: Mapping[str, str]) -> Wanted:
    """What the form says; a wish that is none counts as a new draft, which the page shows before anything goes."""
    wish = given.get("wish", Wish.DRAFT)
    hidden = {"hidden": True, "open": False}.get(given.get("names", ""))
    told = {name: given.get(name, "").replace("\r\n", "\n") for name in ("passage", "own", "fault")}
    return Wanted(Wish(wish) if wish in list(Wish) else Wish.DRAFT, **told, hidden=hidden)


def about(desk: OpenDesk, number: int, given: Mapping[str, str]) -> Wanted:
    """The sentence that a finding marks, to be said without what it finds; `about`: `rule@quote`."""
    rule, _, quote = given["about"].replace("\r\n", "\n").partition("@")
    letter, report = report_of(desk.actor, number, desk.rulebook())
    found = next((row for row in report.findings if (row.rule, row.quote) == (rule, quote) and row.part == Part.BODY), None)
    if found is None or found.span is None:
        raise DeskError("That place has changed since. Look at the report again.")
    here = [cut for cut in cut_sentences(letter.body, Span(0, len(letter.body))) if meets(cut, found.span)]
    start, end = (here[0].start, here[-1].end) if here else (found.span.start, found.span.end)
    wish = Wish.KINDER if found.way in HARSH else Wish.PLAINER
    return Wanted(wish, letter.body[start:end].strip(), fault=found.message)


def meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def page(request: DeskRequest, note: MessageShape, wanted: Wanted, wrong: str = "", status: int = 200) -> HttpResponse:
    desk = request.desk
    values: dict[str, Any] = {"note": note, "number": note.id, "wanted": wanted, "wishes": WISHES, "wrong": wrong}
    values["model"] = model_of(desk.actor)
    try:
        question = question_of(desk.actor, note.id, wanted, desk.now)
        blanks = list(question.blanks.words.items())
        values |= {
            "question": question.shown,
            "shown": seal_of(question),
            "blanks": blanks,
            "goes_to": question.endpoint.questions,
        }
    except DeskError as error:
        values["wrong"] = wrong or plainly(error)
        status = max(status, 422)
    return render(request, "reword.html", values, status=status)


ROUTES = [
    path("write/<int:number>/model", reword, name="reword"),
    path("write/<int:number>/model/words", words, name="reword-words"),
]
