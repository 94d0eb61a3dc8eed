"""Every string of the hostile lists, as a comment, a suggestion, a name and a reason: words on each page, and nothing else."""

import re
from pathlib import Path

import pytest
from tests.faces.web.test_eyes import shared as share_it
from tests.faces.web.test_eyes import stranger
from tests.faces.web.visitor import Visitor

pytestmark = [pytest.mark.corpus, pytest.mark.slow]
# A page of this many comments is read at once; the lists go through in pieces.
PIECE = 20


@pytest.fixture
def hostile(shared: Path) -> list[str]:
    """Strings of published lists of markup that runs somewhere: every tenth."""
    folders = (shared / "data/hostile/xss-payload-list/Intruder", shared / "data/hostile/blns")
    files = [path for folder in folders for path in sorted(folder.rglob("*.txt"))]
    words = dict.fromkeys(
        line.strip() for path in files for line in path.read_text("utf-8", "replace").splitlines() if line.strip()
    )
    return list(words)[::10]


def test_no_hostile_string_becomes_markup(visitor: Visitor, scene, hostile: list[str]) -> None:
    from sincerely.desk.actions.reviews import MOST_COMMENTS, comment, vote
    from sincerely.desk.errors import DeskError
    from sincerely.desk.looking import reviewer_by_link

    refused = 0
    pieces = [hostile[start : start + PIECE] for start in range(0, len(hostile), PIECE)]
    for number, piece in enumerate(pieces):
        scene.later(minutes=11)
        if number % (MOST_COMMENTS // PIECE) == 0:
            note = scene.draft().id
            way = share_it(visitor.at(scene.now), note, name="Aunt Mary")
        reviewer = reviewer_by_link(way.removeprefix("/look/"), scene.now)
        for words in piece:
            try:
                comment(reviewer, words=words, now=scene.now)
                vote(reviewer, "don't", reason=words, seen="x", now=scene.now)
            except DeskError:
                refused += 1
        visitor.at(scene.now)
        pages = (visitor.page(f"/write/{note}/eyes"), stranger().get(way).content.decode())
        for page in pages:
            assert_words_only(page)
    assert refused < len(hostile) / 2


def assert_words_only(page: str) -> None:
    """No element that runs or fetches, and no attribute that runs, stands between the page's own head and end."""
    main = page.partition("<main")[2].partition("</main>")[0]
    assert not re.search(r"<(script|img|svg|style|iframe|object|embed|math|video|audio|base|link|meta)\b", main, re.IGNORECASE)
    assert not re.search(r"<[a-z][^>]*\s(on\w+|style)\s*=", re.sub(r'"[^"]*"', '""', main), re.IGNORECASE)
