"""Signing in with the browser, against a provider that looks at every field."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import httpx2
import pytest
from tests.servers.provider import CLIENT, SECRET, MockProvider, mock_provider

from sincerely.post.connection import Unreachable
from sincerely.post.signin.browser import Browser
from sincerely.post.signin.client import Client, Refused, Tokens

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.fixture(params=["google", "microsoft"])
def mock(request: pytest.FixtureRequest) -> Iterator[MockProvider]:
    with mock_provider(request.param, SECRET if request.param == "google" else "") as provider:
        if request.param == "microsoft":
            provider.changes["iss"] = "https://login.microsoftonline.com/9188040d/v2.0"
        yield provider


def client(mock: MockProvider) -> Client:
    return Client(mock.provider, CLIENT, mock.secret)


def person(url: str) -> None:
    """Somebody whose browser follows where it is sent."""
    with suppress(httpx2.HTTPError):
        httpx2.get(url, follow_redirects=True)


def signed_in(mock: MockProvider, address: str = "ann@example.org") -> Tokens:
    with Browser(client(mock), address) as browser:
        threading.Thread(target=person, args=(browser.url,), daemon=True).start()
        return browser.wait(NOW, 20)


def test_a_person_signs_in_and_every_field_is_right(mock: MockProvider) -> None:
    tokens = signed_in(mock)
    assert mock.faults == []
    assert mock.alive[tokens.access] == "ann@example.org"
    assert tokens.refresh in mock.refreshers
    assert tokens.expires_at == NOW + timedelta(seconds=3599)
    assert [place for place, _ in mock.asked] == ["/authorize", "/token"]


def test_two_sign_ins_share_nothing(mock: MockProvider) -> None:
    with Browser(client(mock)) as one, Browser(client(mock)) as other:
        assert len({one.state, other.state, one.verifier, other.verifier}) == 4
        assert one.redirect_uri != other.redirect_uri


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"state": "x" * 43}, "did not belong"),
        ({"state": None}, "did not belong"),
        ({"iss": "https://evil.example"}, "another provider"),
        ({"iss": "https://login.microsoftonline.com.evil.example/"}, "another provider"),
        ({"code": None, "error": "access_denied"}, "did not allow"),
        ({"code": "4/0stolen"}, "no longer accepts"),
        ({"code": None, "error": "invalid_scope"}, "refused the sign-in (invalid_scope)"),
    ],
)
def test_an_answer_that_is_not_right_keeps_nothing(mock: MockProvider, changes: dict[str, str | None], words: str) -> None:
    mock.changes |= changes
    with pytest.raises(Refused, match=words.replace("(", r"\(").replace(")", r"\)")) as refused:
        signed_in(mock)
    assert len(str(refused.value).splitlines()) == 1


def test_a_provider_that_does_not_name_itself_is_taken(mock: MockProvider) -> None:
    mock.changes["iss"] = None
    assert signed_in(mock).access


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ({"refresh_token": None}, "within the hour"),
        ({"access_token": ""}, "no token"),
        ({"token_type": "mac"}, "no token"),
        ({"scope": "openid email"}, "Tick every box"),
    ],
)
def test_a_token_that_mail_cannot_use_is_refused(mock: MockProvider, token: dict[str, str | None], words: str) -> None:
    mock.token = token
    with pytest.raises(Refused, match=words):
        signed_in(mock)


def test_the_wrong_secret_is_told(mock: MockProvider) -> None:
    mock.refusal = "invalid_client"
    with pytest.raises(Refused, match="client id and secret"):
        signed_in(mock)


@pytest.mark.parametrize("status", [302, 404, 500])
def test_a_provider_that_is_unwell_is_no_refusal(mock: MockProvider, status: int) -> None:
    mock.status = status
    with pytest.raises(Unreachable, match="Try again later"):
        signed_in(mock)


def test_the_door_waits_for_the_answer_and_for_nothing_else(mock: MockProvider) -> None:
    with Browser(client(mock)) as browser:

        def curious() -> None:
            person(f"{browser.redirect_uri}/favicon.ico")
            person(f"{browser.redirect_uri}/")
            person(browser.url)

        threading.Thread(target=curious, daemon=True).start()
        assert browser.wait(NOW, 20).access


def test_nobody_who_signs_in_is_not_waited_for_for_ever(mock: MockProvider) -> None:
    with Browser(client(mock)) as browser, pytest.raises(Refused, match="within the time"):
        browser.wait(NOW, 0.01)


def test_an_old_token_is_renewed_and_an_old_refresh_token_stays(mock: MockProvider) -> None:
    first = signed_in(mock)
    assert first.fresh(NOW)
    assert not first.fresh(NOW + timedelta(minutes=56))
    second = client(mock).refresh(first, NOW + timedelta(hours=1))
    assert (second.access != first.access, second.expires_at) == (True, NOW + timedelta(hours=1, seconds=3599))
    del mock.token
    mock.token = {"refresh_token": second.refresh}
    assert client(mock).refresh(second, NOW).refresh == second.refresh
    assert mock.faults == []


def test_a_sign_in_that_was_taken_back_says_what_to_do(mock: MockProvider) -> None:
    tokens = signed_in(mock)
    mock.refreshers.clear()
    with pytest.raises(Refused, match=r"taken back\. Please sign in again"):
        client(mock).refresh(tokens, NOW)


def test_no_token_shows_in_a_repr(mock: MockProvider) -> None:
    tokens = signed_in(mock)
    assert tokens.access not in repr(tokens)
    assert tokens.refresh not in repr(tokens)


def test_a_provider_in_the_clear_is_not_spoken_to(mock: MockProvider) -> None:
    from dataclasses import replace

    with pytest.raises(Refused, match="https"):
        Client(replace(mock.provider, token_url="http://provider.example/token"), CLIENT)
