"""Every command explains itself: help with an example, a place in the documentation, and JSON where it says something."""

from pathlib import Path

import pytest
import typer

from sincerely.faces.cli import run
from sincerely.faces.cli.app import PANELS, app

COMMANDS = sorted(name for panel in PANELS.values() for name in panel)
GROUP = typer.main.get_command(app)
# Export is JSON already, restore leaves no desk open to speak of, and the servers speak a protocol of their own.
SILENT = {"export", "restore", "lsp", "mcp"}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_help_with_an_example_and_explains_every_option(name: str) -> None:
    command = GROUP.commands[name]
    assert "Example" in command.help
    assert f"sincerely {name}" in command.help
    unexplained = [parameter.name for parameter in command.params if not getattr(parameter, "help", None)]
    assert unexplained == []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_documented(name: str) -> None:
    page = Path(__file__).resolve().parents[3] / "docs" / "commands.md"
    assert f"## `sincerely {name}`" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - SILENT))
def test_a_command_answers_in_json_too(name: str) -> None:
    assert any("--json" in parameter.opts for parameter in GROUP.commands[name].params)


def test_every_command_stands_in_the_help(capsys) -> None:
    assert run(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(f"  {name} " in said for name in COMMANDS)


@pytest.mark.parametrize("words", [["wirte"], ["due", "--jsn"], ["check", "--jobs", "0"], ["write", "--stage", "later"]])
def test_a_slip_of_the_pen_is_told_in_one_line_with_where_the_help_is(capsys, words: list[str]) -> None:
    assert run(words) == 64
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "--help" in said
