"""`sincerely relay` as a person starts it."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.desk.conftest import NOW
from tests.faces.cli.desks import Terminal

pytestmark = pytest.mark.django_db


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], settings: Any, tmp_path: Path) -> Terminal:
    """A desk with a mailbox that sends, in a home of its own."""
    settings.HOME = tmp_path
    begin()
    return Terminal(capsys)


def test_a_new_password_is_shown_once_and_the_old_one_is_void(terminal: Terminal) -> None:
    first, second = terminal.type("relay", "--new-password"), terminal.type("relay", "--new-password")
    assert "the old one is void" in first
    assert set(terminal.ask("relay", "--new-password")) == {"password"}
    assert first != second


def test_a_port_that_is_taken_is_said(terminal: Terminal) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert "another program listens there" in terminal.refused("relay", "--port", port)


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.host.invalid", "a" * 300])
def test_a_place_that_cannot_be_had_is_said(terminal: Terminal, host: str) -> None:
    assert "it cannot be had" in terminal.refused("relay", "--port", "0", "--host", host)


def test_a_certificate_that_is_none_is_said(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "own.pem").write_text("nonsense")
    assert "Give a certificate in PEM" in terminal.refused("relay", "--certificate", str(tmp_path / "own.pem"))


@pytest.mark.parametrize("carrier", [{}, {"name": "by_hand"}])
def test_without_a_server_to_send_by_there_is_no_relay(terminal: Terminal, carrier: dict[str, str]) -> None:
    from sincerely.desk.models import Account

    Account.objects.update(carrier=carrier)
    assert "sincerely mailbox" in terminal.refused("relay")


@pytest.mark.slow
@pytest.mark.parametrize(("host", "warned"), [("127.0.0.1", False), ("0.0.0.0", True)])
def test_it_listens_until_it_is_told_to_end_and_warns_where_others_can_reach_it(tmp_path: Path, host: str, warned: bool) -> None:
    home = {**os.environ, "SINCERELY_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "sincerely"]
    set_up = "from sincerely.desk.opened import prepare; prepare(); from tests.faces.relay.test_command import begin; begin()"
    subprocess.run([sys.executable, "-c", set_up], env=home, check=True, cwd=Path(__file__).parents[3])
    started = subprocess.Popen([*command, "relay", "--port", "0", "--host", host], env=home, stdout=subprocess.PIPE, text=True)
    assert started.stdout
    said = [started.stdout.readline() for _ in range(5 + warned)]
    assert any("shown this once" in line for line in said)
    assert any("other machines can reach" in line for line in said) is warned
    started.send_signal(signal.SIGINT)
    assert started.wait(20) == 0
    again = subprocess.Popen([*command, "relay", "--port", "0"], env=home, stdout=subprocess.PIPE, text=True)
    assert again.stdout
    assert "as shown at the first start" in "".join(again.stdout.readline() for _ in range(3))
    again.terminate()
    assert again.wait(20) == 0


def begin() -> None:
    """A desk with a mailbox that sends."""
    from sincerely.desk.actions.accounts import set_account
    from sincerely.desk.actions.desk import start_desk

    actor = start_desk(name="Lena Archer", email="lena@archer.example", zone="Europe/Dublin", now=NOW)
    set_account(actor, "lena@archer.example", carrier={"name": "smtp", "host": "localhost"}, mailbox={}, secrets={}, now=NOW)
