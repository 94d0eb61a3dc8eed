"""By a mail server, as mail programs send: encrypted, signed in, and each step's outcome known."""

import re
import smtplib
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from sincerely.post.carriers import CarrierError, Failure, Receipt, nothing
from sincerely.post.connection import (
    LOGINS,
    NoConnection,
    failure_words,
    one_line,
    refuse_clear_text,
    security_setting,
    tls_context,
)
from sincerely.post.envelope import ADDRESS
from sincerely.post.probe import Probe
from sincerely.post.setting import secret, setting
from sincerely.post.veil import veiled

NAME = "smtp"
# The machine's own name is nobody's business; submission servers look at the sign-in.
OWN_NAME = "[127.0.0.1]"
# A line end that is none (RFC 5321, 2.3.8) is how a second mail is smuggled into the first.
BARE_LINE_END = re.compile(rb"(?<!\r)\n|\r(?!\n)")
LEADING_DOT = re.compile(rb"^\.", re.MULTILINE)
# RFC 3463: x.1.x speaks of the address, x.7.x of policy and of who asks.
ABOUT_ADDRESS = re.compile(r"\b5\.1\.\d")
ABOUT_SENDER = re.compile(r"\b5\.7\.\d")
ADDRESS_CODES = (550, 551, 553)
LOST = "{} was lost after the message was handed over: it may have been delivered or not."


@dataclass(frozen=True, slots=True)
class Config:
    """An account at a mail server for sending."""

    host: str = setting("Server for sending mail (SMTP), like smtp.example.com")
    username: str = setting("User name, most often your e-mail address", "")
    password: str = secret("Password, or the app password that your provider made for you")
    port: int = setting("Port: 587 for starttls, 465 for tls", 587)
    security: str = security_setting("starttls")
    login: str = setting("Sign in with password or oauth2", "password", choices=LOGINS)
    ca_file: str = setting("File of further certificates to trust (only for a company's own server)", "")
    timeout: float = setting("Seconds to wait for an answer", 30.0)
    # RFC 5321, 4.5.3.2.6: ten minutes, for a server that checks the mail before it answers.
    final_timeout: float = setting("Seconds to wait for the server's word that it has taken a message", 600.0)


class Carrier:
    """Sends by SMTP. `token` gives a fresh access token where `login` is oauth2."""

    label: ClassVar[str] = "Mail server (SMTP)"
    automatic: ClassVar[bool] = True

    def __init__(self, config: Config, token: Callable[[], str] | None = None) -> None:
        self.config = config
        self.token = token
        self._secrets = {config.password}

    def deliver(self, raw: bytes, sender: str, recipients: Sequence[str], before_data: Callable[[], None] = nothing) -> Receipt:
        _check(raw, sender, recipients)
        server = self._open()
        try:
            refused = self._address(server, raw, sender, recipients)
            answer = self._hand_over(server, raw, before_data)
            with suppress(OSError, smtplib.SMTPException):
                server.quit()
            told = tuple((address, error.words) for address, error in refused.items())
            return Receipt(NAME, True, answer, self.config.host, told, tuple(filter(None, (e.address for e in refused.values()))))
        finally:
            server.close()

    def _open(self) -> smtplib.SMTP:
        """A connection, encrypted and signed in."""
        config = self.config
        server: smtplib.SMTP | None = None
        try:
            refuse_clear_text(config.host, config.security)
            if config.security == "tls":
                context = tls_context(config.ca_file)
                server = smtplib.SMTP_SSL(config.host, config.port, OWN_NAME, timeout=config.timeout, context=context)
            else:
                server = smtplib.SMTP(config.host, config.port, OWN_NAME, config.timeout)
            if config.security == "starttls":
                self._expect(server.starttls(context=tls_context(config.ca_file)), "encryption", 220)
            server.ehlo_or_helo_if_needed()
            if config.username:
                self._sign_in(server)
            return server
        except (OSError, smtplib.SMTPException, NoConnection, UnicodeError, CarrierError) as error:
            if server:
                server.close()
            raise self._opening_error(error) from None

    def _sign_in(self, server: smtplib.SMTP) -> None:
        if self.config.login == "oauth2":
            if self.token is None:
                raise NoConnection("This account signs in by OAuth2 and is not connected yet. Connect it first.")
            token = self.token()
            self._secrets.add(token)
            first = f"user={self.config.username}\x01auth=Bearer {token}\x01\x01"
            server.auth("XOAUTH2", lambda challenge=None: first if challenge is None else "")
        else:
            server.login(self.config.username, self.config.password)

    def _address(self, server: smtplib.SMTP, raw: bytes, sender: str, recipients: Sequence[str]) -> dict[str, CarrierError]:
        """Tells sender and recipients; gives the copies that were refused. Without the first recipient nothing is sent."""
        options = [] if raw.isascii() or not server.has_extn("8bitmime") else ["BODY=8BITMIME"]
        try:
            self._expect(server.mail(sender, options), "sender")
            answers = {recipient: server.rcpt(recipient) for recipient in recipients}
        except (OSError, smtplib.SMTPException) as error:
            raise CarrierError(Failure.TEMPORARY, failure_words(error, self.config.host, self.config.port)) from None
        refused = {address: self._refusal(address, said) for address, said in answers.items() if said[0] not in (250, 251)}
        if recipients[0] in refused:
            raise refused[recipients[0]]
        return refused

    def _hand_over(self, server: smtplib.SMTP, raw: bytes, before_data: Callable[[], None]) -> str:
        """Sends the message. Until the last dot leaves the server must forget all (RFC 5321, 4.1.1.4); then it may deliver."""
        body = LEADING_DOT.sub(b"..", raw if raw.endswith(b"\r\n") else raw + b"\r\n")
        try:
            self._expect(server.docmd("DATA"), "message", 354)
            before_data()
            server.send(body)
        except (OSError, smtplib.SMTPException) as error:
            raise CarrierError(Failure.TEMPORARY, failure_words(error, self.config.host, self.config.port)) from None
        code, words = self._last_answer(server)
        if code // 100 == 2:
            return self._said(words)
        if code // 100 in (4, 5):
            raise self._refused("message", code, words)
        raise CarrierError(Failure.UNSURE, LOST.format(self.config.host))

    def _last_answer(self, server: smtplib.SMTP) -> tuple[int, bytes]:
        """Sets the last dot and waits for the server's word."""
        try:
            if server.sock:
                server.sock.settimeout(self.config.final_timeout)
                # Else the dot, a small packet after a small one, waits for the server's leisure (RFC 896).
                server.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            server.send(b".\r\n")
            return server.getreply()
        except (OSError, smtplib.SMTPException):
            raise CarrierError(Failure.UNSURE, LOST.format(self.config.host)) from None

    def _said(self, words: bytes | str) -> str:
        """The server's words for a person."""
        return one_line(veiled(words, self._secrets))

    def _expect(self, answer: tuple[int, bytes], what: str, code: int = 250) -> None:
        """Raises where the server did not say yes."""
        if answer[0] != code:
            raise self._refused(what, *answer)

    def _refused(self, what: str, code: int, words: bytes) -> CarrierError:
        kind = Failure.PERMANENT if code >= 500 else Failure.TEMPORARY
        return CarrierError(kind, f"The server refused the {what}: {code} {self._said(words)}", code)

    def _refusal(self, address: str, answer: tuple[int, bytes]) -> CarrierError:
        """An address was refused: for its own sake, or for the sender's."""
        code, said = answer[0], self._said(answer[1])
        kind = Failure.PERMANENT if code >= 500 else Failure.TEMPORARY
        personal = bool(ABOUT_ADDRESS.search(said)) or (code in ADDRESS_CODES and not ABOUT_SENDER.search(said))
        words = f"The server refused {address}: {code} {said}"
        return CarrierError(kind, words, code, address if personal and code >= 500 else "")

    def _opening_error(self, error: Exception) -> CarrierError:
        """Nothing was handed over yet: only a refused sign-in or setting is for good, for a network changes."""
        host = self.config.host
        match error:
            case CarrierError():
                return error
            case smtplib.SMTPAuthenticationError() if error.smtp_code >= 500:
                words = f"{host} refused the user name or password. Check both; many providers want an app password."
                if self.config.login == "oauth2":
                    words = f"{host} refused the sign-in. Please sign in again."
                return CarrierError(Failure.PERMANENT, words, error.smtp_code)
            case smtplib.SMTPNotSupportedError():
                missing = "encryption (STARTTLS)" if "STARTTLS" in str(error) else "sign-in"
                return CarrierError(Failure.PERMANENT, f"{host} offers no {missing} here. Check the port.")
            case smtplib.SMTPResponseException():
                kind = Failure.PERMANENT if error.smtp_code >= 500 else Failure.TEMPORARY
                words = f"{host} refused to start: {error.smtp_code} {self._said(error.smtp_error)}"
                return CarrierError(kind, words, error.smtp_code)
            case NoConnection():
                return CarrierError(Failure.PERMANENT, str(error))
            case _:
                return CarrierError(Failure.TEMPORARY, failure_words(error, host, self.config.port))


def probe(config: Config, token: Callable[[], str] | None = None) -> Probe:
    """Signs in and sends nothing."""
    try:
        Carrier(config, token)._open().close()
    except CarrierError as error:
        return Probe(False, error.words)
    signed_in = f"signed in as {config.username}" if config.username else "no sign-in was asked for"
    return Probe(True, f"Sending works: {config.host} answered, {signed_in}.")


def _check(raw: bytes, sender: str, recipients: Sequence[str]) -> None:
    """Refuses what could say more to a server than it should; the fault lies in this message and nowhere else."""
    if BARE_LINE_END.search(raw):
        raise CarrierError(Failure.PERMANENT, "The message has broken line ends and was not sent.", own=True)
    if not recipients:
        raise CarrierError(Failure.PERMANENT, "The message has no recipient.", own=True)
    if not all(ADDRESS.fullmatch(address) for address in (sender, *recipients)):
        raise CarrierError(Failure.PERMANENT, "One of the addresses is not valid. Nothing was sent.", own=True)
