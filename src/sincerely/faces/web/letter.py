"""A letter as it stands on paper: its pages to look at, the PDF to print, and the label for the envelope."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from sincerely.desk.errors import DeskError
from sincerely.desk.queries.messages import message
from sincerely.desk.queries.printed import printed
from sincerely.faces.web.opening import DeskRequest
from sincerely.press import BadPaper, Format, Paper, pictures
from sincerely.press import label as set_label
from sincerely.press import letter as set_letter


def paper_of(request: DeskRequest, number: int) -> Paper:
    """The paper of a note, in the size that is asked for; raises DeskError where something is missing."""
    wished = request.GET.get("paper", "")
    return printed(request.desk.actor, number, request.desk.now, Format(wished) if wished in list(Format) else None)


def set_or_told(make: Callable[[], Any]) -> Any:
    try:
        return make()
    except BadPaper as error:
        raise DeskError(str(error)) from None


@require_safe
def letter(request: DeskRequest, number: int) -> HttpResponse:
    """The pages, or what is still missing for them."""
    values: dict[str, Any] = {"note": message(request.desk.actor, number), "number": number}
    try:
        paper = paper_of(request, number)
        pages = set_or_told(lambda: pictures(paper))
        values |= {"pages": range(1, len(pages) + 1), "format": paper.format, "formats": list(Format)}
    except DeskError as error:
        values["wrong"] = str(error)
    return render(request, "letter.html", values)


@require_safe
def picture(request: DeskRequest, number: int, place: int) -> HttpResponse:
    """One page as a picture."""
    pages = set_or_told(lambda: pictures(paper_of(request, number)))
    if not 1 <= place <= len(pages):
        raise Http404
    return HttpResponse(pages[place - 1], content_type="image/png")


@require_safe
def pdf(request: DeskRequest, number: int) -> HttpResponse:
    """The letter to print."""
    paper = paper_of(request, number)
    return sent(set_or_told(lambda: set_letter(paper)), f"letter-{number}.pdf")


@require_safe
def label(request: DeskRequest, number: int) -> HttpResponse:
    """The label for an envelope without a window."""
    paper = paper_of(request, number)
    made = set_or_told(lambda: set_label(paper.recipient, paper.sender, paper.format, on=request.desk.now))
    return sent(made, f"label-{number}.pdf")


def sent(made: bytes, name: str) -> HttpResponse:
    response = HttpResponse(made, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


ROUTES = [
    path("letter/<int:number>", letter, name="letter"),
    path("letter/<int:number>.pdf", pdf, name="letter-pdf"),
    path("letter/<int:number>/label.pdf", label, name="label-pdf"),
    path("letter/<int:number>/<int:place>.png", picture, name="letter-picture"),
]
