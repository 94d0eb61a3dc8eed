"""Parts of a letter that are not in English: one remark on them all, and no other check looks at them."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from sincerely.proof.language.words.tables import listed, meant
from sincerely.proof.senses import Prose, Slip
from sincerely.proof.sentences import cut_sentences
from sincerely.proof.wordlists import wordlist
from sincerely.terms import Span

HERE = Path(__file__).parent
LONE_HALF = re.compile("[\ud800-\udfff]")
# Runs of letters; a word with a digit, an address or a path is no word of any language.
WORD = re.compile(r"(?<![\w@/.:#\\-])[^\W\d_]+(?:['’][^\W\d_]+)*(?![\w@/\\]|[.:]\w)")
ASCII_WORD = re.compile("[a-z]+(?:'[a-z]+)*")
# The last letter of the Latin alphabet with all its accents; Greek, Cyrillic and all others stand behind it.
LAST_LATIN = "\u024f"
LATIN_ADDED = ("\u1e00", "\u1eff")
# Three letters of a script that writes no spaces are about one word.
LETTERS_A_WORD = 3
# Of a sentence's words in small letters so many must be foreign, and so few English little words.
FEWEST, FOREIGN_SHARE, ENGLISH_SHARE = 2, 0.6, 0.2
# A closing phrase or a greeting of another language is a courtesy, nothing to remark on.
REMARKED = 10
BLANK = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Tongue:
    """How many words of a passage are foreign, how many are English little words, and how many there are."""

    foreign: int
    english: int
    words: int

    @property
    def is_foreign(self) -> bool:
        return (
            self.foreign >= FEWEST and self.foreign >= FOREIGN_SHARE * self.words and self.english <= ENGLISH_SHARE * self.words
        )


def english(prose: Prose) -> tuple[Prose, Slip | None]:
    """The prose with everything in other languages made spaces, so that spans stay true; and the one remark on that, if any."""
    text = LONE_HALF.sub("\ufffd", prose.text) if not prose.text.isascii() else prose.text
    right = frozenset(word.casefold() for word in prose.known | prose.names)
    parts: list[Span] = []
    count = 0
    for sentence in cut_sentences(text, Span(0, len(text))):
        words = text[sentence.start : sentence.end]
        if at_home(words):
            continue
        tongue = heard(words, right)
        if tongue.is_foreign:
            count += tongue.foreign
            parts.append(sentence)
    if not parts:
        return (prose if text is prose.text else replace(prose, text=text)), None
    pieces, done = [], 0
    for part in parts:
        pieces += [text[done : part.start], BLANK.sub(" ", text[part.start : part.end])]
        done = part.end
    rest = replace(prose, text="".join([*pieces, text[done:]]))
    return rest, remark(text, parts) if count >= REMARKED else None


def at_home(sentence: str) -> bool:
    """True where so many of the words are English little words that nothing can make the sentence foreign."""
    words = ASCII_WORD.findall(sentence.lower()) if sentence.isascii() else []
    return len(words) > 0 and sum(map(wordlist("english", HERE).__contains__, words)) > ENGLISH_SHARE * len(words)


def heard(sentence: str, right: frozenset[str]) -> Tongue:
    """What languages the words of a sentence are from; names and words on record are of none."""
    foreign = little = words = 0
    for match in WORD.finditer(sentence):
        word = match.group()
        first = word[0]
        if first > LAST_LATIN and not LATIN_ADDED[0] <= first <= LATIN_ADDED[1]:
            alien = 1 + (len(word) - 1) // LETTERS_A_WORD
            foreign += alien
            words += alien
            continue
        small = word.lower().replace("’", "'")
        if word != small and small not in wordlist("english", HERE) and small not in wordlist("foreign", HERE):
            continue
        words += 1
        if small in wordlist("english", HERE):
            little += 1
        elif small in wordlist("foreign", HERE) or (small not in right and not listed(small) and not meant(small)):
            foreign += 1
    return Tongue(foreign, little, words)


def remark(text: str, parts: list[Span]) -> Slip:
    """One for them all: it points at the first part, with the sentences that follow it at once."""
    start, end = parts[0]
    others = ""
    for part in parts[1:]:
        if text[end : part.start].strip():
            others = " Other parts are not, either."
            break
        end = part.end
    message = f"This part is not in English, so its spelling and grammar were not checked.{others}"
    return Slip("spelling", Span(start, end), message, mild=True)
