"""The house says its own words (docs/words.md) and no others."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "sincerely"
FILES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
# docs/words.md, the words in brackets, and the names that say nothing.
BANNED = frozenset(
    {
        *("util", "utils", "helper", "helpers", "manager", "service", "services"),
        *("listing", "lead", "conversation", "workspace", "transport", "meeting", "lint", "linter"),
    }
)


def names(tree: ast.AST) -> set[str]:
    """The names that a module gives to its own classes and functions."""
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, kinds)}


def parts(name: str) -> set[str]:
    """The words in a name: `ThreadService` and `thread_service` both hold `service`."""
    spaced = "".join(f" {letter}" if letter.isupper() else letter for letter in name)
    return set(spaced.lower().replace("_", " ").split())


def test_a_banned_word_is_seen_in_any_spelling() -> None:
    assert parts("ThreadService") & BANNED
    assert parts("thread_service") & BANNED
    assert not parts("thread") & BANNED


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_uses_the_words_of_the_house(path: Path) -> None:
    said = {path.stem} | names(ast.parse(path.read_text(encoding="utf-8")))
    assert {name for name in said if parts(name) & BANNED} == set()
