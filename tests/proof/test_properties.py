"""Whatever is written, a report comes back, and its spans lie where they say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sincerely.proof import proofread
from sincerely.proof.letter import Attachment, Candidate, Contact, Facts, Letter
from sincerely.proof.reading import Reading
from sincerely.proof.rulebook import Rulebook, only
from sincerely.terms import Channel, Stage

RULES = (
    *("brevity/length", "brevity/spoken-time", "brevity/sentence", "brevity/repetition", "professional/sender-address"),
    *("professional/subject", "professional/greeting", "professional/sign-off", "professional/attachment"),
    *("professional/recipients", "professional/placeholder"),
)
PIECES = st.sampled_from(
    [
        *(
            "Dear Ms Moor,\n\n",
            "Hey",
            "\n\n",
            "\r\n",
            "Kind regards,\n",
            "Tove Lund",
            "xx",
            "thank you ",
            "P.S. ",
            "> ",
            "“",
            "”",
            '"',
            "'",
        ),
        *(
            "{{name}}",
            "[Company]",
            "XXX",
            "attached",
            "I enclose ",
            "020 7946 0661",
            "a@b.example",
            "On 3 May 2025, A wrote:",
            "...",
            "Mr. ",
        ),
        *(
            "\u202e",
            "\0",
            "😀",
            "e\u0301",
            "\ufeff",
            "²",
            "٣",
            "From: a\nTo: b\nSubject: c\n",
            "£5k",
            "10:30 p.m.",
            "Re: ",
            "\u2028",
            "\ufffd",
        ),
    ]
)
TEXTS = st.text(max_size=200) | st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join)
SHORT = st.text(max_size=40) | PIECES
FACTS = st.builds(
    Facts,
    candidate=st.builds(Candidate, name=SHORT, email=SHORT, employer=SHORT),
    contacts=st.lists(st.builds(Contact, name=SHORT, title=SHORT, email=SHORT, phone=SHORT), max_size=2).map(tuple),
    company=SHORT,
    role=SHORT,
    contact_wrote_first=st.none() | st.booleans(),
)
LETTERS = st.builds(
    Letter,
    channel=st.sampled_from(Channel),
    stage=st.sampled_from(Stage),
    body=TEXTS,
    subject=SHORT,
    sender=SHORT,
    to=st.lists(SHORT, max_size=3).map(tuple),
    cc=st.lists(SHORT, max_size=2).map(tuple),
    bcc=st.lists(SHORT, max_size=2).map(tuple),
    attachments=st.lists(st.builds(Attachment, name=SHORT, type=SHORT, size=st.integers(0, 10**9)), max_size=2).map(tuple),
    facts=FACTS,
)


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return only(RULES)


@settings(deadline=None)
@given(letter=LETTERS)
def test_any_letter_has_a_report_with_spans_inside_its_parts(rulebook: Rulebook, letter: Letter) -> None:
    for finding in proofread(letter, rulebook).findings:
        text = letter.text(finding.part)
        if finding.span:
            assert 0 <= finding.span.start <= finding.span.end <= len(text)
            assert finding.quote == text[finding.span.start : finding.span.end]
        assert finding.message
        assert finding.why


@settings(deadline=None)
@given(letter=LETTERS)
def test_a_reading_cuts_the_body_without_moving_it(letter: Letter) -> None:
    reading = Reading(letter)
    assert len(reading.own) == len(reading.written) == len(letter.body)
    layout = reading.layout
    assert layout.greeting is None or layout.greeting.end <= layout.prose.start
    assert layout.closing is None or layout.prose.end <= layout.closing.start
    assert all(layout.prose.start <= span.start <= span.end for span in reading.sentences)
    assert all(reading.own[span.start : span.end].strip() for span in reading.words)


@settings(deadline=None)
@given(letter=LETTERS)
def test_the_same_letter_has_the_same_report(rulebook: Rulebook, letter: Letter) -> None:
    assert proofread(letter, rulebook) == proofread(letter, rulebook)


HEAVY = {
    "one word": "a",
    "no full stop": "word ",
    "dots": ".",
    "titles": "Mr. ",
    "marks": "“",
    "apostrophes": "'",
    "lines": "\n",
    "quoted": ">\n",
    "introductions": "On 1 May 2025 he wrote:\n",
    "headers": "From: x\n",
    "closings": "Best,\n",
    "braces": "{{",
    "brackets": "[",
    "at": "a@",
    "digits": "1 ",
    "attached": "attached ",
}


@pytest.mark.parametrize("piece", HEAVY.values(), ids=HEAVY)
def test_a_large_text_is_read_to_the_end(rulebook: Rulebook, piece: str) -> None:
    body = piece * (200_000 // len(piece))
    report = proofread(Letter(Channel.EMAIL, Stage.THANK_YOU, body, subject="Ferry pilot"), rulebook)
    assert report.findings
