"""Decides which rules of Harper and LanguageTool speak in the full tier, and writes the table of them with their figures.

python -m training.language.switches [--write]

A rule is on where, on material to develop with, it finds slips that our quick tier misses, and is right often enough. Material:
planted slips and labelled ones of wrong real words (our own sets, ../shared/data/spell/letters), wiki sentences with corrections
by four people (../shared/data/spell/gmeg-wiki-dev, CC BY-SA, to test with only); right text: our corpus, and workplace prose.
Never the sealed sets of benchmarks/language. Seeded; about ten minutes of one core with both engines installed.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from rich.console import Console
from rich.progress import track
from rich.table import Table

from sincerely.proof.engines import load_senses
from sincerely.proof.language.outside import harper, languagetool
from sincerely.proof.language.outside.reader import Read, Said, sound
from sincerely.proof.language.outside.switches import TABLE
from sincerely.proof.senses import LanguageEngine, Prose
from sincerely.proof.sentences import cut_sentences
from sincerely.proof.wordlists import entries
from sincerely.terms import Span
from training.language.sources import LANGUAGE, ROOT, SHARED, letters, prose

ENGINES = (harper, languagetool)
SEED = 11
PLANTED, RIGHT_SENTENCES, RIGHT_LINES = 1200, 2500, 800
MARKED = re.compile(r"\{([^|}]*)\|([^}]*)\}")
# On: so often right (the house asks .90 of wrong real words) in so many slips that the quick tier misses; or never wrong at all.
FEWEST_FOUND, LEAST_PRECISION = 3, 0.9
# What their kinds of rule are in our words; kinds that are matters of layout, style or variety stay off.
WORDINGS = {
    **dict.fromkeys(("Agreement",), ("grammar", "agreement")),
    **dict.fromkeys(("Grammar", "GRAMMAR", "Usage", "Nonstandard", "MISC", "Miscellaneous"), ("grammar", "grammar")),
    **dict.fromkeys(("Repetition", "REPETITIONS"), ("grammar", "doubled")),
    **dict.fromkeys(("Punctuation", "PUNCTUATION"), ("grammar", "punctuation")),
    **dict.fromkeys(("WordChoice", "Typo", "Eggcorn", "Malapropism", "CONFUSED_WORDS", "FALSE_FRIENDS"), ("confusion", "word")),
    **dict.fromkeys(("COLLOCATIONS", "NONSTANDARD_PHRASES", "SEMANTICS"), ("grammar", "phrase")),
    **dict.fromkeys(("BoundaryError", "COMPOUNDING"), ("spelling", "joined")),
    **dict.fromkeys(("Spelling", "TYPOS"), ("confusion", "word")),
}
# The rules that look words up; the others of their category know wrong real words.
SPELLING = {"SpellCheck", "MORFOLOGIK_RULE_EN_US"}
# One word for another, as hurried writers do it.
SWAPS = {
    **{"your": "you're", "you're": "your", "their": "there", "there": "their", "its": "it's", "it's": "its", "than": "then"},
    **{"from": "form", "to": "too", "too": "to", "were": "where", "where": "were", "is": "are", "are": "is", "was": "were"},
    **{"has": "have", "have": "has", "a": "an", "an": "a", "lose": "loose", "accept": "except", "affect": "effect"},
    **{"advice": "advise", "meet": "meat", "hear": "here", "know": "now", "quite": "quiet", "would": "would of"},
    **{"this": "these", "these": "this", "many": "much", "went": "gone", "seen": "saw", "and": "an", "the": "the the"},
    **{"of": "off", "for": "four", "write": "right", "weeks": "week", "years": "year", "asked": "ask", "worked": "work"},
}


class Wrong(NamedTuple):
    """A text and the places in it that are wrong."""

    text: str
    places: tuple[tuple[int, int], ...]


class Figure(NamedTuple):
    """Of one rule: what it found that our quick tier misses, and what it marked for nothing."""

    found: int
    false: int

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + self.false)

    @property
    def is_on(self) -> bool:
        return self.found > 0 == self.false or (self.found >= FEWEST_FOUND and self.precision >= LEAST_PRECISION)


def marked(lines: Iterable[str]) -> Iterator[Wrong]:
    """Our own lines, in which {written|meant} stands for a slip."""
    for line in lines:
        if line.strip() and not line.startswith("#"):
            text, places, done = "", [], 0
            for match in MARKED.finditer(line):
                text += line[done : match.start()]
                places.append((len(text), len(text) + len(match[1])))
                text += match[1]
                done = match.end()
            yield Wrong(text + line[done:], tuple(places))


def labelled() -> Iterator[Wrong]:
    yield from marked((ROOT / "training/language/letters/wrong_words_a.txt").read_text(encoding="utf-8").splitlines())
    for row in json.loads((SHARED / "data/spell/letters/slips.json").read_text(encoding="utf-8")):
        yield Wrong(row["wrong"], (tuple(row["span"]),))


def corrected() -> Iterator[Wrong]:
    """Wiki sentences with every place that one of four people changed."""
    folder = SHARED / "data/spell/gmeg-wiki-dev"
    source, *others = (
        (folder / name).read_text(encoding="utf-8").splitlines() for name in ("source", "ref0", "ref1", "ref2", "ref3")
    )
    for line, *references in zip(source, *others, strict=True):
        words = line.split()
        text, starts = "", []
        for word in words:
            if text and not re.match(r"[.,;:!?)%]|n't|'", word) and not text.endswith("("):
                text += " "
            starts.append((len(text), len(text) + len(word)))
            text += word
        if '"' in text:
            continue
        places = set()
        for reference in references:
            for kind, first, last, _, _ in SequenceMatcher(None, words, reference.split(), autojunk=False).get_opcodes():
                if kind != "equal":
                    last = max(last, first + 1)
                    places.add((starts[max(0, first - 1)][0], starts[min(last, len(starts) - 1)][1]))
        yield Wrong(text, tuple(places))


def planted(sentences: list[str], others: dict[str, list[str]], chance: random.Random) -> Iterator[Wrong]:
    """Right sentences of ours with one word swapped for another."""
    for text in chance.sample(sentences, PLANTED):
        words = [match for match in re.finditer(r"[A-Za-z'’]+", text) if match.group().lower() in others]
        if words:
            match = chance.choice(words)
            other = chance.choice(others[match.group().lower()])
            other = other.capitalize() if match.group()[0].isupper() and match.start() == 0 else other
            yield Wrong(text[: match.start()] + other + text[match.end() :], ((match.start(), match.start() + len(other)),))


def confused() -> dict[str, list[str]]:
    """For each word those that it is taken for."""
    found: dict[str, list[str]] = {}
    for words in map(str.split, entries("sets", LANGUAGE / "confusions")):
        for word in words:
            found.setdefault(word, []).extend(other.replace("_", " ") for other in words if other != word)
    return {word: others for word, others in found.items() if "_" not in word}


def right(sentences: list[str], chance: random.Random) -> Iterator[Wrong]:
    """Text in which nothing is wrong, as far as anybody knows."""
    yield from marked((ROOT / "training/language/letters/right.txt").read_text(encoding="utf-8").splitlines())
    yield from (Wrong(text, ()) for text in chance.sample(sentences, RIGHT_SENTENCES))
    lines = [line for line in prose() if len(line) > 40 and line[0].isalpha() and line.rstrip()[-1] in ".!?" and "`" not in line]
    yield from (Wrong(text, ()) for text in chance.sample(lines, RIGHT_LINES))


def judged(read: Read, quick: LanguageEngine, texts: list[Wrong]) -> tuple[dict[str, Figure], dict[str, str]]:
    """The figures of each rule of an engine over the texts, and the kind that each calls itself."""
    found: Counter[str] = Counter()
    false: Counter[str] = Counter()
    kinds: dict[str, str] = {}
    for text, places in track(texts, "judging"):
        ours = [slip.span for slip in quick.slips(Prose(text))]
        for said in heard(read, text):
            if any(span.start < said.end and said.start < span.end for span in ours):
                continue
            kinds[said.rule] = said.category
            real = any(start < said.end and said.start < end for start, end in places)
            (found if real else false)[said.rule] += 1
    return {rule: Figure(found[rule], false[rule]) for rule in kinds}, kinds


def heard(read: Read, text: str) -> Iterator[Said]:
    """What an engine says of a text, sentence by sentence as it will be asked, names left alone."""
    for sentence in cut_sentences(text, Span(0, len(text))):
        words = text[sentence.start : sentence.end]
        for said in read(words):
            if sound(words, said, frozenset()):
                yield said._replace(start=said.start + sentence.start, end=said.end + sentence.start)


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m training.language.switches")
    options.add_argument("--write", action="store_true", help=f"Write {TABLE.name}.")
    chosen = options.parse_args()
    chance = random.Random(SEED)
    sentences = [text for text in letters() if 30 < len(text) < 400]
    swaps = {word: [other] for word, other in SWAPS.items()}
    wrong = [*labelled(), *corrected(), *planted(sentences, swaps, chance), *planted(sentences, confused(), chance)]
    texts = [*wrong, *right(sentences, chance)]
    quick = load_senses().language
    assert quick is not None
    rows: list[tuple[str, ...]] = []
    shown = Table("engine", "rule", "kind", "found", "false", "precision")
    for engine in ENGINES:
        figures, kinds = judged(engine.load(), quick, texts)
        for rule, figure in sorted(figures.items(), key=lambda pair: (-pair[1].found, pair[0])):
            kind, wording = ("spelling", "spelling") if rule in SPELLING else WORDINGS.get(kinds[rule], ("grammar", "grammar"))
            on = figure.is_on and kinds[rule] in WORDINGS
            numbers = (str(figure.found), str(figure.false), f"{figure.precision:.2f}")
            if on:
                shown.add_row(engine.NAME, rule, kind, *numbers)
            if figure.found:
                rows.append((engine.NAME, rule, "on" if on else "off", kind, wording, *numbers))
    Console().print(shown)
    words = sum(len(text.text.split()) for text in texts if not text.places)
    Console().print(f"{len(wrong)} wrong texts, {words:,} words without a known fault.")
    if chosen.write:
        head = (
            "# Rules of other engines: on where they found slips that the quick tier misses and were right often enough.",
            "# Written by `python -m training.language.switches --write`; figures on material to develop with.",
            "# engine\trule\tswitch\tkind\twording\tfound\tfalse\tprecision",
        )
        TABLE.write_text("\n".join([*head, *map("\t".join, rows)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
