"""The same is said again, in the same or in other words.

*What it looks for*: two sentences that share nearly all that they mean; three that state the interest or ask for the
decision; words that announce it ("as I said", "let me say again") where the thing was said before. Thanks at the
beginning and at the end are good manners, and a name or number said twice in a voicemail is good practice.
*Why it matters*: a reader who meets the same thing twice skims the rest; Strunk's first rule of style is to omit
needless words ("The Elements of Style", 1918).
*Remedy*: keep the better of the two.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.stems import WORD, content
from sincerely.proof.wordlists import wordlist
from sincerely.terms import Channel, Part, Severity, Span, Stage

HERE = Path(__file__).parent
MOST_SENTENCES = 80
FEWEST_MEANINGS = 2
# A meaning that most follow-ups share tells two sentences apart less than one that is rare in them.
COMMON_WEIGHT = 0.4
# In 238 clean messages by two authors no two sentences share as much: at most 0.41 of the larger one's meanings.
SAME_WEIGHT, SAME_SHARE = 1.8, 0.5
ALIKE_WEIGHT, ALIKE_SHARE = 0.8, 0.75
ANNOUNCED_WEIGHT, ANNOUNCED_SHARE = 0.8, 0.5
# None of them states the interest in the job twice in sentences of little else, or asks or thanks three times.
MOST_OF_LITTLE_ELSE = 5
SAID_OFTEN = 3
MOST_BESIDE_THANKS, MOST_OF_A_QUESTION, MANNERS = 1, 1, frozenset({"ask", "thank", "contact", "decide", "job"})
ANNOUNCED = re.compile(
    r"\b(?:as i(?:['’]ve| have)? (?:already |just )?(?:said|mentioned|wrote|written|noted|stated)(?: (?:above|before"
    r"|already|earlier))?|like i said"
    r"|(?:say|tell you|repeat|stress|state|mention)(?: it| this| that)? (?:once )?(?:again|once more)|(?:let me|i(?:['’]d"
    r"| would)? (?:like|want|wish) to|to) repeat"
    r"|i repeat|once more|again,? i (?:am|want|would)|reiterate|in other words|as (?:stated|mentioned|noted) above)\b",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"\b(?:i|i['’]\w+|my|me)\b", re.IGNORECASE)
TO_ANSWER = frozenset({"number", "numb", "nam", "call", "contact"})
DIRECT = re.compile(r"\?|\bwhether\b", re.IGNORECASE)
NAME_OR_NUMBER = re.compile(
    r"\b[A-Z][\w'’-]*|\d+|\b(?i:oh|o|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|triple)\b"
)
NEARLY_WORD_FOR_WORD, FEWEST_WORDS = 0.75, 8
FEWEST_WORDS_WHOLE = 4
AGAIN = re.compile(r"\b(?:again|once more)\b", re.IGNORECASE)
QUESTION = re.compile(r"\b(?:whether|if|any|when|what|where|who|yet)\b|\?", re.IGNORECASE)


RULE = Rule(
    severity=Severity.WARNING,
    title="The same is said again",
    why="Who reads a thing twice skims the rest: omit needless words (Strunk, “The Elements of Style”, 1918).",
    flags=(
        Example(
            body="Dear Ms Moor,\n\nThank you for the ferry trip. I have piloted ferries in heavy fog for nine winters. "
            "The new timetable is bold. "
            "For nine winters I have piloted ferries through heavy fog.\n\nKind regards,\nTove Lund",
            quote="For nine winters I have piloted ferries through heavy fog.",
        ),
        Example(
            body="Dear Ms Moor,\n\nThank you for the ferry trip on Friday. I know the western sound well. Let me say "
            "again how thankful I am for the "
            "ferry trip on Friday.\n\nI hope to hear from you.\n\nKind regards,\nTove Lund",
            quote="Let me say again how thankful I am",
        ),
        Example(
            body="Dear Ms Moor,\n\nThank you for Friday. I am very interested in the job. The quay is finer than I "
            "thought. The position "
            "interests me greatly. I liked the crew. I am keen on the role.\n\nKind regards,\nTove Lund",
            quote="The position interests me greatly.",
        ),
        Example(
            body="Hello, Ms Moor, it's Tove Lund. I'm ringing to ask whether you have decided on the pilot. The fog was "
            "thick today. I wondered "
            "if there was any news of your decision. So, have you made up your mind yet?",
            channel=Channel.CALL,
            stage=Stage.CHECK_IN,
            quote="I wondered if there was any news of your decision.",
        ),
    ),
    passes=(
        Example(
            body="Dear Ms Moor,\n\nThank you for the ferry trip on Friday. I have piloted ferries in fog for nine "
            "winters, and your sound is the hardest "
            "I have seen. I am interested in the job and would gladly start in May. Thank you again for Friday.\n\nKind "
            "regards,\nTove Lund"
        ),
        Example(
            body="Hello, Ms Moor, this is Tove Lund. Thank you for Friday. My number is 020 7946 0661, Tove Lund, 020 7946 0661.",
            channel=Channel.VOICEMAIL,
        ),
        Example(
            body="Dear Ms Moor,\n\nYou hoped to decide by the tenth. May I ask whether there is any news? My number is "
            "below. As I said on "
            "Friday, the early boat suits me.\n\nKind regards,\nTove Lund",
            stage=Stage.CHECK_IN,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence: its place, and the meanings in it."""

    span: Span
    words: str
    meanings: frozenset[str]


def look(reading: Reading) -> Iterator[Mark]:
    facts = reading.facts
    on_record = " ".join([facts.role, facts.company, *(contact.name for contact in facts.contacts)])
    light = wordlist("_common_meanings", HERE) | content(on_record)
    aside = content(facts.candidate.name) | (TO_ANSWER if reading.channel.spoken else frozenset())
    said = [sentence for span in reading.sentences[:MOST_SENTENCES] if (sentence := read(reading, span, aside)).meanings]
    employer = content(facts.company)
    repeated = list(dict.fromkeys([*pairs(said, light, ANNOUNCED.search(reading.own) is not None), *acts(said, employer, light)]))
    for sentence in sorted(repeated, key=lambda sentence: sentence.span):
        advice = Remedy("Keep the better of the two, and cut the other.")
        yield Mark(Part.BODY, sentence.span, "This was said before.", advice)


def read(reading: Reading, span: Span, aside: frozenset[str]) -> Said:
    """A sentence's meanings; in what is said aloud, names and numbers are left aside."""
    words = reading.own[span.start : span.end]
    told = NAME_OR_NUMBER.sub(" ", words) if reading.channel.spoken else words
    return Said(span, words, content(told) - aside)


def pairs(said: Sequence[Said], light: frozenset[str], said_again: bool) -> Iterator[Said]:
    """Sentences that nearly repeat an earlier one; `said_again` where the letter says somewhere that it repeats."""
    last_thanks = next((sentence for sentence in reversed(said) if "thank" in sentence.meanings), None)
    for number, later in enumerate(said):
        announced = said_again and ANNOUNCED.search(later.words) is not None
        for earlier in said[:number]:
            if "thank" in earlier.meanings and later is last_thanks and later in said[-2:] and not announced:
                if nearly_word_for_word(earlier, later):
                    yield later
                    break
                continue
            if repeats(earlier, later, light, announced):
                yield later
                break


def repeats(earlier: Said, later: Said, light: frozenset[str], announced: bool) -> bool:
    """True where two sentences share enough of what they mean; less is enough where the later one announces it."""
    if holds_whole(earlier, later):
        return True
    both = earlier.meanings & later.meanings
    if len(both) < FEWEST_MEANINGS:
        return False
    shared = weight(both, light)
    larger = max(weight(earlier.meanings, light), weight(later.meanings, light))
    if announced and shared >= ANNOUNCED_WEIGHT:
        return shared >= ANNOUNCED_SHARE * weight(later.meanings, light)
    return (shared >= SAME_WEIGHT and shared >= SAME_SHARE * larger) or (
        shared >= ALIKE_WEIGHT and shared >= ALIKE_SHARE * larger
    )


def holds_whole(earlier: Said, later: Said) -> bool:
    """True where a whole short sentence comes again inside a later one, word for word."""
    one, other = (" ".join(WORD.findall(sentence.words.lower())) for sentence in (earlier, later))
    return one.count(" ") + 1 >= FEWEST_WORDS_WHOLE and f" {one} " in f" {other} "


def nearly_word_for_word(earlier: Said, later: Said) -> bool:
    """True where two sentences have nearly all their words in common, and the later one does not say "again"."""
    one, other = (frozenset(WORD.findall(sentence.words.lower())) for sentence in (earlier, later))
    larger = max(len(one), len(other))
    alike = larger >= FEWEST_WORDS and len(one & other) >= NEARLY_WORD_FOR_WORD * larger
    return alike and AGAIN.search(later.words) is None


def weight(meanings: frozenset[str], light: frozenset[str]) -> float:
    return sum(COMMON_WEIGHT if meaning in light else 1.0 for meaning in meanings)


def acts(said: Sequence[Said], employer: frozenset[str], light: frozenset[str]) -> Iterator[Said]:
    """What is done too often, from the second time on: stating the interest, asking for the decision, thanking before the end."""
    the_job = employer | {"job", "work", "company"}
    interested = [
        sentence
        for sentence in said
        if "interest" in sentence.meanings and sentence.meanings & the_job and FIRST_PERSON.search(sentence.words)
    ]
    yield from [sentence for sentence in interested if len(sentence.meanings - employer) <= MOST_OF_LITTLE_ELSE][1:]
    asking = [sentence for sentence in said if "decide" in sentence.meanings and asks(sentence)]
    yield from [sentence for sentence in asking if len(sentence.meanings - employer - MANNERS) <= MOST_OF_A_QUESTION][1:]
    thanking = [
        sentence for sentence in said if "thank" in sentence.meanings and len(sentence.meanings - light) <= MOST_BESIDE_THANKS
    ]
    for often, last in ((interested, None), (asking, None), (thanking, -1)):
        if len(often) >= SAID_OFTEN:
            yield from often[1:last]


def asks(sentence: Said) -> bool:
    return bool(QUESTION.search(sentence.words)) and ("ask" in sentence.meanings or bool(DIRECT.search(sentence.words)))
