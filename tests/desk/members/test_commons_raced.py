"""Opinions and reports raced, on both databases: each member counts once, and the third report hides once."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from tests.desk.members.commons import complain, on, opine, say
from tests.desk.members.conftest import found_centre
from tests.desk.test_reviews_raced import patiently

pytestmark = pytest.mark.django_db(transaction=True)
ARTICLE = on("article", "check-in")


def at_once(acts: Iterable[Callable[[], Any]]) -> list[Any]:
    """Does all at one moment, each on a connection of its own."""
    from django.db import connections

    acts = list(acts)
    start = Barrier(len(acts))

    def begin(act: Callable[[], Any]) -> Any:
        try:
            start.wait()
            return patiently(act)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(begin, acts))


def test_votes_of_one_member_at_once_are_one(db) -> None:
    from sincerely.desk.models import Opinion

    people = found_centre().people
    things = [ARTICLE, on("remark", say(people["Dora"], ARTICLE))]
    for thing in things * 2:
        at_once([lambda n=n, thing=thing: opine(people["Alice"], thing, n % 2 == 0) for n in range(8)])
    assert Opinion.objects.filter(person=people["Alice"].person).count() == len(things)


def test_votes_of_many_members_at_once_all_count(db) -> None:
    from sincerely.desk.queries.commons import article_tallies

    people = found_centre().people
    voters = [people[name] for name in ("Alice", "Dora", "Mia", "Noor", "Ada")]
    at_once([lambda who=who: opine(who, ARTICLE) for who in voters * 2])
    tally = article_tallies(None)["check-in"]
    assert (tally.helped, tally.votes) == (5, 5)


def test_three_reports_at_once_hide_once(db) -> None:
    from sincerely.desk.models import Remark, Ruling

    people = found_centre().people
    for _ in range(3):
        number = say(people["Alice"], ARTICLE)
        at_once([lambda who=who, n=number: complain(people[who], on("remark", n)) for who in ("Dora", "Mia", "Noor")])
        assert Remark.objects.get(pk=number).hidden_at is not None
        assert Ruling.objects.filter(remark=number).count() == 1


def test_remarks_at_once_keep_the_limit(db) -> None:
    from sincerely.desk.errors import DeskError
    from sincerely.desk.models import Remark

    people = found_centre().people
    for _ in range(8):
        say(people["Alice"], ARTICLE)

    def try_it() -> bool:
        try:
            say(people["Alice"], ARTICLE)
            return True
        except DeskError as error:
            if "busy" in str(error):
                raise
            return False

    assert sorted(at_once([try_it] * 6)) == [False] * 4 + [True] * 2
    assert Remark.objects.count() == 10
