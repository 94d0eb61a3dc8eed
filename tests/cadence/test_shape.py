"""The JSON that programs read: stable to the letter."""

import json

from tests.cadence.telling import interview, may, planned, received, sent

from sincerely.cadence import answer_shape, plan_shape

TALK = interview("i", "2026-03-02", "10:00", "11:00", "ana")


def test_a_plan() -> None:
    assert plan_shape(planned("2026-03-02 11:00", TALK, policy={"check_ins": 0, "closing_note": False})) == {
        "touches": [
            {
                "interview": "i",
                "contact": "ana",
                "stage": "thank-you",
                "channel": "email",
                "not_before": "2026-03-02T11:00:00+00:00",
                "best": "2026-03-02T12:30:00+00:00",
                "due": "2026-03-03T11:00:00+00:00",
                "late": False,
                "reasons": [
                    "The interview with Ana ended on Mon 2 Mar, 11:00: a thank-you is due within 24 hours.",
                    "About 90 minutes after the end is best: neither dashed off nor slow.",
                    "Times are those of Europe/London, where the hours are 08:00 to 18:00.",
                    "In Britain few people write a thank-you after an interview. "
                    "Keep it short and warm; nobody will count it against you. Source: monster.com.",
                ],
            }
        ],
        "owed": [
            {
                "what": "thank-you",
                "contact": "ana",
                "interview": "i",
                "since": "2026-03-02T11:00:00+00:00",
                "reason": "Ana has not been thanked for the interview on Mon 2 Mar.",
            }
        ],
        "ended": {},
    }


def test_what_has_ended_says_why_by_contact() -> None:
    shape = plan_shape(planned("2026-03-02 11:00", TALK, received("stop", "ben", "2026-03-01 10:00")))
    assert shape["ended"] == {"ben": "Ben asked on Sun 1 Mar for no more contact."}


def test_an_answer() -> None:
    assert answer_shape(may("2026-03-02 10:30", "ana", "letter", "thank-you", TALK)) == {
        "allowed": False,
        "reasons": ["The interview with Ana ends on Mon 2 Mar, 11:00: no thank-you before that."],
        "next_allowed": "2026-03-02T11:00:00+00:00",
    }
    never = answer_shape(may("2026-03-02 12:30", "ana", "email", "thank-you", TALK, sent("thank-you", "ana", "2026-03-02 12:00")))
    assert never == {"allowed": False, "reasons": ["Ana was thanked on Mon 2 Mar."], "next_allowed": None}


def test_both_are_plain_json() -> None:
    plan = plan_shape(planned("2026-03-02 11:00", TALK))
    assert json.loads(json.dumps(plan)) == plan
