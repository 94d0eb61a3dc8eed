"""How much is too much, and what counts."""

import pytest

from sincerely.proof import proofread
from sincerely.proof.finding import Finding
from sincerely.proof.letter import Candidate, Facts, Letter
from sincerely.proof.rulebook import only
from sincerely.terms import Channel, Severity, Stage

RULES = ("brevity/length", "brevity/spoken-time", "brevity/sentence", "brevity/repetition")


def findings(body: str, channel: Channel = Channel.EMAIL, pace: float = 150, rules: tuple[str, ...] = RULES) -> list[Finding]:
    facts = Facts(candidate=Candidate(name="Ida Berg", pace=pace))
    return list(proofread(Letter(channel, Stage.THANK_YOU, body, facts=facts), only(rules)).findings)


def mail(count: int) -> str:
    prose = ". ".join(" ".join(f"w{number}x{word}" for word in range(10)) for number in range(count // 10))
    return f"Dear Sol,\n\n{prose}.\n\nKind regards,\nIda Berg"


@pytest.mark.parametrize(
    ("channel", "count", "severity"),
    [
        (Channel.EMAIL, 120, None),
        (Channel.EMAIL, 130, Severity.HINT),
        (Channel.EMAIL, 200, Severity.HINT),
        (Channel.EMAIL, 210, Severity.WARNING),
        (Channel.LETTER, 300, None),
        (Channel.LETTER, 310, Severity.WARNING),
        (Channel.TEXT, 40, None),
        (Channel.TEXT, 50, Severity.WARNING),
    ],
)
def test_a_channel_bears_so_many_words(channel: Channel, count: int, severity: Severity | None) -> None:
    found = findings(mail(count), channel, rules=("brevity/length",))
    assert [finding.severity for finding in found] == ([severity] if severity else [])


def test_quoted_mail_does_not_count_but_a_quotation_does() -> None:
    quoted = "\n\nOn 4 Mar 2025 at 10:12, Sol <sol@orchard.example> wrote:\n" + "> many words more of theirs\n" * 60
    assert findings(mail(100) + quoted, rules=("brevity/length",)) == []
    assert findings("Dear Sol,\n\nYou said “prune in March and never in May”.\n\nBest,\nIda", rules=("brevity/length",)) == []


def test_a_slow_speaker_runs_out_of_time_sooner() -> None:
    body = "Hello, Sol, this is Ida Berg. " + "I liked the orchard. " * 12
    assert findings(body, Channel.VOICEMAIL, rules=("brevity/spoken-time",)) == []
    slow = findings(body, Channel.VOICEMAIL, pace=90, rules=("brevity/spoken-time",))
    assert [finding.severity for finding in slow] == [Severity.WARNING]


def test_digits_are_words_to_the_voice() -> None:
    numbers = "Ring 020 7946 0991 or 020 7946 0992 or 020 7946 0993 or 020 7946 0994. "
    assert findings(numbers * 2, Channel.VOICEMAIL, rules=("brevity/spoken-time",))


REPEATED = [
    ("I have pruned pears for six winters.", "For six winters now I have been pruning pears."),
    ("I am confident that my grafting skills would help you.", "I believe that I could assist you with my skills in grafting."),
    ("Please let me know whether you have decided.", "Do tell me if you have made up your minds, please, or decided."),
    ("I ran the cider press with four people.", "I managed the cider press and its crew of four."),
]
UNLIKE = [
    ("I have pruned pears for six winters.", "The six hives by the wall are what I liked best."),
    ("I would love to work with your pears.", "My work in Kent taught me patience."),
    ("You hoped to decide by Friday.", "May I ask whether there is any news?"),
]


@pytest.mark.parametrize(("first", "second"), REPEATED)
def test_the_same_in_other_words_is_said_twice(first: str, second: str) -> None:
    body = f"Dear Sol,\n\nThank you for Friday. {first} The press house is lovely. {second} I can start soon.\n\nBest,\nIda Berg"
    assert [finding.quote for finding in findings(body, rules=("brevity/repetition",))] == [second]


@pytest.mark.parametrize(("first", "second"), UNLIKE)
def test_a_shared_word_is_no_repetition(first: str, second: str) -> None:
    body = f"Dear Sol,\n\nThank you for Friday. {first} {second} Thank you again for Friday.\n\nBest,\nIda Berg"
    assert findings(body, rules=("brevity/repetition",)) == []


def test_a_name_and_number_twice_are_good_practice_in_a_voicemail() -> None:
    body = "Hello, Sol, Ida Berg here. Call me on 020 7946 0991. Again, Ida Berg, call me on 020 7946 0991."
    assert findings(body, Channel.VOICEMAIL, rules=("brevity/repetition",)) == []
