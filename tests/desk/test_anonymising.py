"""Nothing that tells of somebody is left in an example, and what was covered stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.desk.anonymising import SHOWN, anonymous
from sincerely.desk.covering import Cover

NOBODY = Cover.of("", [], [])
DESK = Cover.of("Maya Okafor", [("Helen Ward", "Nell")], ["Larkfield Clinic"], ["1 Quay Lane, Cork", "020 7946 0018"])


def test_whom_the_desk_knows_is_told_apart() -> None:
    shown = anonymous("Dear Ms Ward,\n\nNell said that Larkfield is fine.\n\nKind regards,\nMaya Okafor", DESK)
    assert shown == "Dear Ms [name 1],\n\n[name 1] said that [the employer] is fine.\n\nKind regards,\n[the writer]"


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("I start on the 3rd for £52,000 a year, or 48k.", "I start on the [number] for [number] a year, or [number]."),
        ("Write to jo@acme.example or www.acme.example/jo.", "Write to [e-mail] or [link]"),
        ("I live at 12 Elm Road now.", "I live at [address] now."),
        ("I live in the Lindenstraße 4 now.", "I live in the [address] now."),
        ("At Meadow Hall I ran the rota.", "At [name] I ran the rota."),
        ("Meadow Hall taught me that.", "[name] taught me that."),
        ("I met Siobhan and Xanthippe there.", "I met [name] and [name] there."),
        ("Hi Rose,\n\nThank you.", "Hi [name],\n\nThank you."),
        (
            "We spoke on Tuesday, in March. I’d like it. My CV is here.",
            "We spoke on Tuesday, in March. I’d like it. My CV is here.",
        ),
        ("Thank you. It was good to see the ward. Could I help?", "Thank you. It was good to see the ward. Could I help?"),
        ("Yours,\n- Thank you\n- Good luck", "Yours,\n- Thank you\n- Good luck"),
    ],
)
def test_whom_nobody_knows_is_covered_too(words: str, left: str) -> None:
    assert anonymous(words, NOBODY) == left


TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Dear ",
                "Ms ",
                "Ward",
                "ward",
                "Maya Okafor",
                "Larkfield",
                "at ",
                "[name 2]",
                "[number]",
                ". ",
                "\n",
                ", ",
                " ",
                "12 ",
                "Elm Road",
            ]
        ),
        st.text(max_size=12),
    ),
    max_size=30,
).map("".join)


@given(TEXTS)
def test_what_was_covered_stays_as_it_is(text: str) -> None:
    for cover in (NOBODY, DESK):
        once = anonymous(text, cover)
        assert anonymous(once, cover) == once


@given(TEXTS)
def test_no_number_and_no_name_on_record_is_left(text: str) -> None:
    left = SHOWN.sub(" ", anonymous(text, DESK))
    assert not any(sign.isdigit() and sign.isascii() for sign in left)
    assert "Okafor" not in left
    assert "Larkfield" not in left
