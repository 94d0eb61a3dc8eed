"""The marks of greeting and leave-taking: opening and closing words in many languages, and what ends them."""

import re
from dataclasses import dataclass

from sincerely.proof.names import Names, tokens
from sincerely.proof.wordlists import alternatives

GREETING = re.compile(
    rf"\s*(?:(?P<strong>{alternatives('greetings')})|(?P<weak>{alternatives('weak_greetings')}))(?![\w'’])", re.IGNORECASE
)
NO_ADDRESSEE = re.compile(r"\s*(?:again)?\s*", re.IGNORECASE)
# A full stop ends a greeting unless it stands after a title or an initial.
SHORT_TITLES = (
    *(
        "mr",
        "ms",
        "dr",
        "mx",
        "st",
        "mrs",
        "prof",
        "rev",
        "capt",
        "engr",
        "ing",
        "dott",
        "avv",
        "atty",
        "arq",
        "lic",
        "mag",
        "dipl",
    ),
    *("mevr", "dhr", "mme", "sra", r"\w"),
)
AFTER_A_TITLE = "".join(map(r"(?<!\b{})".format, SHORT_TITLES))
GREETING_MARK = re.compile(rf"(?:[,:;!?–—]|{AFTER_A_TITLE}\.(?=\s|$)| - )+", re.IGNORECASE)
CAPITALISED_RUN = re.compile(r"(?:\s+(?:[^\W\d_]{1,5}\.|[^\W\d_a-z][\w'’-]*)){0,4}")
TITLED = re.compile(rf"\s*(?:{alternatives('honorifics')})\b\.?", re.IGNORECASE)
CLOSING = re.compile(rf"\s*(?:{alternatives('closings')})(?![\w'’])", re.IGNORECASE)
SENTENCE = re.compile(r"[.!?…]\s+\S|\w{2}[.!?…]$")
POSTSCRIPT = re.compile(r"p\.? ?(?:p\.? ?)?s\b[.:,\s–-]", re.IGNORECASE)
COMMA = re.compile(",")
SENTENCE_BREAK = re.compile(r"[.!?…]\s+")

WORDS_OF_LAST_CLAUSE = 9
WORDS_OF_NAME = 4
WORDS_OF_RUN_IN = 6


@dataclass(frozen=True, slots=True)
class RunIn:
    """A closing phrase and a name at the end of a line: where in the line each begins; equal without a closing phrase."""

    closing: int
    name: int


def run_in(line: str, names: Names) -> RunIn | None:
    """ "… on Monday. Thanks, Ngozi": the leave taken at the end of a line; None where the line ends otherwise."""
    tail = line.rstrip(" .!")
    breaks = [0, *(match.end() for match in SENTENCE_BREAK.finditer(tail))]
    begin = breaks[-1]
    last = tail[begin:]
    words = last.split()
    if not words or len(words) > WORDS_OF_LAST_CLAUSE:
        return None
    closing = CLOSING.match(last)
    for comma in COMMA.finditer(last) if closing else ():
        name = last[comma.end() :].partition(",")[0]
        if len(name.split()) <= WORDS_OF_NAME and is_writer(name, names):
            return RunIn(begin, begin + comma.end())
    if closing and "," not in last:
        count = next((count for count in range(min(WORDS_OF_NAME, len(words) - 1), 0, -1) if wholly(words[-count:], names)), 0)
        return RunIn(begin, begin + last.rindex(words[-count])) if count else None
    if len(breaks) > 1 and len(words) <= WORDS_OF_NAME and wholly(words, names):
        before = tail[breaks[-2] : begin]
        return RunIn(breaks[-2] if CLOSING.match(before) and len(before.split()) <= WORDS_OF_RUN_IN else begin, begin)
    return None


def is_writer(name: str, names: Names) -> bool:
    if names.candidate:
        return names.signs(name)
    return bool(name.strip()) and names.may_sign(name.strip()) and not names.greets(name)


def wholly(words: list[str], names: Names) -> bool:
    """True where every word belongs to the candidate's name."""
    called = [token for word in words for token in tokens(word)]
    return bool(called) and all(token in names.candidate for token in called)
