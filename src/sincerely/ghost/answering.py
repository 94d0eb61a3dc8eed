"""What a model said, read as words for a note: what stands around them is taken off, and what is no note is refused."""

import re
import unicodedata
from dataclasses import dataclass

from sincerely.ghost.endpoint import GhostError
from sincerely.proof.language.foreign import heard

THINKS, THOUGHT = "<think>", "</think>"
FENCE = re.compile(r"\A```[\w-]*\n(.*?)\n?```\s*\Z", re.DOTALL)
SUBJECT = re.compile(r"\A\**subject:?\**:?[ \t]*(.+?)\**[ \t]*\n+", re.IGNORECASE)
# "Sure! Here is a kinder version:" before the words themselves.
PREAMBLE = re.compile(
    r"\A(?:sure|certainly|of course|here(?: is|['’]s| are)|okay|absolutely)\b[^\n]{0,200}:[ \t]*\n+", re.IGNORECASE
)
QUOTED = re.compile(r"\A[\"“](.*)[\"”]\Z", re.DOTALL)
REFUSES = re.compile(
    r"\A(?:i['’]?m sorry|sorry|i cannot|i can['’]?t|as an? (?:ai|language model))\b[^\n]{0,300}\Z", re.IGNORECASE
)
LONGEST = 20_000
# A line of ten words tells its language; fewer may all be names.
TELLING = 10


@dataclass(frozen=True, slots=True)
class Said:
    """Words for a note; `subject` only where the model gave one."""

    body: str
    subject: str = ""


def read_said(text: str, *, subject: bool = False, english: bool = True) -> Said:
    """The words in an answer; raises GhostError in one line where there are none.

    `subject`: its first line may be one. `english`: an answer in another language is refused.
    """
    text = clean(text)
    if THINKS in text[:20]:
        text = text.partition(THOUGHT)[2].strip()
    text = unwrapped(text)
    first = SUBJECT.match(text) if subject else None
    if first:
        text = text[first.end() :].strip()
    if not any(sign.isalpha() for sign in text) or REFUSES.match(text):
        raise GhostError("Your model gave no words for this note. Nothing was changed. Try again, or another model.")
    if text[0] in "{[" and text[-1] in "}]" and ":" in text and '"' in text:
        raise GhostError("Your model answered with data instead of words. Nothing was changed. Try again.")
    if len(text) > LONGEST:
        raise GhostError("Your model's answer is far too long. Nothing was changed. Try again, or another model.")
    tongue = heard(text, frozenset())
    if english and tongue.words >= TELLING and tongue.is_foreign:
        raise GhostError("Your model answered in another language. Nothing was changed. Try again, or another model.")
    return Said(text, " ".join(first[1].split()) if first else "")


def clean(text: str) -> str:
    """The text with line ends of one kind, and without signs that steer a terminal or show nothing."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cf", "Cs")).strip()


def unwrapped(text: str) -> str:
    """The words without a fence, a word of greeting to the asker, or quotation marks around them."""
    text = PREAMBLE.sub("", text)
    if fenced := FENCE.match(text):
        text = fenced[1].strip()
    quoted = QUOTED.match(text)
    if quoted and not re.search(r"[\"“”]", quoted[1]):
        text = quoted[1].strip()
    return text.replace("**", "")


class Thinking:
    """Words that come piece by piece, without what a model thinks aloud before it answers."""

    def __init__(self) -> None:
        self.begin, self.inside, self.over = "", False, False

    def add(self, piece: str) -> str:
        """What it says of this piece."""
        if self.over:
            return piece
        self.begin += piece
        text = self.begin.lstrip()
        if not self.inside and not THINKS.startswith(text[: len(THINKS)]):
            self.over = True
            return text
        self.inside = text.startswith(THINKS)
        if self.inside and THOUGHT in text:
            self.over = True
            return text.partition(THOUGHT)[2].lstrip()
        return ""
