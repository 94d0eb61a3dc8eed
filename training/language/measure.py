"""How well spelling does on the development sets: found, right, first suggestion; false alarms in 1,000 words; time.

python -m training.language.measure [-v]
"""

import json
import random
import re
import resource
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sincerely.proof.language.misspellings import misspelt
from sincerely.proof.language.suggestions.near import suggestions
from sincerely.proof.language.words.tables import level, listed
from sincerely.proof.senses import Prose
from training.language.sources import ROOT, SHARED, letters, prose, scowl

LETTERS = ROOT / "training/language/letters"
WORDLISTS = SHARED / "data/spell/wordlists"
MARKED = re.compile(r"\{([^|}]*)\|([^}]*)\}")
WORD = re.compile(r"[^\W\d_]+")
TYPED = 600
VERBOSE = "-v" in sys.argv


@dataclass(frozen=True)
class Spoilt:
    """A text with misspellings: where each stands and what was meant."""

    text: str
    slips: tuple[tuple[int, int, str], ...]


def lines(name: str) -> list[str]:
    return [line for line in (LETTERS / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def by_hand(sizes: set[str]) -> Iterator[Spoilt]:
    """Our own slips in sentences, those left out that are words of their own."""
    for line in lines("slips.txt"):
        text, slips, done = "", [], 0
        for match in MARKED.finditer(line):
            text += line[done : match.start()]
            done = match.end()
            wrong, right = match.groups()
            if wrong.lower() not in sizes:
                slips.append((len(text), len(text) + len(wrong), right))
            text += wrong
        yield Spoilt(text + line[done:], tuple(slips))


def typed(sizes: set[str]) -> Iterator[Spoilt]:
    """Sentences of the corpus in which one word of four letters or more is mistyped by one slip of the fingers."""
    chance = random.Random(5)
    sentences = [text for text in letters() if not re.search(r"[*@]|\d", text)]
    while True:
        text = chance.choice(sentences)
        words = [
            match
            for match in re.finditer(r"(?<![\w'’])[a-z]{4,}(?![\w'’-])", text)
            if listed(match.group()) and level(match.group()) > 8
        ]
        if not words:
            continue
        match = chance.choice(words)
        word = match.group()
        place = chance.randrange(1, len(word))
        kind = chance.choice(("swap", "drop", "twice", "near"))
        near = {
            "a": "s",
            "e": "r",
            "i": "o",
            "o": "p",
            "n": "m",
            "t": "r",
            "s": "d",
            "r": "t",
            "l": "k",
            "d": "f",
            "c": "v",
            "u": "i",
        }
        wrong = {
            "swap": word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :],
            "drop": word[:place] + word[place + 1 :],
            "twice": word[:place] + word[place] + word[place:],
            "near": word[:place] + near.get(word[place], "x") + word[place + 1 :],
        }[kind]
        if wrong != word and wrong not in sizes:
            yield Spoilt(
                text[: match.start()] + wrong + text[match.end() :], ((match.start(), match.start() + len(wrong), word),)
            )


def found(name: str, texts: Iterable[Spoilt]) -> None:
    """Recall, precision and F0.5 of slips, and how often the first and one of the suggestions is right."""
    meant = hit = first = any_ = wrong = 0
    for spoilt in texts:
        slips = list(misspelt(Prose(spoilt.text)))
        meant += len(spoilt.slips)
        for start, end, right in spoilt.slips:
            over = [slip for slip in slips if slip.span.start < end and start < slip.span.end]
            if not over:
                say("missed", spoilt.text[start:end], right, spoilt.text)
                continue
            hit += 1
            same = [same_word(each, right) for each in over[0].suggestions]
            first += same[:1] == [True]
            any_ += any(same)
            if not same[0]:
                say("first", spoilt.text[start:end], right, over[0].suggestions)
        for slip in slips:
            if not any(slip.span.start < end and start < slip.span.end for start, end, _ in spoilt.slips):
                wrong += 1
                say("alarm", spoilt.text[slip.span.start : slip.span.end], slip.suggestions)
    recall, precision = hit / meant, hit / (hit + wrong)
    score = 1.25 * precision * recall / (0.25 * precision + recall)
    shares = f"recall {recall:.3f}, precision {precision:.3f}, F0.5 {score:.3f}, first {first / hit:.3f}, any {any_ / hit:.3f}"
    print(f"{name:24} {meant:5} slips: {shares}")


BRITISH = str.maketrans({"z": "s"})


def same_word(one: str, other: str) -> bool:
    """The same word, by either country's spelling of -ise, -our and -ll-."""
    fold = [
        word.lower().translate(BRITISH).replace("our", "or").replace("ll", "l").replace("é", "e").replace("ce", "se")
        for word in (one, other)
    ]
    return fold[0] == fold[1]


def alarms(name: str, texts: Iterable[tuple[str, frozenset[str]]]) -> None:
    """False alarms in 1,000 words of text that is taken to be right."""
    count = words = 0
    start = time.process_time()
    for text, known in texts:
        words += len(WORD.findall(text))
        for slip in misspelt(Prose(text, known)):
            count += 1
            say(
                "alarm",
                text[slip.span.start : slip.span.end],
                slip.suggestions[:2],
                text[max(0, slip.span.start - 25) : slip.span.end + 15],
            )
    spent = time.process_time() - start
    print(
        f"{name:24} {words:7} words: {count:4} alarms, {1000 * count / words:.2f} in 1,000; {spent * 1e5 / words:.2f} ms in 100"
    )


def say(*parts: object) -> None:
    if VERBOSE:
        print("   ", *parts)


def word_lists() -> None:
    """The first suggestion on lists of misspellings without their sentences."""
    for name in ("wikipedia.dat", "aspell.dat"):
        right, pairs = "", []
        for line in (WORDLISTS / name).read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("$"):
                right = line[1:]
            elif line.isalpha() and line.islower() and right.isalpha() and not listed(line):
                pairs.append((line, right))
        chosen = random.Random(1).sample(pairs, min(400, len(pairs)))
        first = sum(1 for wrong, meant in chosen if (given := suggestions(wrong)) and same_word(given[0].word, meant))
        print(f"{name:24} {len(chosen):5} words: first {first / len(chosen):.3f}")


def cases() -> Iterator[tuple[str, frozenset[str]]]:
    for line in (SHARED / "cases/dev.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if not any(must["rule"].startswith("language/") for must in case["expect"]["must"]):
            yield case["message"]["body"], frozenset(WORD.findall(json.dumps(case["record"], ensure_ascii=False)))


def messages() -> Iterator[tuple[str, frozenset[str]]]:
    for line in (ROOT / "training/corpus/messages.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = "\n\n".join(sentence["text"] for sentence in row["sentences"])
        yield text, frozenset(WORD.findall(json.dumps(row["facts"], ensure_ascii=False)))


def main() -> None:
    sizes = {word for word, size in scowl("words").items() if min(size.values()) <= 60}
    found("slips by hand", by_hand(sizes))
    mistyped = typed(sizes)
    found("slips of the fingers", (next(mistyped) for _ in range(TYPED)))
    word_lists()
    nobody: frozenset[str] = frozenset()
    alarms("names of many lands", ((line, nobody) for line in lines("right.txt")))
    alarms("clean development cases", cases())
    alarms("messages of the corpus", messages())
    for name in ("ref0", "ref2"):
        text = (SHARED / "data/spell/gmeg-wiki-dev" / name).read_text(encoding="utf-8")
        alarms(f"gmeg wiki {name}", ((line.replace(" n't", "n't").replace(" 's", "'s"), nobody) for line in text.splitlines()))
    alarms("technical prose", ((line, nobody) for line in prose()))
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
