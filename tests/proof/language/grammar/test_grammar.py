"""Slips of grammar: what each check finds, what it makes of it, and what it leaves alone."""

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.proof.language.grammar import CHECKS
from sincerely.proof.language.grammar.agreement import disagreeing
from sincerely.proof.language.grammar.apostrophes import stray_apostrophes
from sincerely.proof.language.grammar.articles import wrong_articles
from sincerely.proof.language.grammar.brackets import unbalanced
from sincerely.proof.language.grammar.doubled import doubled
from sincerely.proof.language.grammar.numbers import miscounted
from sincerely.proof.language.grammar.phrases import phrases
from sincerely.proof.language.grammar.questions import unasked
from sincerely.proof.language.grammar.spacing import misspaced
from sincerely.proof.senses import Prose, Slip

Check = Callable[[Prose], Iterable[Slip]]


def mended(check: Check, text: str) -> str:
    """The text with the first suggestion in place of each slip."""
    for slip in sorted(check(Prose(text)), key=lambda slip: slip.span, reverse=True):
        text = text[: slip.span.start] + slip.suggestions[0] + text[slip.span.end :]
    return text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("It was an useful day at an university.", "It was a useful day at a university."),
        ("I waited a hour for a MBA student.", "I waited an hour for an MBA student."),
        ("A old barge and a 8-week course.", "An old barge and an 8-week course."),
        ("An one-off talk with an European firm.", "A one-off talk with a European firm."),
    ],
)
def test_the_article_goes_by_the_sound(wrong: str, right: str) -> None:
    assert mended(wrong_articles, wrong) == right


@pytest.mark.parametrize(
    "right",
    [
        "An NHS trust, a UK firm, an SEO job, a SQL course and a SEO one.",
        "An historic barn and a historic mill; a herb, an herb.",
        "Vitamin a is in plan A as in plan B; a Uighur, an Oxford don, a one-armed man, a union, an uninvited guest.",
        "I sat from a to e, and had an 11 o'clock start, an 18-month lease and a 1-hour walk.",
    ],
)
def test_an_article_that_may_be_right_is_left_alone(right: str) -> None:
    assert list(wrong_articles(Prose(right))) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("I has a van.", "I have a van."),
        ("I think they was pleased.", "I think they were pleased."),
        ("She don't drive, and he have no van.", "She doesn't drive, and he has no van."),
        ("You was kind, and we is grateful.", "You were kind, and we are grateful."),
        ("There is many reasons to stay.", "There are many reasons to stay."),
        ("There are a barge in the yard.", "There is a barge in the yard."),
        ("Each of the looms were mended.", "Each of the looms was mended."),
        ("The list of papers are long.", "The list of papers is long."),
    ],
)
def test_a_verb_goes_with_its_subject(wrong: str, right: str) -> None:
    assert mended(disagreeing, wrong) == right


@pytest.mark.parametrize(
    "right",
    [
        "The team were kind, and the staff are proud.",
        "If I were free, I wish he were here, and she acts as though she were tired.",
        "Did he have a van, and would she do it again?",
        "The people with you was what I liked; what they do is hard; all I have is time.",
        "There are a few barges, a number of looms and a great many nets.",
        "There is many a slip; there is one of each.",
        "One of the men who were there asked that he have a say.",
        "Working with you was a joy, and talking to you is too.",
    ],
)
def test_a_verb_that_may_be_right_is_left_alone(right: str) -> None:
    assert list(disagreeing(Prose(right))) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("I spent several year at sea.", "I spent several years at sea."),
        ("I sent these document.", "I sent these documents."),
        ("I would like this opportunities.", "I would like this opportunity."),
    ],
)
def test_one_and_many_agree(wrong: str, right: str) -> None:
    assert mended(miscounted, wrong) == right


@pytest.mark.parametrize(
    "right", ["These interview questions were fair.", "A two week notice is usual.", "My level three certificate is here."]
)
def test_a_noun_before_its_noun_is_left_alone(right: str) -> None:
    assert list(miscounted(Prose(right))) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("I have a lot's of nets.", "I have a lots of nets."),
        ("My reference's are attached.", "My references are attached."),
        ("I get on with all customer's.", "I get on with all customers."),
    ],
)
def test_a_plural_has_no_apostrophe(wrong: str, right: str) -> None:
    assert mended(stray_apostrophes, wrong) == right


def test_a_possessive_keeps_its_apostrophe() -> None:
    text = "My manager's at sea, all children's books, one of my sister's, and the panel's were easy."
    assert list(stray_apostrophes(Prose(text))) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("I look forward to hear more.", "I look forward to hearing more."),
        ("I look forward to work with you.", "I look forward to working with you."),
        ("Thank you for take the time.", "Thank you for taking the time."),
        ("Thank you for interview me.", "Thank you for interviewing me."),
        ("It was great pleasure to meet you.", "It was a great pleasure to meet you."),
        ("It was nice to met you.", "It was nice to meet you."),
        ("I have went there, and he has wrote to me.", "I have gone there, and he has written to me."),
        ("I did not went, and I didn't received it.", "I did not go, and I didn't receive it."),
        ("We discussed about the barge.", "We discussed the barge."),
        ("I am interested on this job.", "I am interested in this job."),
        ("I am very interesting in boats.", "I am very interested in boats."),
        ("I am agree with you.", "I agree with you."),
        ("I enjoyed to see the kilns.", "I enjoyed seeing the kilns."),
        ("I would loved to come.", "I would love to come."),
        ("It depends of the tide.", "It depends on the tide."),
        ("I have sailed since three years.", "I have sailed for three years."),
        ("Thank you for the informations.", "Thank you for the information."),
        ("I was free on Monday at the morning.", "I was free on Monday morning."),
        ("I look forward to\nhear from you.", "I look forward to hearing from you."),
    ],
)
def test_a_turn_of_phrase_is_put_right(wrong: str, right: str) -> None:
    assert mended(phrases, wrong) == right


@pytest.mark.parametrize(
    "right",
    [
        "I look forward to work on Monday, and to the visit.",
        "Thank you for help with the move, for work well done, and for the interview.",
        "I have had it since two weeks before Easter.",
        "We look forward to hearing from you. It was a pleasure to meet you.",
        "I would have loved it. I have found what I saw.",
    ],
)
def test_a_turn_of_phrase_that_may_be_right_is_left_alone(right: str) -> None:
    assert list(phrases(Prose(right))) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("I liked the tour.It was long.", "I liked the tour. It was long."),
        ("I like bread,butter and tea.", "I like bread, butter and tea."),
        ("Thank you , and goodbye .", "Thank you, and goodbye."),
        ("Thank you.. It was good,, very.", "Thank you. It was good, very."),
    ],
)
def test_marks_stand_where_they_belong(wrong: str, right: str) -> None:
    assert mended(misspaced, wrong) == right


@pytest.mark.parametrize(
    "right", ["See example.com, at 10.30 a.m.. Well... it was 3,500 of readme.txt", "Marked etc., i.e. often."]
)
def test_addresses_numbers_and_short_forms_keep_their_marks(right: str) -> None:
    assert [slip for slip in misspaced(Prose(right)) if slip.suggestions != (".",)] == []


@pytest.mark.parametrize(("text", "marked"), [("I came (by bus.", "("), ("I came by bus) early.", ")"), ("(one (two)", "(")])
def test_a_bracket_without_partner_is_marked(text: str, marked: str) -> None:
    assert [text[slip.span.start : slip.span.end] for slip in unbalanced(Prose(text))] == [marked]


@pytest.mark.parametrize("text", ["a) this, b) that", "It was fun :) really", "The (US) team (IT) came.", "1) first\n2) second"])
def test_numbered_points_and_smiles_are_no_brackets(text: str) -> None:
    assert list(unbalanced(Prose(text))) == []


@pytest.mark.parametrize(
    "text", ["What time is the call.", "Do you need my papers.", "When will you decide.", "Is there any news.", "How are you."]
)
def test_a_question_ends_in_its_mark(text: str) -> None:
    assert mended(unasked, text) == text[:-1] + "?"


@pytest.mark.parametrize(
    "text",
    [
        "Could you send me the form.",
        "What I liked is the yard.",
        "Should you need it, ask.",
        "Had I known that, I would have come.",
        "How kind of you.",
        "What a day it was.",
        "What is best about it is that it floats.",
    ],
)
def test_requests_and_statements_keep_their_full_stop(text: str) -> None:
    assert list(unasked(Prose(text))) == []


def test_a_word_stands_twice_over_the_end_of_a_line() -> None:
    assert mended(doubled, "I saw the\nthe mill, and I I liked it.") == "I saw the mill, and I liked it."


def test_names_and_words_that_may_stand_twice_are_left_alone() -> None:
    assert list(doubled(Prose("Bora Bora, Ng Ng, had had, that that, bye bye\n\nbye. The the-atre"))) == []


@given(st.text(max_size=300))
def test_any_text_is_read_and_spans_stay_in_it(text: str) -> None:
    for check in CHECKS:
        for slip in check(Prose(text)):
            assert 0 <= slip.span.start < slip.span.end <= len(text)
