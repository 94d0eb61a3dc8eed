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
from tests.faces.mcp.conftest import furnished, on_the_desk, said, thread_of

pytestmark = [pytest.mark.anyio, pytest.mark.server]


@pytest.fixture
def numbers(environment: dict[str, str]) -> dict[str, int]:
    return furnished(environment, ["Hello"])


@pytest.fixture
def address(environment: dict[str, str], numbers: dict[str, int]) -> Iterator[str]:
    command = [sys.executable, "-m", "sincerely", "mcp", "--http", "0", "--pace", "30"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield process.stdout.readline().split(" at ")[1].split(" ")[0]
        process.terminate()


def tokens(environment: dict[str, str], *wanted: str) -> list[str]:
    return [made["secret"] for made in on_the_desk(environment, "token", [words.split() for words in wanted])]


@asynccontextmanager
async def session(address: str, secret: str) -> Any:
    client = httpx2.AsyncClient(headers={"Authorization": f"Bearer {secret}"})
    async with streamable_http_client(address, http_client=client) as (read, write, *_), ClientSession(read, write) as opened:
        await opened.initialize()
        yield opened


async def test_a_token_lets_in_to_what_it_says_on_its_own_desk_and_to_one_thread(address, environment, numbers) -> None:
    read, check, others = tokens(environment, "read", "check approve settings", "read log write other")
    async with session(address, read) as opened:
        assert "Bob Byrne" in said(await opened.call_tool("due", {}))
        for name, told in (
            ("propose", {"message": numbers["draft"], "body": "Hello"}),
            ("watch", {"page": "https://a.example/"}),
        ):
            refused = await opened.call_tool(name, told)
            assert refused.is_error
            assert "This token may not" in said(refused)
        assert "Hello" in (await opened.read_resource(thread_of(numbers["application"], numbers["bob"]))).contents[0].text
    async with session(address, read) as opened:
        # The next session of the same token is the same reader.
        with pytest.raises(MCPError, match="The person can start a new session"):
            await opened.read_resource(thread_of(numbers["other"], numbers["dora"]))
    async with session(address, check) as opened:
        assert not (await opened.call_tool("check", {"body": "Dear Bob,\n\nThank you."})).is_error
        assert "may not read" in said(await opened.call_tool("due", {}))
    async with session(address, others) as opened:
        assert (await opened.call_tool("applications", {})).structured_content["applications"] == []
        place = {"application": numbers["application"], "contact": numbers["bob"]}
        for name, told in (
            ("plan", {"application": numbers["application"]}),
            ("draft", {**place, "stage": "thank-you"}),
            ("propose", {"message": numbers["draft"], "body": "Hello"}),
            ("log", {**place, "channel": "call", "stage": "check-in"}),
            ("note", {"interview": numbers["interview"], "words": "Hello"}),
        ):
            refused = await opened.call_tool(name, told)
            assert refused.is_error, name
            assert "on this desk" in said(refused), name
        with pytest.raises(MCPError, match="on this desk"):
            await opened.read_resource(thread_of(numbers["application"], numbers["bob"]))


def test_nobody_else_is_let_in_and_nonsense_is_refused(address, environment) -> None:
    hello = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    accepted = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}
    good, revoked, old = tokens(environment, "read", "read revoked", "read old")
    bearer = {**accepted, "Authorization": f"Bearer {good}"}

    def asked(**headers: str) -> int:
        return httpx2.post(address, json=hello, headers=headers).status_code

    assert asked(**bearer) == 200
    assert asked(**accepted) == 401
    for secret in ("guessed", revoked, old, good.upper(), "x" * 5_000):
        assert asked(**accepted, Authorization=f"Bearer {secret}") == 401
    assert asked(**accepted, Authorization=f"Basic {good}") == asked(**accepted, Authorization="Bearer") == 401
    # A page elsewhere whose name suddenly means this machine (DNS rebinding), and any other page.
    port = address.split(":")[2].split("/")[0]
    for host in ("evil.example", f"evil.example:{port}", "127.0.0.1:1", f"127.0.0.1.evil.example:{port}"):
        assert asked(**bearer, Host=host) == 421, host
    for origin in ("https://evil.example", "null", f"http://127.0.0.1:{port}", "http://localhost:8025"):
        assert asked(**bearer, Origin=origin) == 403, origin
    for body in (b"{", b"[]", b'{"jsonrpc": "2.0"}', b"[" * 100_000, b"\xff\xfe", b'"' + b"x" * 2_000_000 + b'"'):
        assert 400 <= httpx2.post(address, content=body, headers=bearer).status_code < 500, body[:20]
    assert httpx2.get(address.replace("/mcp", "/"), headers=bearer).status_code == 404
    flood = [httpx2.post(address, json=hello, headers=bearer).text for _ in range(60)]
    assert sum("Wait a minute" in answer for answer in flood) >= 30
    assert asked(**bearer) in (200, 400, 429)
