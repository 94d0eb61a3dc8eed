"""Engines by others: our words, our limits, and no crash of theirs is ours."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.proof.language.engine import Full
from sincerely.proof.language.outside.reader import LONGEST_SENTENCE, LONGEST_TEXT, REMEMBERED, Outside, Said
from sincerely.proof.language.outside.switches import MESSAGES, Switch
from sincerely.proof.senses import Prose, Slip
from sincerely.terms import Span

SWITCHES = {"Verbs": Switch("grammar", "agreement"), "Words": Switch("confusion", "word")}


def engine(*said: Said) -> tuple[Outside, list[str]]:
    """An engine that says the same of every sentence, and the sentences that it was asked about."""
    asked: list[str] = []

    def read(text: str) -> Iterator[Said]:
        start = 0
        for sentence in text.split("\n\n"):
            asked.append(sentence)
            yield from (each._replace(start=start + each.start, end=start + each.end) for each in said)
            start += len(sentence) + 2

    return Outside("Marker", "pip install marker", lambda rules: read, SWITCHES), asked


def broken(error: BaseException) -> Outside:
    def read(sentence: str) -> Iterator[Said]:
        raise error

    return Outside("Marker", "pip install marker", lambda rules: read, SWITCHES)


def test_a_rule_that_is_on_speaks_in_our_words_where_the_sentence_stands() -> None:
    check, _ = engine(Said("Verbs", 3, 6, ("were", "was", "was", " ")))
    assert list(check(Prose("Hello there.\n\nWe was glad."))) == [
        Slip("grammar", Span(3, 6), MESSAGES["agreement"], ("were", "was")),
        Slip("grammar", Span(17, 20), MESSAGES["agreement"], ("were",)),
    ]


def test_a_rule_that_is_off_says_nothing() -> None:
    check, _ = engine(Said("Style", 3, 6, ("were",)))
    assert list(check(Prose("We was glad."))) == []


@pytest.mark.parametrize("word", ["Was", "was3", "wäs", "nolan"])
def test_names_accents_digits_and_words_on_record_are_left_alone(word: str) -> None:
    check, _ = engine(Said("Verbs", 4, 6, ("were",)))
    assert list(check(Prose(f"We {word} glad.", names=frozenset({"Nolan"})))) == []


@pytest.mark.parametrize("place", [(-1, 3), (3, 3), (5, 2), (0, 999)])
def test_a_place_outside_the_sentence_is_no_place(place: tuple[int, int]) -> None:
    check, _ = engine(Said("Verbs", *place, ("were",)))
    assert list(check(Prose("We was glad."))) == []


def test_after_an_edit_only_the_changed_sentence_is_read_again() -> None:
    check, asked = engine()
    list(check(Prose("I like it. We was glad. Thank you.")))
    list(check(Prose("I like it. We were glad. Thank you.")))
    assert asked == ["I like it.", "We was glad.", "Thank you.", "We were glad."]


def test_a_letter_is_read_in_one_go() -> None:
    calls: list[str] = []

    def read(text: str) -> Iterator[Said]:
        calls.append(text)
        return iter(())

    list(Outside("Marker", "pip install marker", lambda rules: read, SWITCHES)(Prose("I like it. We was glad. I like it.")))
    assert calls == ["I like it.\n\nWe was glad."]


def test_what_is_said_across_two_sentences_is_said_of_none() -> None:
    def read(text: str) -> Iterator[Said]:
        yield Said("Verbs", 3, len(text) - 3, ("were",))

    check = Outside("Marker", "pip install marker", lambda rules: read, SWITCHES)
    assert list(check(Prose("i like it. We was glad."))) == []


def test_only_so_many_sentences_are_remembered() -> None:
    check, asked = engine()
    for number in range(3 * REMEMBERED // 100):
        list(check(Prose("It is here. " + " ".join(f"We saw {'a' * (number + 1)} {'b' * (other + 1)}." for other in range(100)))))
    assert len(check.heard.kept) <= REMEMBERED
    assert asked.count("It is here.") == 1


def test_text_beyond_all_letters_and_sentences_without_end_are_not_read() -> None:
    check, asked = engine()
    list(check(Prose("word " * LONGEST_SENTENCE)))
    assert asked == []
    list(check(Prose("".join(f"We saw van {number}. " for number in range(LONGEST_TEXT)))))
    assert sum(map(len, asked)) <= LONGEST_TEXT


def test_an_engine_that_is_not_installed_is_named_with_the_way_to_get_it() -> None:
    def load(rules: object) -> None:
        raise ImportError

    check = Outside("Marker", "pip install marker", load, SWITCHES)  # type: ignore[arg-type]
    full = Full(outside=[check])
    assert full.slips(Prose("We was glad.")) == []
    assert full.notes == ("Marker is not installed, so its checks were left out. To have them: pip install marker.",)
    assert full.tier == "quick"


class Panic(BaseException):
    """What a crash in foreign code is seen as."""


@pytest.mark.parametrize("error", [ValueError("odd"), Panic("lost"), RuntimeError("busy")])
def test_an_engine_that_crashes_is_left_out_and_the_letter_is_not(error: BaseException) -> None:
    check = broken(error)

    def doubled(prose: Prose) -> Iterator[Slip]:
        yield Slip("grammar", Span(0, 2), "twice", ("We",))

    full = Full(doubled, outside=[check])
    assert [slip.message for slip in full.slips(Prose("We we."))] == ["twice"]
    assert "stopped working" in full.notes[0]
    assert [slip.message for slip in full.slips(Prose("We we. More."))] == ["twice"]


def test_who_stops_the_program_stops_it() -> None:
    with pytest.raises(KeyboardInterrupt):
        list(broken(KeyboardInterrupt())(Prose("We was glad.")))


def test_the_quick_checks_come_first_on_the_same_words() -> None:
    def ours(prose: Prose) -> Iterator[Slip]:
        yield Slip("grammar", Span(3, 6), "ours", ("were",))

    theirs, _ = engine(Said("Words", 3, 6, ("saw",)), Said("Words", 7, 11, ("sad",)))
    found = Full(ours, outside=[theirs]).slips(Prose("We was glad."))
    assert [(slip.message, slip.span) for slip in found] == [("ours", Span(3, 6)), (MESSAGES["word"], Span(7, 11))]


@given(st.text(max_size=300), st.integers(-5, 320), st.integers(-5, 320))
def test_no_answer_to_no_text_gives_a_span_outside_it(text: str, start: int, end: int) -> None:
    check, _ = engine(Said("Verbs", start, end, ("x",)))
    assert all(0 <= slip.span.start < slip.span.end <= len(text) for slip in check(Prose(text)))
