"""`sincerely mailbox`: set up, test or forget the mailbox that notes go out from and answers come in to."""

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sincerely.faces.cli.options import Json

if TYPE_CHECKING:
    from sincerely.desk.access import Actor


def mailbox(
    address: Annotated[str, typer.Option(help="The address that you write from; your own where not said.")] = "",
    username: Annotated[str, typer.Option(help="The name that the servers know you by; the address where not said.")] = "",
    smtp_host: Annotated[str, typer.Option(help="The server that sends, such as smtp.example.org.")] = "",
    smtp_port: Annotated[int, typer.Option(help="Its port.", min=1, max=65535)] = 587,
    smtp_security: Annotated[str, typer.Option(help="starttls or tls; none on this machine alone.")] = "starttls",
    imap_host: Annotated[str, typer.Option(help="The server that receives; none: answers are pasted by hand.")] = "",
    imap_port: Annotated[int, typer.Option(help="Its port.", min=1, max=65535)] = 993,
    imap_security: Annotated[str, typer.Option(help="tls or starttls; none on this machine alone.")] = "tls",
    ca_file: Annotated[str, typer.Option(help="A certificate to trust beside the system's, for a server of your own.")] = "",
    folder: Annotated[list[str] | None, typer.Option(help="A folder to look for answers in; say it again for more.")] = None,
    sent_folder: Annotated[str, typer.Option(help="The folder of sent mail, where the server does not say.")] = "",
    keeps_sent: Annotated[bool, typer.Option(help="The server files a copy of what it sends into Sent by itself.")] = False,
    password_file: Annotated[
        str, typer.Option(help="A file with the password, or - for standard input; asked for where not said.")
    ] = "",
    provider: Annotated[
        str, typer.Option(help="Sign in without a password: google or microsoft, with a client of your own.")
    ] = "",
    client_id: Annotated[str, typer.Option(help="The id of your client at the provider.")] = "",
    client_secret_file: Annotated[str, typer.Option(help="A file with its secret, where it has one.")] = "",
    device: Annotated[bool, typer.Option(help="Sign in with a code on another device, not in the browser here.")] = False,
    forget: Annotated[bool, typer.Option(help="Forget the mailbox and its password.")] = False,
    as_json: Json = False,
) -> None:
    """Set up the mailbox, tested before it is kept.

    Asks step by step where no server is named.

    \b
    Examples:
      sincerely mailbox
      sincerely mailbox --smtp-host smtp.example.org --imap-host imap.example.org
      sincerely mailbox --provider google --client-id ID --client-secret-file secret.txt
    """
    from sincerely.faces.cli.opening import opened
    from sincerely.faces.cli.paper import print_json

    desk = opened()
    if forget:
        from sincerely.desk.actions.accounts import forget_account

        for account in desk.owner.accounts:
            forget_account(desk.actor, account["id"], now=desk.now)
        typer.echo("The mailbox and its password are forgotten.")
        return
    if provider:
        from sincerely.faces.cli.signing_in import sign_in

        signed = sign_in(desk.actor, sender(address or desk.owner.email), provider, client_id, client_secret_file, device)
        return print_json(signed) if as_json else None
    if not smtp_host and not imap_host:
        ask_mailbox(desk.actor, desk.owner.email)
        return
    password = password_from(password_file)
    mine = address or desk.owner.email
    both = {"username": username or mine, "ca_file": ca_file}
    carrier = {"name": "smtp", "host": smtp_host, "port": smtp_port, "security": smtp_security, **both} if smtp_host else {}
    folders: dict[str, Any] = {"folders": ", ".join(folder or ["INBOX"]), "sent_folder": sent_folder}
    reader = (
        {"name": "imap", "host": imap_host, "port": imap_port, "security": imap_security, **both, **folders} if imap_host else {}
    )
    account = set_up(desk.actor, mine, carrier, reader, password, keeps_sent)
    if as_json:
        print_json(account)


def sender(address: str) -> str:
    """The address that a mailbox is for; asked for where nothing says."""
    from sincerely.faces.cli.failure import Failure

    if address:
        return address
    if not sys.stdin.isatty():
        raise Failure("mailbox: say which address it is for: --address NAME@EXAMPLE.ORG.")
    return str(typer.prompt("The address that you write from"))


def password_from(file: str) -> str:
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.intake import read_text

    if file:
        return read_text(file, most=64 * 1024).strip("\r\n")
    if not sys.stdin.isatty():
        raise Failure("Give the password in a file: --password-file FILE, or - for standard input.")
    return str(typer.prompt("Password (it is not shown, and kept encrypted)", hide_input=True))


def ask_mailbox(actor: "Actor", email: str) -> None:
    """Asks for the servers step by step and tests them."""
    from sincerely.faces.cli.failure import Failure

    if not sys.stdin.isatty():
        raise Failure("mailbox: name the servers: --smtp-host smtp.example.org --imap-host imap.example.org.")
    address = sender(email)
    way = typer.prompt("Your provider: google, microsoft, or other (with a password)", default="other").strip().lower()
    if way != "other":
        from sincerely.faces.cli.signing_in import sign_in

        sign_in(actor, address, way, "", "", device=False)
        return
    domain = address.rpartition("@")[2]
    smtp_host = typer.prompt("The server that sends", default=f"smtp.{domain}")
    imap_host = typer.prompt("The server that receives (a dash for none)", default=f"imap.{domain}")
    password = password_from("")
    carrier = {"name": "smtp", "host": smtp_host, "username": address}
    reader = {} if imap_host == "-" else {"name": "imap", "host": imap_host, "username": address}
    set_up(actor, address, carrier, reader, password, keeps_sent=False)


def set_up(
    actor: "Actor", address: str, carrier: dict[str, Any], reader: dict[str, Any], password: str, keeps_sent: bool
) -> dict[str, Any]:
    """Tests both connections, then keeps them; nothing is kept where a test fails."""
    from sincerely.desk.actions.accounts import set_account
    from sincerely.desk.shapes import as_dict
    from sincerely.faces.cli.clock import now

    test(carrier, reader, password)
    account = set_account(
        actor, address, carrier=carrier, mailbox=reader, secrets={"password": password}, keeps_sent=keeps_sent, now=now()
    )
    typer.echo(f"The mailbox of {address} is set up.", err=True)
    return dict(as_dict(account))


def test(carrier: dict[str, Any], reader: dict[str, Any], password: str) -> None:
    """Signs in to both servers; raises Failure in plain words."""
    from sincerely.faces.cli.failure import UNAVAILABLE, Failure
    from sincerely.post.carriers import smtp
    from sincerely.post.mailboxes import imap

    for settings, room in ((carrier, smtp), (reader, imap)):
        if not settings:
            continue
        given = {key: value for key, value in settings.items() if key != "name"}
        outcome = room.probe(room.Config(**given, password=password))
        if not outcome.works:
            raise Failure(f"{settings['host']}: {outcome.words} Nothing was kept.", UNAVAILABLE)
        typer.echo(f"✓ {settings['host']}: {outcome.words}", err=True)
