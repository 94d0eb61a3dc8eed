"""What a reply asks for decides how it is answered."""

import pytest
from tests.pen.people import CANDIDATES, TODAY

from sincerely.pen import Brief, draft
from sincerely.pen.replies import Wish, wish
from sincerely.terms import Channel, Stage


@pytest.mark.parametrize(
    ("reply", "wanted"),
    [
        ("Could you come in on thursday 19 march at 10am?", Wish("time", "Thursday 19 March at 10am")),
        ("Are you available Friday at 2.30 pm for a call?", Wish("time", "Friday at 2.30 pm")),
        ("How about March 20 at noon?", Wish("time", "March 20 at noon")),
        ("Would Monday or Tuesday suit for a second interview?", Wish("invitation")),
        ("Please send two references.", Wish("papers", "my references")),
        ("Would you forward your portfolio?", Wish("papers", "my portfolio")),
        ("We would like to invite you to the next round.", Wish("invitation")),
        ("What is your notice period?", Wish("question")),
        ("We will be in touch.", Wish("word")),
        ("", Wish("word")),
    ],
)
def test_a_reply_tells_what_it_wants(reply: str, wanted: Wish) -> None:
    assert wish(reply) == wanted


def test_the_answer_takes_up_the_time_proposed() -> None:
    brief = Brief(Channel.EMAIL, Stage.ANSWER, CANDIDATES[0], TODAY, reply="Could you come in on Thursday 19 March at 10am?")
    assert "Thursday 19 March at 10am" in draft(brief).body


def test_the_answer_promises_the_papers_asked_for() -> None:
    brief = Brief(Channel.TEXT, Stage.ANSWER, CANDIDATES[0], TODAY, reply="Please send us two references.")
    assert "my references" in draft(brief).body
