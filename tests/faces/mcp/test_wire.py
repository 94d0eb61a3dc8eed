"""What is no call, what is too many and what is too much, on standard input: refused, and the server goes on."""

import json
import subprocess
import sys
from typing import Any

import pytest
from tests.faces.mcp.conftest import furnished

pytestmark = pytest.mark.server

HELLO = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "wire", "version": "1"}}
WRONG = (
    b"{",
    b"[]",
    b"null",
    b"\xff\xfe\x00",
    b"[" * 100_000,
    b'{"a":' * 50_000,
    b'{"jsonrpc": "2.0"}',
    b'{"jsonrpc": "1.0", "id": 3, "method": "tools/list"}',
    b'{"jsonrpc": "2.0", "id": 3, "method": 5}',
    b'{"jsonrpc": "2.0", "id": 3, "result": {}}',
    b"x" * 3_000_000,
)


class Wire:
    """Lines to the server, and answers by their number."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process, self.number = process, 0

    def line(self, data: bytes) -> None:
        assert self.process.stdin
        self.process.stdin.write(data + b"\n")
        self.process.stdin.flush()

    def ask(self, method: str, told: Any) -> Any:
        self.number += 1
        self.line(json.dumps({"jsonrpc": "2.0", "id": self.number, "method": method, "params": told}).encode())
        assert self.process.stdout
        while answer := self.process.stdout.readline():
            found = json.loads(answer)
            if found.get("id") == self.number:
                return found
        raise AssertionError("The server hung up.")

    def call(self, name: str, **told: Any) -> Any:
        return self.ask("tools/call", {"name": name, "arguments": told})


def test_nonsense_giants_and_floods_are_refused_and_the_server_lives(environment) -> None:
    furnished(environment, [])
    command = [sys.executable, "-m", "sincerely", "mcp", "--pace", "40"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=environment, **pipes) as process:
        wire = Wire(process)
        assert wire.ask("initialize", HELLO)["result"]["serverInfo"]["name"] == "sincerely"
        wire.line(b'{"jsonrpc": "2.0", "method": "notifications/initialized"}')
        for line in WRONG:
            wire.line(line)
        assert wire.call("due")["result"]["structuredContent"]["open_applications"] == 2
        for told in ({"body": "x" * 900_000}, {"body": {"deep": [[[1]]]}}, {"body": "x", "subject": "y" * 100_000}, {}):
            refused = wire.call("check", **told)["result"]
            assert refused["isError"]
            assert len(refused["content"][0]["text"]) < 200
        assert wire.ask("tools/call", {"name": "due", "arguments": ["x"]})["error"]
        assert wire.ask("resources/read", {"uri": "sincerely://threads/1/1/../../2/3"})["error"]
        assert wire.ask("resources/read", {"uri": "file:///etc/passwd"})["error"]
        answers = [wire.call("applications") for _ in range(1_000)]
        refused = [answer for answer in answers if "error" in answer]
        assert 1_000 - 40 <= len(refused) < 1_000
        assert {answer["error"]["message"] for answer in refused} == {
            "That was 40 calls within a minute. Wait a minute, then go on more slowly."
        }
        assert process.poll() is None
        process.stdin.close()
        assert process.wait(10) == 0
        # Nothing of all this stands in what it wrote beside.
        assert process.stderr.read() == b""


def test_no_other_command_waits_for_the_library() -> None:
    loaded = "import sys, sincerely.faces.cli.app; print(sorted({'mcp', 'pydantic', 'starlette'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout == "[]\n"
