"""Known misspellings and doubled words: found where they stand, and nothing else."""

from sincerely.proof.language.engine import Quick
from sincerely.proof.language.grammar.doubled import doubled
from sincerely.proof.language.misspellings import misspelt
from sincerely.proof.senses import Prose

ENGINE = Quick(misspelt, doubled)


def said(text: str, *known: str) -> list[tuple[str, str]]:
    return [
        (text[slip.span.start : slip.span.end], slip.suggestions[0]) for slip in ENGINE.slips(Prose(text, names=frozenset(known)))
    ]


def test_a_misspelling_is_found_with_the_word_that_was_meant() -> None:
    assert said("I recieved it tommorow.") == [("recieved", "received"), ("tommorow", "tomorrow")]


def test_the_case_of_the_first_letter_is_kept() -> None:
    assert said("Untill then.") == [("Untill", "Until")]


def test_a_name_on_record_is_no_misspelling() -> None:
    assert said("Dear Teh,", "Teh") == []


def test_a_word_that_stands_twice_is_found() -> None:
    assert said("the the oven") == [("the the", "the")]
    assert said("I had had no idea that that would be so so good.") == []
