"""The main job, from invite to answer, as a person does it: real commands, real mail servers."""

from datetime import UTC, datetime

import pytest
from tests.story.people import Employer, Seeker

pytestmark = [pytest.mark.server, pytest.mark.slow]

# A Monday; London keeps GMT until 29 March, so that UTC is what its clocks show.
START = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
MEAN = """Dear Ada,

Thank you for seeing me on Monday about the Baker job. I enjoyed talking about the stone oven.

You people wasted my time and you are a bunch of clueless idiots. If you do not hire me by Friday, I will sue you.

Kind regards,
Hal Reyes
01632 960 111
"""
MENDED = """Dear Ada,

Thank you for seeing me on Monday about the Baker job. I enjoyed talking with you about the stone oven, and my six years at a
wood fire would help me to learn its moods quickly.

I would be glad to join you. If another talk would help, any morning suits me.

Kind regards,
Hal Reyes
01632 960 111
"""


def interviewed(seeker: Seeker, employer: Employer) -> None:
    """The invite comes in, the names are put right, the interview takes place, and notes are taken."""
    seeker.at("2026-02-27T10:00:00+00:00")
    employer.invite(seeker, START)
    seeker.sync_until("Interview")
    assert seeker.ask("due")["today"] == []
    people = seeker.ask("show", "1")["contacts"]
    for person, name in zip(sorted(people, key=lambda one: one["email"]), ("Ada Okafor", "Bo Lind", "Cy Park"), strict=True):
        seeker.type("contact", str(person["id"]), "--name", name)
    seeker.type("application", "1", "--role", "Baker", "--employer", "Northgate Bakery", "--zone", "Europe/London")
    seeker.type("application", "1", "--country", "GB", "--region", "ENG")
    seeker.at("2026-03-02T15:20:00+00:00")
    seeker.type("note", "The new stone oven; rye bread for the market")


def contact(seeker: Seeker, name: str) -> str:
    return str(next(one["id"] for one in seeker.ask("show", "1")["contacts"] if one["name"] == name))


def thanked(seeker: Seeker, *names: str) -> None:
    """Writes, approves and sends a thank-you to each."""
    for name in names:
        draft = seeker.ask("write", contact(seeker, name))["message"]["id"]
        seeker.type("approve", str(draft), "--yes")
    seeker.at("2026-03-03T09:30:00+00:00")
    seeker.type("send")


def touches(seeker: Seeker) -> list[tuple[str, str]]:
    return [(touch["stage"], touch["not_before"][:10]) for touch in seeker.ask("plan")["touches"]]


def test_from_the_invite_to_the_answer(seeker: Seeker, employer: Employer) -> None:
    interviewed(seeker, employer)
    day = seeker.ask("due")
    assert sorted(touch["contact_name"] for touch in day["today"]) == ["Ada Okafor", "Bo Lind", "Cy Park"]
    assert {touch["stage"] for touch in day["today"]} == {"thank-you"}

    ada = contact(seeker, "Ada Okafor")
    bodies = [seeker.ask("write", contact(seeker, name))["message"]["body"] for name in ("Ada Okafor", "Bo Lind", "Cy Park")]
    assert len(set(bodies)) == 3
    draft = next(str(row["message"]) for row in seeker.ask("due")["today"] if str(row["contact"]) == ada)

    held = seeker.type("edit", draft, "--text", "-", typed=MEAN)
    assert "hold" in held
    assert "pressure/ultimatum" in held or "pressure/threat" in held
    refused = seeker.run("approve", draft, "--yes")
    assert refused.returncode >= 64
    assert "idiots" not in refused.stderr

    mended = seeker.type("edit", draft, "--text", "-", typed=MENDED)
    assert "Ready to go" in mended
    seeker.at("2026-03-03T09:30:00+00:00")
    seeker.type("approve", draft, "--yes")
    for row in seeker.ask("due")["today"]:
        if row["state"] == "draft":
            seeker.type("approve", str(row["message"]), "--yes")
    assert seeker.type("send").count("sent.") == 3
    assert "Nothing waits" in seeker.type("send")

    (arrived,) = employer.received(employer.people[0], 1)
    assert arrived.text.split() == MENDED.split()
    assert arrived.sender.email == seeker.account.address
    assert arrived.message_id
    assert seeker.ask("due")["today"] == []

    seeker.type("promise", "by the end of next week", "--said", "2026-03-03T09:15")
    assert touches(seeker)[0] == ("check-in", "2026-03-17")

    seeker.at("2026-03-16T09:00:00+00:00")
    employer.reply(employer.people[0], seeker, "I am out of the office until 20 March.", arrived, Auto_Submitted="auto-replied")
    seeker.sync_until("away")
    assert touches(seeker)[0] == ("check-in", "2026-03-24")

    seeker.at("2026-03-24T10:30:00+00:00")
    check_in = str(seeker.ask("write", ada)["message"]["id"])
    seeker.type("approve", check_in, "--yes", "--not-before", "2026-03-25T10:00")

    seeker.at("2026-03-24T16:00:00+00:00")
    employer.reply(
        employer.people[0], seeker, "Thank you for your patience. Could you come in for a trial shift on Friday?", arrived
    )
    seeker.sync_until("Ada Okafor")
    seeker.at("2026-03-25T10:30:00+00:00")
    assert "Nothing waits" in seeker.type("send")
    assert len(employer.received(employer.people[0], 1)) == 1
    assert seeker.ask("show", "--message", check_in)["message"]["state"] == "withdrawn"

    day = seeker.ask("due")
    assert [reply["contact_name"] for reply in day["unread"]] == ["Ada Okafor"]
    seeker.type("read")
    turn = seeker.ask("due")
    assert [(touch["stage"], touch["contact_name"]) for touch in turn["today"]] == [("answer", "Ada Okafor")]
    answer = seeker.ask("write", ada)["message"]
    assert answer["stage"] == "answer"
    seeker.type("approve", str(answer["id"]), "--yes")
    seeker.type("send")
    _, last = employer.received(employer.people[0], 2)
    assert last.in_reply_to
    assert arrived.message_id in last.references
    history = seeker.type("history", "--limit", "200")
    assert "Ada Okafor" in history


def test_a_cancelled_invite_owes_nothing(seeker: Seeker, employer: Employer) -> None:
    seeker.at("2026-02-27T10:00:00+00:00")
    employer.invite(seeker, START)
    seeker.sync_until("Interview")
    employer.invite(seeker, START, sequence=3, cancelled=True)
    seeker.sync_until("ancelled")
    seeker.at("2026-03-03T10:00:00+00:00")
    day = seeker.ask("due")
    assert (day["late"], day["today"], day["coming"]) == ([], [], [])


def test_a_moved_invite_owes_from_its_new_end(seeker: Seeker, employer: Employer) -> None:
    seeker.at("2026-02-27T10:00:00+00:00")
    employer.invite(seeker, START)
    seeker.sync_until("Interview")
    employer.invite(seeker, datetime(2026, 3, 4, 14, 0, tzinfo=UTC), sequence=3)
    seeker.sync_until("moved")
    seeker.at("2026-03-03T10:00:00+00:00")
    assert seeker.ask("due")["today"] == []
    seeker.at("2026-03-04T15:30:00+00:00")
    assert len(seeker.ask("due")["today"]) == 3


def test_a_bounce_asks_for_another_address(seeker: Seeker, employer: Employer) -> None:
    interviewed(seeker, employer)
    bo = contact(seeker, "Bo Lind")
    seeker.type("contact", bo, "--email", "nobody.here@example.com")
    thanked(seeker, "Bo Lind")
    seeker.sync_until("ounce")
    day = seeker.ask("due")
    assert any("address" in row["what"] for row in (*day["owed"], *day["questions"]))
    seeker.type("contact", bo, "--email", employer.people[1].address)
    assert "Bo Lind" in {touch["contact_name"] for touch in (*seeker.ask("due")["today"], *seeker.ask("due")["late"])}


def test_a_rejection_ends_with_one_thank_you(seeker: Seeker, employer: Employer) -> None:
    interviewed(seeker, employer)
    thanked(seeker, "Ada Okafor", "Bo Lind", "Cy Park")
    (mail,) = employer.received(employer.people[0], 1)
    seeker.at("2026-03-05T10:00:00+00:00")
    words = (
        "Thank you for your interest. We regret to inform you that we have decided to offer the position to another candidate."
    )
    employer.reply(employer.people[0], seeker, words, mail)
    seeker.sync_until("Ada Okafor")
    seeker.type("read")
    reply = seeker.run("confirm", "1", "rejection")
    assert reply.returncode == 0, reply.stderr
    assert [stage for stage, _ in touches(seeker)] == ["after-rejection"]


def test_please_stop_is_for_good(seeker: Seeker, employer: Employer) -> None:
    interviewed(seeker, employer)
    thanked(seeker, "Ada Okafor")
    (mail,) = employer.received(employer.people[0], 1)
    seeker.at("2026-03-05T10:00:00+00:00")
    employer.reply(employer.people[0], seeker, "Please do not contact me again.", mail)
    seeker.sync_until("Ada Okafor")
    seeker.type("read")
    seeker.run("confirm", "1", "stop")
    seeker.at("2026-06-01T10:00:00+00:00")
    answer = seeker.ask("may", "--contact", contact(seeker, "Ada Okafor"))
    assert answer["allowed"] is False
    assert answer["next_allowed"] is None
