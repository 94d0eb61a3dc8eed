"""What a model says that nobody told it: marked, and nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.ghost.grounding import Known, doubts

TOLD = (
    "Hanna Ojo, Pastry Chef at Lark & Sons Bakery. Interview with Dr Ruth Obi on 4 March. Nine years at the Corner Oven; 35% "
    "less waste, hanna@ojo.example, food hygiene certificate. I like the stone oven. Budget of 1,200 euro."
)
KNOWN = Known.of([TOLD], [date(2026, 3, 4), date(2026, 3, 13)], date(2026, 3, 5))


def quotes(text: str) -> list[tuple[str, str]]:
    return [(doubt.kind, doubt.quote) for doubt in doubts(text, KNOWN)]


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("I baked at Grandmill for years.", [("name", "Grandmill")]),
        ("Please greet Peter Ward from me.", [("name", "Peter Ward")]),
        ("I led a team of 12.", [("number", "12")]),
        ("I have twelve years of experience.", [("number", "twelve")]),
        ("We cut waste by 40%.", [("number", "40%")]),
        ("A budget of €2,500 a month.", [("number", "€2,500")]),
        ("I can call you on Monday.", [("day", "Monday")]),
        ("As we said in April, I am free.", [("day", "April")]),
        ("I will ring you tomorrow.", [("day", "tomorrow")]),
        ("My degree would help.", [("skill", "degree")]),
        ("I know phlebotomy.", [("skill", "phlebotomy")]),
        ("See www.pies.example or write to me@pies.example.", [("address", "www.pies.example"), ("address", "me@pies.example")]),
    ],
)
def test_what_nobody_told_is_doubted(text: str, doubted: list[tuple[str, str]]) -> None:
    assert quotes(text) == doubted


@pytest.mark.parametrize(
    "text",
    [
        "Write to me: hanna@ojo.example.",
        "Dear Dr Obi,\n\nThank you for your time yesterday. I enjoyed hearing about the stone oven.\n\nKind regards,\nHanna Ojo",
        "It was good to meet you on Wednesday, 4 March.",
        "You said that I would hear by Friday, 13 March 2026.",
        "In nine years at the Corner Oven I cut waste by 35%, with a budget of 1200 euro.",
        "I have 9 years behind me.",
        "May I ask whether there is any news? I may be of use to Lark’s bakers.",
        "My certificate in food hygiene is at hand. One thing I liked: your oven.",
        "I would be glad to start soon, and I look forward to hearing from you.",
    ],
)
def test_what_was_told_or_says_nothing_passes(text: str) -> None:
    assert quotes(text) == []


@given(st.text(max_size=300))
def test_marks_quote_the_text_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for doubt in doubts(text, KNOWN):
        assert doubt.span.start >= end
        assert text[doubt.span.start : doubt.span.end] == doubt.quote
        assert doubt.quote.strip()
        end = doubt.span.end


@given(st.text(max_size=300))
def test_a_text_never_doubts_itself(text: str) -> None:
    known = Known.of([text], [], date(2026, 3, 5))
    assert [doubt for doubt in doubts(text, known) if doubt.kind in ("name", "skill", "address")] == []
