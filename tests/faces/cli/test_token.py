"""Programs let in and kept out from the command line."""

import pytest
from tests.desk.conftest import NOW
from tests.faces.cli.desks import Terminal

from sincerely.desk.callers import NotLetIn, Scope, caller

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def lena(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    terminal = Terminal(capsys)
    monkeypatch.setenv("SINCERELY_NOW", NOW.isoformat())
    terminal.type("init", "--name", "Lena Brandt", "--email", "lena@example.org", "--zone", "Europe/London")
    return terminal


def test_a_token_is_made_shown_once_and_taken_back(lena: Terminal) -> None:
    assert "No program" in lena.type("token")
    secret = lena.ask("token", "new", "My script", "--scope", "read", "--scope", "write")["token"]
    assert caller(secret, NOW).scopes == {Scope.READ, Scope.WRITE}
    listed = lena.type("token", "list")
    assert "My script: read, write" in listed
    assert secret not in listed
    lena.type("token", "revoke", "my script")
    with pytest.raises(NotLetIn):
        caller(secret, NOW)
    assert "taken back" in lena.type("token")


def test_the_extension_is_paired_with_a_code(lena: Terminal) -> None:
    from sincerely.desk.actions.tokens import pair

    _, secret = pair(lena.ask("token", "pair")["code"], name="Firefox", now=NOW)
    assert caller(secret, NOW).scopes == {Scope.CHECK, Scope.READ, Scope.LOG}


def test_what_cannot_be_is_told_in_one_line(lena: Terminal) -> None:
    assert "is no scope" in lena.refused("token", "new", "Script", "--scope", "all")
    assert "missing" in lena.refused("token", "new")
    assert "no token" in lena.refused("token", "revoke", "Nobody")
    assert "belongs to new" in lena.refused("token", "list", "--scope", "read")
