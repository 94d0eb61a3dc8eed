"""Names against the record: the right ones, in all their forms, are left alone; the wrong ones are not."""

import pytest
from tests.proof.language.reports import loud, said

from sincerely.proof import proofread
from sincerely.proof.fixing import fixed
from sincerely.proof.record import read_letter
from sincerely.proof.rulebook import only
from sincerely.terms import Severity

RULE = "language/name"
BODY = "\n\nThank you for Tuesday. Femke's cranes and Mr Achterberg's tea were a joy.\n\nKind regards,\nOlu Bright"

RIGHT = [
    ("Nguyễn Thị Mai", "Dear Ms Mai,"),
    ("Nguyễn Thị Mai", "Dear Ms Nguyễn,"),
    ("Nguyễn Thị Mai", "Dear Nguyễn Thị Mai,"),
    ("Nguyễn Thị Mai", "Dear Thị Mai Nguyễn,"),
    ("Pieter van der Velde", "Dear Mr Van Der Velde,"),
    ("Pieter van der Velde", "Dear Mr. van der Velde:"),
    ("Gabriel García Márquez", "Dear Sr. García,"),
    ("Gabriel García Márquez", "Estimado Sr. García Márquez:"),
    ("Patrick O'Dowd", "Dear Mr O’Dowd,"),
    ("Máire Ní Bhriain", "Dear Ms Ní Bhriain,"),
    ("Abdul-Rahman al-Mansoori", "Dear Mr Al-Mansoori,"),
    ("Abdul-Rahman al-Mansoori", "Dear Abdul-Rahman,"),
    ("Anne-Marie d'Aubigny", "Chère Madame d'Aubigny,"),
    ("Jürgen Weiß", "Sehr geehrter Herr Weiß,"),
    ("Håkan Sjögren", "Hej Håkan!"),
    ("Małgorzata Żuławska", "DEAR MS ŻUŁAWSKA,"),
    ("Kaʻiulani Kahananui", "Aloha Ka'iulani,"),
    ("Sister Agnes Mbeki", "Dear Sister Agnes,"),
    ("Lord Hesketh", "My Lord,"),
    ("Prof. Tom Renwick", "Dear Professor Renwick,"),
    ("Sgt Paul Imrie", "Dear Sergeant Imrie,"),
    ("J. R. Hallam", "Dear J.R.,"),
    ("Catherine Hallam, PhD", "Dear C. Hallam,"),
    ("Robert Hale", "Dear Bob,"),
    ('Elizabeth "Buffy" Ward', "Hi Buffy,"),
    ("Ruth Ward", "Dear hiring team,"),
    ("Ruth Ward", "To whom it may concern,"),
    ("Ruth Ward", "Dear Sir or Madam,"),
    ("Ruth Ward", "Dear Kitchen Manager,"),
    ("Ruth Ward", "Hi there,"),
    ("Carl", "Dear Mr Novak,"),
    ("Yamaguchi Sachiko", "Dear Ms Yamaguchi,"),
    ("Björn Großmann", "Dear Mr Grossmann,"),
    ("Katarzyna Mazur", "Dear Ms. MAZUR,"),
]

WRONG = [
    ("Nguyễn Thị Mai", "Dear Ms May,", "May"),
    ("Pieter van der Velde", "Dear Mr van den Velde,", "den"),
    ("Gabriel García Márquez", "Dear Sr. Garsía Márquez,", "Garsía"),
    ("Patrick O'Dowd", "Dear Mr O'Doud,", "O'Doud"),
    ("Máire Ní Bhriain", "Dear Moira,", "Moira"),
    ("Abdul-Rahman al-Mansoori", "Dear Mr Al-Mansouri,", "Al-Mansouri"),
    ("Jürgen Weiß", "Dear Herr Schwarz,", "Schwarz"),
    ("Małgorzata Żuławska", "Dear Małgożata,", "Małgożata"),
    ("Louisa Bell", "Dear Louise,", "Louise"),
    ("Jack Hendry", "Dear Mr Henderson,", "Henderson"),
    ("Catherine Bell", "Hi Katherine,", "Katherine"),
    ("Ruth Ward", "Dear Ruth Wood,", "Wood"),
    ("Ruth Ward", "hi louisa,", "louisa"),
    ("Eilidh Farr", "Dear Ellie,", "Ellie"),
    ("Hiroshi Fujiwara", "Dear Mr. Fujihara,", "Fujihara"),
    ("Oluwaseun Ogunleye", "Dear Oluwasuen,", "Oluwasuen"),
    ("Lakshmi Krishnamurthy", "Dear Dr Krishnamurti,", "Krishnamurti"),
    ("Siobhán Kearney", "DEAR SIOBAHN,", "SIOBAHN"),
]


@pytest.mark.parametrize(("contact", "greeting"), RIGHT)
def test_a_right_name_in_any_of_its_forms_is_left_alone(contact: str, greeting: str) -> None:
    assert loud(RULE, greeting + BODY, contact=contact, me="Olu Bright") == []


@pytest.mark.parametrize(("contact", "greeting", "wrong"), WRONG)
def test_a_wrong_name_in_the_greeting_holds(contact: str, greeting: str, wrong: str) -> None:
    found = said(RULE, greeting + BODY, contact=contact, me="Olu Bright")
    assert [finding.severity for finding in found] == [Severity.HOLD]
    assert wrong in found[0].quote


@pytest.mark.parametrize(
    ("contact", "greeting"), [("Jürgen Müller", "Dear Mr Mueller,"), ("Zoë Peña", "Dear Zoe,"), ("Robert Hale", "Dear Rob,")]
)
def test_an_accent_or_a_short_form_is_a_hint_at_most(contact: str, greeting: str) -> None:
    assert [finding.severity for finding in said(RULE, greeting + BODY, contact=contact)] == [Severity.HINT]


@pytest.mark.parametrize(
    "contact",
    [
        {"name": "Robert Hale", "nickname": "Chip"},
        {"name": "Robert Hale", "email": "chip.hale@mill.example"},
        {"name": "Robert 'Chip' Hale"},
        {"name": "Robert (Chip) Hale"},
    ],
)
def test_a_nickname_that_the_contact_uses_is_right(contact: dict[str, str]) -> None:
    assert said(RULE, "Dear Chip," + BODY, contacts=[contact]) == []


def test_the_name_that_the_address_shows_is_right() -> None:
    assert said(RULE, "Dear Chip," + BODY, contact="Robert Hale", to=["Chip Hale <r.hale@mill.example>"]) == []


PANEL = [{"name": "Jon Ackroyd", "email": "jon@mill.example"}, {"name": "John Tasker", "email": "john@mill.example"}]


@pytest.mark.parametrize("greeting", ["Dear Jon,", "Dear John,", "Dear Jon and John,", "Hi Mr Tasker,"])
def test_the_greeting_decides_between_two_alike_on_one_panel(greeting: str) -> None:
    assert said(RULE, greeting + "\n\nThank you. John's point and Jon's both stayed with me.", contacts=PANEL) == []


def test_one_of_a_panel_greeted_in_a_mail_to_another_holds() -> None:
    assert loud(RULE, "Dear John,\n\nThank you.", contacts=PANEL, to=["jon@mill.example"]) == ["John"]
    assert loud(RULE, "Dear John,\n\nThank you.", contacts=PANEL, to=["john@mill.example"]) == []


def test_a_title_of_the_other_sex_is_a_warning() -> None:
    found = said(RULE, "Dear Mr Ferreira,\n\nThank you.", contact="Ms Ferreira")
    assert [finding.severity for finding in found] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("As Ms Hendersen said, spring is hard.", "Hendersen"),
        ("I liked Katherine Henderson's question.", "Katherine"),
        ("Thank you, Katherine. I look forward to it.", "Katherine"),
        ("Katherine's point about the looms stayed with me.", "Katherine"),
        ("Thank you again, Sarah. I would love to join you.", "Sarah"),
    ],
)
def test_a_wrong_name_in_the_body_holds(sentence: str, wrong: str) -> None:
    assert loud(RULE, f"Dear Catherine,\n\n{sentence}\n\nOlu Bright", contact="Catherine Henderson", me="Olu Bright") == [wrong]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tom Baker and Ms Adair showed me the looms.",
        "My sister Christine drove me to Henley.",
        "At Hendon Mills I worked for Henders & Co.",
        "My colleague Mr Anderson knows your work.",
        "I grew up in Catford and read Catullus at school.",
        "Katherine Mansfield wrote about it.",
        "In Catherine Street I saw your van.",
    ],
)
def test_other_people_and_places_in_the_body_are_left_alone(sentence: str) -> None:
    assert loud(RULE, f"Dear Catherine,\n\n{sentence}\n\nOlu Bright", contact="Catherine Henderson", me="Olu Bright") == []


@pytest.mark.parametrize(
    ("contact", "sentence"),
    [
        ("Mr Sands", "The Sand Lane depot was quiet. Sandy soil is no bother."),
        ("Will Marsh", "Well, the marshes were flooded. Welcome news came later."),
        ("Grace May", "Great to meet you. Maybe in May we can talk."),
        ("Ms Carr", "Cars are my trade. Car parks less so."),
        ("Rose Field", "Those roses in the fields were a joy. Fields like yours are rare."),
    ],
)
def test_a_name_that_is_a_word_does_not_make_words_wrong(contact: str, sentence: str) -> None:
    assert said(RULE, f"Hello,\n\n{sentence}", contact=contact) == []


def test_a_name_of_another_application_is_found_anywhere() -> None:
    record = {"contact": "Ruth Ward", "other_names": ["Giles Penhallow"]}
    assert loud(RULE, "Dear Giles,\n\nThank you.", **record) == ["Giles"]
    assert loud(RULE, "Dear Ruth,\n\nAs Mr Penhallow said, spring is hard.", **record) == ["Penhallow"]
    assert loud(RULE, "Dear Ruth,\n\nMy cousin Giles drove me.", **record) == []


@pytest.mark.parametrize(
    ("channel", "body", "wrong"),
    [
        ("voicemail", "Hi Theo, it's Ebony Clarke.", []),
        ("voicemail", "Hi Leo, it's Ebony Clarke.", ["Leo"]),
        ("voicemail", "Good morning, this is a message for Mr Marsh. Ebony Clarke here.", []),
        ("voicemail", "Good morning, this is a message for Mr March. Ebony Clarke here.", ["March"]),
        ("call", "Good afternoon, Mr Walsh, this is Ebony Clarke.", ["Mr Walsh"]),
        ("text", "Morning Theo, Ebony here.", []),
        ("text", "Ebony Clarke here, thanks for today.", []),
        ("text", "Theo, it's Ebony. Thanks for today!", []),
        ("text", "Marcus, it's Ebony. Thanks for today!", ["Marcus"]),
        ("text", "Sorry, it's Ebony again.", []),
    ],
)
def test_what_is_said_aloud_and_texted_is_read_too(channel: str, body: str, wrong: list[str]) -> None:
    assert loud(RULE, body, channel=channel, contact="Theo Marsh", me="Ebony Clarke") == wrong


def test_the_writers_own_name_is_checked_where_it_is_signed() -> None:
    found = said(RULE, "Dear Ruth,\n\nThank you.\n\nKind regards,\nEbonny Clarke", contact="Ruth Ward", me="Ebony Clarke")
    assert [finding.quote for finding in found] == ["Ebonny"]
    assert "your own name" in found[0].message
    assert said(RULE, "Dear Ruth,\n\nThank you.\n\nKind regards,\nEb", contact="Ruth Ward", me="Ebony Clarke") == []


def test_a_fixed_letter_has_the_names_of_the_record_and_nothing_more_to_fix() -> None:
    letter = read_letter(
        {
            "channel": "email",
            "stage": "thank-you",
            "record": {"contacts": [{"name": "Catherine O'Dowd"}], "candidate": {"name": "Olu Bright"}},
            "message": {"body": "Dear Ms O'Doud,\n\nThank you. Katherine O'Dowd's point was new to me.\n\nOlu Bright"},
        }
    )
    rulebook = only({RULE})
    better = fixed(letter, proofread(letter, rulebook).findings)
    assert better.body.startswith("Dear Ms O'Dowd,\n\nThank you. Catherine O'Dowd's point")
    assert proofread(better, rulebook).findings == ()
