"""Examples: letters of members with names covered; made, read through by their author, and then shown to the others."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sincerely.desk.actions.examples import (
    LONGEST,
    LONGEST_COVERED,
    make_example,
    mend_example,
    publish_example,
    withdraw_example,
)
from sincerely.desk.commons import About
from sincerely.desk.commons_shapes import ExampleShape
from sincerely.desk.errors import DeskError, NotThere
from sincerely.desk.queries.commons import example, examples, examples_ranked, own_examples
from sincerely.desk.queries.messages import messages as written
from sincerely.faces.web.asked import number_in, one_of
from sincerely.faces.web.clock import now
from sincerely.faces.web.doors import deskless
from sincerely.faces.web.look import rulebook
from sincerely.faces.web.members.commons import around, done, member_of_some, said_of
from sincerely.faces.web.members.door import MemberRequest
from sincerely.faces.web.paging import paged
from sincerely.terms import Channel, Stage

# A longer list is no choice: those further back can be copied.
MOST_LETTERS = 100


@deskless
@require_safe
def shelf(request: MemberRequest) -> HttpResponse:
    """What others published, and one's own with where they stand."""
    stage = request.GET.get("stage", "")
    page = paged(examples_ranked(request.member, stage=stage), request)
    values = {
        "page": page,
        "rows": examples(request.member, page.object_list),
        "own": own_examples(request.member),
        "stage": stage,
        "stages": list(Stage),
    }
    return render(request, "members/examples.html", values | around(request))


@deskless
@require_http_methods(["GET", "HEAD", "POST"])
def make(request: MemberRequest) -> HttpResponse:
    """A letter of one's own, chosen or typed; names are covered, and its author reads it next."""
    letters = [row for row in written(request.desk.actor) if row.body][:MOST_LETTERS] if request.desk else []
    values: dict[str, Any] = {"letters": letters, "stages": list(Stage), "channels": list(Channel)}
    values |= {"form": request.POST or request.GET, "longest": LONGEST} | member_of_some(request)
    if request.method != "POST":
        return render(request, "members/example-make.html", values)
    given = request.POST
    try:
        number = make_example(
            request.member,
            title=given.get("title", ""),
            text=given.get("text", ""),
            message=number_in(given, "letter") if given.get("letter") else None,
            stage=one_of(Stage, given.get("stage") or "thank-you", "kind of note"),
            channel=one_of(Channel, given.get("channel") or "email", "channel"),
            names=given.get("names", ""),
            organisation=number_in(given, "organisation") if given.get("organisation") else None,
            now=now(),
        )
    except NotThere:
        raise
    except DeskError as error:
        return render(request, "members/example-make.html", values | {"wrong": str(error)}, status=422)
    return redirect("example-own", number)


@deskless
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: MemberRequest, number: int) -> HttpResponse:
    """A published example, and what members say of it."""
    if request.method != "POST":
        return shown(request, number)
    example(request.member, number)
    return done(request, About("example", number), reverse("example", args=[number]), shown)


def shown(request: MemberRequest, number: int, status: int = 200, **more: Any) -> HttpResponse:
    row = example(request.member, number)
    said = said_of(request, About("example", number))
    values = said | {"row": row, "tally": row.tally, "speak": reverse("example", args=[number])}
    return render(request, "members/example.html", values | more, status=status)


@deskless
@require_http_methods(["GET", "HEAD", "POST"])
def own(request: MemberRequest, number: int) -> HttpResponse:
    """What others would read, to mend and to say yes to."""
    row = example(request.member, number, own=True)
    if request.method != "POST":
        return read_through(request, row)
    typed = "\n".join(request.POST.get("text", "").splitlines()).strip()
    try:
        if typed != row.text:
            mend_example(request.member, number, text=typed)
            messages.success(request, "Your words are kept, and names in them covered. Read them once more.")
            return redirect("example-own", number)
        if request.POST.get("do") == "publish":
            publish_example(request.member, number, seen=request.POST.get("seen", ""), rulebook=rulebook(), now=now())
            messages.success(request, "Published. Thank you: somebody will find the right words sooner.")
            return redirect("example", number)
    except NotThere:
        raise
    except DeskError as error:
        return read_through(request, row, 422, wrong=str(error), typed=typed)
    return redirect("example-own", number)


def read_through(request: MemberRequest, row: ExampleShape, status: int = 200, **more: Any) -> HttpResponse:
    values = {"row": row, "typed": row.text, "longest": LONGEST_COVERED} | more
    return render(request, "members/example-own.html", values, status=status)


@deskless
@require_POST
def withdraw(request: MemberRequest, number: int) -> HttpResponse:
    withdraw_example(request.member, number)
    messages.success(request, "Withdrawn. It is gone, with all that was said of it.")
    return redirect("examples")


ROUTES = [
    path("advice/examples", shelf, name="examples"),
    path("advice/examples/make", make, name="example-make"),
    path("advice/examples/<int:number>", one, name="example"),
    path("advice/examples/<int:number>/own", own, name="example-own"),
    path("advice/examples/<int:number>/withdraw", withdraw, name="example-withdraw"),
]
