"""Short or foreign names, later words of a company, and roles, where the words beside them say what is meant."""

import pytest

from sincerely.proof import proofread
from sincerely.proof.record import read_letter
from sincerely.proof.rulebook import Rulebook, every_rule
from sincerely.proof.senses import Senses

RULES = ("language/name", "language/company", "language/role")


def marked(senses: Senses, body: str, contacts: list[str], company: str = "", role: str = "") -> list[str]:
    record = {
        "candidate": {"name": "Ann Lee"},
        "contacts": [{"name": name} for name in contacts],
        "company": company,
        "role": role,
    }
    message = {"subject": "Thank you", "body": f"{body}\n\nKind regards,\nAnn Lee\n"}
    letter = read_letter({"channel": "email", "stage": "thank-you", "record": record, "message": message})
    rulebook = Rulebook([rule for rule in every_rule() if rule.id in RULES], senses)
    return [finding.quote for finding in proofread(letter, rulebook).findings]


@pytest.mark.parametrize(
    ("body", "contacts", "found"),
    [
        ("Dear Ing. Bellini,\n\nThank you.", ["Ing. Carlo Bellino"], "Bellini"),
        ("Dear Atty. Reyas,\n\nThank you.", ["Atty. Lorna Reyes"], "Reyas"),
        ("Dear Mevr. de Boor,\n\nThank you.", ["Mevr. Anke de Boer"], "Boor"),
        ("Dear Ms Chan,\n\nThank you.", ["陳美玲 (Chen Meiling)"], "Chan"),
        ("Dear Anna,\n\nPlease thank Ms Tram Anh for the tour.", ["Anna Roux", "Ms Trần Tran Anh"], "Tram"),
        ("Dear Anna,\n\nI was shown round by Madame Le Baud.", ["Anna Roux", "Mme Odile Le Bail"], "Baud"),
    ],
)
def test_a_name_is_held_in_place_by_what_stands_beside_it(senses: Senses, body: str, contacts: list[str], found: str) -> None:
    assert marked(senses, body, contacts) == [found]


@pytest.mark.parametrize(
    ("body", "contacts"),
    [
        ("Dear Ing. Bellino,\n\nThank you.", ["Ing. Carlo Bellino"]),
        ("Dear Ms Chen,\n\nThank you.", ["陳美玲 (Chen Meiling)"]),
        ("Dear 陳美玲,\n\nThank you.", ["陳美玲 (Chen Meiling)"]),
        ("Dear Anna,\n\nPlease thank Madame Le Bail and Jean Le Roux.", ["Anna Roux", "Mme Odile Le Bail"]),
    ],
)
def test_right_names_stay(senses: Senses, body: str, contacts: list[str]) -> None:
    assert marked(senses, body, contacts) == []


@pytest.mark.parametrize(
    ("said", "company"),
    [
        ("Sant'Egidia", "Cantine Sant'Egidio S.r.l."),
        ("Vardaman", "Vardamani Textiles Pvt Ltd"),
        ("Kerguélan", "Conserverie Kerguélen"),
        ("Tarnovska", "Fabryka Tarnowska"),
    ],
)
def test_one_word_of_a_company_is_known_by_itself(senses: Senses, said: str, company: str) -> None:
    body = f"Dear Anna,\n\nI was glad to hear that {said} will open a second hall."
    assert marked(senses, body, ["Anna Roux"], company) == [said]


@pytest.mark.parametrize("said", ["Loam Officer", "Lone Officer"])
def test_a_role_that_became_another_word_is_told(senses: Senses, said: str) -> None:
    body = f"Dear Anna,\n\nI would be glad to be your {said} in Kisumu."
    assert marked(senses, body, ["Anna Roux"], role="Loan Officer") == [said]


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Theater Nurse", "Theatre Nurse"),
        ("Night Porter", "Day Porter"),
        ("Sale Manager", "Sales Manager"),
        ("loan officer", "Loan Officer"),
    ],
)
def test_forms_and_spellings_of_a_role_are_no_slips(senses: Senses, said: str, role: str) -> None:
    body = f"Dear Anna,\n\nMy brother was a {said} for a year."
    assert marked(senses, body, ["Anna Roux"], role=role) == []
