"""The door: only this machine, only its owner, and headers that keep every other host out."""

from collections.abc import Callable
from ipaddress import ip_address

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from sincerely.desk.errors import DeskError, NotThere
from sincerely.faces.web import sample, troubles
from sincerely.faces.web.clock import now
from sincerely.faces.web.opening import OpenDesk

Answer = Callable[[HttpRequest], HttpResponse]

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "media-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    # Other hosts learn nothing; this desk learns that a form is its own (no-referrer would send "Origin: null" with every form).
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
# What a proxy adds: where one stands before the desk, the caller may be anywhere.
PROXIED = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_REAL_IP")


def guarded(answer: Answer) -> Answer:
    """Refuses callers from other machines, and gives every answer its headers; pages themselves are never kept."""

    def guard(request: HttpRequest) -> HttpResponse:
        return dressed(answer(request) if is_here(request) and is_called(request) else troubles.elsewhere())

    return guard


def dressed(response: HttpResponse) -> HttpResponse:
    """The answer with its headers."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", "no-store")
    return response


def is_here(request: HttpRequest) -> bool:
    """True where the caller is this machine, with no proxy between."""
    try:
        near = ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        near = False
    return near and not any(name in request.META for name in PROXIED)


def is_called(request: HttpRequest) -> bool:
    """True where the caller asked for this machine by name: a foreign name that leads here is somebody's trick."""
    try:
        return bool(request.get_host())
    except DisallowedHost:
        return False


def needs_no_desk(view: Callable[..., HttpResponse]) -> bool:
    """True for pages that are there before a desk is."""
    return getattr(view, "open_to_all", False) or getattr(view, "deskless", False)


class at_the_desk:
    """Signs the owner in: the desk is opened for each request. Without a desk, everything leads to the first run.

    What a person can mend is told in a sentence, whatever page it happened on.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            request.desk = OpenDesk(sample.present(), now())  # type: ignore[attr-defined]
        except NotThere:
            request.desk = None  # type: ignore[attr-defined]
        return self.answer(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, values: object
    ) -> HttpResponse | None:
        if request.desk is None and not needs_no_desk(view):  # type: ignore[attr-defined]
            return redirect("start")
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, NotThere):
            return troubles.missing(request, error)
        if isinstance(error, DeskError):
            return troubles.told(request, error)
        return None
