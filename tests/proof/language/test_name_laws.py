"""What holds for every name: right ones pass, spoilt ones are found, and fixing brings back the record."""

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.proof.language.reports import loud, said

from sincerely.proof.language.names.person import Likeness, liken, person_of

GIVEN = st.sampled_from(
    ["Marijke", "Oluwaseun", "Wojciech", "Begoña", "Siobhán", "Hiroshi", "Lakshmi", "Theodora", "Keoni", "Gwendolyn"]
)
FAMILY = st.sampled_from(
    [
        "van der Velde",
        "O'Sullivan",
        "Adeyemi-Bello",
        "García Márquez",
        "Żuławska",
        "al-Mansoori",
        "Yamaguchi",
        "Tuimalealiʻifano",
        "Papadopoulou",
    ]
)
TITLE = st.sampled_from(["Ms", "Mr.", "Dr", "Prof.", "Mrs"])


@given(GIVEN, FAMILY, TITLE)
def test_every_part_of_the_record_is_a_right_greeting(given_name: str, family: str, title: str) -> None:
    for greeting in (
        f"Dear {given_name},",
        f"Dear {title} {family},",
        f"Hello {given_name} {family}!",
        f"DEAR {title} {family.upper()},",
    ):
        assert said("language/name", f"{greeting}\n\nThank you for Tuesday.", contact=f"{given_name} {family}") == []


@given(GIVEN, FAMILY, st.integers(1, 6), st.sampled_from("bdfgklmprtvz"), st.booleans())
def test_one_wrong_letter_in_the_greeting_is_found(given_name: str, family: str, place: int, letter: str, more: bool) -> None:
    place = min(place, len(given_name) - 1)
    wrong = given_name[:place] + letter + given_name[place + (0 if more else 1) :]
    assume(liken(wrong, person_of(f"{given_name} {family}"))[0] >= Likeness.NEAR)
    assert loud("language/name", f"Dear {wrong},\n\nThank you for Tuesday.", contact=f"{given_name} {family}") == [wrong]


@given(st.text(max_size=60), st.text(max_size=300), st.sampled_from(["email", "voicemail", "text"]))
def test_no_record_and_no_text_breaks_a_rule(contact: str, body: str, channel: str) -> None:
    for rule in ("language/name", "language/company", "language/role", "language/capitalisation"):
        said(rule, body, channel=channel, contact=contact, me=contact, company=contact, role=contact, other_names=[contact])
