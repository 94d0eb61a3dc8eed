"""Every tenth string of the hostile lists, as a remark, a reason, a template and an example: words on each page, nothing else."""

from datetime import timedelta
from html import unescape

import pytest
from tests.desk.conftest import NOW
from tests.desk.members.commons import complain, offered, on, published, rule, say
from tests.faces.web.test_eyes_hostile import assert_words_only, hostile  # noqa: F401

from sincerely.desk.errors import DeskError

pytestmark = [pytest.mark.corpus, pytest.mark.slow]
ARTICLE = on("article", "check-in")
# As many as one person says in a day.
PIECE = 40


def test_no_hostile_string_becomes_markup(centre, signed_in, hostile: list[str]) -> None:  # noqa: F811
    people = centre.people
    reader, author, keeper = (signed_in(people[name]) for name in ("Dora", "Alice", "Ada"))
    refused = 0
    for number, start in enumerate(range(0, len(hostile), PIECE)):
        moment = NOW + timedelta(days=2 * number)
        ways = ["/advice/check-in", "/advice/templates", "/advice/examples", "/advice/moderation"]
        for place, words in enumerate(hostile[start : start + PIECE]):
            at = moment + timedelta(minutes=5 * place)
            try:
                thing = on("remark", say(people["Alice"], ARTICLE, words[:1000], now=at))
                complain(people[("Dora", "Noor")[place % 2]], thing, reason=words[:500], now=at)
                if place % 2:
                    rule(people["Ada"], thing, "hide", reason=words[:500], now=at)
                if place == 0:
                    template = offered(people["Ada"], title=words[:120], subject=words[:200], now=at)
                    example = published(people["Alice"], title=words[:60], text=words[:3000], now=at)
                    ways += [f"/advice/templates/{template}", f"/advice/examples/{example}", f"/advice/examples/{example}/own"]
            except DeskError:
                refused += 1
        for client in (reader, author, keeper):
            for way in ways:
                assert_words_only(client.get(way).content.decode())
    assert refused < len(hostile) / 4
    assert "<script>" in unescape(reader.get("/advice/check-in").content.decode())
