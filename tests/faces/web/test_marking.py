"""Marks for the browser: spans count as JavaScript counts."""

from hypothesis import given
from hypothesis import strategies as st

from sincerely.faces.web.marking import marked, ruler, units
from sincerely.proof import proofread
from sincerely.proof.letter import Letter
from sincerely.proof.rulebook import only
from sincerely.terms import Channel, Span, Stage

BODY = "Hi 😀 Bo 👩🏽‍🚀,\n\nThank you for [DATE]. 𝒯ogether we 🎉 talked about [TOPIC].\n\nIda"


def sliced(text: str, start: int, end: int) -> str:
    """What `text.slice(start, end)` gives in a browser."""
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


def test_marks_after_emoji_stand_on_their_own_words() -> None:
    letter = Letter(Channel.EMAIL, Stage.THANK_YOU, BODY, subject="🎈🎈 [COMPANY]")
    data = marked(letter, proofread(letter, only(["professional/placeholder"])))
    texts = {"body": BODY, "subject": letter.subject}
    spans = [mark for mark in data["marks"] if mark["start"] is not None]
    assert len(spans) == 3
    for mark in spans:
        assert sliced(texts[mark["part"]], mark["start"], mark["end"]) == mark["quote"]


def test_an_absence_has_no_place_and_no_replacement() -> None:
    letter = Letter(Channel.EMAIL, Stage.THANK_YOU, "Thanks.")
    marks = marked(letter, proofread(letter, only(["brevity/length"])))["marks"]
    assert [(mark["start"], mark["replacement"], mark["way"]) for mark in marks] == [(None, None, "brevity")]


@given(st.text(), st.data())
def test_any_span_is_what_a_browser_would_cut_out(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    assert sliced(text, *units(span, ruler(text))) == text[span.start : span.end]
