"""How thoroughly language is checked: quickly as one writes, fully before sending, and said so."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.faces.cli.desks import Terminal

from sincerely.faces.cli import run
from sincerely.faces.cli.batch import rulebook
from sincerely.proof import engines as loading
from sincerely.proof.language.outside import installed
from sincerely.proof.tone import full

BODY = "Dear Ms Okafor,\n\nThank you for showing me the bakery on Monday.\n\nKind regards,\nLena Brandt\n"


@pytest.fixture
def note(tmp_path: Path) -> str:
    file = tmp_path / "note.txt"
    file.write_text(BODY, encoding="utf-8")
    return str(file)


@pytest.fixture
def anew() -> Iterator[None]:
    """Engines looked for anew, before the test and after it."""
    installed.engines.cache_clear()
    yield
    installed.engines.cache_clear()


def test_a_check_is_quick_unless_it_is_asked_to_be_full(note: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", note, "--json"])
    assert json.loads(capsys.readouterr().out)["tier"] == "quick"
    run(["check", note, "--json", "--tier", "full"])
    assert json.loads(capsys.readouterr().out)["tier"] == "full"
    run(["check", note, "--tier", "full"])
    assert "full tier" in capsys.readouterr().out


def test_a_batch_says_its_tier_on_every_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(json.dumps({"message": {"body": BODY}}) + "\n{}\n", encoding="utf-8")
    run(["check", "--batch", str(file), "--tier", "full"])
    assert [json.loads(line)["tier"] for line in capsys.readouterr().out.splitlines()] == ["full", "full"]


@pytest.mark.usefixtures("anew")
def test_without_harper_the_quick_checks_go_on_and_a_note_says_how_to_get_it(
    note: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "harper", None)
    monkeypatch.setattr(installed, "find_spec", lambda name: None)
    run(["check", note, "--json", "--tier", "full"])
    report = json.loads(capsys.readouterr().out)
    assert report["tier"] == "quick"
    assert report["notes"] == ["Harper is not installed, so its checks were left out. To have them: pip install harper-py."]


def test_a_batch_reads_tone_with_the_full_model_in_either_tier() -> None:
    assert rulebook("quick").senses.tone is rulebook("full").senses.tone is full()


def test_an_unknown_tier_is_refused_in_one_line(note: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", note, "--tier", "slow"]) >= 64
    assert "slow" in capsys.readouterr().err


def test_a_quick_check_loads_no_engine_by_others(note: str) -> None:
    code = (
        "import sys; from sincerely.faces.cli import run; run(['check', sys.argv[1]]); "
        "sys.exit(any(name in sys.modules for name in ('harper', 'lt_py', 'sincerely.proof.language.outside.installed')))"
    )
    assert subprocess.run([sys.executable, "-c", code, note], capture_output=True, check=False).returncode == 0


@pytest.mark.django_db(transaction=True)
def test_what_is_approved_was_checked_in_full(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SINCERELY_NOW", "2026-03-02T15:40:00Z")
    lena = Terminal(capsys)
    lena.type("init", "--name", "Lena Brandt", "--email", "lena@example.org", "--zone", "Europe/London")
    lena.type(
        *("add", "--employer", "Northgate Bakery", "--role", "Baker", "--zone", "Europe/London", "--country", "GB"),
        *("--with", "Ada Okafor <ada@northgate.example>, Head Baker", "--start", "2026-03-02T14:00"),
    )
    tiers: list[str] = []
    load = loading.load_senses
    monkeypatch.setattr(loading, "load_senses", lambda tier="quick": tiers.append(tier) or load(tier))
    number = str(lena.ask("write")["message"]["id"])
    lena.type("approve", number, "--yes")
    assert tiers[0] == "quick"
    assert tiers[-1] == "full"
