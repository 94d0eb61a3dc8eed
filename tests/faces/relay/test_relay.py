"""The relay between a mail program and a real Postfix: what passes, what is held, and what is remembered."""

import pytest
from tests.faces.relay.office import NOTE, Office, running

pytestmark = pytest.mark.server

MEAN = """Dear Ada,

Thank you for your time on Monday. You people wasted my day and you are a bunch of clueless idiots.

Kind regards,
Hal Reyes
"""


def test_a_thank_you_goes_and_counts_as_the_one_that_was_owed(relay: Office) -> None:
    ada = relay.contact(0).address
    mail = relay.write([ada], NOTE.format(name="Ada"))
    code, words = relay.send(mail, ada)
    assert code == 250, words
    assert len(relay.stored(relay.contact(0))) == 1
    assert ("Ada Okafor", "thank-you", "sent") in relay.messages()
    assert [touch["contact_name"] for touch in relay.seeker.ask("due")["today"]] == ["Bo Lind"]


def test_a_mail_that_proof_holds_is_refused_with_the_reasons_in_words(relay: Office) -> None:
    ada = relay.contact(0).address
    code, words = relay.send(relay.write([ada], MEAN), ada)
    assert code == 550
    assert "Ada Okafor" in words
    assert "has to change first" in words
    assert "Nobody got it" in words
    assert relay.messages() == []
    assert "Held back a mail to Ada Okafor" in relay.seeker.type("history")
    # An angry mail is slept on, even once it is mended.
    code, words = relay.send(relay.write([ada], NOTE.format(name="Ada")), ada)
    assert code == 550
    assert "sleep on it" in words
    assert "It may go from Wednesday 4 March 2026" in words


def test_a_closed_gate_is_told_with_the_moment_from_which_it_is_open(relay: Office) -> None:
    ada = relay.contact(0).address
    assert relay.send(relay.write([ada], NOTE.format(name="Ada")), ada)[0] == 250
    code, words = relay.send(relay.write([ada], NOTE.format(name="Ada"), "And one more thing"), ada)
    assert code == 550
    assert "Ada Okafor has to wait" in words
    assert "It may go from" in words
    assert len(relay.stored(relay.contact(0))) == 1


def test_one_held_contact_keeps_the_mail_from_everyone(relay: Office) -> None:
    ada, friend = relay.contact(0).address, relay.contact(2).address
    code, _ = relay.send(relay.write([friend, ada], MEAN), friend, ada)
    assert code == 550
    assert relay.send(relay.write([friend], "Hello Dan"), friend)[0] == 250
    (only,) = relay.stored(relay.contact(2))
    assert b"Hello Dan" in only


def test_a_mail_to_two_contacts_is_a_touch_of_each(relay: Office) -> None:
    ada, bo = relay.contact(0).address, relay.contact(1).address
    code, words = relay.send(relay.write([ada, bo], NOTE.format(name="Ada and Bo")), ada, bo)
    assert code == 250, words
    assert {(name, stage) for name, stage, _ in relay.messages()} == {("Ada Okafor", "thank-you"), ("Bo Lind", "thank-you")}
    assert relay.seeker.ask("due")["today"] == []


def test_an_answer_to_a_mail_that_the_desk_has_not_seen_yet_goes_as_an_answer(relay: Office) -> None:
    ada = relay.contact(0).address
    assert relay.send(relay.write([ada], NOTE.format(name="Ada")), ada)[0] == 250
    thanks = relay.employer.received(relay.contact(0), 1)[0]
    relay.employer.reply(relay.contact(0), relay.seeker, "Could you send me the names of two references?", thanks)
    (theirs,) = relay.employer.received(relay.seeker.account, 1)
    text = "Dear Ada,\n\nMy references are Mo Reid and Kit Hall, both at the Old Mill.\n\nKind regards,\nHal Reyes\n"
    mail = relay.write([ada], text, theirs.subject, In_Reply_To=theirs.message_id, References=theirs.message_id)
    code, words = relay.send(mail, ada)
    assert code == 250, words
    assert ("Ada Okafor", "answer", "sent") in relay.messages()
    assert relay.seeker.ask("due")["unread"] == []
    assert f"In-Reply-To: {theirs.message_id}".encode() in relay.stored(relay.contact(0), 2)[-1]


@pytest.mark.parametrize(("revise", "codes"), [("once", [550, 250]), ("relay", [250]), ("refuse", [550, 550])])
def test_a_mail_that_could_be_better_is_treated_as_the_person_wishes(office: Office, revise: str, codes: list[int]) -> None:
    ada = office.contact(0).address
    text = "Dear Ada,\n\nthanks for the talk on Monday. I liked the stone oven and I would be glad to join you.\n\nHal\n"
    with running(office, "--revise", revise):
        answers = [office.send(office.write([ada], text), ada) for _ in codes]
    assert [code for code, _ in answers] == codes, answers
    assert all("could be better" in words for code, words in answers if code == 550)


def test_the_same_mail_again_is_answered_and_not_sent_again(office: Office) -> None:
    ada, friend = office.contact(0).address, office.contact(2).address
    thanks, hello = office.write([ada], NOTE.format(name="Ada")), office.write([friend], "Hello Dan")
    with running(office, "--revise", "relay"):
        for mail, to in ((thanks, ada), (hello, friend)):
            assert office.send(mail, to)[0] == 250
    # The relay was stopped in between: what it knows is on the disk.
    with running(office, "--revise", "relay"):
        for mail, to in ((thanks, ada), (hello, friend)):
            code, words = office.send(mail, to)
            assert code == 250
            assert "handed over before" in words
    assert len(office.stored(office.contact(0))) == 1
    assert len(office.stored(office.contact(2))) == 1


def test_what_waits_on_the_desk_and_is_the_same_mail_is_not_sent_as_well(relay: Office) -> None:
    ada = relay.contact(0).address
    draft = relay.seeker.ask("write", "Ada Okafor")
    number = str(draft["message"]["id"])
    relay.seeker.type("approve", number, "--yes")
    code, words = relay.send(relay.write([ada], draft["message"]["body"], draft["message"]["subject"]), ada)
    assert code == 250, words
    assert "withdrawn" in relay.seeker.type("show", "--message", number)
    assert "Nothing waits" in relay.seeker.type("send")
    assert len(relay.stored(relay.contact(0))) == 1


def test_nothing_is_written_of_mail_to_others_and_nothing_into_a_log(relay: Office) -> None:
    friend = relay.contact(2).address
    assert relay.send(relay.write([friend], "A walnut and a wombat", "Zanzibar"), friend)[0] == 250
    everything = b"".join(path.read_bytes() for path in relay.home.rglob("*") if path.is_file())
    for word in (b"wombat", b"Zanzibar", friend.encode()):
        assert word not in everything
    assert relay.relay
    relay.relay.process.terminate()
    assert relay.relay.process.communicate()[1] == ""
