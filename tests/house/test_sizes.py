"""No god modules: a file that grows past the budget is two ideas."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUDGET = 400
FILES = sorted(path for folder in ("src", "tests", "benchmarks", "training") for path in (ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_keeps_to_the_size_budget(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= BUDGET, f"{path.relative_to(ROOT)} has {lines} lines; split it by idea (budget {BUDGET})"
