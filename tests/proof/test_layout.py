"""The parts of a letter are found by their form, whatever the language."""

import pytest

from sincerely.proof.layout import Layout, lay_out
from sincerely.proof.letter import Candidate, Contact, Facts, Letter
from sincerely.terms import Channel, Span, Stage

FACTS = Facts(candidate=Candidate(name="Dr Inês Queiroz"), contacts=(Contact(name="Mr Bo Rask", nickname="Bosse"),))
PROSE = "Thank you for the ride on the ice breaker. I would gladly sail with you."


def letter(body: str, channel: Channel = Channel.EMAIL, facts: Facts = FACTS) -> Letter:
    return Letter(channel, Stage.THANK_YOU, body, facts=facts)


def words(body: str, span: Span | None) -> str | None:
    return None if span is None else body[span.start : span.end].strip()


def laid_out(body: str, channel: Channel = Channel.EMAIL, facts: Facts = FACTS) -> tuple[Layout, str]:
    layout = lay_out(letter(body, channel, facts))
    return layout, body


@pytest.mark.parametrize(
    "greeting",
    [
        "Dear Mr Rask,",
        "Dear Mr. Rask:",
        "Hi Bo!",
        "Hej Bosse,",
        "Cher Monsieur,",
        "Good morning, Mr Rask,",
        "To whom it may concern",
        "Bo,",
        "Esteemed harbour master,",
        "Tere päevast,",
        "Dear Bo –",
    ],
)
def test_a_short_first_line_greets(greeting: str) -> None:
    layout, body = laid_out(f"{greeting}\n\n{PROSE}\n\nKind regards,\nInês Queiroz")
    assert words(body, layout.greeting) == greeting
    assert words(body, layout.prose) == PROSE


@pytest.mark.parametrize(
    ("body", "greeting"),
    [
        ("Hi Bo, thank you for the ride.", "Hi Bo,"),
        ("Good evening Mr. Rask, Inês here.", "Good evening Mr. Rask,"),
        ("Mr Rask, thank you for the ride.", "Mr Rask,"),
        ("Hello Bo thank you for the ride on the ice breaker and for the tea in the mess", "Hello Bo"),
        ("Morning Bo, all well?", "Morning Bo,"),
    ],
)
def test_a_greeting_ends_where_the_text_runs_on(body: str, greeting: str) -> None:
    layout, _ = laid_out(body, Channel.TEXT)
    assert words(body, layout.greeting) == greeting


@pytest.mark.parametrize(
    "body",
    [
        "Thank you for the ride.\n\nInês",
        "Further to our talk of Monday, I send you the log.\n\nYours,\nInês",
        "Afternoon tea on the bridge was splendid.\n\nYours,\nInês",
        "Best of all was the bridge.\n\nYours,\nInês",
    ],
)
def test_prose_is_no_greeting(body: str) -> None:
    assert laid_out(body)[0].greeting is None


@pytest.mark.parametrize(
    "closing",
    [
        "Kind regards,",
        "With every good wish to you and to the crew,",
        "Gratefully yours,",
        "Till the ice is back,",
        "Head tervist ja kohtumiseni,",
        "Med vänlig hälsning",
        "Thanks!",
        "See you on the bridge,",
        "xoxo",
    ],
)
def test_a_short_line_above_the_name_takes_leave(closing: str) -> None:
    layout, body = laid_out(f"Dear Mr Rask,\n\n{PROSE}\n\n{closing}\nInês Queiroz\n020 7946 0444")
    assert words(body, layout.closing) == closing
    assert words(body, layout.signature) == "Inês Queiroz\n020 7946 0444"
    assert words(body, layout.prose) == PROSE


@pytest.mark.parametrize(
    ("ending", "closing", "signature"),
    [
        ("Thanks, Inês", "Thanks,", "Inês"),
        ("See you Monday. Best wishes, Inês Queiroz, 020 7946 0444", "Best wishes,", "Inês Queiroz, 020 7946 0444"),
        ("I can start in May. Inês", None, "Inês"),
        ("Thank you. Inês Queiroz", "Thank you.", "Inês Queiroz"),
        ("Inês Queiroz\n020 7946 0444", None, "Inês Queiroz\n020 7946 0444"),
        ("Kind regards,", "Kind regards,", None),
    ],
)
def test_leave_taken_on_one_line_or_in_part(ending: str, closing: str | None, signature: str | None) -> None:
    layout, body = laid_out(f"Dear Mr Rask,\n\n{PROSE}\n\n{ending}")
    assert words(body, layout.closing) == closing
    assert words(body, layout.signature) == signature


def test_a_postscript_is_no_signature() -> None:
    layout, body = laid_out(f"Dear Mr Rask,\n\n{PROSE}\n\nYours,\nInês Queiroz\n\nP.S. The radar course is done.")
    assert words(body, layout.signature) == "Inês Queiroz"
    assert words(body, layout.postscript) == "P.S. The radar course is done."


def test_a_surname_that_is_a_closing_word_is_a_name() -> None:
    facts = Facts(candidate=Candidate(name="Love Best"))
    layout, body = laid_out(f"Dear Mr Rask,\n\n{PROSE}\n\nYours sincerely,\nLove Best", facts=facts)
    assert words(body, layout.closing) == "Yours sincerely,"
    assert words(body, layout.signature) == "Love Best"


def test_what_is_said_aloud_is_all_prose() -> None:
    body = "Hello, Mr Rask, this is Inês Queiroz. Thank you, goodbye."
    layout, _ = laid_out(body, Channel.VOICEMAIL)
    assert layout.greeting is None
    assert layout.closing is None
    assert layout.prose == Span(0, len(body))


QUOTED = [
    "> Dear Ms Queiroz,\n> please bring your papers.",
    "On Tue, 4 Mar 2025 at 10:12, Bo Rask <bo@ice.example> wrote:\n\n> Please bring your papers.",
    "On Tue, 4 Mar 2025 at 10:12, Bo Rask\n<bo@ice.example> wrote:\nPlease bring your papers.",
    "From: Bo Rask\nSent: Tuesday\nTo: Inês Queiroz\nSubject: Papers\n\nPlease bring your papers.",
    "-----Original Message-----\nFrom: Bo Rask\n\nPlease bring your papers.",
    "---------- Forwarded message ---------\nFrom: Bo Rask\n\nPlease bring your papers.",
    "Le mar. 4 mars 2025 à 10:12, Bo Rask <bo@ice.example> a écrit :\n\nPlease bring your papers.",
    "Am 04.03.2025 um 10:12 schrieb Bo Rask:\n> Please bring your papers.",
]


@pytest.mark.parametrize("quoted", QUOTED)
def test_quoted_mail_is_other_peoples_words(quoted: str) -> None:
    layout, body = laid_out(f"Dear Mr Rask,\n\n{PROSE}\n\nKind regards,\nInês Queiroz\n\n{quoted}")
    marked = "".join(body[span.start : span.end] for span in layout.mail)
    assert "bring your papers" in marked
    assert "ice breaker" not in marked
    assert words(body, layout.signature) == "Inês Queiroz"


def test_prose_that_looks_a_little_like_a_header_is_no_quoted_mail() -> None:
    body = "Dear Mr Rask,\n\nFrom: the quay, one sees the ice. On 4 March she wrote: the ice is thin.\n\nYours,\nInês"
    assert laid_out(body)[0].mail == ()


@pytest.mark.parametrize(
    "quotation",
    ["“mind the ice”", '"mind the ice"', "‘mind the ice’", "'mind the ice, don’t slip'", "«mind the ice»", "„mind the ice“"],
)
def test_quotation_marks_of_every_style(quotation: str) -> None:
    layout, body = laid_out(f"Dear Mr Rask,\n\nYou said {quotation} and I did. It's the crews' rule.\n\nYours,\nInês")
    assert [body[span.start : span.end] for span in layout.quotations] == [quotation]


def test_apostrophes_and_inches_quote_nothing() -> None:
    layout, _ = laid_out("The crews' mess, the 6\" pipe and the 8\" pipe; it's the '90s, isn't it?")
    assert layout.quotations == ()
