"""A mailbox at a mail server. Reads without marking anything as seen."""

import imaplib
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any, ClassVar, Self

import imap_tools

from sincerely.post.connection import (
    LOGINS,
    NoConnection,
    failure_words,
    one_line,
    refuse_clear_text,
    security_setting,
    tls_context,
)
from sincerely.post.mail import MEBI, MOST_BYTES
from sincerely.post.mailboxes import Fetched, MailboxError, Position
from sincerely.post.probe import Probe
from sincerely.post.setting import secret, setting

# Folders by the use that servers declare for them (RFC 6154), with the names that they have where nothing is declared.
SENT = ("\\Sent", ("Sent", "Sent Items", "Sent Mail", "Sent Messages", "Gesendet", "Gesendete Elemente", "Envoyés"))
DRAFTS = ("\\Drafts", ("Drafts", "Draft", "Entwürfe", "Brouillons"))
JUNK = ("\\Junk", ("Junk", "Spam", "Junk E-mail", "Junk Email", "Bulk Mail"))
BATCH = 500
# As many mails are fetched at once as fit into so many bytes: a question for each takes long over a slow line.
MOST_AT_ONCE = 4 * MEBI
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# RFC 5530: the server is unwell, and the password may be right.
NOT_THE_PASSWORD = ("UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG")
NO_FOLDER = (imap_tools.MailboxFolderSelectError, imap_tools.MailboxFolderStatusError)
FAILURES = (OSError, imaplib.IMAP4.error, imap_tools.ImapToolsError, NoConnection, UnicodeError)


@dataclass(frozen=True, slots=True)
class Config:
    """An account at a mail server for reading."""

    host: str = setting("Server for reading mail (IMAP), like imap.example.com")
    username: str = setting("User name, most often your e-mail address")
    password: str = secret("Password, or the app password that your provider made for you")
    port: int = setting("Port: 993 for tls, 143 for starttls", 993)
    security: str = security_setting("tls")
    login: str = setting("Sign in with password or oauth2", "password", choices=LOGINS)
    folders: str = setting("Folders to read, separated by commas", "INBOX")
    spam: bool = setting("Look into the spam folder too", True)
    sent: bool = setting("Look into the folder of sent mail, to notice what you send from your mail program", True)
    sent_folder: str = setting("Folder of sent mail, where the server does not say", "")
    drafts: str = setting("Folder of drafts, where the server does not say", "")
    ca_file: str = setting("File of further certificates to trust (only for a company's own server)", "")
    timeout: float = setting("Seconds to wait for an answer", 30.0)


class Mailbox:
    """Reads by IMAP, between `with` and its end. `token` gives a fresh access token where `login` is oauth2."""

    label: ClassVar[str] = "Mail server (IMAP)"

    def __init__(self, config: Config, token: Callable[[], str] | None = None) -> None:
        self.config = config
        self.token = token
        self._box: Any = None
        self._spam = ""

    def __enter__(self) -> Self:
        config = self.config
        try:
            refuse_clear_text(config.host, config.security)
            context = tls_context(config.ca_file)
            if config.security == "tls":
                self._box = imap_tools.MailBox(config.host, config.port, config.timeout, ssl_context=context)
            elif config.security == "starttls":
                self._box = imap_tools.MailBoxStartTls(config.host, config.port, config.timeout, ssl_context=context)
            else:
                self._box = imap_tools.MailBoxUnencrypted(config.host, config.port, config.timeout)
        except FAILURES as error:
            raise MailboxError(_words(error, config)) from None
        self._sign_in()
        return self

    def __exit__(self, *error: object) -> None:
        if self._box is not None:
            try:
                self._box.logout()
            except FAILURES:
                self._box.client.shutdown()
            self._box = None

    def fetch(self, since: Mapping[str, Position], from_day: date | None = None) -> Iterator[Fetched]:
        missing: list[str] = []
        for folder in self.folders():
            try:
                for fetched in self._fetch_folder(folder, since.get(folder), from_day):
                    yield replace(fetched, spam=folder == self._spam)
            except NO_FOLDER:
                missing.append(folder)
            except FAILURES as error:
                raise MailboxError(_words(error, self.config, folder)) from None
        if missing:
            raise MailboxError(f"{_no_folder(', '.join(missing), self.config)} All other mail was read.", partial=True)

    def folders(self) -> tuple[str, ...]:
        """The folders that are read, each once."""
        found = [name.strip() for name in self.config.folders.split(",") if name.strip()]
        if self.config.spam:
            self._spam = self._folder_for(*JUNK)
            found.append(self._spam)
        if self.config.sent:
            found.append(self.config.sent_folder or self._folder_for(*SENT))
        return tuple(dict.fromkeys(filter(None, found)))

    def find_sent(self, message_id: str) -> bool:
        """True where the folder of sent mail holds a mail with the id, which stands in <angle brackets>."""
        return self.holds(self.sent_folder(), message_id)

    def holds(self, folder: str, message_id: str) -> bool:
        """True where a folder holds a mail with the id."""
        try:
            self._box.folder.set(folder, readonly=True)
            # Servers look for a part of the text: what they find is compared.
            for uid in self._box.uids(imap_tools.AND(header=imap_tools.H("Message-ID", message_id))):
                header = self._content(int(uid), "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]").decode("latin-1")
                if header.partition(":")[2].strip() == message_id:
                    return True
        except FAILURES as error:
            raise MailboxError(_words(error, self.config, folder)) from None
        return False

    def sent_folder(self) -> str:
        """Where sent mail lies."""
        folder = self.config.sent_folder or self._folder_for(*SENT)
        if not folder:
            raise MailboxError("No folder of sent mail was found. Name it in the settings.")
        return folder

    def drafts_folder(self) -> str:
        """Where drafts lie."""
        folder = self.config.drafts or self._folder_for(*DRAFTS)
        if not folder:
            raise MailboxError("No folder of drafts was found. Name it in the settings.")
        return folder

    def append(self, folder: str, raw: bytes, flags: tuple[str, ...] = ()) -> None:
        """Files a mail in a folder."""
        try:
            self._box.append(raw, folder, flag_set=list(flags))
        except FAILURES as error:
            raise MailboxError(_words(error, self.config, folder)) from None

    def wait(self, timeout: float) -> bool:
        """Waits up to `timeout` seconds for the first folder to change (IDLE); True where it is time to fetch.

        Where the server has no IDLE the time passes and it is worth a look. RFC 2177: at most 29 minutes.
        A connection that ends meanwhile raises MailboxError.
        """
        try:
            if "IDLE" not in self._box.client.capabilities:
                time.sleep(timeout)
                return True
            self._box.folder.set(self.folders()[0], readonly=True)
            return any(b"EXISTS" in answer for answer in self._box.idle.wait(timeout))
        except FAILURES as error:
            raise MailboxError(_words(error, self.config)) from None

    def _sign_in(self) -> None:
        config = self.config
        try:
            if config.login == "oauth2":
                if self.token is None:
                    raise NoConnection("This account signs in by OAuth2 and is not connected yet. Connect it first.")
                self._box.xoauth2(config.username, self.token(), initial_folder=None)
            elif (config.username + config.password).isascii():
                self._box.login(config.username, config.password, initial_folder=None)
            else:
                self._box.login_utf8(config.username, config.password, initial_folder=None)
        except (imap_tools.MailboxLoginError, imaplib.IMAP4.error) as error:
            unwell = isinstance(error, imaplib.IMAP4.abort) or any(code in str(error) for code in NOT_THE_PASSWORD)
            refused = f"{config.host} refused the user name or password. Check both; many providers want an app password."
            if config.login == "oauth2":
                refused = f"{config.host} refused the sign-in. Please sign in again."
            words = f"{config.host} cannot be signed in to at the moment. Try again later." if unwell else refused
            self._box.client.shutdown()
            raise MailboxError(words, credentials=not unwell) from None
        except FAILURES as error:
            self._box.client.shutdown()
            raise MailboxError(_words(error, config), credentials=isinstance(error, NoConnection)) from None

    def _fetch_folder(self, folder: str, since: Position | None, from_day: date | None) -> Iterator[Fetched]:
        validity = int(self._box.folder.status(folder, ["UIDVALIDITY"])["UIDVALIDITY"])
        self._box.folder.set(folder, readonly=True)
        known = since.uid if since and since.uid_validity == validity else 0
        day = f"SINCE {from_day.day}-{MONTHS[from_day.month - 1]}-{from_day.year}" if from_day and not known else "ALL"
        # `n:*` names the last mail even where it is older than n (RFC 3501, 6.4.8).
        uids = sorted(uid for found in self._box.uids(f"UID {known + 1}:* {day}") if (uid := int(found)) > known)
        for start in range(0, len(uids), BATCH):
            for group in _grouped(self._sizes(uids[start : start + BATCH])):
                whole = group[0][1] <= MOST_BYTES
                contents = self._contents([uid for uid, _ in group], "BODY.PEEK[]" if whole else f"BODY.PEEK[]<0.{MEBI}>")
                for uid, content in sorted(contents.items()):
                    yield Fetched(folder, validity, uid, content, whole)

    def _sizes(self, uids: list[int]) -> list[tuple[int, int]]:
        """(uid, octets) of mails, so that a huge one is never fetched whole."""
        answers = self._box.client.uid("FETCH", ",".join(map(str, uids)), "(UID RFC822.SIZE)")[1]
        words = [
            answer.decode("latin-1").replace("(", " ").replace(")", " ").split()
            for answer in answers
            if isinstance(answer, bytes)
        ]
        pairs = [(_number(each, "UID"), _number(each, "RFC822.SIZE")) for each in words]
        wanted = set(uids)
        return sorted(pair for pair in pairs if pair[0] in wanted)

    def _content(self, uid: int, section: str) -> bytes:
        """One section of one mail; empty where the mail has gone meanwhile."""
        return self._contents([uid], section).get(uid, b"")

    def _contents(self, uids: list[int], section: str) -> dict[int, bytes]:
        """One section of each of some mails, by number, without those that have gone meanwhile."""
        answers = self._box.client.uid("FETCH", ",".join(map(str, uids)), f"(UID {section})")[1]
        found: dict[int, bytes] = {}
        for answer, after in zip(answers, [*answers[1:], b""], strict=True):
            if isinstance(answer, tuple):
                # The number stands before the mail, or after it.
                said = b" ".join([answer[0], after if isinstance(after, bytes) else b""])
                words = said.decode("latin-1").replace("(", " ").replace(")", " ").split()
                found[_number(words, "UID")] = bytes(answer[1])
        return {uid: content for uid, content in found.items() if uid in uids and content}

    def _folder_for(self, use: str, names: tuple[str, ...]) -> str:
        """The folder that the server declares for a use, else the first with a usual name; empty where there is none."""
        try:
            folders = self._box.folder.list()
        except FAILURES as error:
            raise MailboxError(_words(error, self.config)) from None
        declared = [folder.name for folder in folders if use in folder.flags]
        usual = [folder.name for folder in folders if folder.name.rpartition(folder.delim or "/")[2] in names]
        return next(iter([*declared, *usual]), "")


def probe(config: Config, token: Callable[[], str] | None = None) -> Probe:
    """Signs in, looks for the folders and reads nothing."""
    try:
        with Mailbox(config, token) as mailbox:
            folders = mailbox.folders()
            for folder in folders:
                mailbox._box.folder.status(folder, ["UIDVALIDITY"])
    except MailboxError as error:
        return Probe(False, error.words)
    except FAILURES as error:
        return Probe(False, _words(error, config, ", ".join(folders)))
    return Probe(True, f"Reading works: {config.host} answered, signed in as {config.username}, folders {', '.join(folders)}.")


def _grouped(sizes: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Mails that are fetched together, as (uid, octets); a huge one stands alone."""
    group: list[tuple[int, int]] = []
    for uid, size in sizes:
        full = sum(octets for _, octets in group) + size > MOST_AT_ONCE
        if group and (full or max(size, group[-1][1]) > MOST_BYTES):
            yield group
            group = []
        group.append((uid, size))
    if group:
        yield group


def _number(words: list[str], name: str) -> int:
    """The number after a name in a server's answer; 0 where it does not stand there."""
    return next((int(value) for key, value in pairwise(words) if key.upper() == name and value.isdigit()), 0)


def _words(error: Exception, config: Config, folder: str = "") -> str:
    """A failure for a person. What the library says may quote the command, and with it a secret: it is never shown."""
    if isinstance(error, NO_FOLDER):
        return _no_folder(folder, config)
    if isinstance(error, imap_tools.MailboxStarttlsError):
        return f"{config.host} offers no encryption (STARTTLS) here. Check the port."
    return failure_words(error, config.host, config.port)


def _no_folder(name: str, config: Config) -> str:
    return f"There is no folder {one_line(name)} at {config.host}. Check its name."
