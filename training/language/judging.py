"""What the checks of confused words and grammar find in our own sets, and their false alarms in correct text."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from sincerely.proof.language.engine import Check, settled
from sincerely.proof.senses import Prose, Slip
from training.language.sources import ROOT, SHARED

OWN = Path(__file__).with_name("letters")
MARKED = re.compile(r"\{([^|}]*)\|([^}]*)\}")


def checks() -> dict[str, Check]:
    """The checks by name."""
    from sincerely.proof.language.confusions.phrases import wrong_phrases
    from sincerely.proof.language.confusions.wrong import wrong_words
    from sincerely.proof.language.grammar import CHECKS

    return {
        "confusions": wrong_words,
        "turns of phrase": wrong_phrases,
        **{check.__module__.rpartition(".")[2]: check for check in CHECKS},
    }


def own(name: str) -> Iterator[tuple[str, str, list[tuple[int, int, str]]]]:
    """Each sentence of a set: as written, as meant, and where the slips stand with what was meant."""
    for line in (OWN / f"wrong_words_{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        text, places, done = "", [], 0
        for match in MARKED.finditer(line):
            text += line[done : match.start()]
            places.append((len(text), len(text) + len(match[1]), match[2]))
            text += match[1]
            done = match.end()
        yield text + line[done:], MARKED.sub(r"\2", line), places


def shared() -> Iterator[tuple[str, str, list[tuple[int, int, str]]]]:
    path = SHARED / "data/spell/letters/slips.json"
    if path.is_file():
        for row in json.loads(path.read_text(encoding="utf-8")):
            yield row["wrong"], row["right"], [(*row["span"], row["fix"])]


def correct() -> Iterator[tuple[str, list[str]]]:
    """Correct text by name: of our own, of the shared cases and sets."""
    rows = [json.loads(line) for line in (SHARED / "cases/dev.jsonl").read_text(encoding="utf-8").splitlines()]
    clean = [row for row in rows if not any(must["rule"].startswith("language/") for must in row["expect"]["must"])]
    yield "development cases", [row["message"]["body"] for row in clean]
    yield "names", [line for line in (OWN / "right.txt").read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    messages = [json.loads(line) for line in (ROOT / "training/corpus/messages.jsonl").read_text(encoding="utf-8").splitlines()]
    yield "messages", ["\n\n".join(part["text"] for part in row["sentences"]) for row in messages]
    for name in (
        "voices-trades",
        "voices-care",
        "voices-business",
        "voices-seniors",
        "voices-graduates",
        "voices-arts-public",
        "voices-tech",
    ):
        lines = (ROOT / f"training/corpus/{name}.jsonl").read_text(encoding="utf-8").splitlines()
        yield name, [row["text"] for row in map(json.loads, lines) if not row["labels"]]
    for name in ("microsoft-365-community", "18f-handbook", "govuk-developer-docs"):
        yield name, (SHARED / f"data/text/{name}.txt").read_text(encoding="utf-8").splitlines()
    references = (SHARED / "data/spell/gmeg-wiki-dev/ref1").read_text(encoding="utf-8").splitlines()
    yield "wiki references", [joined(line) for line in references]


def joined(line: str) -> str:
    """Words and marks that were cut apart, as they are written."""
    line = re.sub(r" ([.,;:!?%)\]]|n't|'(?:s|re|ve|ll|d|m)\b)", r"\1", line)
    return re.sub(r"([(\[]) ", r"\1", re.sub(r'" ([^"]*) "', r'"\1"', line))


def slips(text: str, every: dict[str, Check]) -> tuple[list[Slip], Counter[str]]:
    by: dict[Slip, str] = {slip: name for name, check in every.items() for slip in check(Prose(text))}
    kept = settled([], by)
    return kept, Counter(by[slip] for slip in kept)


def found(rows: Iterable[tuple[str, str, list[tuple[int, int, str]]]], every: dict[str, Check], show: bool) -> None:
    planted = hit = first = wrong = alarms = 0
    for text, right, places in rows:
        marks, _ = slips(text, every)
        for start, end, meant in places:
            planted += 1
            there = [mark for mark in marks if mark.span.start < end and start < mark.span.end]
            hit += bool(there)
            first += any(mark.suggestions[:1] and same(text, mark, start, end, meant) for mark in there)
            if show and not there:
                print("  missed:", text[start:end], "->", meant, "|", text)
        for mark in marks:
            if not any(mark.span.start < end and start < mark.span.end for start, end, _ in places):
                wrong += 1
                if show:
                    print("  elsewhere:", text[mark.span.start : mark.span.end], mark.suggestions, "|", text)
        said = slips(right, every)[0]
        alarms += len(said)
        if show:
            for mark in said:
                print("  on the right form:", right[mark.span.start : mark.span.end], mark.suggestions, mark.message, "|", right)
    print(f"  {planted} planted, found {hit / planted:.3f}, right word first {first / planted:.3f}; ", end="")
    print(f"precision {hit / max(1, hit + wrong + alarms):.3f} ({wrong} elsewhere, {alarms} on the right forms)")


def same(text: str, mark: Slip, start: int, end: int, meant: str) -> bool:
    """True where the first suggestion makes what was meant."""
    made = text[: mark.span.start] + mark.suggestions[0] + text[mark.span.end :]
    return made == text[:start] + meant + text[end:]


def judge(show: bool = False, names: str = "ab") -> None:
    every = checks()
    for name in names:
        print(f"set {name.upper()}")
        found(own(name), every, show and name == "a")
    print("shared sample")
    found(shared(), every, show)
    for name, texts in correct():
        said: Counter[str] = Counter()
        for text in texts:
            marks, by = slips(text, every)
            said += by
            if show and len(texts) < 4000:
                for mark in marks:
                    near = text[max(0, mark.span.start - 40) : mark.span.end + 40].replace("\n", " ")
                    print(f"  {name}: “{text[mark.span.start : mark.span.end]}” {mark.suggestions[:2]} {mark.kind} | {near}")
        total = sum(len(text.split()) for text in texts)
        rates = ", ".join(f"{check} {1000 * count / total:.2f}" for check, count in said.most_common())
        print(f"{name}: {total} words, false alarms in 1,000 words {1000 * said.total() / total:.2f} ({rates})")
