"""Sentences end where a reader would say so."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.proof.sentences import cut_sentences
from sincerely.terms import Span


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in cut_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("I met Dr. Lund and Mrs. Ames. They were kind.", 2),
        ("We spoke at 9 a.m. about the ferry, e.g. its crew. Then I left.", 2),
        ("I worked for Harbour Ltd. The pay was fair.", 2),
        ("I worked for Harbour Ltd. until May.", 1),
        ("J. R. Ames wrote the log.", 1),
        ("So did I. Then we sailed.", 2),
        ("Well... perhaps not. Who knows?", 2),
        ("“Which floor?” she asked. I knew.", 2),
        ("i sailed. you did not. the end", 3),
        ("See www.ice.example/log.html for more. Thanks!", 2),
        ("It is no. 5 on the list. It is 3.5 m long.", 2),
        ("First line\nSecond line\nThird line", 3),
        ("This line is wrapped by a mail program at some seventy characters and\nTuesday begins the next one.", 1),
        ("I can:\n- sail\n- steer\n- cook", 4),
        ("One thought\n\nanother thought", 2),
        ("終わりです。次です。", 2),
        ("", 0),
        ("   \n\t ", 0),
    ],
)
def test_sentences_are_counted_as_a_reader_counts(text: str, count: int) -> None:
    assert len(cut(text)) == count


@given(st.text(max_size=300))
def test_sentences_keep_order_and_lose_nothing_visible(text: str) -> None:
    spans = cut_sentences(text, Span(0, len(text)))
    assert all(one.end <= other.start for one, other in pairwise(spans))
    kept = "".join(text[span.start : span.end] for span in spans)
    assert "".join(kept.split()) == "".join(text.split())
