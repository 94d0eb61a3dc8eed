"""How long a trouble can go unseen, told by a clock that the test turns itself."""

from typing import Any

import pytest
from tests.desk.conftest import NOW, Scene

from sincerely.post.mailboxes import MailboxError

pytestmark = pytest.mark.django_db
# The issue: expired credentials are shown within 15 minutes.
IN_TIME = 15 * 60


class Clock:
    seconds = 0.0


class Box:
    """A mailbox whose password ends at a moment; an open connection notices nothing of it."""

    label = "test"
    ends = 0.0
    tried: list[float]

    def __init__(self, clock: Clock) -> None:
        self.clock, self.tried = clock, []

    def __enter__(self) -> "Box":
        self.tried.append(self.clock.seconds)
        if self.clock.seconds >= self.ends:
            raise MailboxError("The password was refused.", credentials=True)
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def fetch(self, since: Any, from_day: Any = None) -> Any:
        self.clock.seconds += 5
        return iter(())

    def wait(self, timeout: float) -> bool:
        self.clock.seconds += timeout
        return False


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    from sincerely.desk.loops import staying

    found = Clock()
    monkeypatch.setattr(staying.time, "monotonic", lambda: found.seconds)
    return found


@pytest.fixture
def box(scene: Scene, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Box:
    from sincerely.desk.loops import staying
    from sincerely.desk.models import Account

    found = Box(clock)
    account = Account.objects.create(desk_id=scene.actor.desk, address="alice@archer.example", created_at=NOW).pk
    monkeypatch.setattr(staying, "open_mailbox", lambda actor, now: (account, found))
    return found


@pytest.mark.parametrize("ends", [0.0, 1.0, 599.0, 601.0, 3_000.0])
def test_a_password_that_ends_shows_within_a_quarter_of_an_hour(scene: Scene, box: Box, clock: Clock, ends: float) -> None:
    from sincerely.desk.loops.staying import stay
    from sincerely.desk.queries.due import due

    box.ends = ends
    for outcome in stay(scene.actor, lambda: scene.now, lambda seconds: None):
        if isinstance(outcome, MailboxError):
            break
    assert clock.seconds - ends <= IN_TIME
    (row,) = due(scene.actor, scene.now).troubles
    assert row.trouble == "The password was refused. Set it up again: sincerely mailbox"


def test_a_refused_sign_in_is_tried_rarely_and_a_lost_connection_soon(scene: Scene, box: Box, clock: Clock) -> None:
    from sincerely.desk.loops.staying import AGAIN, REFUSED, stay

    box.ends, pauses = 0.0, []
    loop = stay(scene.actor, lambda: scene.now, pauses.append)
    for _ in range(3):
        next(loop)
    assert pauses == [REFUSED, REFUSED]

    def lost() -> Box:
        raise MailboxError("The line is cut.")

    box.__class__ = type("Lost", (Box,), {"__enter__": lambda self: lost()})
    pauses.clear()
    loop = stay(scene.actor, lambda: scene.now, pauses.append)
    for _ in range(8):
        next(loop)
    assert pauses == [*AGAIN, AGAIN[-1], AGAIN[-1]]
