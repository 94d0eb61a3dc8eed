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
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from sincerely.proof.language.words.tables import level
from sincerely.proof.senses import Prose, Slip
from sincerely.proof.wordlists import entries
from sincerely.terms import Span

VERBS = Path(__file__).with_name("confusions")
FORMS = ("base", "s", "ing", "past", "part")
SLOT = re.compile(r"\{(base|s|ing|past-?|part)(?:([:!])([a-z|]+))?\}")
# A part of a pattern that is a word, or one of several.
PLAIN = re.compile(r"(?:<start>)?\(?(?:\?:)?[a-z' |-]+\)?|\{(?:base|ing):[a-z|]+\}")
LOOK = re.compile(r"\(\?(?:[=!]|<[=!])(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
LETTERS = re.compile(r"[a-z]+")
START = r"(?:(?<![^\n.!?])|(?<=[.!?]\s))"
END = r"[ \t]*(?:[.,;:!?)\n]|$)"
SPACE = r"(?:[ \t]+|[ \t]*\n[ \t]*)"
Kind = Literal["grammar", "confusion"]


class Pattern(NamedTuple):
    """`needs`: words of which one stands in every text that it matches; `slot`: which form of a verb it catches."""

    needs: frozenset[str]
    wrong: re.Pattern[str]
    right: str
    slot: str
    mild: bool


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


def needed(wrong: str) -> frozenset[str]:
    """Of the parts of a pattern that must stand there, the one whose words are the rarest."""
    found = []
    for part in parts(wrong.replace("(s?)", "")):
        if PLAIN.fullmatch(part):
            words = [LETTERS.findall(each)[0] for each in re.sub(r"[(){}]|<start>|\?:|base:|ing:", "", part).split("|")]
            found.append(
                (
                    sum(2.0 ** level(word) for word in words),
                    frozenset([*words, *(word + "s" for word in words if f"{word}(s?)" in wrong)]),
                )
            )
    return min(found, key=lambda each: each[0])[1]


def parts(wrong: str) -> list[str]:
    """A pattern cut at its spaces, brackets kept whole; looks ahead and behind left out."""
    pieces, depth = [""], 0
    for letter in LOOK.sub("", wrong):
        depth += (letter in "({[") - (letter in ")}]")
        if letter == " " and not depth:
            pieces.append("")
        else:
            pieces[-1] += letter
    return pieces


def compiled(line: str) -> Pattern:
    wrong, right = (side.strip() for side in line.rstrip("~").split("=>"))
    slot = SLOT.search(wrong)
    whole = SLOT.sub(words_for, wrong).replace("'", "['’]").replace(" ", SPACE).replace("<end>", END).replace("<start>", START)
    return Pattern(
        needed(wrong), re.compile(rf"\b(?:{whole})(?!\w)", re.IGNORECASE), right, slot[1] if slot else "", line.endswith("~")
    )


@cache
def patterns(file: Path) -> tuple[Pattern, ...]:
    return tuple(compiled(line) for line in entries(file.stem, file.parent))


def told(prose: Prose, file: Path, kind: Kind) -> Iterator[Slip]:
    """The turns of phrase of a file that stand in a text."""
    stand = frozenset(LETTERS.findall(prose.text.lower()))
    for pattern in patterns(file):
        if not pattern.needs.isdisjoint(stand):
            for match in pattern.wrong.finditer(prose.text):
                right = made(pattern, match)
                if right.lower() != " ".join(match.group().lower().split()):
                    yield Slip(kind, Span(*match.span()), f"“{match.group()}” reads “{right}”.", (right,), mild=pattern.mild)


def made(pattern: Pattern, match: re.Match[str]) -> str:
    """What was meant, with a capital where the slip has one."""
    right = pattern.right
    if pattern.slot:
        verb = verbs_by(pattern.slot).get(match["verb"].lower()) or {}
        right = SLOT.sub(lambda form: verb[form[1]], right)
    right = re.sub(r"\\(\d)", lambda number: match[int(number[1])] or "", right)
    right = re.sub(r"  +", " ", right)
    return right[0].upper() + right[1:] if match.group()[0].isupper() else right
