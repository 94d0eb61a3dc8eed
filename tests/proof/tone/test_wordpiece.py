"""Words in pieces: the longest known first, every piece with its word."""

from hypothesis import given
from hypothesis import strategies as st

from sincerely.proof.tone.normal import tokens
from sincerely.proof.tone.wordpiece import Vocabulary

PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "un", "##kind", "##k", "##ind", "don", "'", "t", "!", "you", "##s", "_"]
WORDS = Vocabulary(PIECES)


def cut(text: str) -> list[str]:
    return [PIECES[number] for number, _ in WORDS.pieces(tokens(text))]


def test_the_longest_known_piece_comes_first() -> None:
    assert cut("unkind") == ["un", "##kind"]
    assert cut("unks") == ["un", "##k", "##s"]


def test_a_word_with_a_rest_that_is_unknown_is_unknown_as_a_whole() -> None:
    assert cut("unseen you") == ["[UNK]", "you"]


def test_marks_stand_alone_also_inside_a_word() -> None:
    assert cut("Don't you!!") == ["don", "'", "t", "you", "!", "!"]


def test_every_piece_knows_its_word() -> None:
    assert [place for _, place in WORDS.pieces(tokens("unkind you"))] == [0, 0, 1]


def test_an_endless_word_is_one_unknown_piece() -> None:
    assert cut("un" * 5000) == ["[UNK]"]


@given(st.text(max_size=200))
def test_any_text_is_cut_into_known_numbers(text: str) -> None:
    found = tokens(text)
    pieces = WORDS.pieces(found)
    assert all(0 <= number < len(PIECES) and 0 <= place < len(found) for number, place in pieces)
    assert [place for _, place in pieces] == sorted(place for _, place in pieces)
