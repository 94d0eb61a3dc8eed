"""A mailbox that is signed in to without a password: real servers take its tokens, and say when they end."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx2
import pytest
from tests.desk.conftest import NOW, Scene
from tests.servers.dovecot import Dovecot, dovecot
from tests.servers.ground import HOST, open_folder, write_certificate
from tests.servers.postfix import Postfix, postfix
from tests.servers.provider import CLIENT, SECRET, MockProvider, mock_provider

from sincerely.post.signin.browser import Browser
from sincerely.post.signin.client import Client, Tokens

pytestmark = [pytest.mark.server, pytest.mark.django_db]
ADDRESS = "alice@example.org"


@dataclass
class Signed:
    """A provider, and mail servers that ask it whose a token is."""

    mock: MockProvider
    dovecot: Dovecot
    postfix: Postfix
    certificate: str


@pytest.fixture(scope="module")
def servers() -> Iterator[Signed]:
    with open_folder() as folder, mock_provider("google") as mock:
        certificate, key = write_certificate(folder)
        for name in ("dovecot", "postfix"):
            (folder / name).mkdir(mode=0o755)
        ask = f"{mock.provider.token_url.removesuffix('/token')}/introspect?token="
        with (
            dovecot(folder / "dovecot", certificate, key, introspection=ask) as mailboxes,
            postfix(folder / "postfix", certificate, key, mailboxes) as sender,
        ):
            mailboxes.add(ADDRESS, "unused")
            mock.address = ADDRESS
            yield Signed(mock, mailboxes, sender, str(certificate))


@pytest.fixture
def signed(servers: Signed, monkeypatch: pytest.MonkeyPatch) -> Signed:
    from sincerely.post.signin import provider

    monkeypatch.setitem(provider.PROVIDERS, "google", servers.mock.provider)
    return servers


def tokens(signed: Signed) -> tuple[Client, Tokens]:
    client = Client(signed.mock.provider, CLIENT, SECRET)
    with Browser(client, ADDRESS) as browser:
        threading.Thread(target=lambda: httpx2.get(browser.url, follow_redirects=True), daemon=True).start()
        return client, browser.wait(NOW, 20)


def account(scene: Scene, signed: Signed) -> int:
    """The mailbox of the desk, at the servers that take tokens."""
    from sincerely.desk.actions.accounts import set_account
    from sincerely.desk.tokens import as_secrets

    both: dict[str, Any] = {"host": HOST, "username": ADDRESS, "login": "oauth2", "ca_file": signed.certificate}
    carrier = {"name": "smtp", "port": signed.postfix.smtp, **both}
    mailbox = {"name": "imap", "port": signed.dovecot.imaps, **both}
    kept = as_secrets(*tokens(signed))
    return set_account(scene.actor, ADDRESS, carrier=carrier, mailbox=mailbox, secrets=kept, now=scene.now).id


def test_mail_is_fetched_and_sent_with_a_token(scene: Scene, signed: Signed) -> None:
    from sincerely.desk.accounts import open_carrier, open_mailbox
    from sincerely.desk.loops.inbox import visit

    account(scene, signed)
    raw = f"From: {ADDRESS}\r\nTo: {ADDRESS}\r\nSubject: hello\r\nMessage-ID: <t@example.org>\r\n\r\nwords\r\n".encode()
    assert open_carrier(scene.actor, scene.now)[1].deliver(raw, ADDRESS, [ADDRESS]).sent
    assert visit(scene.actor, scene.now).trouble == ""
    with open_mailbox(scene.actor, scene.now)[1] as box:
        box.append("INBOX", raw)
        assert [mail.raw for mail in box.fetch({})][-1].endswith(b"words\r\n")
    assert signed.mock.faults == []


def test_a_token_is_renewed_before_it_ends_and_sealed_again(scene: Scene, signed: Signed) -> None:
    from sincerely.desk.loops.inbox import visit
    from sincerely.desk.models import Account
    from sincerely.desk.sealing import unseal

    pk = account(scene, signed)
    before = unseal(Account.objects.get(pk=pk).sealed)
    visit(scene.actor, scene.later(minutes=50))
    assert unseal(Account.objects.get(pk=pk).sealed) == before
    visit(scene.actor, scene.later(minutes=6))
    sealed = Account.objects.get(pk=pk).sealed
    after = unseal(sealed)
    assert (after["access"] != before["access"], after["refresh"] != before["refresh"]) == (True, True)
    assert not any(secret in sealed for secret in after.values())
    assert signed.mock.faults == []


def test_a_sign_in_that_was_taken_back_shows_on_the_desk_with_what_to_do(scene: Scene, signed: Signed) -> None:
    from sincerely.desk.loops.inbox import visit
    from sincerely.desk.queries.due import due
    from sincerely.post.mailboxes import MailboxError

    account(scene, signed)
    signed.mock.refreshers.clear()
    signed.mock.alive.clear()
    with pytest.raises(MailboxError):
        visit(scene.actor, scene.later(minutes=2))
    with pytest.raises(MailboxError) as second:
        visit(scene.actor, scene.later(minutes=2))
    assert second.value.credentials
    (row,) = due(scene.actor, scene.now).troubles
    assert row.trouble.endswith("sign in again. Do so with: sincerely mailbox --provider google")
    assert len(row.trouble.splitlines()) == 1


def test_sending_says_so_too(scene: Scene, signed: Signed) -> None:
    from sincerely.desk.accounts import open_carrier
    from sincerely.post.carriers import CarrierError, Failure

    account(scene, signed)
    signed.mock.alive.clear()
    carrier = open_carrier(scene.actor, scene.now)[1]
    with pytest.raises(CarrierError) as error:
        carrier.deliver(b"Subject: x\r\n\r\nx\r\n", ADDRESS, [ADDRESS])
    assert (error.value.kind, error.value.words) == (Failure.PERMANENT, "localhost refused the sign-in. Please sign in again.")
    signed.mock.refreshers.clear()
    with pytest.raises(CarrierError, match="taken back") as ended:
        open_carrier(scene.actor, scene.later(hours=2))[1].deliver(b"Subject: x\r\n\r\nx\r\n", ADDRESS, [ADDRESS])
    assert ended.value.kind is Failure.PERMANENT


def test_a_provider_that_is_down_is_no_reason_to_sign_in_again(scene: Scene, signed: Signed) -> None:
    from sincerely.desk.loops.inbox import visit
    from sincerely.desk.queries.due import due
    from sincerely.post.mailboxes import MailboxError

    account(scene, signed)
    signed.mock.status = 500
    try:
        with pytest.raises(MailboxError) as error:
            visit(scene.actor, scene.later(hours=2))
    finally:
        signed.mock.status = 0
    assert not error.value.credentials
    assert "Try again later" in due(scene.actor, scene.now).troubles[0].trouble
    visit(scene.actor, scene.now + timedelta(minutes=1))
    assert due(scene.actor, scene.now).troubles == []


def test_no_token_stands_in_the_history_or_the_export(scene: Scene, signed: Signed, tmp_path) -> None:
    from sincerely.desk.models import Account, History
    from sincerely.desk.queries.desk import accounts
    from sincerely.desk.sealing import unseal

    pk = account(scene, signed)
    secrets = unseal(Account.objects.get(pk=pk).sealed)
    told = repr(list(History.objects.values())) + repr(accounts(scene.actor))
    assert not any(secrets[name] in told for name in ("access", "refresh", "client_secret"))
