"""Writes docs/tone.md: the figures of the last training."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.judge import HeadFigures
from training.split import Side
from training.tiers import Figures

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "tone.md"
# What follows is written by `python -m benchmarks.tone`, and stays.
PEERS = "## Beside other programs"


@dataclass(frozen=True)
class Page:
    """All figures of one training; `curve`: what was read, and what "any" then finds of the sealed at 2 % and 5 %."""

    read: Side
    fold: Side
    sealed: Side
    tiers: tuple[Figures, ...]
    curve: list[tuple[str, tuple[float, ...]]]


def write_page(page: Page) -> None:
    lines = [*head(page)]
    for tier in page.tiers:
        lines += heads(tier)
    lines += [*letters(page), *learning(page)]
    _, found, peers = PAGE.read_text(encoding="utf-8").partition(PEERS)
    if found:
        lines += ["", found + peers.rstrip()]
    PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def count(side: Side) -> tuple[int, int, int]:
    """Sentences, whole letters, and clean ones among these."""
    letters = {line.message for line in side.lines}
    return len(side.singles), len(letters), len(letters - {line.message for line in side.lines if line.labels})


def head(page: Page) -> Iterator[str]:
    read, fold, sealed = (count(side) for side in (page.read, page.fold, page.sealed))
    yield from (
        "<!-- Written by `python -m training`: do not edit. -->",
        "",
        "# How well tone is judged",
        "",
        f"Both models read {read[0]:,} labelled sentences and {read[1]:,} whole letters (`training/README.md` says where they",
        "are from). Every figure below is of the scores alone, before the rules add their patterns, and of sentences and letters",
        "that the models had not read. The full model is judged as it is shipped, in eight bits and with the quick one's say.",
        "",
        f"- **sealed**: authors kept out altogether: {sealed[0]:,} sentences (second-language English, and passages of several",
        f"  sentences), and {sealed[1]} whole letters, {sealed[2]} of them clean, by an author of nothing else.",
        f"- **fold**: the scales and bars are set on these: {fold[0]:,} sentences by one author, {fold[1]} letters, {fold[2]} of",
        "  them clean. There was time for one such fold, not for several fits.",
        "",
        "Twins stand on the same side, and what shares half of its runs of four words with a judged sentence was not read.",
        "",
    )


def heads(tier: Figures) -> Iterator[str]:
    yield from (
        f"## Sentence by sentence: the {tier.tier} model",
        "",
        "Half of the clean sentences are close twins of faulty ones: harder than ordinary letters. The bar is that of letters.",
        "",
        "| | faults, sealed | AUC, sealed | found at the bar | right when it speaks | faults, fold | AUC, fold |",
        "|---|---|---|---|---|---|---|",
    )
    for one, other in zip(tier.sealed, tier.fold, strict=True):
        right = "–" if one.right != one.right else f"{one.right:.2f}"
        yield (
            f"| `{one.head}` | {one.faults} | {one.auc:.3f} ± {one.half_width:.3f} | {one.found:.2f} | {right} | "
            f"{other.faults} | {other.auc:.3f} ± {other.half_width:.3f} |"
        )
    yield from (
        "",
        f"Mean AUC per rule: {mean(tier.sealed):.3f} sealed, {mean(tier.fold):.3f} fold. `any` finds {tier.any_sealed[0]:.2f} of",
        f"the faulty sentences where 2 % of the clean are flagged and {tier.any_sealed[1]:.2f} at 5 % (sealed);",
        f"{tier.any_fold[0]:.2f} and {tier.any_fold[1]:.2f} (fold).",
        "",
    )


def mean(figures: list[HeadFigures]) -> float:
    return sum(item.auc for item in figures[:-1]) / (len(figures) - 1)


def letters(page: Page) -> Iterator[str]:
    yield from (
        "## Letter by letter",
        "",
        "| | clean letters | left alone | faulty letters | noticed | by the right rule | AUC |",
        "|---|---|---|---|---|---|---|",
    )
    for tier in page.tiers:
        rows = (
            ("sealed; bars of the fold", tier.letters_sealed),
            ("sealed, would hold; likewise", tier.held_sealed),
            ("fold; bars of the sealed", tier.letters_fold),
        )
        for name, item in rows:
            yield (
                f"| {tier.tier}: {name} | {item.clean} | {item.left_alone:.3f} | {item.faulty} | {item.noticed:.2f} | "
                f"{item.named:.2f} | {item.auc:.3f} |"
            )
    yield from (
        "",
        "The bars that are shipped are set on the clean letters of both sets: 2 in 100 of them may be flagged, 1 in 200 held.",
        "",
    )


def learning(page: Page) -> Iterator[str]:
    yield from ("## More sentences", "", "| read | `any`, sealed: found at 2 % | at 5 % |", "|---|---|---|")
    for name, (two, five) in page.curve:
        yield f"| {name} | {two:.2f} | {five:.2f} |"
    for tier in page.tiers:
        yield f"| {tier.tier}, as shipped: {len(page.read.singles):,} | {tier.any_sealed[0]:.2f} | {tier.any_sealed[1]:.2f} |"
