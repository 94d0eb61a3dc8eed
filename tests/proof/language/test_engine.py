"""The one door: of several slips the more telling speaks, and twice the text costs twice the work."""

import sys
from collections.abc import Iterator
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.proof.engines import load_senses
from sincerely.proof.language.engine import Quick, settled, touch
from sincerely.proof.senses import Prose, Slip
from sincerely.terms import Span

KINDS: tuple[Literal["spelling", "grammar", "confusion"], ...] = ("spelling", "grammar", "confusion")
PARAGRAPHS = (
    "Dear Ms Okafor,\n\nThank you for the the tour of Kettle & Sons; I recieved the form and will sned it to Mr Ndiaye.\n\n",
    "Leider kann ich am Donnerstag nicht kommen, weil mein Zug aus Hamburg ausfällt und ich keinen anderen finde.\n\n",
    "See https://example.org/a?b=c, call 01632 960 111, or write to jo@example.com: `x = f(y)`; 12 | 13 | 14.\n\n",
    "Спасибо за встречу. Grzegorz Brzęczyszczykiewicz, Nguyễn Thị Mai and Siobhán Ní Bhriain were there, as was the wether.\n\n",
)
slips = st.builds(
    lambda kind, start, length: Slip(kind, Span(start, start + length), "odd"),
    st.sampled_from(KINDS),
    st.integers(0, 60),
    st.integers(1, 9),
)


def work(text: str) -> int:
    """How many calls it takes to check a text whose words were seen before, but not the text."""
    engine = load_senses().language
    engine.slips(Prose(f"{text} Seen."))
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        engine.slips(Prose(text))
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "paragraphs", [PARAGRAPHS, *((one,) for one in PARAGRAPHS)], ids=["all", "English", "German", "code", "names"]
)
def test_eight_times_the_text_costs_at_most_nine_times_the_work(paragraphs: tuple[str, ...]) -> None:
    text = "".join(paragraphs) * (40 // len(paragraphs))
    assert work(text * 8) <= 9 * work(text)


def test_of_two_slips_on_the_same_words_the_more_telling_speaks() -> None:
    def check(prose: Prose) -> Iterator[Slip]:
        yield Slip("grammar", Span(0, 6), "grammar")
        yield Slip("spelling", Span(3, 8), "spelling")
        yield Slip("confusion", Span(5, 9), "confusion")
        yield Slip("grammar", Span(9, 12), "beside it")

    assert [slip.message for slip in Quick(check).slips(Prose("one two three four"))] == ["confusion", "beside it"]


@given(st.lists(slips, max_size=20), st.lists(slips, max_size=20))
def test_no_two_that_are_kept_share_a_word_and_none_is_left_out_for_nothing(first: list[Slip], others: list[Slip]) -> None:
    mine = settled([], first)
    kept = settled(mine, others)
    assert kept == sorted(kept, key=lambda slip: slip.span)
    assert not any(touch(one.span, other.span) for one in kept for other in kept if one is not other)
    assert all(slip in kept for slip in mine)
    assert all(any(touch(slip.span, other.span) for other in kept) for slip in others)
