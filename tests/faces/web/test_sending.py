"""The mailbox in the settings: seen, forgotten, and signed in to at a provider that looks at every field."""

import re
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from tests.servers.provider import CLIENT, SECRET, MockProvider, mock_provider

from sincerely.desk.queries.desk import accounts
from sincerely.faces.web import signing_in
from sincerely.post.probe import Probe

ADDRESS = "ann@example.org"
WAY = re.compile(r'href="([^"]+authorize[^"]+)"')


@pytest.fixture(params=["google", "microsoft"])
def mock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[MockProvider]:
    from sincerely.post.signin import provider

    monkeypatch.setattr(signing_in, "UNDER_WAY", {})
    monkeypatch.setattr("sincerely.faces.web.sending.UNDER_WAY", signing_in.UNDER_WAY)
    with mock_provider(request.param, SECRET if request.param == "google" else "") as found:
        monkeypatch.setitem(provider.PROVIDERS, request.param, found.provider)
        yield found


@pytest.fixture
def takes(monkeypatch: pytest.MonkeyPatch, mock: MockProvider) -> list[str]:
    """The mail servers that take what the provider gave; one that is taken off the list refuses it."""
    hosts = [mock.provider.smtp_host, mock.provider.imap_host]

    def probe(config: Any, token: Any) -> Probe:
        return Probe(config.host in hosts and token() in mock.alive, "Tried.")

    monkeypatch.setattr("sincerely.post.carriers.smtp.probe", probe)
    monkeypatch.setattr("sincerely.post.mailboxes.imap.probe", probe)
    return hosts


def begun(visitor: Any, mock: MockProvider, **more: str) -> str:
    """Starts a sign-in: the provider's page, as the desk's page links to it."""
    told = {"provider": mock.provider.name, "address": ADDRESS, "client_id": CLIENT, "client_secret": mock.secret}
    visitor.send("/settings/mailbox/sign-in", **(told | more))
    return WAY.search(visitor.page("/settings/mailbox"))[1].replace("&amp;", "&")


def been_there(visitor: Any, url: str) -> str:
    """The person signs in there and comes back; what the desk's page says then."""
    httpx2.get(url, follow_redirects=True)
    (under_way,) = signing_in.UNDER_WAY.values()
    under_way.waiter.join(20)
    return visitor.client.post("/settings/mailbox/signed-in", follow=True).content.decode()


def test_a_person_signs_in_and_the_mailbox_is_kept(visitor, scene, mock, takes) -> None:
    url = begun(visitor, mock)
    assert visitor.client.post("/settings/mailbox/signed-in", headers={"HX-Request": "true"}).status_code == 204
    assert f"The mailbox {ADDRESS} is set up." in been_there(visitor, url)
    (kept,) = accounts(scene.actor)
    assert (kept.address, kept.carrier["host"], kept.has_secrets) == (ADDRESS, mock.provider.smtp_host, True)
    assert mock.faults == []
    page = visitor.page("/settings/mailbox")
    assert ADDRESS in page
    assert not any(secret in page for secret in (*mock.alive, *mock.refreshers, SECRET))


@pytest.mark.parametrize("changes", [{"state": "x" * 43}, {"iss": "https://evil.example"}, {"code": "4/0stolen"}])
def test_an_answer_that_is_not_right_keeps_nothing(visitor, scene, mock, takes, changes) -> None:
    url = begun(visitor, mock)
    mock.changes = changes
    assert f"{ADDRESS} is set up" not in been_there(visitor, url)
    assert accounts(scene.actor) == []


def test_a_server_that_refuses_the_token_keeps_nothing(visitor, scene, mock, takes) -> None:
    takes.remove(mock.provider.imap_host)
    assert "Nothing was kept" in been_there(visitor, begun(visitor, mock))
    assert accounts(scene.actor) == []


def test_whoever_gave_up_is_not_signed_in_by_what_comes_later(visitor, scene, mock, takes) -> None:
    url = begun(visitor, mock)
    visitor.send("/settings/mailbox/sign-in/give-up")
    httpx2.get(url, follow_redirects=True)
    visitor.send("/settings/mailbox/signed-in")
    assert accounts(scene.actor) == []


@pytest.mark.parametrize("more", [{"provider": "nobody"}, {"client_id": ""}, {"address": "nobody"}])
def test_what_is_missing_is_said(visitor, scene, mock, more) -> None:
    told = {"provider": mock.provider.name, "address": ADDRESS, "client_id": CLIENT} | more
    visitor.send("/settings/mailbox/sign-in", status=422, **told)
    assert signing_in.UNDER_WAY == {}


def test_the_sample_desk_signs_in_nowhere(visitor, db, mock) -> None:
    visitor.send("/sample")
    told = {"provider": mock.provider.name, "address": ADDRESS, "client_id": CLIENT}
    visitor.send("/settings/mailbox/sign-in", status=422, **told)


def test_a_mailbox_can_be_forgotten(visitor, scene) -> None:
    from tests.desk.conftest import NOW

    from sincerely.desk.actions.accounts import set_account

    kept = set_account(scene.actor, ADDRESS, carrier={}, mailbox={}, secrets={"password": "x"}, now=NOW)
    visitor.send("/settings/mailbox", do="forget", account=str(kept.id))
    assert accounts(scene.actor) == []
    assert "No mailbox is set up" in visitor.page("/settings/mailbox")


def test_a_password_that_is_missing_keeps_what_was_typed(visitor, scene) -> None:
    page = visitor.send(
        "/settings/mailbox", status=422, do="password", address=ADDRESS, smtp_host="mail.example"
    ).content.decode()
    assert 'value="mail.example"' in page
    assert "password is missing" in page
