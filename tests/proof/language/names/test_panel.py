"""Names of those who sat there too, and accents that are other ones than on record."""

import pytest
from tests.proof.language.reports import loud

RULE = "language/name"
PANEL = [{"name": "Owen Pike"}, {"name": "Marina Teal"}, {"name": "Ms Carol Dunn"}]


def marked(body: str, contacts: list[dict[str, str]] = PANEL) -> list[str]:
    return loud(RULE, f"{body}\n\nKind regards,\nTunde Bakare", contacts=contacts)


@pytest.mark.parametrize("wrong", ["Marita", "Marine"])
def test_a_given_name_on_the_panel_one_edit_off_holds(wrong: str) -> None:
    assert marked(f"Dear Owen,\n\nPlease thank {wrong} for the tour of the kilns.") == [wrong]


def test_a_short_family_name_behind_a_title_holds() -> None:
    assert marked("Dear Owen,\n\nMs Duns asked about the kilns.") == ["Duns"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Marina and Marine both showed me the kilns.",
        "My sister Marita works at such a kiln.",
        "Marita from the shop downstairs let me in.",
        "I read Marine Biology at Hull.",
    ],
)
def test_others_with_a_like_name_are_left_alone(sentence: str) -> None:
    assert marked(f"Dear Owen,\n\nThank you and Marina for Tuesday. {sentence}") == []


def test_a_greeted_one_who_is_told_of_below_was_not_meant() -> None:
    contacts = [{"name": "Bernard Moss"}, {"name": "Bernadette Fell"}]
    assert marked("Dear Bernadette,\n\nThank you. Bernadette's remark on glazes stayed with me.", contacts) == ["Bernadette"]
    assert marked("Dear Bernadette,\n\nThank you. Bernard's remark on glazes stayed with me.", contacts) == []


def test_a_family_name_that_a_firm_bears_too_is_told_of_freely() -> None:
    contacts = [{"name": "Ivan Sokolov"}, {"name": "Irina Sokolova"}]
    assert marked("Dear Mr Sokolov,\n\nThank you. Sokolov's way with rye suits me.", contacts) == []


@pytest.mark.parametrize(
    ("name", "said", "wrong"),
    [
        ("Chloë Hart", "Chloé", ["Chloé"]),
        ("Chloë Hart", "Chloe", []),
        ("Chloe Hart", "Chloë", []),
        ("Nguyễn Thu", "Nguyên", []),
    ],
)
def test_another_accent_is_a_slip_and_one_left_out_is_none(name: str, said: str, wrong: list[str]) -> None:
    assert marked(f"Dear {said},\n\nThank you for Tuesday.", [{"name": name}]) == wrong
