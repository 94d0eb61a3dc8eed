"""Nothing of a name gets through, and nothing of the letter is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sincerely.desk.covering import Cover
from sincerely.terms import Span

COVER = Cover.of(
    "Alice Archer",
    [("Robert Byrne", "Bob"), ("Zoë O'Malley-Quist",), ("Will Park",)],
    ["Willow Care Ltd", "Northern Data Systems GmbH"],
    ["01632 960 417", "12 Harbour Lane, Cork"],
)
HIDDEN = (
    *("Bob", "bob", "BOB", "Robert", "Bobby", "Byrne", "Byrnes", "Byrne's", "Bryne", "Bob_Byrne", "RobertByrne", "B\u200bob"),
    *("Zoë", "Zoe", "ZOË", "Zoe\u0308", "O'Malley-Quist", "O’Malley", "Quist", "Mr Park", "Will Park"),
    *("Willow Care", "WillowCare", "willow-care", "Willow", "willowcare", "willowcare.com", "Northern Data Systems", "Alice"),
    *("alice@archer.example", "bob (at) willow.example", "www.willowcare.example", "https://x.example/bob", "@bobbyrne"),
    *("+44 1632 960417", "(01632) 960 417", "12 Harbour Lane,\nCork"),
)
SECRETS = (
    *("bob", "robert", "byrne", "bryne", "zoe", "zoë", "malley", "quist", "willow", "northern data"),
    *("alice", "archer", "960", "harbour"),
)
READABLE = (
    "I will be glad to hear from you.",
    "Thank you for your time and care.",
    "We spoke of shifts in May 2024.",
    "The park was lovely at 10:30 on 4 March.",
    "It is a role in the data team, e.g. at night.",
)


@pytest.mark.parametrize("words", HIDDEN)
@pytest.mark.parametrize("around", ["I met {} today.", "{} was kind.", "thanks, {}", "Dear {},"])
def test_no_form_of_a_name_gets_through(words: str, around: str) -> None:
    shown = COVER.cover(around.format(words)).shown
    assert not any(secret in shown.casefold().replace("\u200b", "") for secret in SECRETS), shown
    assert "[" in shown


@pytest.mark.parametrize("words", READABLE)
def test_ordinary_words_may_be_read(words: str) -> None:
    assert COVER.cover(words).shown == words


def test_strangers_in_a_greeting_and_after_a_title_are_covered() -> None:
    assert (
        COVER.cover("Dear Ms Okonkwo,\n\nThank you, and thank Dr Vandenberg.").shown
        == "Dear Ms [name],\n\nThank you, and thank Dr [name]."
    )


def test_the_same_person_is_the_same_word() -> None:
    assert COVER.cover("Bob Byrne and Zoe. Bob said so.").shown == "[name 1] and [name 2]. [name 1] said so."


def test_a_suggestion_gets_its_names_back() -> None:
    covered = COVER.cover("Dear Bob,\n\nI liked Willow Care.")
    shown = covered.shown.index("I liked")
    span = covered.real(Span(shown, len(covered.shown)))
    assert covered.text[span.start : span.end] == "I liked Willow Care."
    assert covered.uncovered("I enjoyed [the employer], [name 1].", span) == "I enjoyed Willow Care, Bob."


TEXT = st.lists(st.sampled_from([*HIDDEN, "and", "Thank you", ".", "\n", "😀", "[name 1]", "night"]), max_size=12).map(" ".join)


@settings(deadline=None)
@given(TEXT | st.text(max_size=80), st.integers(0, 99), st.integers(0, 99))
def test_what_is_shown_leads_back_to_the_text(text: str, one: int, other: int) -> None:
    covered = COVER.cover(text)
    assert "".join(text[span.start : span.end] for span, _ in covered.runs()) == text
    start, end = sorted((one, other))
    span = covered.real(Span(start, end))
    assert 0 <= span.start <= span.end <= len(text)
    assert COVER.cover(covered.shown.replace("[", "\n[")).shown.count("Byrne") == 0
