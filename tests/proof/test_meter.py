"""The length meter counts as the rules count."""

import pytest

from sincerely.proof.letter import Candidate, Facts, Letter
from sincerely.proof.meter import length_of
from sincerely.terms import Channel, Stage

NOTE = "Dear Ms Orchard,\n\nThe orchard tour stays with me.\n\nKind regards,\nIda Berg"


def measured(channel: Channel, body: str = NOTE, pace: float = 150):
    return length_of(Letter(channel, Stage.THANK_YOU, body, facts=Facts(Candidate("Ida Berg", pace=pace))))


@pytest.mark.parametrize(
    ("channel", "good", "most"), [("email", (50, 125), 200), ("letter", (8, 300), 300), ("text", (1, 50), 50)]
)
def test_what_is_read_counts_words(channel: str, good: tuple[int, int], most: int) -> None:
    found = measured(Channel(channel))
    assert (found.unit, (found.good_from, found.good_to), found.most) == ("words", good, most)


def test_greeting_and_leave_do_not_count_in_a_mail_but_do_in_a_text() -> None:
    assert (measured(Channel.EMAIL).value, measured(Channel.TEXT).value) == (6, 13)


def test_what_is_said_counts_seconds_at_the_persons_own_pace() -> None:
    words = "one two three four five six seven eight nine ten"
    assert [measured(Channel.CALL, words, pace).value for pace in (60, 150, 300)] == [10, 4, 2]
    assert measured(Channel.VOICEMAIL, words).unit == "seconds"
