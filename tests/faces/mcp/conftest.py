"""An assistant at a desk: the real server as a process, and the client of its protocol."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

NOW = "2026-03-04T12:00:00Z"
MADE: dict[tuple[str, ...], tuple[Path, dict[str, int]]] = {}


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SINCERELY_")}
    return {**kept, "SINCERELY_HOME": str(home), "SINCERELY_NOW": NOW, "TZ": "Europe/Dublin"}


@pytest.fixture
def assistant() -> Callable[..., Any]:
    """`async with assistant(environment, *options) as session`: `sincerely mcp` and a client that has introduced itself."""

    @asynccontextmanager
    async def begun(environment: dict[str, str], *options: str):
        server = StdioServerParameters(command=sys.executable, args=["-m", "sincerely", "mcp", *options], env=environment)
        async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
            await session.initialize()
            yield session

    return begun


def furnished(environment: dict[str, str], words: list[str]) -> dict[str, int]:
    """The numbers on Alice's desk, which is made once for the same words, and copied."""
    home, key = Path(environment["SINCERELY_HOME"]), tuple(words)
    if key not in MADE:
        model = Path(tempfile.mkdtemp(prefix="sincerely-model-"))
        MADE[key] = model, on_the_desk(environment | {"SINCERELY_HOME": str(model)}, "desk", words)
    model, numbers = MADE[key]
    shutil.copytree(model, home, dirs_exist_ok=True)
    return numbers


@pytest.fixture(scope="session", autouse=True)
def tidied() -> Iterator[None]:
    """Takes the models of desks away at the end."""
    yield
    for model, _ in MADE.values():
        shutil.rmtree(model, ignore_errors=True)


def on_the_desk(environment: dict[str, str], module: str, told: Any) -> Any:
    """What a module of these tests says of the desk, asked in a process of its own."""
    command = [sys.executable, "-m", f"tests.faces.mcp.{module}"]
    asked = json.dumps(told)
    return json.loads(subprocess.run(command, env=environment, input=asked, capture_output=True, text=True, check=True).stdout)


def said(result: Any) -> str:
    """The words of an answer."""
    return "\n".join(piece.text for piece in result.content)


def thread_of(application: int, contact: int) -> str:
    return f"sincerely://threads/{application}/{contact}"
