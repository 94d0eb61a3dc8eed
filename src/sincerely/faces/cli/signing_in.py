"""`sincerely mailbox --provider`: signing in at Google or Microsoft, in the browser or with a code on another device."""

import sys
import time
import webbrowser
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from sincerely.desk.access import Actor
    from sincerely.post.signin.client import Client, Tokens


def sign_in(actor: "Actor", address: str, provider: str, client_id: str, secret_file: str, device: bool) -> dict[str, Any]:
    """Signs in, tests both servers with the token, and keeps it sealed; nothing is kept where one of them fails."""
    from sincerely.desk.actions.accounts import sign_in as keep
    from sincerely.desk.shapes import as_dict
    from sincerely.faces.cli.clock import now

    client = client_of(provider, client_id, secret_file)
    tokens = by_device(client) if device else by_browser(client, address)
    test(client, address, tokens)
    account = keep(actor, address, client, tokens, now=now())
    typer.echo(
        f"The mailbox of {address} is set up. It stays signed in until you take that back at {client.provider.label}.", err=True
    )
    return dict(as_dict(account))


def client_of(name: str, client_id: str, secret_file: str) -> "Client":
    """The person's own client at a provider."""
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.intake import read_text
    from sincerely.post.signin.client import Client
    from sincerely.post.signin.provider import PROVIDERS

    provider = PROVIDERS.get(name)
    if provider is None:
        raise Failure(f"--provider: there is no {name!r}. There is: {', '.join(PROVIDERS)}.")
    if not client_id and sys.stdin.isatty():
        typer.echo(f"{provider.label} asks for a client of your own. You make one once, at {provider.made_at}.", err=True)
        client_id = typer.prompt("Its client id")
    if not client_id:
        raise Failure(f"mailbox: name your client: --client-id. You make one once, at {provider.made_at}.")
    secret = read_text(secret_file, most=64 * 1024).strip() if secret_file else ""
    if not secret and not secret_file and sys.stdin.isatty():
        secret = typer.prompt(
            "Its secret (it is not shown; Enter where it has none)", default="", hide_input=True, show_default=False
        )
    return Client(provider, client_id.strip(), secret)


def by_browser(client: "Client", address: str) -> "Tokens":
    """Sends the person to the provider's page and waits for the answer. The browser opens only after that was said."""
    from sincerely.faces.cli.clock import now
    from sincerely.post.signin.browser import Browser

    with Browser(client, address) as browser:
        typer.echo(
            f"Sign in at {client.provider.label} and allow reading and sending mail. The page:\n\n  {browser.url}\n", err=True
        )
        if sys.stdin.isatty():
            typer.echo("Your browser opens it now. Waiting for your answer (5 minutes at most) …", err=True)
            webbrowser.open(browser.url)
        return browser.wait(now())


def by_device(client: "Client") -> "Tokens":
    """Shows a code to type on any device, and waits until that was done."""
    from sincerely.faces.cli.clock import now
    from sincerely.faces.cli.paper import printable
    from sincerely.post.signin.device import ask_for_code, wait_for_person

    code = ask_for_code(client)
    typer.echo(f"On any device open {printable(code.page)} and type this code: {printable(code.code)}", err=True)
    typer.echo(f"Waiting for it ({code.lasts // 60} minutes at most) …", err=True)
    return wait_for_person(client, code, time.sleep, now)


def test(client: "Client", address: str, tokens: "Tokens") -> None:
    """Signs in to both servers with the token; raises Failure in plain words."""
    from sincerely.faces.cli.failure import UNAVAILABLE, Failure
    from sincerely.post.carriers import smtp
    from sincerely.post.mailboxes import imap

    provider = client.provider
    for room, host in ((smtp, provider.smtp_host), (imap, provider.imap_host)):
        outcome = room.probe(room.Config(host=host, username=address, login="oauth2"), lambda: tokens.access)
        if not outcome.works:
            raise Failure(f"{host}: {outcome.words} Nothing was kept.", UNAVAILABLE)
        typer.echo(f"✓ {host}: {outcome.words}", err=True)
