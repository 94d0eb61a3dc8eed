"""The wrong register.

*What it looks for*: slang, textspeak, emoji, shouting capitals, rows of exclamation marks.
*Why it matters*: the reader judges how you would write to clients.
*Remedy*: write as you would speak to them in the interview.
"""

import re
from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.tone.lexicon import words
from sincerely.proof.tone.marks import Manner, marks, pattern, plain
from sincerely.terms import Part, Severity, Span

RULE = Rule(
    severity=Severity.WARNING,
    title="The wrong register",
    why="A smiley in a first formal e-mail lowers how competent its writer seems (Glikson, Cheshin & van Kleef 2018).",
    flags=(
        Example(body="Thx for the chat, c u soon, hope 2 hear from u.", quote="Thx"),
        Example(body="The tour was fab 😍 and I cannot wait.", quote="😍"),
        Example(body="I loved the bakery!!! When do I start?", quote="!!!"),
        Example(body="I REALLY WANT THIS JOB and I will not let you down.", quote="REALLY WANT THIS JOB"),
        Example(body="Gonna be straight with you, lol, that test was wild.", quote="Gonna"),
        Example(body="Did u pick any1 for the kitchen?", quote="any1"),
    ),
    passes=(
        Example(body="Thank you! The NHS IT and HVAC plans were new to me, and ISO 9001 was not."),
        Example(body="I write R and C, and U-boats are my hobby."),
        Example(body="The vibe coding talk and the word kinda in your style guide made me smile."),
        Example(body="The temperature was -5 °C ± 1, see section 3 § 2."),
        Example(body="I was glad to meet y'all on the loading dock, and the tour was kind."),
        Example(body="The U-turn at the depot and the N1 bus were no trouble."),
    ),
)

MANNER = Manner(
    rule="professional/register",
    says="This is too casual for the occasion.",
    reads_as="too casual",
    remedy=Remedy("Write it out in plain, full words, as you would say it across the table."),
    telling=(
        pattern(
            r"\b(?:awesome|epic|sick|lit|dope|vibes?|kinda|sorta|stoked|hyped|psyched|fab|totes|legit|lowkey|guys"
            r"|cheers mate|mate|hey|ya|nah|super|cuz|'cause)\b",
            r"!!+",
        ),
    ),
)

TEXTSPEAK = pattern(
    r"(?<![\w@#/.\-'])(?:thx|thnx|plz|pls|omg|lol|rofl|lmao|btw|tbh|imho|ngl|idk|brb|ttyl|cya|gr8|b4|l8r|2moro|2morrow|tmrw"
    r"|2nite|ur|gonna|wanna|gotta|gimme|lemme|dunno|ain't|yep|yeah|yup|nope|dude|bruh|wassup|sup|tysm|fyi lol|innit"
    r"|any1|some1|every1|sum1|srsly|lmk|2day|2night|4eva|nvm|hbu|wbu|ikr|hella|defo|deffo|obvs|soz"
    r"|coz|cos(?= I| you| we| it)|ty so)(?![\w\-'/])",
)
LONE_LETTERS = re.compile(
    r"\b(?:[cC] u|r u|4 u|thank u|u r|2 u|hope u|if u|(?:to|or|of|from|with|see|for|love) u)\b(?![-'])"
    r"|\bu (?=(?:are|have|can|will|guys|all|and|said|know|want|were|hired|need|got|picked|could|would|did|still|think"
    r"|free)\b)"
    r"|\b(?:do|did|can|could|would|will|have|when|what|if) u\b(?![-'])|\b2 (?=(?:hear|see|meet|talk|be) )"
)
EMOJI = re.compile(
    "(?:[\U0001f300-\U0001faff\u2600-\u26ff\u2764\u2705\u2728\u2763](?:[\ufe0f\u200d\U0001f3fb-\U0001f3ff])*)+"
    "|(?<!\\w)(?:[:;]-?[)(DPp]|<3|xD)(?!\\w)"
)
EXCLAIMED = re.compile(r"!{2,}|(?:[!?]{3,})")
CAPITALS = re.compile(r"\b[A-Z]{2,}(?:'[A-Z]+)?\b(?:[ ,]+(?:I\b|A\b|[A-Z]{2,}(?:'[A-Z]+)?\b))+")
SHOUTED = words("""
    THE AND YOU YOUR NOT THIS THAT FOR WANT NEED SO VERY REALLY PLEASE NEVER MUST NOW LOVE ALL CAN WILL HAVE
    ARE TO MY ME BE WAS WITH
""")
ALONE = re.compile(r"\b(?:REALLY|VERY|PLEASE|NEVER|ALWAYS|LOVE|LOVED|AMAZING|SO|NEED|DEFINITELY|EXTREMELY)\b")
OPENLY = (
    (TEXTSPEAK, "This is how people text, not how they write to an employer.", "Write the words out."),
    (LONE_LETTERS, "This is how people text, not how they write to an employer.", "Write the words out."),
    (EMOJI, "Emoji read as chat.", "Take it out; the words carry it."),
    (EXCLAIMED, "A row of exclamation marks shouts.", "One is plenty; a full stop is better."),
    (ALONE, "Capitals shout.", "Write it in small letters."),
)


def look(reading: Reading) -> Iterator[Mark]:
    found: list[Span] = []
    for mark in openly(reading):
        if mark.span and not any(overlap(mark.span, other) for other in found):
            found.append(mark.span)
            yield mark
    for mark in marks(reading, MANNER):
        if mark.part is Part.SUBJECT or (mark.span and not any(overlap(mark.span, other) for other in found)):
            yield mark


def openly(reading: Reading) -> Iterator[Mark]:
    """What shows by itself, whatever the sentence says."""
    for span in (reading.layout.prose, *filter(None, [reading.layout.postscript])):
        text = plain(reading, span)
        shouting = [found.span() for found in CAPITALS.finditer(text) if SHOUTED & set(re.findall(r"[A-Z']+", found.group()))]
        for start, end in shouting:
            yield at(span, start, end, "Capitals shout.", "Write it in small letters.")
        for shape, says, remedy in OPENLY:
            for found in shape.finditer(text):
                yield at(span, *found.span(), says, remedy)


def at(part: Span, start: int, end: int, says: str, remedy: str) -> Mark:
    return Mark(Part.BODY, Span(part.start + start, part.start + end), says, Remedy(remedy), evidence=(("pattern", 1.0),))


def overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
