"""A letter on paper from the command line."""

from pathlib import Path

import pytest
from tests.faces.cli.desks import Terminal

pytestmark = pytest.mark.django_db(transaction=True, reset_sequences=True)


@pytest.fixture
def lena(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Lena, an hour after her interview, with a letter in draft and both postal addresses known."""
    terminal = Terminal(capsys)
    monkeypatch.setenv("SINCERELY_NOW", "2026-03-02T16:00:00+00:00")
    terminal.type("init", "--name", "Lena Brandt", "--email", "lena@example.org", "--zone", "Europe/London")
    terminal.type(
        *("add", "--employer", "Northgate Bakery", "--role", "Baker", "--with", "Ada Okafor <ada@northgate.example>"),
        *("--start", "2026-03-02T14:00", "--end", "2026-03-02T15:00", "--country", "GB"),
    )
    terminal.type("write", "Ada", "--channel", "letter")
    terminal.type("profile", "--address", "2 Kiln Yard / Leeds LS1 4AB")
    terminal.type("contact", "Ada", "--honorific", "Ms", "--address", "Unit 4, Mill Road / Leeds LS2 9XY")
    return terminal


def test_a_letter_and_its_label_are_saved(lena: Terminal, tmp_path: Path) -> None:
    said = lena.type("press", "--to", str(tmp_path / "letter.pdf"), "--label", str(tmp_path / "label.pdf"))
    assert "approve 1" in said
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "label.pdf").read_bytes().startswith(b"%PDF")


def test_after_the_yes_the_next_step_is_the_post(lena: Terminal, tmp_path: Path) -> None:
    lena.type("approve", "1", "--yes")
    assert "send 1 --by-hand" in lena.type("press", "--to", str(tmp_path / "letter.pdf"))


def test_a_file_that_is_there_is_kept(lena: Terminal, tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").write_text("mine")
    assert "there already" in lena.refused("press", "--to", str(tmp_path / "letter.pdf"))
    assert (tmp_path / "letter.pdf").read_text() == "mine"


@pytest.mark.parametrize(("who", "told"), [("profile", "Your postal address"), ("contact", "Ada Okafor's postal address")])
def test_an_address_that_is_missing_is_asked_for(lena: Terminal, tmp_path: Path, who: str, told: str) -> None:
    lena.type(who, *(["Ada"] if who == "contact" else []), "--address", "")
    assert told in lena.refused("press", "--to", str(tmp_path / "letter.pdf"))


def test_a_mail_is_no_letter(lena: Terminal, tmp_path: Path) -> None:
    lena.type("write", "Ada", "--channel", "email")
    assert "not on paper" in lena.refused("press", "2", "--to", str(tmp_path / "letter.pdf"))


def test_a_signature_that_is_no_picture_is_refused(lena: Terminal, tmp_path: Path) -> None:
    (tmp_path / "name.gif").write_bytes(b"GIF89a")
    assert "PNG nor a JPEG" in lena.refused("profile", "--signature", str(tmp_path / "name.gif"))


def test_it_must_be_said_where_to(lena: Terminal) -> None:
    assert "--to letter.pdf" in lena.refused("press")
