"""The layers hold, and a fault planted against each contract breaks it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# What is planted, where, and the contract that must break.
FAULTS = {
    "an engine reaches up": ("terms.py", "import sincerely.proof", "Data flows one way"),
    "a new room without a layer": ("attic/__init__.py", "", "Data flows one way"),
    "engines know each other": ("pen/__init__.py", "import sincerely.cadence", "Data flows one way"),
    "a face knows another": ("faces/web/__init__.py", "import sincerely.faces.cli", "The faces know nothing of each other"),
    "an engine reads the clock": ("cadence/__init__.py", "import time", "The engines touch no framework"),
    "an engine loads the framework": ("proof/__init__.py", "import django", "The engines touch no framework"),
    "post knows the framework": ("post/__init__.py", "import django", "What touches the world knows no database"),
    "watching knows the framework": ("watch/__init__.py", "import django", "What touches the world knows no database"),
    "a face reads the tables": ("faces/cli/__init__.py", "import sincerely.desk.models", "Only the desk imports its models"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs the contracts over the source in a folder."""
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder / "src"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The source and the contracts, to plant faults in."""
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


def test_the_house_keeps_its_contracts(copy: Path) -> None:
    outcome = lint(copy)
    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.slow
@pytest.mark.parametrize(("place", "line", "contract"), FAULTS.values(), ids=FAULTS.keys())
def test_a_planted_fault_breaks_its_contract(copy: Path, place: str, line: str, contract: str) -> None:
    file = copy / "src" / "sincerely" / place
    file.parent.mkdir(exist_ok=True)
    file.write_text((file.read_text() if file.exists() else "") + f"\n{line}\n")
    outcome = lint(copy)
    assert outcome.returncode != 0
    broken = [row for row in outcome.stdout.splitlines() if row.rstrip().endswith("BROKEN")]
    named = any(contract in row for row in broken)
    assert named or ("attic" in place and "attic" in outcome.stdout), outcome.stdout
