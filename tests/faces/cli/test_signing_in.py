"""`sincerely mailbox --provider`: what the person is told, and what is kept."""

import re
import threading
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from tests.desk.conftest import actor  # noqa: F401
from tests.servers.provider import CLIENT, SECRET, MockProvider, mock_provider

from sincerely.faces.cli.failure import Failure
from sincerely.post.connection import NoConnection
from sincerely.post.probe import Probe

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["google", "microsoft"])
def mock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[MockProvider]:
    from sincerely.post.signin import provider

    with mock_provider(request.param, SECRET if request.param == "google" else "") as found:
        monkeypatch.setitem(provider.PROVIDERS, request.param, found.provider)
        yield found


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch, mock: MockProvider) -> list[Any]:
    """The servers that were signed in to; they take what the provider gave."""
    from sincerely.post.carriers import smtp
    from sincerely.post.mailboxes import imap

    seen: list[Any] = []

    def probe(config: Any, token: Any) -> Probe:
        seen.append(config)
        return Probe(token() in mock.alive, "Tried.")

    monkeypatch.setattr(imap, "probe", probe)
    monkeypatch.setattr(smtp, "probe", probe)
    return seen


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who opens each page that is shown to them."""
    import typer

    say = typer.echo

    def echo(words: str, **more: Any) -> None:
        say(words, **more)
        for url in re.findall(r"http://127\S+authorize\S+", words):
            threading.Thread(target=httpx2.get, args=(url,), kwargs={"follow_redirects": True}, daemon=True).start()

    monkeypatch.setattr(typer, "echo", echo)


def sign_in(actor: Any, mock: MockProvider, tmp_path: Any, device: bool = False) -> dict[str, Any]:  # noqa: F811
    from sincerely.faces.cli.signing_in import sign_in as run

    file = ""
    if mock.secret:
        (tmp_path / "secret").write_text(mock.secret + "\n")
        file = str(tmp_path / "secret")
    return run(actor, "ann@example.org", mock.provider.name, CLIENT, file, device)


def test_in_the_browser(actor: Any, mock: MockProvider, tried: list[Any], person: None, tmp_path: Any, capsys: Any) -> None:  # noqa: F811
    from sincerely.desk.models import Account
    from sincerely.desk.sealing import unseal

    account = sign_in(actor, mock, tmp_path)
    said = capsys.readouterr()
    assert "allow reading and sending mail" in said.err
    assert "is set up" in said.err
    assert [(config.host, config.login) for config in tried] == [
        (mock.provider.smtp_host, "oauth2"),
        (mock.provider.imap_host, "oauth2"),
    ]
    kept = unseal(Account.objects.get().sealed)
    assert kept["access"] in mock.alive
    assert (account["has_secrets"], account["mailbox"]["login"]) == (True, "oauth2")
    assert not any(
        kept[name] and kept[name] in said.out + said.err + repr(account) for name in ("access", "refresh", "client_secret")
    )
    assert mock.faults == []


def test_with_a_code(actor: Any, mock: MockProvider, tried: list[Any], tmp_path: Any, capsys: Any, monkeypatch: Any) -> None:  # noqa: F811
    import time

    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    if not mock.provider.device_url:
        with pytest.raises(NoConnection, match="with the browser"):
            sign_in(actor, mock, tmp_path, device=True)
        return
    mock.pending = ["authorization_pending", "slow_down"]
    sign_in(actor, mock, tmp_path, device=True)
    assert "https://example.com/device and type this code: WDJB-MJHT" in capsys.readouterr().err
    assert len(tried) == 2
    assert mock.faults == []


def test_a_server_that_refuses_the_token_keeps_nothing(
    actor: Any,  # noqa: F811
    mock: MockProvider,
    tried: list[Any],
    person: None,
    tmp_path: Any,
    monkeypatch: Any,
) -> None:
    from sincerely.desk.models import Account
    from sincerely.post.carriers import smtp

    monkeypatch.setattr(smtp, "probe", lambda config, token: Probe(False, "Refused."))
    with pytest.raises(Failure, match="Nothing was kept"):
        sign_in(actor, mock, tmp_path)
    assert not Account.objects.exists()


@pytest.mark.parametrize(("provider", "words"), [("nobody", "There is: google, microsoft"), ("google", "--client-id")])
def test_what_is_missing_is_said_in_one_line(provider: str, words: str) -> None:
    from sincerely.faces.cli.signing_in import client_of

    with pytest.raises(Failure) as failure:
        client_of(provider, "", "")
    assert words in str(failure.value)
