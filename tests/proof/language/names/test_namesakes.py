"""People with a name like a contact's, in letters that name the contact rightly; and the same names where they are slips."""

import pytest
from tests.proof.language.reports import loud

RULE = "language/name"


def letter(greeting: str, text: str) -> str:
    return f"{greeting}\n\n{text}\n\nKind regards,\nRuta Zemaite"


def marks(contact: str, greeting: str, text: str) -> list[str]:
    return loud(RULE, letter(greeting, text), contact=contact, me="Ruta Zemaite")


@pytest.mark.parametrize(
    ("contact", "greeting", "text"),
    [
        ("Niamh Farraher", "Dear Niamh,", "Mr Farragher in stores found my scarf."),
        ("Niamh Farraher", "Dear Niamh,", "Ms Farragher on the winch waved to us."),
        ("Olha Petrenkova", "Dear Olha,", "Mr Petrenkov's piano is a dream."),
        ("Līga Kalniņa", "Dear Līga,", "Your husband Kalniņš showed me the kiln."),
        ("Marta Kovács", "Dear Marta,", "I met Mrs Kovácsné in the yard."),
        ("Hans-Peter Lauber", "Dear Mr Lauber,", "Herr Dr. Peters explained the pumps."),
        ("Ms Leela Narayan", "Dear Leela,", "I sat my finals under Professor Narayanan."),
        ("Sanjay Mukhoti", "Dear Sanjay,", "I hold the card and worked at Jessop under Mr S. K. Mukhotia."),
        ("Marisela Ortiz", "Dear Marisela,", "I ran nights at Bexley Foods with Maricela Ortiz."),
        ("Yael Shoshan", "Dear Yael,", "In the army Captain Yaela Shushan kept the list."),
        ("Sarah Lind", "Dear Sarah,", "Sara and Zara, the twins, know each cow by name."),
        ("Kirsten Holt", "Dear Kirsten,", "Kristen lent me a scale rule."),
        ("Rashid Omar", "Dear Rashid,", "My brother-in-law Rashed lives near the yard."),
        ("Sean Connell", "Dear Sean,", "Mr Connelly from Kerry Group was there too."),
        ("Murugesan Pillai", "Dear Mr Murugesan,", "Murugan, the smallest boy, solved it first."),
    ],
)
def test_somebody_else_with_a_near_name_is_left_alone(contact: str, greeting: str, text: str) -> None:
    assert marks(contact, greeting, text) == []


@pytest.mark.parametrize(
    ("contact", "greeting", "text", "wrong"),
    [
        ("Niamh Farraher", "Dear Niamh,", "Thank you again, Naimh.", "Naimh"),
        ("Niamh Farraher", "Dear hiring team,", "I liked what Ms Farragher said about the rota.", "Farragher"),
        ("Sarah Lind", "Dear Sarah,", "Sarha, your advice was good.", "Sarha"),
        ("Catherine Holt", "Dear Catherine,", "Katherine's question about the looms stayed with me.", "Katherine"),
        ("Marisela Ortiz", "Dear hiring team,", "I liked what Maricela Ortiz said about the week.", "Maricela"),
    ],
)
def test_the_reader_misspelt_is_found(contact: str, greeting: str, text: str, wrong: str) -> None:
    assert marks(contact, greeting, text) == [wrong]


@pytest.mark.parametrize(
    ("contact", "greeting"),
    [
        ("Halina Mróz", "Szanowna Pani Halino,"),
        ("Radek Novák", "Vážený pane Radku,"),
        ("Zbigniew Mróz", "Cześć Zbyszku,"),
        ("Ольга Лаптева", "Dear Olga,"),
        ("박지훈", "Dear Jihoon,"),
        ("Takahashi Shunsuke", "Dear Takahashi-bucho,"),
        ("Sanjay Mukherjee", "Dear Sanjay-da,"),
        ("Thandeka Dube", "Sawubona Sis Thandeka,"),
        ("Pieter van den Berg", "Geachte heer Van den Berg,"),
        ("Rasa Kazlauskienė", "Gerbiama ponia Kazlauskienė,"),
        ("Beatriz Lobo", "Dear Bia,"),
    ],
)
def test_words_of_respect_vocatives_and_other_scripts_are_right(contact: str, greeting: str) -> None:
    assert marks(contact, greeting, "Thank you for Tuesday.") == []


def test_a_vocative_in_an_english_greeting_is_a_slip() -> None:
    assert marks("Halina Mróz", "Dear Halino,", "Thank you for Tuesday.") == ["Halino"]


def test_a_given_name_that_is_anothers_is_no_word_of_respect() -> None:
    assert marks("Thandeka Dube", "Dear Sarah Thandeka,", "Thank you for Tuesday.") == ["Sarah"]


PANEL = [{"name": "Stephen Ikeda"}, {"name": "Steven Marsh"}]


@pytest.mark.parametrize(
    ("greeting", "text", "to", "wrong"),
    [
        ("Dear Steven,", "Thank you.", "stephen.ikeda@example.org", ["Steven"]),
        ("Dear Stephen,", "Thank you.", "stephen.ikeda@example.org", []),
        ("Dear Stephen and Steven,", "Thank you both.", "stephen.ikeda@example.org", []),
        ("Dear Steven,", "It was kind of you and Stephen to stay.", "stephen.ikeda@example.org", []),
        ("Dear Steven,", "Please greet Mr Marsh, too.", "", ["Steven"]),
        ("Dear Stephen,", "Please greet Mr Marsh, too.", "", []),
    ],
)
def test_the_address_or_the_text_tells_which_of_two_look_alikes_is_meant(
    greeting: str, text: str, to: str, wrong: list[str]
) -> None:
    assert loud(RULE, letter(greeting, text), contacts=PANEL, me="Ruta Zemaite", to=[to] if to else []) == wrong
