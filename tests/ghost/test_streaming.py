"""Words as they come, from a real server on loopback: every way to go wrong is one clear line."""

import asyncio
import json

import pytest
from tests.servers.model import ModelServer, model_server

from sincerely.ghost import streaming
from sincerely.ghost.asking import Wish, to_reword
from sincerely.ghost.endpoint import Endpoint, GhostError
from sincerely.ghost.streaming import in_turn, words_of

BODY = json.dumps({"model": "small", "stream": True, "messages": []}).encode()


@pytest.fixture
def server():
    with model_server() as running:
        yield running


def pieces(server: ModelServer, body: bytes = BODY) -> list[str]:
    return list(in_turn(words_of(Endpoint(server.address, "small", "k-1"), body)))


def test_the_very_bytes_that_were_shown_go_out_with_the_key_beside_them(server) -> None:
    asked = to_reword(Endpoint(server.address, "small"), Wish.KINDER, "Answer me. Ünï😀", hide=lambda text, _: text)
    pieces(server, asked.body)
    assert server.raw == [asked.body]
    assert server.headers[0]["Authorization"] == "Bearer k-1"
    assert server.headers[0]["Accept-Encoding"] == "identity"


@pytest.mark.parametrize("manner", ["streams", "drips", "whole"])
def test_words_come_whole_however_they_are_cut(server, manner: str) -> None:
    server.says("Dear Jo,\n\nthank you – très 😀 kind.", manner)
    assert "".join(pieces(server)) == server.answer


def test_words_come_one_by_one(server) -> None:
    server.says("one two three")
    assert pieces(server) == ["one ", "two ", "three"]


@pytest.mark.parametrize(
    ("manner", "says"),
    [
        ("breaks_off", "stopped in the middle"),
        ("half_json", "cannot be read"),
        ("full", "ran out of room"),
        ("error", "an error of its own"),
        ("floods", "far too long"),
        ("goes_round", "again and again"),
        ("one_line", "stopped in the middle"),
        ("page", "not as a language model"),
        ("moves", "status 307"),
        ("bomb", "not as a language model"),
    ],
)
def test_what_goes_wrong_is_told_in_one_line(server, manner: str, says: str) -> None:
    server.says("Dear Jo, hello.", manner)
    with pytest.raises(GhostError, match=says) as caught:
        pieces(server)
    assert len(str(caught.value).splitlines()) == 1
    assert "/home" not in str(caught.value)


@pytest.mark.parametrize("status", [401, 404, 429, 500])
def test_a_refusal_names_its_number(server, status: int) -> None:
    server.manner, server.status = "refuses", status
    with pytest.raises(GhostError, match=str(status)):
        pieces(server)


@pytest.mark.parametrize("manner", ["hangs", "silent"])
def test_a_model_that_hangs_is_given_up(server, monkeypatch, manner: str) -> None:
    monkeypatch.setattr(streaming, "FIRST_WORD", 0.2)
    monkeypatch.setattr(streaming, "WHOLE", 0.4)
    server.says("Dear Jo, hello.", manner)
    with pytest.raises(GhostError, match="too long"):
        pieces(server)


def test_nobody_there_is_told() -> None:
    with pytest.raises(GhostError, match="cannot be asked"):
        list(in_turn(words_of(Endpoint("http://127.0.0.1:1/v1", "m"), BODY)))


def test_who_stops_in_the_middle_leaves_the_server_free(server) -> None:
    server.says("Dear Jo, hello.", "hangs")
    words = in_turn(words_of(Endpoint(server.address, "small"), BODY))
    assert next(words) == "Dear "
    words.close()
    assert server.left.wait(10)


def test_a_caller_who_is_cancelled_leaves_it_free_too(server) -> None:
    server.says("Dear Jo, hello.", "hangs")

    async def listen() -> None:
        async for _ in words_of(Endpoint(server.address, "small"), BODY):
            pass

    async def cancelled() -> None:
        task = asyncio.create_task(listen())
        while not server.asked:
            await asyncio.sleep(0.01)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert await asyncio.to_thread(server.left.wait, 10)

    asyncio.run(cancelled())
