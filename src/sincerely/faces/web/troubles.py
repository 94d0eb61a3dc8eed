"""What a person sees where a page could not be had: one kind sentence, and a way on."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sincerely.desk.errors import DeskError, Held
from sincerely.faces.web.capped import MOST_BYTES
from sincerely.faces.web.words import plainly


def trouble(request: HttpRequest, status: int, title: str, words: str, reasons: tuple[str, ...] = ()) -> HttpResponse:
    """One page for all troubles; a piece of a page that htmx asked for becomes a toast."""
    values = {"title": title, "words": words, "reasons": reasons}
    if request.headers.get("HX-Request"):
        response = render(request, "parts/toast.html", values, status=status)
        response.headers["HX-Retarget"] = "#toasts"
        response.headers["HX-Reswap"] = "beforeend"
        return response
    return render(request, "trouble.html", values, status=status)


def told(request: HttpRequest, error: DeskError) -> HttpResponse:
    """What a person can mend, on a page that did not tell it beside its own form."""
    reasons = error.reasons if isinstance(error, Held) else ()
    return trouble(request, 422, "That did not work yet", plainly(error), reasons)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return trouble(request, 404, "There is nothing here", "The page may be gone, or its address was cut short.")


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return trouble(request, 403, "This is not open to you", "The desk shows this page to its owner alone.")


def elsewhere() -> HttpResponse:
    """Said without a page, as nothing of the desk is for another machine."""
    return HttpResponse("This desk answers only on its own machine.\n", status=403, content_type="text/plain; charset=utf-8")


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form did not come from this desk, or its page was open since before the cookies were cleared."""
    words = "This page was open too long, or it is not from this desk. Go back, load the page again, and send it once more."
    return trouble(request, 403, "Please load the page again", words)


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return trouble(request, 400, "This could not be read", "What came is too large or is cut short. Go back and try it again.")


def within_limits(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: tells whose request was too large to be read. The server marks those (`capped`)."""
    return lambda request: too_large(request) if getattr(request, "scope", {}).get("too_large") else answer(request)


def too_large(request: HttpRequest) -> HttpResponse:
    words = f"The desk takes {MOST_BYTES // 1024 // 1024} MB at a time. Go back, choose fewer or smaller files, and try again."
    return trouble(request, 413, "That is too much at once", words)


def broken(request: HttpRequest) -> HttpResponse:
    words = "Something went wrong inside Sincerely. What you had saved is safe. Go back and try again; if it stays, report it."
    return trouble(request, 500, "That is our fault", words)
