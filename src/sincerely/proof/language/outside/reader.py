"""Another engine behind the form of our checks: its sentences remembered, its crashes kept from the letter."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import accumulate, islice
from typing import NamedTuple

from sincerely.proof.language.filter import right_here
from sincerely.proof.language.outside.switches import MESSAGES, Switch
from sincerely.proof.memory import Memory
from sincerely.proof.senses import Prose, Slip
from sincerely.proof.sentences import WORD, cut_sentences
from sincerely.terms import Span

# Sentences remembered: some forty letters of usual length, about a megabyte.
REMEMBERED = 1024
# Longer sentences are none; more text than this (some 3,000 words, ten times the longest letter) is not read to its end.
LONGEST_SENTENCE, LONGEST_TEXT = 1_000, 20_000
# Between sentences that are read at once: an engine takes them for paragraphs.
GAP = "\n\n"
MOST_SUGGESTIONS = 3
# Marks in one letter; a text with more of them needs another reader than us.
MOST_MARKS = 40


class Said(NamedTuple):
    """What an engine says of a text: by which rule of which category, where (in characters), and what to write instead."""

    rule: str
    start: int
    end: int
    suggestions: tuple[str, ...]
    category: str = ""


Read = Callable[[str], Iterable[Said]]
Load = Callable[[Collection[str]], Read]


class Outside:
    """A check by another engine; `note` says in plain words where it could not read the last letters, empty where it could.

    The engine is loaded with the first letter. Where it is absent or fails, it finds nothing from then on.
    """

    def __init__(self, name: str, install: str, load: Load, switches: dict[str, Switch]) -> None:
        self.name, self.install, self.load, self.switches = name, install, load, switches
        self.read: Read | None = None
        self.note = ""
        self.heard: Memory[str, tuple[Said, ...]] = Memory(REMEMBERED)

    def __call__(self, prose: Prose) -> Iterator[Slip]:
        """Slips of the rules that are on; names, words on record and words with capitals are left alone."""
        return islice(self.marks(prose), MOST_MARKS)

    def marks(self, prose: Prose) -> Iterator[Slip]:
        right = right_here(prose.known, prose.names)
        text = prose.text[:LONGEST_TEXT]
        sentences = [span for span in cut_sentences(text, Span(0, len(text))) if span.end - span.start <= LONGEST_SENTENCE]
        heard = self.heard.answers((text[start:end] for start, end in sentences), self.hear)
        for start, end in sentences:
            words = text[start:end]
            for said in heard[words]:
                if sound(words, said, right):
                    yield slip(said, self.switches[said.rule], start, words)

    def hear(self, sentences: list[str]) -> list[tuple[Said, ...]]:
        """Reads some sentences all at once, which takes half the time of one by one."""
        starts = [0, *accumulate(len(sentence) + len(GAP) for sentence in sentences)]
        found: list[list[Said]] = [[] for _ in sentences]
        for said in self.said(GAP.join(sentences)):
            place = bisect_right(starts, said.start) - 1
            if 0 <= place < len(sentences):
                start = starts[place]
                found[place].append(said._replace(start=said.start - start, end=said.end - start))
        return [tuple(each) for each in found]

    def ready(self) -> bool:
        """True where the engine can be asked."""
        if self.read is None and self.switches and not self.note:
            try:
                self.read = self.load(frozenset(self.switches))
            except ImportError:
                self.note = f"{self.name} is not installed, so its checks were left out. To have them: {self.install}."
            except BaseException as error:
                self.fail(error)
        return self.read is not None

    def said(self, text: str) -> list[Said]:
        if not self.ready() or self.read is None:
            return []
        try:
            return [said for said in self.read(text) if said.rule in self.switches]
        except BaseException as error:
            self.fail(error)
            return []

    def fail(self, error: BaseException) -> None:
        """A panic in foreign code is no Exception, yet no reason to lose the letter; what stops the program goes on doing so."""
        if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit | MemoryError):
            raise error
        self.read = None
        self.note = f"{self.name} stopped working ({type(error).__name__}), so its checks were left out."


def sound(sentence: str, said: Said, right: frozenset[str]) -> bool:
    """False where a mark stands on a name: a word on record, with a capital inside the sentence, with accents or digits."""
    if not 0 <= said.start < said.end <= len(sentence):
        return False
    for match in WORD.finditer(sentence):
        if match.end() <= said.start or said.end <= match.start():
            continue
        word = match.group()
        if word.casefold() in right or not word.isascii() or any(sign.isdigit() for sign in word):
            return False
        if match.start() > 0 and word[0].isupper() and word != "I" and not word.startswith(("I'", "I’")):
            return False
    return True


def slip(said: Said, switch: Switch, offset: int, sentence: str) -> Slip:
    marked = sentence[said.start : said.end]
    words = tuple(dict.fromkeys(word for word in said.suggestions if word.strip() and word != marked))
    return Slip(
        switch.kind,
        Span(offset + said.start, offset + said.end),
        MESSAGES[switch.wording],
        words[:MOST_SUGGESTIONS],
    )
