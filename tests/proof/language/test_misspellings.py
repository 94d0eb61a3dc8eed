"""Misspelt words: found where they stand, with the word that was meant; and nothing else."""

import pytest

from sincerely.proof import proofread
from sincerely.proof.language.engine import Quick
from sincerely.proof.language.grammar.doubled import doubled
from sincerely.proof.language.misspellings import MOST_SEARCHED, misspelt
from sincerely.proof.record import read_letter
from sincerely.proof.rulebook import only
from sincerely.proof.senses import Prose, Senses, Slip
from sincerely.terms import Part

ENGINE = Quick(misspelt, doubled)


def slips(text: str, *known: str) -> list[Slip]:
    return list(misspelt(Prose(text, names=frozenset(known))))


def said(text: str, *known: str) -> list[tuple[str, str]]:
    return [(text[slip.span.start : slip.span.end], slip.suggestions[0]) for slip in slips(text, *known)]


def test_a_misspelling_is_found_with_the_word_that_was_meant() -> None:
    assert said("I recieved it tommorow.") == [("recieved", "received"), ("tommorow", "tomorrow")]


def test_the_case_of_the_first_letter_is_kept() -> None:
    assert said("Untill then.") == [("Untill", "Until")]


def test_a_name_on_record_is_no_misspelling() -> None:
    assert said("Dear Teh,", "Teh") == []


def test_a_word_that_stands_twice_is_found() -> None:
    assert [slip.suggestions for slip in ENGINE.slips(Prose("the the oven"))] == [("the",)]
    assert ENGINE.slips(Prose("I had had no idea that that would be so so good.")) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("We spoke about the inspecktion of the lift.", "inspecktion", "inspection"),
        ("I will be there on Thurdsay.", "Thurdsay", "Thursday"),
        ("I speak Spannish at home.", "Spannish", "Spanish"),
        ("Thnak you for the tour.", "Thnak", "Thank"),
        ("THank you for the tour.", "THank", "Thank"),
        ("I lookforward to it.", "lookforward", "look forward"),
        ("We met to gether with the team.", "to gether", "together"),
        ("I dont mind.", "dont", "don't"),
        ("Alot of it was new.", "Alot", "A lot"),
        ("With kind regrads,", "regrads", "regards"),
        ("Sincerelly,", "Sincerelly", "Sincerely"),
        ("I was delited by a well-recieved talk.", "delited", "delighted"),
        ("THE ORDER WAS RECIEVED.", "RECIEVED", "RECEIVED"),
    ],
)
def test_slips_of_many_kinds_are_found(text: str, wrong: str, right: str) -> None:
    assert (wrong, right) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Njeri and Thandeka showed me the yard at Gatundu. Achieng' made the tea.",
        "Dear Ms Teh, Ms Thier and Quaye met me.",
        "Oisín's céilí and the Grüezi at the door, à la carte.",
        "I learnt about kouign-amann, NEWS2, uPVC, covid19 and Modbus.",
        "See a.recieve@example.org, www.recieve.example/teh, teh_file.txt, #teh and @teh.",
        "The motto *semper idem et nunc* is on the wall.",
        "Con stima,\nGianluca",
        "Ik heb het gesprek met uw collega zeer gewaardeerd en hoop spoedig iets te vernemen.",
        "I liked it sooo much, and the goin' was good.",
        "The colour of the theater is fine.",
        "I can not only weld but also braze; day to day, week in, week out.",
    ],
)
def test_names_jargon_addresses_and_other_languages_are_left_alone(text: str) -> None:
    assert said(text) == []


def test_a_word_on_record_is_right_with_its_plural_and_parts() -> None:
    text = "The blorkers and the blorker's tinkl-rack."
    assert list(misspelt(Prose(text, known=frozenset({"blorker", "tinkl-rack"})))) == []


def test_the_words_around_it_tell_what_was_meant() -> None:
    assert said("He was born in the villige.")[0][1] == "village"
    assert said("I would lke to come.")[0][1] == "like"


def test_sure_is_only_what_leaves_no_doubt() -> None:
    assert [slip.sure for slip in slips("I recieved the tols.")] == [True, False]


@pytest.mark.parametrize(
    ("subject", "wrote_first", "quotes"), [("Your inteview", False, ["inteview"]), ("Re: Your inteview", True, [])]
)
def test_the_subject_is_read_and_that_of_an_answer_is_the_others(subject: str, wrote_first: bool, quotes: list[str]) -> None:
    body = "Dear Ada,\n\nThank you for Tuesday.\n\nKind regards,\nOlu Bright"
    record = {"thread": {"contact_wrote_first": wrote_first}}
    data = {"channel": "email", "stage": "thank-you", "record": record, "message": {"body": body, "subject": subject}}
    found = proofread(read_letter(data), only({"language/spelling"}, Senses(language=ENGINE))).findings
    assert [each.quote for each in found] == quotes
    assert {each.part for each in found} <= {Part.SUBJECT}


@pytest.mark.parametrize(
    "odd",
    [
        "",
        "\x00 recieve\x00d",
        "abc \ud800 \udfff",
        "a" * 1_000_000,
        "a'" * 100_000,
        "*a " * 20_000,
        "שלום עולם " * 1_000,
        "你好世界" * 5_000,
        "İıſß ŉ e\u0301 " * 500,
        "'\"“”‘’" * 5_000,
    ],
)
def test_odd_text_is_read_without_a_word(odd: str) -> None:
    assert all(slip.suggestions for slip in misspelt(Prose(odd)))


def test_a_letter_of_nonsense_is_no_flood() -> None:
    assert len(list(misspelt(Prose("recieve the oppertunity, " * 20_000)))) <= MOST_SEARCHED


def test_a_rare_word_is_right_after_the_words_that_speak_for_it() -> None:
    assert said("As was his wont, he came, and not a whit late. We wont be late.") == [("wont", "won't")]
