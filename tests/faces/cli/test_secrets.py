"""Secrets are planted on every path that fails, and then looked for in everything that a person could pass on."""

import json
import os
import sqlite3
import subprocess
import sys
from base64 import b64encode
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.faces.cli.test_desk import Person, lena, newcomer
from tests.servers.echoing import echoing_imap
from tests.servers.fixtures import MailServers
from tests.servers.scripted import HANG_UP, ScriptedServer, scripted_server

pytestmark = [pytest.mark.slow, pytest.mark.server]
__all__ = ["lena", "newcomer"]
READY = {"EHLO": "250-here\r\n250-AUTH PLAIN XOAUTH2\r\n250 8BITMIME", "AUTH": "235 in"}
# A step of sending, and what the server says there, with the secret in it.
ECHOES = {
    "wrong password": ("AUTH", "535 5.7.8 {secret} is wrong"),
    "wrong password, in base64": ("AUTH", "535 5.7.8 cannot: AUTH PLAIN {told}"),
    "sign-in for later": ("AUTH", "454 4.7.0 not with {secret}"),
    "sign-in for later, in base64": ("AUTH", "454 4.7.0 AUTH PLAIN {told}"),
    "sender": ("MAIL", "554 5.7.1 not with {secret}"),
    "sender for later": ("MAIL", "451 4.3.0 you said {secret}"),
    "recipient": ("RCPT", "451 4.3.0 you said\r\n {secret}"),
    "data": ("DATA", "451 4.3.0 AUTH PLAIN {told}"),
    "last dot": ("FINAL", "451 4.3.0 {secret}"),
    "receipt": ("FINAL", "250 2.0.0 taken from {secret}"),
    "lost": ("FINAL", HANG_UP),
}


@dataclass
class Planted:
    """Secrets, each on a path of its own, and all that the commands said."""

    lena: Person
    secrets: dict[str, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    def plant(self, path: str) -> str:
        self.secrets[path] = f"Plum/{len(self.secrets)}-{os.urandom(6).hex()}+Tree"
        return self.secrets[path]

    def run(self, *words: str, typed: str = "", **environment: str) -> None:
        with pytest.MonkeyPatch.context() as patch:
            for name, value in environment.items():
                patch.setenv(name, value)
            done = self.lena.run(*words, typed=typed)
        self.said += [done.stdout, done.stderr]

    def mailbox(self, path: str, *settings: str, **environment: str) -> None:
        self.run("mailbox", *settings, "--json", "--password-file", "-", typed=self.plant(path), **environment)


def smtp_at(port: int) -> tuple[str, ...]:
    return ("--smtp-host", "localhost", "--smtp-port", str(port), "--smtp-security", "none")


def imap_at(port: int, security: str = "none") -> tuple[str, ...]:
    return ("--imap-host", "localhost", "--imap-port", str(port), "--imap-security", security)


def send_with_echoes(planted: Planted, server: ScriptedServer) -> None:
    """A message is sent again and again, and each time the server repeats the password at another step."""
    planted.mailbox("an error's place", *smtp_at(server.port), "--address", "nobody", SINCERELY_DEBUG="1")
    planted.mailbox("works", *smtp_at(server.port))
    planted.lena.now = "2026-03-02T15:45:00+00:00"
    number = str(planted.lena.ask("write", "Ada")["message"]["id"])
    planted.lena.type("approve", number, "--yes")
    for path, (step, words) in ECHOES.items():
        planted.mailbox(path, *smtp_at(server.port))
        secret = planted.secrets[path]
        told = b64encode(f"\0lena@example.org\0{secret}".encode()).decode()
        step = step.replace("FINAL", ".")
        usual, server.said[step] = server.said[step], words.format(secret=secret, told=told)
        planted.run("send", number)
        planted.run("due", "--json")
        server.said[step] = usual
        if path == "receipt":
            number = str(planted.lena.ask("write", "Bo")["message"]["id"])
            planted.lena.type("approve", number, "--yes")


def fail_to_set_up(planted: Planted, real: MailServers) -> None:
    """Mailboxes that cannot be set up: each says why, and with SINCERELY_DEBUG where."""
    trust = ("--ca-file", str(real.certificate))
    planted.mailbox("untrusted sending", "--smtp-host", "localhost", "--smtp-port", str(real.postfix.smtp))
    planted.mailbox("untrusted reading", *imap_at(real.dovecot.imaps, "tls"))
    planted.mailbox("really wrong", *trust, "--smtp-host", "localhost", "--smtp-port", str(real.postfix.smtp))
    planted.mailbox("really wrong reading", *trust, *imap_at(real.dovecot.imaps, "tls"), SINCERELY_DEBUG="1")
    for answer in ("NO", "BAD", "BYE"):
        with echoing_imap(answer) as port:
            planted.mailbox(f"IMAP says {answer}", *imap_at(port), SINCERELY_DEBUG="1")
    planted.mailbox("strange host", "--smtp-host", "no host..", SINCERELY_DEBUG="1")
    planted.mailbox("unknown folder", *trust, *imap_at(real.dovecot.imaps, "tls"), "--folder", "N\udcffowhere")
    url = f"postgresql://ann:{planted.plant('database')}@localhost:1/desk"
    planted.run("due", SINCERELY_DATABASE_URL=url)
    planted.run("due", SINCERELY_DATABASE_URL=url, SINCERELY_DEBUG="1")
    planted.run("due", SINCERELY_DATABASE_URL=url.replace("postgresql:", "mysql:"), SINCERELY_DEBUG="1")


def sign_in_with_tokens(planted: Planted, server: ScriptedServer) -> None:
    """An account with tokens, kept as signing in keeps them; the server repeats the token of the hour."""
    client, access, refresh = (planted.plant(path) for path in ("client secret", "access token", "refresh token"))
    secrets = {"provider": "google", "client_id": "id", "client_secret": client, "access": access, "refresh": refresh}
    secrets["expires_at"] = "2027-01-01T00:00:00+00:00"
    code = f"""
from datetime import datetime, UTC
from sincerely.desk.opened import open_desk
actor = open_desk()
from sincerely.desk.actions.accounts import set_account
smtp = {{"name": "smtp", "host": "localhost", "port": {server.port}, "security": "none", "username": "lena", "login": "oauth2"}}
set_account(actor, "lena@example.org", carrier=smtp, mailbox={{}}, secrets={secrets},
            now=datetime(2026, 3, 2, 15, 50, tzinfo=UTC))
"""
    environment = {**os.environ, "SINCERELY_HOME": str(planted.lena.home)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True, capture_output=True)
    usual, server.said["AUTH"] = server.said["AUTH"], f"535 5.7.8 {access}"
    planted.run("send", SINCERELY_DEBUG="1")
    server.said["AUTH"] = f"454 4.7.0 {access}"
    planted.lena.now = "2026-03-02T16:55:00+00:00"
    planted.run("send")
    server.said["AUTH"] = usual


@pytest.fixture
def passed_on(lena: Person, mail_servers: MailServers, tmp_path: Path) -> tuple[Planted, dict[str, bytes]]:
    """All planted, and everything that could be passed on: by name, its bytes."""
    planted = Planted(lena)
    with scripted_server(**READY) as server:
        send_with_echoes(planted, server)
        fail_to_set_up(planted, mail_servers)
        sign_in_with_tokens(planted, server)
    planted.run("export", str(tmp_path / "desk.json"))
    planted.run("backup", str(tmp_path / "desk.backup"))
    for words in (("history", "--json"), ("show", "--json"), ("profile", "--json"), ("due", "--json"), ("due",)):
        planted.run(*words)
    (lena.home / "sealing.key").write_text("ab" * 32)
    planted.run("send")
    planted.run("send", SINCERELY_DEBUG="1")
    with closing(sqlite3.connect(lena.home / "desk.sqlite3")) as desk:
        found = {"dump": "\n".join(desk.iterdump()).encode()}
    found |= {str(path): path.read_bytes() for path in (*tmp_path.glob("desk.*"), *lena.home.glob("*")) if path.is_file()}
    return planted, {**found, "said": "\n".join(planted.said).encode()}


def forms(secret: str) -> list[bytes]:
    """A secret as it could stand in bytes: plain, in a URL, in JSON, within base64 in each step."""
    plain = [secret, quote(secret), quote(secret, safe=""), json.dumps(secret)[1:-1], secret.encode().hex()]
    steps = [b64encode(b"\0" * before + secret.encode())[4:-4] for before in range(3)]
    return [*(form.encode() for form in plain), *steps]


def test_none_of_the_planted_secrets_is_in_anything_that_is_passed_on(passed_on) -> None:
    planted, found = passed_on
    assert len(planted.secrets) >= 20
    leaks = [
        (path, place)
        for path, secret in planted.secrets.items()
        for place in found
        for form in forms(secret)
        if form in found[place]
    ]
    assert leaks == []
    said = found["said"].decode()
    assert "repeat a secret" in said, "the servers did repeat them"
    assert "Traceback" in said, "there were errors with their places"
    assert "cannot be opened with this desk's key" in said


def test_the_search_finds_what_is_there() -> None:
    secret = "Plum/0-abc+Tree"
    told = [secret.encode(), b64encode(f"\0lena\0{secret}".encode()), quote(secret, safe="").encode()]
    assert [any(form in each for form in forms(secret)) for each in told] == [True] * 3
