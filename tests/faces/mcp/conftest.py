"""An assistant at a desk: the real server as a process, and the client of its protocol."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

NOW = "2026-03-04T12:00:00Z"


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
def assistant() -> Callable[[dict[str, str]], Any]:
    """`async with assistant(environment) as session`: `sincerely mcp` and a client that has introduced itself."""

    @asynccontextmanager
    async def sitting(environment: dict[str, str]):
        server = StdioServerParameters(command=sys.executable, args=["-m", "sincerely", "mcp"], env=environment)
        async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
            await session.initialize()
            yield session

    return sitting


def on_the_desk(environment: dict[str, str], module: str, told: Any) -> Any:
    """What a module of these tests says of the desk, asked in a process of its own."""
    command = [sys.executable, "-m", f"tests.faces.mcp.{module}"]
    asked = json.dumps(told)
    return json.loads(subprocess.run(command, env=environment, input=asked, capture_output=True, text=True, check=True).stdout)


def said(result: Any) -> str:
    """The words of an answer."""
    return "\n".join(piece.text for piece in result.content)
