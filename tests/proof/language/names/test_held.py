"""Slips that the right words beside them hold in place, with the right words beside each: roles, names on record, companies."""

import pytest
from tests.proof.language.reports import loud

BODY = "Dear {},\n\nThank you for Tuesday. I would be glad to come as {}.\n\nKind regards,\nRuta Zemaite"


@pytest.mark.parametrize(
    ("role", "wrong"),
    [
        ("Pastry Cook", "Pasty Cook"),
        ("Mortgage Adviser", "Mortage Adviser"),
        ("Grain Trader", "Gain Trader"),
        ("Loan Manager", "Lean Manager"),
        ("Dairy Inspector", "Diary Inspector"),
        ("Theatre Nurse", "Theatre Nerse"),
        ("Piano Tuner", "Piano Turner"),
        ("Harbour Pilot", "Harbour Pillot"),
        ("Costume Maker", "Custome Maker"),
        ("Cheese Grader", "Cheese Grinder"),
        ("Bridge Engineer", "Bride Engineer"),
    ],
)
def test_a_role_with_one_word_misspelt_is_found(role: str, wrong: str) -> None:
    record = {"contact": "Ilze Berzina", "me": "Ruta Zemaite", "role": role}
    assert loud("language/role", BODY.format("Ilze", f"a {wrong}"), **record) == [wrong]
    assert loud("language/role", BODY.format("Ilze", f"a {role}"), **record) == []


@pytest.mark.parametrize(
    ("role", "form"),
    [("Sales Manager", "Sale Manager"), ("Centre Manager", "Center Manager"), ("Policy Analyst", "Policy Analysts")],
)
def test_another_form_of_a_word_is_no_slip_of_the_role(role: str, form: str) -> None:
    record = {"contact": "Ilze Berzina", "me": "Ruta Zemaite", "role": role}
    assert loud("language/role", BODY.format("Ilze", f"a {form}"), **record) == []


@pytest.mark.parametrize(
    ("contact", "right", "wrong"),
    [
        ("王建国 (Wang Jianguo)", "Mr Wang", "Mr Weng"),
        ("김민준 (Kim Minjun)", "Kim Minjun", "Kim Minjan"),
        ("Ольга Бондар (Olha Bondar)", "Ms Bondar", "Ms Bonder"),
        ("Anh Lam", "Anh Lam", "Anh Lan"),
        ("Chidi Eze", "Chidi Eze", "Chidi Exe"),
        ("Yaw Ofo", "Yaw Ofo", "Yaw Ofa"),
        ("Soo-jin Roh", "Soo-jin Roh", "Soo-jin Rho"),
        ("Nuno Reis", "Nuno Reis", "Nuno Rees"),
        ("Yann Le Gall", "Yann Le Gall", "Yann Le Goll"),
        ("Selin Koç", "Selin Koç", "Selin Kos"),
        ("Mariam Aziz", "Mariam Aziz", "Mariam Azaz"),
        ("Nok Suda", "Nok Suda", "Nok Sida"),
        ("Ing. Pavel Dvorský", "Mr Dvorský", "Mr Dvorksý"),
        ("Mme Claire Roussel", "Mme Roussel", "Mme Rousselle"),
    ],
)
def test_a_near_surname_in_the_greeting_is_found(contact: str, right: str, wrong: str) -> None:
    record = {"contact": contact, "me": "Ruta Zemaite"}
    found = loud("language/name", BODY.format(wrong, "a cook"), **record)
    assert found
    assert all(word in wrong for word in found)
    assert loud("language/name", BODY.format(right, "a cook"), **record) == []


@pytest.mark.parametrize(
    ("company", "right", "wrong"),
    [
        ("Officine Sant'Ilario", "Sant'Ilario", "Sant'Hilaro"),
        ("Kaveri Textiles", "Kaveri", "Kaverty"),
        ("Zakłady Bystrzyca", "Bystrzyca", "Bystryca"),
        ("Wasserwerk Niederlahn", "Niederlahn", "Niederlan"),
        ("Quinta Mirandela", "Mirandela", "Mirandella"),
        ("Pharma Szentgyörgy", "Szentgyörgy", "Szentgyorgi"),
    ],
)
def test_one_word_of_a_company_alone_and_misspelt_is_found(company: str, right: str, wrong: str) -> None:
    record = {"contact": "Ilze Berzina", "me": "Ruta Zemaite", "company": company}
    text = BODY.format("Ilze", "a cook to {}")
    assert loud("language/company", text.format(wrong), **record) == [wrong]
    assert loud("language/company", text.format(right), **record) == []
