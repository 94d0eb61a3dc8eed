"""Where a text may name somebody: each word with a capital, with what its neighbours say about it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sincerely.proof.language.names import courtesies
from sincerely.proof.language.names.addressees import Word
from sincerely.proof.language.names.folding import NAME_WORD, bare, is_small, plain
from sincerely.proof.language.names.lists import TITLES
from sincerely.terms import Span

THANKED = re.compile(
    r"\b(?:thanks|thank you|cheers|much|a lot|again|bye|sorry|apologies)(?: once more)?,\s+(?:\w{1,5}\.?\s+)?$",
    re.IGNORECASE,
)
PLACED = re.compile(r"\b(?:at|in|near|the|a|an|every|old|new)\s+$", re.IGNORECASE)
RELATED = re.compile(
    r"\b(?:my|our|a|an old|his|her)(?: (?:old|former|dear|good|late|then|first))? (?:friend|colleague|co-worker|sister|"
    r"brother|wife|husband|"
    r"manager|boss|mentor|son|daughter|cousin|partner|mother|father|mum|dad|uncle|aunt|tutor|teacher|neighbou?r|flatmate|"
    r"referee),?\s+$",
    re.IGNORECASE,
)
FIRM = re.compile(r"\s+(?:&|\+)\s|\s+(?:Ltd|Inc|LLC|LLP|GmbH|plc)\b")
INTRODUCED = re.compile(r"\b(?:this is|it is|it['’]s|my name is|i am|i['’]m|name['’]s)\s+(?:\w+\s+)?$", re.IGNORECASE)
SENTENCE_START = re.compile(r"(?:^|[.!?…:]|\n)[\s\"'“‘(\[]*$")
SPOKEN_TO = re.compile(r", (?:you|your)\b")
NEIGHBOUR = re.compile(r"\s+")
LOOK_BACK = 60


@dataclass(frozen=True, slots=True)
class Mention:
    """A word with a capital. `before`, `after`: the words that touch it, empty over a comma or full stop.

    `titles`: the title before it, if any. `thanked`: it stands where one says whom one thanks. `placed`: after "at", "in", "the",
    "my friend", or before "& Co" and its like.
    `introduced`: after "this is", "my name is". `opens`: it is the first word of a sentence.
    `ends`: it is the last of the text. `called`: it stands between commas, or before "you", as one calls a reader by name.
    """

    word: Word
    before: str
    after: str
    titles: tuple[str, ...]
    thanked: bool
    placed: bool
    introduced: bool
    opens: bool
    ends: bool
    called: bool


def mentions(text: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """Every word with a capital of at least three letters in a stretch of text, titles aside."""
    found = list(NAME_WORD.finditer(text, start, len(text) if end is None else end))
    for number, match in enumerate(found):
        if is_small(match[0]):
            continue
        said = courtesies.uncourtly(bare(match[0]))
        if len(said) < 3 or plain(said) in TITLES:
            continue
        place = Span(match.start(), match.start() + len(said))
        previous = found[number - 1] if number else None
        following = found[number + 1] if number + 1 < len(found) else None
        touches = previous is not None and touching(text, previous.end(), match.start(), plain(previous[0]) in TITLES)
        before = previous[0] if previous and touches else ""
        back = text[max(start, match.start() - LOOK_BACK) : match.start()]
        opens = bool(SENTENCE_START.search(back))
        yield Mention(
            word=Word(said, place),
            before=before,
            after=bare(following[0]) if following and touching(text, match.end(), following.start(), False) else "",
            titles=(before,) if plain(before) in courtesies.before() else (),
            thanked=bool(THANKED.search(back)),
            placed=bool(PLACED.search(back) or RELATED.search(back) or FIRM.match(text, place.end)),
            introduced=bool(INTRODUCED.search(back)),
            opens=opens,
            ends=not text[match.end() :].strip(" .!,\n"),
            called=(back.endswith(", ") and text[place.end : place.end + 1] in (",", ".", "!", "?"))
            or (opens and bool(SPOKEN_TO.match(text, place.end))),
        )


def touching(text: str, start: int, end: int, titled: bool) -> bool:
    """True where only space, or a title's full stop, parts two words."""
    between = text[start:end]
    return bool(NEIGHBOUR.fullmatch(between)) or (titled and between.strip(" ") == ".")
