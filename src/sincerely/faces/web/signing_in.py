"""Signing in to a mailbox at Google or Microsoft: the person goes there, and comes back to a door on this machine.

The page only starts it and asks how it went; nothing is kept before the person has come back and both servers took the token.
"""

from threading import Thread

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from sincerely.desk.actions.accounts import sign_in as keep
from sincerely.desk.errors import DeskError
from sincerely.faces.web.clock import now
from sincerely.faces.web.opening import DeskRequest
from sincerely.post.carriers import smtp
from sincerely.post.connection import NoConnection, Unreachable
from sincerely.post.mailboxes import imap
from sincerely.post.signin.browser import Browser
from sincerely.post.signin.client import Client, Tokens
from sincerely.post.signin.provider import PROVIDERS


class SignIn:
    """One sign-in under way: `url` is where the person goes. In the end there are `tokens`, or `wrong` says why not."""

    def __init__(self, client: Client, address: str) -> None:
        self.client, self.address = client, address
        self.browser = Browser(client, address)
        self.url = self.browser.url
        self.tokens: Tokens | None = None
        self.wrong = ""
        self.waiter = Thread(target=self.wait, daemon=True)
        self.waiter.start()

    @property
    def waits(self) -> bool:
        """True until the person has come back, or the time is over."""
        return self.tokens is None and not self.wrong

    def wait(self) -> None:
        """Takes what the provider sends back, and tries both servers with it."""
        try:
            with self.browser:
                tokens = self.browser.wait(now())
            self.wrong = refused(self.client, self.address, tokens)
        except (NoConnection, Unreachable) as error:
            self.wrong = str(error)
        else:
            self.tokens = None if self.wrong else tokens


# By desk; a new one takes the place of the last.
UNDER_WAY: dict[int, SignIn] = {}


def refused(client: Client, address: str, tokens: Tokens) -> str:
    """What a mail server has against the token; "" where both take it."""
    provider = client.provider
    for room, host in ((smtp, provider.smtp_host), (imap, provider.imap_host)):
        outcome = room.probe(room.Config(host=host, username=address, login="oauth2"), lambda: tokens.access)
        if not outcome.works:
            return f"{host}: {outcome.words} Nothing was kept."
    return ""


@require_POST
def begin(request: DeskRequest) -> HttpResponse:
    """Opens the door for the answer; the page then shows the way to the provider."""
    desk = request.desk
    told = {name: request.POST.get(name, "").strip() for name in ("provider", "address", "client_id", "client_secret")}
    provider = PROVIDERS.get(told["provider"])
    if provider is None or settings.MEMBERS or desk.owner.sample:
        raise DeskError("Signing in to a mailbox is for a desk of your own, on your own machine.")
    if "@" not in told["address"] or not told["client_id"]:
        raise DeskError("The address or the client id is missing. Please give both.")
    try:
        UNDER_WAY[desk.actor.desk] = SignIn(Client(provider, told["client_id"], told["client_secret"]), told["address"])
    except NoConnection as error:
        raise DeskError(str(error)) from None
    return redirect("sending")


@require_POST
def finish(request: DeskRequest) -> HttpResponse:
    """Keeps the mailbox once the person has signed in; the page asks until then."""
    desk, asks_again = request.desk, request.headers.get("HX-Request")
    under_way = UNDER_WAY.get(desk.actor.desk)
    if under_way is not None and under_way.waits:
        if asks_again:
            return HttpResponse(status=204)
        messages.info(request, f"{under_way.client.provider.label} has not answered yet. Sign in there first.")
    elif under_way is not None:
        del UNDER_WAY[desk.actor.desk]
        if under_way.tokens:
            keep(desk.actor, under_way.address, under_way.client, under_way.tokens, now=desk.now)
            messages.success(request, f"The mailbox {under_way.address} is set up.")
        else:
            messages.error(request, under_way.wrong)
    return HttpResponse(headers={"HX-Redirect": reverse("sending")}) if asks_again else redirect("sending")


@require_POST
def give_up(request: DeskRequest) -> HttpResponse:
    """The person changed their mind: what may still come back is not kept."""
    UNDER_WAY.pop(request.desk.actor.desk, None)
    return redirect("sending")


ROUTES = [
    path("settings/mailbox/sign-in", begin, name="sign-in"),
    path("settings/mailbox/signed-in", finish, name="signed-in"),
    path("settings/mailbox/sign-in/give-up", give_up, name="sign-in-give-up"),
]
