"""Signing in with a code on another device."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from tests.servers.provider import CLIENT, MockProvider, mock_provider

from sincerely.post.connection import Unreachable
from sincerely.post.signin.client import Client, Refused, Tokens
from sincerely.post.signin.device import Code, ask_for_code, wait_for_person
from sincerely.post.signin.provider import GOOGLE

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.fixture
def mock() -> Iterator[MockProvider]:
    with mock_provider("microsoft", "") as provider:
        yield provider


def waited(mock: MockProvider) -> tuple[Tokens, list[float]]:
    client, pauses = Client(mock.provider, CLIENT), []
    code = ask_for_code(client)
    return wait_for_person(client, code, pauses.append, lambda: NOW), pauses


def test_the_person_is_shown_a_page_and_a_code(mock: MockProvider) -> None:
    code = ask_for_code(Client(mock.provider, CLIENT))
    assert (code.page, code.code, code.lasts, code.interval) == ("https://example.com/device", "WDJB-MJHT", 900, 5)
    assert code.secret not in repr(code)


def test_it_asks_as_often_as_it_may_and_more_slowly_when_told(mock: MockProvider) -> None:
    mock.pending = ["authorization_pending", "slow_down", "authorization_pending"]
    tokens, pauses = waited(mock)
    assert pauses == [5, 5, 10, 10]
    assert tokens.access in mock.alive
    assert mock.faults == []


@pytest.mark.parametrize(("error", "words"), [("expired_token", "not used in time"), ("access_denied", "did not allow")])
def test_a_no_ends_it(mock: MockProvider, error: str, words: str) -> None:
    mock.pending = ["authorization_pending", error]
    with pytest.raises(Refused, match=words):
        waited(mock)


def test_a_code_that_nobody_types_ends_with_its_time(mock: MockProvider) -> None:
    client, pauses = Client(mock.provider, CLIENT), []
    mock.pending = ["authorization_pending"] * 99
    with pytest.raises(Refused, match="not used in time"):
        wait_for_person(client, Code("https://example.com", "A", "device secret", 60, 5), pauses.append, lambda: NOW)
    assert sum(pauses) == 60


def test_a_provider_that_stumbles_is_asked_again_later(mock: MockProvider) -> None:
    client, pauses = Client(mock.provider, CLIENT), []
    mock.status = 503

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        mock.status = 503 if len(pauses) < 3 else 0

    assert wait_for_person(client, Code("https://example.com", "A", "device secret", 600, 5), pause, lambda: NOW)
    assert pauses == [5, 10, 20]


def test_google_gives_no_mail_to_a_code() -> None:
    with pytest.raises(Refused, match="with the browser"):
        ask_for_code(Client(GOOGLE, CLIENT))


def test_a_provider_that_gives_no_code_is_no_refusal(mock: MockProvider) -> None:
    mock.status = 500
    with pytest.raises(Unreachable):
        ask_for_code(Client(mock.provider, CLIENT))
