"""What the relay does with each command of a mail program."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from sincerely.desk.relay import Fate, Outcome, Submission
from sincerely.faces.relay.answers import answer, reply
from sincerely.faces.relay.password import Doorkeeper, is_password
from sincerely.faces.relay.server import NULL, Server
from sincerely.post.carriers.smtp import BARE_LINE_END

# RFC 5321, 4.5.3.1.8: at least a hundred; providers take a few hundred at the most.
MOST_RECIPIENTS = 100
BROKEN = ("This mail has broken line ends (RFC 5321, 2.3.8), by which a second mail can be smuggled into it.", "Nobody got it.")


class Handler:
    """Answers the commands of all connections. `relay` does the work, outside the loop that listens."""

    def __init__(self, folder: Path, doorkeeper: Doorkeeper, relay: Callable[[Submission], Awaitable[Outcome]]) -> None:
        self.folder = folder
        self.doorkeeper = doorkeeper
        self.relay = relay

    def refuse(self, password: bytes) -> str | None:
        """Why a sign-in is refused; None where it is right."""
        if self.doorkeeper.closed:
            return "454 4.7.0 Too many wrong passwords. Wait a minute, then try again."
        if is_password(self.folder, password):
            return None
        self.doorkeeper.was_wrong()
        return "535 5.7.8 This is not the relay's password. Make a new one: sincerely relay --new-password."

    async def handle_MAIL(self, server: Server, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        if not address.isascii() and not envelope.smtp_utf8:
            return "553 5.6.7 An address with letters outside A to Z needs SMTPUTF8."
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_RCPT(self, server: Server, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        if address == NULL:
            return "553 5.1.3 Nobody has that address."
        if not address.isascii() and not envelope.smtp_utf8:
            return "553 5.6.7 An address with letters outside A to Z needs SMTPUTF8."
        if len(envelope.rcpt_tos) >= MOST_RECIPIENTS:
            return f"452 4.5.3 A mail goes to {MOST_RECIPIENTS} addresses at the most."
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: Server, session: Any, envelope: Any) -> str:
        raw = bytes(envelope.content or b"")
        if not raw.strip():
            return "554 5.6.0 This mail is empty."
        if BARE_LINE_END.search(raw):
            return reply(550, "5.6.0", BROKEN)
        sender = "" if envelope.mail_from == NULL else envelope.mail_from
        submission = Submission(sender, tuple(dict.fromkeys(envelope.rcpt_tos)), raw, envelope.smtp_utf8)
        server.wait_long()
        try:
            return answer(await self.relay(submission), envelope.smtp_utf8)
        finally:
            server.wait_usually()


def failed(words: str) -> Outcome:
    """What the mail program is told where the desk itself cannot."""
    return Outcome(Fate.LATER, (words, "Nobody got it."))
