"""What is owed, and what has ended: a list that forgets nothing and says what to do."""

from tests.cadence.telling import ANA, BEN, address, at, interview, planned, read, received, sent

TALK = interview("i", "2026-03-02", "10:00", "11:00", "ana", "ben")
NO = [received("rejection", "ana", "2026-03-03 10:00"), read("ana", "2026-03-03 11:00")]
STOP = [received("stop", "ana", "2026-03-03 10:00"), read("ana", "2026-03-03 11:00")]


def reasons(now: str, *events: dict[str, object], **changes: object) -> dict[tuple[str, str], str]:
    """The reasons by what is owed and to whom."""
    return {(owed.what.value, owed.contact): owed.reason for owed in planned(now, *events, **changes).owed}


def test_the_oldest_stands_first() -> None:
    told = [
        TALK,
        interview("h", "2026-03-01", "10:00", "11:00", "cho"),
        received("question", "ben", "2026-03-02 10:30"),
        received("question", "cho", "2026-03-02 12:00"),
        read("cho", "2026-03-02 12:30"),
    ]
    found = [(owed.what.value, owed.contact) for owed in planned("2026-03-02 13:00", *told).owed]
    assert found == [("thank-you", "cho"), ("unread", "ben"), ("thank-you", "ana"), ("thank-you", "ben"), ("answer", "cho")]


def test_a_thank_you_that_may_not_be_sent_says_how_to_settle_it() -> None:
    stopped = reasons("2026-03-03 12:00", TALK, *STOP)
    assert stopped["thank-you", "ana"].endswith("They asked for no more contact: waive it.")
    assert stopped["thank-you", "ben"] == "Ben has not been thanked for the interview on Mon 2 Mar."
    decided = reasons("2026-03-03 12:00", TALK, *NO)
    assert decided["thank-you", "ana"].endswith("Thank them in your reply to what they decided, and waive this.")
    assert decided["thank-you", "ben"] == "Ben has not been thanked for the interview on Mon 2 Mar."


def test_what_is_unread_or_waits_says_who_wrote_and_when() -> None:
    told = [TALK, received("question", "ana", "2026-03-03 10:00")]
    assert reasons("2026-03-03 12:00", *told)["unread", "ana"] == (
        "Ana wrote on Tue 3 Mar, 10:00, and you have not read it: all else waits."
    )
    assert reasons("2026-03-03 12:00", *told, read("ana", "2026-03-03 11:00"))["answer", "ana"] == (
        "Ana waits for your answer since Tue 3 Mar."
    )


def test_an_offer_a_bounce_and_a_zone_say_what_to_do() -> None:
    offer = [received("offer", "ana", "2026-03-03 10:00"), read("ana", "2026-03-03 11:00")]
    assert reasons("2026-03-03 12:00", TALK, *offer)["acknowledge-offer", "ana"] == (
        "Ana made an offer on Tue 3 Mar: say that you have it, even if you need time."
    )
    bounced = [TALK, sent("thank-you", "ana", "2026-03-02 12:00"), received("bounce", "ana", "2026-03-02 12:01")]
    assert reasons("2026-03-02 13:00", *bounced)["address", "ana"] == (
        "Mail to Ana came back: find another address or reach them by phone (+44 20 7946 0000)."
    )
    without_phone = {key: value for key, value in ANA.items() if key != "phone"}
    assert reasons("2026-03-02 13:00", *bounced, contacts=[without_phone, BEN])["address", "ana"] == (
        "Mail to Ana came back: find another address or another way to reach them."
    )
    nowhere = reasons("2026-03-02 11:00", TALK, employer={"name": "Acme"})
    assert nowhere["zone", "ben"] == "In which time zone is Ben? Europe/London is a guess, and it decides when you may write."


def test_each_is_owed_since_its_own_moment() -> None:
    told = [
        TALK,
        received("offer", "ana", "2026-03-03 10:00"),
        read("ana", "2026-03-03 11:00"),
        received("bounce", "ben", "2026-03-03 12:00"),
    ]
    since = {(owed.what.value, owed.contact): owed.since for owed in planned("2026-03-03 13:00", *told).owed}
    assert since == {
        ("thank-you", "ana"): at("2026-03-02 11:00"),
        ("thank-you", "ben"): at("2026-03-02 11:00"),
        ("acknowledge-offer", "ana"): at("2026-03-03 11:00"),
        ("address", "ben"): at("2026-03-03 12:00"),
    }
    guessed = planned("2026-03-02 12:00", TALK, employer={"name": "Acme"})
    assert {owed.since for owed in guessed.owed if owed.what == "zone"} == {at("2026-03-02 11:00")}


def test_a_new_address_ends_the_asking() -> None:
    told = [TALK, received("bounce", "ben", "2026-03-02 12:00"), address("ben", "2026-03-02 12:00")]
    assert ("address", "ben") not in reasons("2026-03-02 13:00", *told)


def test_what_has_ended_is_said_of_each_contact_with_nothing_planned() -> None:
    assert planned("2026-03-03 12:00", TALK, *NO).ended == {
        "ben": "Acme said no on Tue 3 Mar.",
        "cho": "Acme said no on Tue 3 Mar.",
    }
    ended = planned("2026-03-03 12:00", TALK, *STOP).ended
    assert ended["ana"] == "Ana asked on Tue 3 Mar for no more contact."
    assert ended["cho"].startswith("Ana asked on Tue 3 Mar for no more contact. Was that for all of Acme?")
    assert "ben" not in ended
    assert planned("2026-03-03 12:00", TALK).ended == {}
