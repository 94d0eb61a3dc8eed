"""Other words from one's own model, in the terminal: shown before they go, printed as they come, taken or left."""

import pytest
from tests.desk.conftest import NOW, Scene, actor, scene  # noqa: F401
from tests.faces.cli.desks import Terminal
from tests.servers.model import ModelServer, model_server

pytestmark = pytest.mark.django_db


@pytest.fixture
def server():
    with model_server() as running:
        yield running


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, scene: Scene) -> Terminal:  # noqa: F811
    monkeypatch.setenv("SINCERELY_NOW", NOW.isoformat())
    return Terminal(capsys)


def test_a_model_is_set_shown_tried_and_forgotten(terminal: Terminal, server: ModelServer) -> None:
    assert "There is no model" in terminal.type("model")
    assert "on this machine" in terminal.type("model", server.address, "--name", "small")
    assert terminal.type("model", "--try") == "It answers: “Ready.”\n"
    assert terminal.ask("model")["local"] is True
    terminal.type("model", "--forget")
    assert terminal.ask("model") == {"set": False}


def test_a_model_elsewhere_needs_a_second_yes(terminal: Terminal) -> None:
    assert "is not this machine" in terminal.refused("model", "https://models.example/v1", "--name", "large")
    assert "which is not this machine" in terminal.type(
        "model", "https://models.example/v1", "--name", "large", "--another-machine"
    )


def test_nothing_goes_without_a_yes(terminal: Terminal, server: ModelServer, scene: Scene) -> None:  # noqa: F811
    terminal.type("model", server.address, "--name", "small")
    draft = scene.draft()
    terminal.capsys.readouterr()
    from sincerely.faces.cli import run

    assert run(("reword", str(draft.id))) == 64
    told = terminal.capsys.readouterr().err
    assert "Thank you for your time today" in told
    assert "--yes" in told
    assert server.raw == []


def test_words_are_asked_for_taken_and_vouched_for(terminal: Terminal, server: ModelServer, scene: Scene) -> None:  # noqa: F811
    terminal.type("model", server.address, "--name", "small")
    draft = scene.draft()
    server.says("Thank you for the time in Lisbon.")
    told = terminal.ask("reword", str(draft.id), "--as", "shorter", "--only", "Thank you for your time today.", "--yes")
    assert told["doubted"] == ["Lisbon"]
    assert "Lisbon" not in scene.message(draft.id).body
    report = terminal.ask("reword", str(draft.id), "--take")["report"]
    assert "substance/invented" in [finding["rule"] for finding in report["findings"]]
    report = terminal.ask("reword", str(draft.id), "--true", "Lisbon")["report"]
    assert "substance/invented" not in [finding["rule"] for finding in report["findings"]]


def test_a_model_that_breaks_off_is_told_in_one_line(terminal: Terminal, server: ModelServer, scene: Scene) -> None:  # noqa: F811
    terminal.type("model", server.address, "--name", "small")
    draft = scene.draft()
    server.says("Dear Bob, hello.", "breaks_off")
    from sincerely.faces.cli import run

    assert run(("reword", str(draft.id), "--yes")) == 69
    assert terminal.capsys.readouterr().err.splitlines()[-1].endswith("Nothing was changed. Try again.")
