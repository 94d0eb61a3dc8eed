"""The server that mail programs speak to: aiosmtpd's, with stricter doors and limits on everything."""

import asyncio
import logging
import re
from collections.abc import MutableSet
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword, TLSSetupException

from sincerely.faces.relay.certificate import Certificate
from sincerely.post.mail import MOST_BYTES
from sincerely.post.upstream import is_path

# It names addresses and repeats commands. Nothing of that is written anywhere.
logging.getLogger("mail.log").disabled = True
logging.getLogger("mail.debug").disabled = True

NAME = "localhost"
# RFC 5321, 4.5.3.2.7: a server waits five minutes for the next command. A whole mail has to come within them, too.
IDLE_SECONDS = 300.0
# Until it has signed in a caller is given less: it costs one of few connections.
STRANGER_SECONDS = 60.0
# The server behind the relay may take ten minutes (RFC 5321, 4.5.3.2.6), after connecting and signing in.
PATIENCE_SECONDS = 1_200.0
MOST_CONNECTIONS = 20
# Commands of one connection. RFC 5321, 4.5.3.1.8: a hundred recipients at the least, for each of many mails.
MOST_COMMANDS = {"*": 500, "MAIL": 1_000, "RCPT": 20_000, "DATA": 1_000, "RSET": 2_000, "AUTH": 6, "STARTTLS": 2, "EHLO": 10}
PATH = re.compile(r"<([^<>]*)>(?: +(.*))?", re.DOTALL)
# RFC 4954, 5: who sent it first, as another server knows them. Taken, and of no use here.
SUBMITTER = re.compile(r" +AUTH=\S*", re.IGNORECASE)
NULL = "<>"


class Full(asyncio.Protocol):
    """What a caller meets who is one too many."""

    def connection_made(self, link: asyncio.BaseTransport) -> None:
        if isinstance(link, asyncio.WriteTransport):
            link.write(b"421 4.3.2 Too many connections. Try again in a minute.\r\n")
            link.close()


class Server(SMTP):
    """One connection. Nothing but EHLO before encryption, nothing but AUTH before the password."""

    def __init__(self, handler: Any, certificate: Certificate, connections: MutableSet[Any]) -> None:
        super().__init__(
            handler,
            data_size_limit=MOST_BYTES,
            enable_SMTPUTF8=True,
            hostname=NAME,
            ident="Sincerely",
            tls_context=certificate.context,
            require_starttls=True,
            timeout=STRANGER_SECONDS,
            auth_required=True,
            auth_require_tls=True,
            authenticator=self.sign_in,
            command_call_limit=MOST_COMMANDS,
            loop=asyncio.get_running_loop(),
        )
        self.connections = connections

    def connection_made(self, link: asyncio.BaseTransport) -> None:
        self.connections.add(self)
        super().connection_made(link)

    def connection_lost(self, error: Exception | None) -> None:
        self.connections.discard(self)
        super().connection_lost(error)

    def sign_in(self, server: SMTP, session: Any, envelope: Any, mechanism: str, given: Any) -> AuthResult:
        """Asks the handler whether the password is right; whatever the user name."""
        password = given.password if isinstance(given, LoginPassword) else b""
        refused = self.event_handler.refuse(password)
        if refused is None:
            self._timeout_duration = IDLE_SECONDS
            return AuthResult(success=True)
        return AuthResult(success=False, handled=False, message=refused)

    def wait_long(self) -> None:
        """From here on the caller waits for us."""
        self._reset_timeout(PATIENCE_SECONDS)

    def wait_usually(self) -> None:
        """From here on we wait for the caller again."""
        if self.transport is not None:
            self._reset_timeout()

    async def smtp_AUTH(self, arg: str | None) -> None:
        """Mechanisms in any case (RFC 4422, 3.1 has them in capitals; clients differ)."""
        mechanism, space, rest = (arg or "").partition(" ")
        await super().smtp_AUTH(f"{mechanism.upper()}{space}{rest}")

    async def smtp_MAIL(self, arg: str | None) -> None:
        await super().smtp_MAIL(SUBMITTER.sub("", arg) if arg else arg)

    async def smtp_VRFY(self, arg: str | None) -> None:
        """The relay knows of nobody whether they exist, and repeats nothing."""
        if not await self.check_auth_needed("VRFY"):
            await self.push("252 2.1.5 Send it, and you will see.")

    def _getaddr(self, arg: str) -> tuple[str | None, str | None]:
        """An address in its brackets, exactly as it stands; what the base class mends is refused."""
        found = PATH.fullmatch(arg or "")
        if not found or not (found[1] == "" or is_path(found[1])):
            return None, None
        return found[1] or NULL, found[2] or ""

    async def handle_exception(self, error: Exception) -> str:
        """A fault of ours in one line, which repeats nothing."""
        if isinstance(error, TLSSetupException):
            return "454 4.7.0 No encrypted connection came about."
        return f"451 4.3.0 Something went wrong inside Sincerely ({type(error).__name__}). Nobody got this mail."
