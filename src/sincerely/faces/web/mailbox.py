"""The mailbox with a password, as a form brings it: tested before it is kept."""

from collections.abc import Mapping
from typing import Any

from sincerely.desk.actions.accounts import set_account
from sincerely.desk.errors import DeskError
from sincerely.desk.shapes import AccountShape
from sincerely.faces.web.members.outside import outside
from sincerely.faces.web.opening import OpenDesk
from sincerely.post.carriers import smtp
from sincerely.post.mailboxes import imap


def set_up(desk: OpenDesk, given: Mapping[str, str]) -> AccountShape:
    """Signs in to both servers, then keeps them; nothing is kept where one of them refuses. Raises DeskError."""
    address = given.get("address", "").strip()
    domain = address.rpartition("@")[2]
    password = given.get("password", "")
    user = given.get("username", "").strip() or address
    out: dict[str, Any] = {"name": "smtp", "host": given.get("smtp_host", "").strip() or f"smtp.{domain}", "username": user}
    into: dict[str, Any] = {"name": "imap", "host": given.get("imap_host", "").strip() or f"imap.{domain}", "username": user}
    for settings, field in ((out, "smtp"), (into, "imap")):
        settings |= ports(given, field)
    if not domain or not password:
        raise DeskError("The address or the password is missing. Please give both.")
    for settings, room in ((out, smtp), (into, imap)):
        outside(settings["host"], settings.get("port", 443))
        told = {key: value for key, value in settings.items() if key != "name"}
        try:
            outcome = room.probe(room.Config(**told, password=password))
        except (TypeError, ValueError) as error:
            raise DeskError(str(error)) from None
        if not outcome.works:
            raise DeskError(f"{settings['host']}: {outcome.words} Nothing was kept.")
    return set_account(desk.actor, address, carrier=out, mailbox=into, secrets={"password": password}, now=desk.now)


def ports(given: Mapping[str, str], field: str) -> dict[str, Any]:
    """Port and security, where they are not the usual ones."""
    found: dict[str, Any] = {}
    port, security = given.get(f"{field}_port", "").strip(), given.get(f"{field}_security", "").strip()
    if port:
        if not (port.isascii() and port.isdecimal() and 0 < int(port[:6]) < 65536):
            raise DeskError("A port is a number between 1 and 65535.")
        found["port"] = int(port)
    if security:
        found["security"] = security
    return found
