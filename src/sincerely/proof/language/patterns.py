"""Turns of phrase that are slips, one a line in a text file, and what was meant.

    thank you for {base} me => thank you for {ing} me

The left is a regular expression of small letters in which a space is any white space within a paragraph, an apostrophe
either kind, and `{base}`, `{s}`, `{ing}`, `{past}`, `{part}` a form of the verbs in confusions/verbs.txt: `{base:meet|give}` of
these only, `{base!work|help}` of all but these. `{past}` is no bare form ("read"), `{past-}` no participle either ("went").
`<start>` is where a sentence begins, `<end>` the end of a part of one. On the right `{ing}` and the rest stand for the same verb,
`\\1` for what a bracket caught. `~` after all: a matter of taste.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase
from typing import Literal, NamedTuple

from sincerely.proof.language.needs import needed, standing
from sincerely.proof.senses import Prose, Slip
from sincerely.proof.wordlists import entries
from sincerely.terms import Span

VERBS = Path(__file__).with_name("confusions")
FORMS = ("base", "s", "ing", "past", "part")
SLOT = re.compile(r"\{(base|s|ing|past-?|part)(?:([:!])([a-z|]+))?\}")
START = r"(?:(?<![^\n.!?])|(?<=[.!?]\s))"
END = r"[ \t]*(?:[.,;:!?)\n]|$)"
SPACE = r"(?:[ \t]+|[ \t]*\n[ \t]*)"
# As small letters, each in its place: a pattern that asks for no more is compiled in half the time.
SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
Kind = Literal["grammar", "confusion"]


@dataclass(frozen=True)
class Pattern:
    """`needs`: sets of words and pairs of words, the rarest first, of each of which one stands in every text that it matches.

    `slot`: which form of a verb it catches.
    """

    needs: tuple[frozenset[str], ...]
    source: str
    right: str
    slot: str
    mild: bool

    @cached_property
    def wrong(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{self.source})(?![\w*])")


@cache
def verbs() -> tuple[dict[str, str], ...]:
    return tuple(dict(zip(FORMS, line.split(), strict=True)) for line in entries("verbs", VERBS))


def verbs_by(slot: str) -> dict[str, dict[str, str]]:
    """The verbs by one of their forms."""
    form = slot.rstrip("-")
    found = {verb[form]: verb for verb in verbs()}
    taken = {
        verb[other]
        for verb in verbs()
        for other in (("base", "part") if slot == "past-" else ("base",) if form == "past" else ())
    }
    return {word: verb for word, verb in found.items() if word not in taken}


def words_for(slot: re.Match[str]) -> str:
    """The words that a slot of a pattern stands for, as part of a regular expression."""
    form, sign, listed = slot.groups()
    all_ = sorted(verbs_by(form))
    some = (listed or "").split("|")
    chosen = some if sign == ":" else [word for word in all_ if word not in some]
    return f"(?P<verb>{'|'.join(chosen)})"


def compiled(line: str) -> Pattern:
    wrong, right = (side.strip() for side in line.rstrip("~").split("=>"))
    slot = SLOT.search(wrong)
    spelt = SLOT.sub(words_for, wrong)
    whole = spelt.replace("'", "['’]").replace(" ", SPACE).replace("<end>", END).replace("<start>", START)
    return Pattern(needed(spelt), whole, right, slot[1] if slot else "", line.endswith("~"))


class Phrases(NamedTuple):
    """The patterns of a file, and which of them may match, by a word that the text has."""

    patterns: tuple[Pattern, ...]
    by_word: dict[str, list[int]]


@cache
def phrases(file: Path) -> Phrases:
    every = tuple(compiled(line) for line in entries(file.stem, file.parent))
    by_word: dict[str, list[int]] = {}
    for place, pattern in enumerate(every):
        for word in pattern.needs[0]:
            by_word.setdefault(word, []).append(place)
    return Phrases(every, by_word)


def told(prose: Prose, file: Path, kind: Kind) -> Iterator[Slip]:
    """The turns of phrase of a file that stand in a text."""
    stand = standing(prose.text)
    small = prose.text.translate(SMALL)
    every, by_word = phrases(file)
    for place in sorted({place for word in stand & by_word.keys() for place in by_word[word]}):
        pattern = every[place]
        if any(words.isdisjoint(stand) for words in pattern.needs):
            continue
        for match in pattern.wrong.finditer(small):
            span = Span(*match.span())
            written = prose.text[span.start : span.end]
            right = made(pattern, match, prose.text)
            if right.lower() != " ".join(match.group().split()):
                yield Slip(kind, span, f"“{written}” reads “{right}”.", (right,), mild=pattern.mild)


def made(pattern: Pattern, match: re.Match[str], text: str) -> str:
    """What was meant, with the capitals of the slip; `text` is what was matched in small letters."""
    right = pattern.right
    if pattern.slot:
        verb = verbs_by(pattern.slot).get(match["verb"]) or {}
        right = SLOT.sub(lambda form: verb[form[1]], right)
    right = re.sub(r"\\(\d)", lambda number: text[slice(*match.span(int(number[1])))], right)
    right = re.sub(r"  +", " ", right)
    return right[0].upper() + right[1:] if text[match.start()].isupper() else right
