"""Votes raced: however many arrive at once, each reviewer has one."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep

import pytest
from tests.desk.conftest import NOW, furnish
from tests.desk.test_reviews import shared

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def patiently(act):
    """Tries again while a table is busy: the tests' database in memory does not wait for its turn, as one in a file does."""
    from sincerely.desk.errors import DeskError

    while True:
        try:
            return act()
        except DeskError as error:
            if "busy" not in str(error):
                raise
        # Who holds the table needs a moment, too: without it, those who ask again starve them.
        sleep(0.01)


def test_two_votes_of_one_reviewer_at_once_are_one(db) -> None:
    from django.db import connections

    from sincerely.desk.actions.desk import start_desk
    from sincerely.desk.actions.reviews import vote
    from sincerely.desk.models import Vote

    scene = furnish(start_desk(name="Alice Archer", email="alice@archer.example", zone="Europe/Dublin", now=NOW))
    message = scene.draft().id
    for _ in range(5):
        reviewer, start = shared(scene, message)[2], Barrier(8)

        def cast(number: int, reviewer=reviewer, start=start) -> str:
            try:
                start.wait()
                return patiently(lambda: vote(reviewer, ("send", "change")[number % 2], seen="e", now=NOW).choice)
            finally:
                connections.close_all()

        with ThreadPoolExecutor(8) as pool:
            cast_votes = list(pool.map(cast, range(8)))
        (kept,) = Vote.objects.filter(share=reviewer.share)
        assert kept.choice in cast_votes
        assert len(cast_votes) == 8


def test_one_suggestion_taken_over_twice_at_once_changes_the_text_once(db) -> None:
    from django.db import connections
    from tests.desk.test_reviews import said

    from sincerely.desk.actions.answering import accept
    from sincerely.desk.actions.desk import start_desk
    from sincerely.desk.errors import DeskError

    scene = furnish(start_desk(name="Alice Archer", email="alice@archer.example", zone="Europe/Dublin", now=NOW))
    message = scene.draft().id
    row = said(shared(scene, message)[2], scene, "fit in well", suggestion="fit in well, and well")
    start = Barrier(4)

    def take(_: int) -> bool:
        try:
            start.wait()
            patiently(lambda: accept(scene.actor, message, row.id, rulebook=scene.rulebook, now=NOW))
            return True
        except DeskError:
            return False
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(take, range(4))) == [False, False, False, True]
    assert scene.message(message).body.count("and well") == 1
