"""A desk in this process, its commands run as a program would run them, without a new process for each."""

import json
from typing import Any

import pytest

from sincerely.faces.cli import run


class Terminal:
    """Runs commands on the test's own desk, and keeps what they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def type(self, *words: str) -> str:
        code = run(words)
        out, err = self.capsys.readouterr()
        assert code == 0, err
        return out

    def ask(self, *words: str) -> Any:
        return json.loads(self.type(*words, "--json"))

    def refused(self, *words: str) -> str:
        """The one line that says why not."""
        code = run(words)
        err = self.capsys.readouterr().err
        assert code >= 64
        assert err.count("\n") == 1, err
        assert "went wrong inside" not in err, err
        return err
