"""What is judged: our own sealed authors, and public sets that neither model was taught the answers of."""

import csv
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "training" / "corpus"
PUBLIC = ROOT.parent / "shared" / "data" / "tone"
# Files of the corpus: two sets by authors that neither model has read.
SETS = {"sealed": ("voices-world", "passages", "messages"), "fresh": ("sealed-*",)}
MOST = 1_000  # of a public set, drawn with a fixed seed
LONGEST = 2_000  # characters of a public text
OURS = ("pressure/", "hostility/", "professional/desperation", "professional/oversharing", "professional/forward")
OURS_TOO = ("professional/register", "brevity/filler")
END_MARKS = tuple('.!?…"”)')


@dataclass(frozen=True)
class Texts:
    """Texts, each as its sentences, and whether something is wrong with them."""

    name: str
    texts: list[list[str]]
    faulty: list[bool]


def sets() -> Iterator[Texts]:
    for name, files in SETS.items():
        if rows := read(files):
            yield of_sentences(name, [row for row in rows if "sentences" not in row])
            yield of_letters(name, [row for row in rows if "sentences" in row])
    for name, texts in PUBLIC_SETS.items():
        if PUBLIC.exists():
            labelled = sorted(texts())
            some = random.Random(0).sample(labelled, min(MOST, len(labelled)))
            yield Texts(name, [[text[:LONGEST]] for text, _ in some], [faulty for _, faulty in some])


def wrong(labels: list[str]) -> bool:
    return any(label.startswith(OURS + OURS_TOO) for label in labels)


def read(files: tuple[str, ...]) -> list[dict[str, Any]]:
    paths = [path for name in files for path in sorted(CORPUS.glob(f"{name}.jsonl"))]
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def of_sentences(name: str, rows: list[dict[str, Any]]) -> Texts:
    rows = [row for row in rows if wrong(row["labels"]) or not row["labels"]]
    return Texts(f"own: {name} sentences", [[row["text"]] for row in rows], [wrong(row["labels"]) for row in rows])


def of_letters(name: str, rows: list[dict[str, Any]]) -> Texts:
    prose = [[one["text"] for one in row["sentences"] if is_prose(one["text"])] for row in rows]
    return Texts(f"own: {name} letters", prose, [any(wrong(one["labels"]) for one in row["sentences"]) for row in rows])


def is_prose(text: str) -> bool:
    """Not a greeting, a closing phrase or a signature."""
    return text.rstrip().endswith(END_MARKS) or len(text.split()) >= 6


def table(path: str) -> list[dict[str, str]]:
    with (PUBLIC / path).open(encoding="utf-8", errors="replace", newline="") as file:
        return list(csv.DictReader(file))


def politeness() -> Iterator[tuple[str, bool]]:
    """Wikipedia requests, the politest and the rudest quarter, as their authors divide them."""
    # A few rows of the file lost a column to a stray quotation mark; they are left out.
    whole = [row for row in table("stanford_politeness/wikipedia.annotated.csv") if is_number(row["Normalized Score"])]
    rows = sorted(whole, key=lambda row: float(row["Normalized Score"]))
    quarter = len(rows) // 4
    yield from ((row["Request"], True) for row in rows[:quarter])
    yield from ((row["Request"], False) for row in rows[-quarter:])


def is_number(text: str | None) -> bool:
    try:
        float(text or "")
    except ValueError:
        return False
    return True


PUBLIC_SETS: dict[str, Callable[[], Iterator[tuple[str, bool]]]] = {
    "Wikipedia requests: rudest, politest quarter": politeness,
    "Wikipedia comments: toxic": lambda: (
        (row["comment"], row["toxic"] == "True") for row in table("wiki_toxicity_test/toxicity_nonfuzzed_testset.csv")
    ),
    "tweets: offensive or hateful": lambda: ((row["tweet"], row["class"] != "2") for row in table("davidson/labeled_data.csv")),
    "posts: sexist": lambda: (
        (row["text"], row["label_sexist"] == "sexist") for row in table("edos/edos_labelled_aggregated.csv")
    ),
    "tweets: sarcastic": lambda: ((row["text"], row["sarcastic"] == "1") for row in table("isarcasmeval/task_A_En_test.csv")),
}
