"""Erasing: gone even while others read, and nobody is left sending."""

import pytest
from tests.desk.conftest import NOW, FakeCarrier


@pytest.mark.django_db(transaction=True)
def test_a_reader_keeps_nothing_from_being_erased(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the background reads just then makes the file busy; the desk is gone all the same, and nothing says otherwise."""
    from django.db import OperationalError
    from django.db.backends.utils import CursorWrapper

    from sincerely.desk.actions.desk import start_desk
    from sincerely.desk.actions.erasing import erase_desk
    from sincerely.desk.models import Desk

    actor = start_desk(name="Alice Archer", email="alice@archer.example", zone="Europe/Dublin", now=NOW)
    ask = CursorWrapper.execute

    def busy(self: CursorWrapper, words: str, *values: object) -> object:
        if words == "VACUUM":
            raise OperationalError("database is locked")
        return ask(self, words, *values)

    monkeypatch.setattr(CursorWrapper, "execute", busy)
    erase_desk(actor, "Alice Archer")
    assert not Desk.objects.exists()


@pytest.mark.django_db
def test_the_outbox_of_an_erased_desk_sends_nothing(actor) -> None:
    from sincerely.desk.actions.erasing import erase_desk
    from sincerely.desk.errors import NotThere
    from sincerely.desk.loops import digest

    carrier = FakeCarrier()
    erase_desk(actor, "Alice Archer")
    with pytest.raises(NotThere):
        digest.tick(actor.as_loop("digest"), carrier, NOW)
    assert carrier.delivered == []
