"""Every action and query of the desk is reached from the web, the line, the API and an assistant, or parity.toml says why not."""

import ast
import asyncio
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "sincerely"
TABLE = tomllib.loads(Path(__file__).with_name("parity.toml").read_text(encoding="utf-8"))
FACES = ("web", "cli", "api", "mcp")
KINDS = ("actions", "queries")


def public() -> dict[str, str]:
    """Every action and query, by its full name with its file: what the desk marks as one, and what a face asks for."""
    asked = {name for face in FACES for name in asked_by(face)}
    found = {}
    for kind in KINDS:
        for path in sorted((SOURCE / "desk" / kind).glob("*.py")):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.FunctionDef) and (marked(node) or f"{kind}.{path.stem}.{node.name}" in asked):
                    found[f"{kind}.{path.stem}.{node.name}"] = f"{kind}.{path.stem}"
    return found


def asked_by(face: str) -> set[str]:
    """What a face asks the desk for."""
    return {
        name
        for path in (SOURCE / "faces" / face).rglob("*.py")
        for name in asked_for(ast.parse(path.read_text(encoding="utf-8")))
    }


def marked(node: ast.FunctionDef) -> bool:
    return any(isinstance(one, ast.Name) and one.id in ("action", "query") for one in node.decorator_list)


def asked_for(tree: ast.Module) -> Iterator[str]:
    """The functions of the desk that a module imports, by themselves or with their file."""
    files: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sincerely.desk."):
            where = str(node.module).removeprefix("sincerely.desk.")
            for one in node.names:
                if where in KINDS:
                    files[one.asname or one.name] = f"{where}.{one.name}"
                yield f"{where}.{one.name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in files:
            yield f"{files[node.value.id]}.{node.attr}"


def rows() -> Iterator[tuple[str, str, str]]:
    """Each name of the table with a face and what is said for it."""
    for name, file in public().items():
        said = TABLE["files"].get(file) or TABLE.get(file, {}).get(name.rpartition(".")[2], {})
        for face in FACES:
            yield name, face, said if isinstance(said, str) else said.get(face, TABLE["unless"].get(face, ""))


def routes() -> set[str]:
    """The names of all pages, of a desk alone and of one for many."""
    from sincerely.faces.web import members

    named = {pattern.name for pattern in own_routes()}
    folder = Path(members.__file__).parent
    return named | {name for path in folder.glob("*.py") for name in re.findall(r'name="([\w-]+)"', path.read_text())}


def own_routes() -> list[Any]:
    from sincerely.faces.web.routes import PATTERNS

    return PATTERNS


def commands() -> set[str]:
    """The commands of the line, and each with its options."""
    import typer.main

    from sincerely.faces.cli.app import app

    found = set()
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        found |= {name} | {f"{name} {option}" for one in command.params for option in (*one.opts, *one.secondary_opts)}
    return found


def operations() -> set[str]:
    from sincerely.faces.api.routes import OPERATIONS

    return set(OPERATIONS) | {"pair", "check", "about", "me"}


def tools() -> set[str]:
    """The tools of an assistant."""
    from sincerely.faces.mcp.server import built

    server = built(SimpleNamespace())  # type: ignore[arg-type]
    return {tool.name for tool in asyncio.run(server.list_tools())}


REGISTRIES = {"web": routes, "cli": commands, "api": operations, "mcp": tools}


def test_every_action_and_query_is_in_the_table() -> None:
    missing = {name for name, _, said in rows() if not said}
    assert not missing, f"Say in parity.toml from where they are reached: {sorted(missing)}"


def test_nothing_else_is_in_the_table() -> None:
    known = public()
    files = set(known.values())
    listed = {f"{file}.{name}" for file, told in TABLE.items() if file not in ("reasons", "unless", "files") for name in told}
    assert listed <= set(known), sorted(listed - set(known))
    assert set(TABLE["files"]) <= files


@pytest.mark.parametrize("face", FACES)
def test_what_the_table_names_is_there(face: str) -> None:
    there = REGISTRIES[face]()
    named = {said.removeprefix("~") for _, at, said in rows() if at == face and said and not said.startswith("!")}
    assert not named - there, sorted(named - there)


@pytest.mark.parametrize("face", FACES)
def test_what_the_table_names_asks_the_desk_for_it(face: str) -> None:
    """Where a `~` stands before it, another query there tells the same."""
    asked, whole = asked_by(face), set(TABLE["files"])
    named = {name for name, at, said in rows() if at == face and said and said[0] not in "!~" and file_of(name) not in whole}
    assert not named - asked, sorted(named - asked)


def file_of(name: str) -> str:
    return name.rpartition(".")[0]


def test_every_reason_is_given_and_used() -> None:
    used = {said[1:] for _, _, said in rows() if said.startswith("!")}
    assert used == set(TABLE["reasons"])


def test_every_operation_of_the_api_is_of_the_desk() -> None:
    """One that is no row's is a part of one: a profile has its picture and its reminder."""
    named = {said.removeprefix("~") for _, at, said in rows() if at == "api"}
    parts = {"set_reminder", "set_signature", "drop_signature"}
    assert operations() - named - parts == {"check", "about", "me"}
