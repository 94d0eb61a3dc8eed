"""Replies on the command line: pasted, read, and confirmed with one key."""

import io
from email.utils import format_datetime
from typing import Any

import pytest
from tests.desk.conftest import Scene, actor, scene  # noqa: F401
from tests.desk.test_inbox import Folder, mail, take

from sincerely.faces.cli import sync
from sincerely.faces.cli.failure import Failure
from sincerely.faces.cli.opening import OpenDesk

pytestmark = pytest.mark.django_db
REJECTION = "We have decided to go with another candidate."


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the person at the terminal presses next."""
    import click

    from sincerely.faces.cli import confirming

    pressed: list[str] = []
    monkeypatch.setattr(confirming, "can_ask", lambda: True)
    monkeypatch.setattr(click, "getchar", lambda: pressed.pop(0))
    return pressed


@pytest.fixture
def desk(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> OpenDesk:  # noqa: F811
    """The desk that the commands open, with one reply on it."""
    from sincerely.faces.cli import opening

    scene.later(hours=1)
    take(scene, None, Folder(mail(REJECTION, Date=format_datetime(scene.now))))
    found = OpenDesk(scene.actor, scene.later(minutes=5))
    monkeypatch.setattr(opening, "opened", lambda at=None: found)
    return found


def kept(desk: OpenDesk) -> Any:
    from sincerely.desk.queries.messages import received_list

    return max(received_list(desk.actor), key=lambda row: row.id)


@pytest.mark.parametrize(
    ("key", "nature", "asks"),
    [("y", "rejection", False), ("o", "offer", False), ("H", "human", False), ("\r", "rejection", True), ("s", "stop", False)],
)
def test_one_key_says_what_a_reply_is(desk: OpenDesk, keys: list[str], capsys: Any, key: str, nature: str, asks: bool) -> None:
    keys += ["x", key]
    sync.read()
    said = capsys.readouterr()
    assert "Is it: rejection? Press y for yes" in said.err
    assert (kept(desk).nature, kept(desk).asks) == (nature, asks)
    assert ("Noted" in said.out) != asks


def test_confirm_asks_too_where_no_nature_is_said(desk: OpenDesk, keys: list[str], capsys: Any) -> None:
    keys.append("y")
    sync.confirm(str(kept(desk).id))
    assert kept(desk).asks is False


def test_without_a_person_it_says_what_to_type(desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Failure, match=r"sincerely confirm \d+ rejection"):
        sync.confirm(str(kept(desk).id))


def test_a_pasted_reply_is_understood_like_mail(desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    class Typed:
        buffer = io.BytesIO(b"Could you send me two references?\n\n> Thank you for today\n")

        def isatty(self) -> bool:
            return False

    monkeypatch.setattr("sys.stdin", Typed())
    sync.sync(paste="Charlie")
    assert "Charlie Chen answered. Read it" in capsys.readouterr().out
    row = kept(desk)
    assert (row.nature, row.contact_name, row.text.strip()) == ("question", "Charlie Chen", "Could you send me two references?")


def test_the_same_reply_pasted_twice_counts_once(desk: OpenDesk) -> None:
    from sincerely.desk.loops.pasted import take_pasted
    from sincerely.desk.models import Received

    for _ in range(2):
        take_pasted(desk.actor, desk.contact("Charlie").id, "Thank you, Alice.", now=desk.now)
    assert Received.objects.filter(message_id__startswith="pasted:").count() == 1


def test_a_look_settles_what_a_restore_left_open(desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    from sincerely.desk import accounts
    from sincerely.desk.loops import inbox
    from sincerely.desk.models import Account, Desk
    from sincerely.desk.queries.due import due

    account = Account.objects.create(desk_id=desk.actor.desk, address="alice@archer.example", created_at=desk.now).pk
    for room in (accounts, inbox):
        monkeypatch.setattr(room, "open_mailbox", lambda *asked: (account, Folder()))
    Desk.objects.update(reconcile_since=desk.now)
    assert due(desk.actor, desk.now).reconciling
    sync.sync()
    assert not due(desk.actor, desk.now).reconciling
