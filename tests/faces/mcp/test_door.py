"""Assistants over HTTP: with a token of the desk, from this machine, and still with one thread."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import asynccontextmanager
from typing import Any

import httpx2
import pytest
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.exceptions import MCPError
from tests.faces.mcp.conftest import on_the_desk, said

pytestmark = [pytest.mark.anyio, pytest.mark.server]


@pytest.fixture
def numbers(environment: dict[str, str]) -> dict[str, int]:
    return on_the_desk(environment, "desk", ["Hello"])


@pytest.fixture
def address(environment: dict[str, str], numbers: dict[str, int]) -> Iterator[str]:
    command = [sys.executable, "-m", "sincerely", "mcp", "--http", "0"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield process.stdout.readline().split(" at ")[1].split(",")[0]
        process.terminate()


def token(environment: dict[str, str], *scopes: str) -> str:
    return on_the_desk(environment, "token", list(scopes))["secret"]


@asynccontextmanager
async def session(address: str, secret: str) -> Any:
    client = httpx2.AsyncClient(headers={"Authorization": f"Bearer {secret}"})
    async with streamable_http_client(address, http_client=client) as (read, write, *_), ClientSession(read, write) as opened:
        await opened.initialize()
        yield opened


async def test_a_token_lets_in_and_only_to_what_it_says(address, environment, numbers) -> None:
    async with session(address, token(environment, "check", "read")) as opened:
        assert "Bob Byrne" in said(await opened.call_tool("due", {}))
        refused = await opened.call_tool("propose", {"message": numbers["draft"], "body": "Other words"})
        assert refused.is_error
        assert "may not write" in said(refused)


async def test_a_thread_stays_the_only_one_of_a_token_in_its_next_session_too(address, environment, numbers) -> None:
    secret = token(environment, "read")
    async with session(address, secret) as opened:
        await opened.read_resource(f"thread://{numbers['application']}/{numbers['bob']}")
    async with session(address, secret) as opened:
        with pytest.raises(MCPError, match="stays with it"):
            await opened.read_resource(f"thread://{numbers['other']}/{numbers['dora']}")


def asked(address: str, **headers: str) -> int:
    hello = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    accepted = {"Accept": "application/json, text/event-stream", **headers}
    return httpx2.post(address, json=hello, headers=accepted).status_code


def test_nobody_else_is_let_in(address, environment) -> None:
    bearer = {"Authorization": f"Bearer {token(environment, 'read')}"}
    assert asked(address) == 401
    assert asked(address, Authorization="Bearer guessed") == 401
    assert asked(address, Authorization=f"Bearer {on_the_desk(environment, 'token', ['read', 'revoked'])['secret']}") == 401
    assert asked(address, **bearer, Host="evil.example") == 421
    assert asked(address, **bearer, Origin="https://evil.example") == 403


def test_what_is_no_call_is_refused_and_the_next_is_heard(address, environment) -> None:
    bearer = {"Authorization": f"Bearer {token(environment, 'read')}", "Accept": "application/json, text/event-stream"}
    json = {**bearer, "Content-Type": "application/json"}
    for body in (b"{", b"[]", b'{"jsonrpc": "2.0"}', b"[" * 100_000, b"\xff\xfe", b'"' + b"x" * 300_000 + b'"'):
        assert 400 <= httpx2.post(address, content=body, headers=json).status_code < 500
    assert asked(address, **bearer) in (200, 400)
