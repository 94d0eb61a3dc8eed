"""What is far too long for a letter is read from its beginning, and the report says so."""

from sincerely.proof.letter import Letter
from sincerely.proof.reading import MOST_READ, Reading
from sincerely.terms import Channel, Stage


def reading(body: str) -> Reading:
    return Reading(Letter(Channel.EMAIL, Stage.THANK_YOU, body))


def test_the_end_of_a_book_is_not_judged_sentence_by_sentence_and_the_report_says_so() -> None:
    read = reading("Thank you for the tour of the foundry. " * (2 * MOST_READ // 39))
    assert read.sentences[-1].end <= MOST_READ
    assert any(f"first {MOST_READ:,} characters" in note for note in read.notes)


def test_no_word_is_cut_in_half_where_reading_ends() -> None:
    read = reading("foundry " * MOST_READ)
    assert read.quote(read.sentences[-1]).endswith("foundry")


def test_a_body_without_a_gap_is_cut_all_the_same() -> None:
    assert reading("a" * 2 * MOST_READ).read_to == MOST_READ


def test_a_long_letter_is_read_to_its_end() -> None:
    body = "Thank you for the tour of the foundry. " * 50
    assert reading(body).read_to == len(body)
    assert reading(body).notes == ()
