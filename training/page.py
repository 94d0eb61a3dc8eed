"""Writes docs/tone.md: the figures of the last training."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.blend import Shares
from training.judge import HeadFigures
from training.split import Side, Sides
from training.tiers import Tier

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "tone.md"
# What follows is written by `python -m benchmarks.tone`, and stays.
PEERS = "## Beside other programs"


@dataclass(frozen=True)
class Page:
    """All figures of one training; `curve`: what was read, and what "any" then finds of the sealed at 2 % and 5 %; `shares`: how
    well the fold is told apart with each share of the quick model, and of bluntness, in the full one."""

    every: Sides
    tiers: tuple[Tier, ...]
    curve: list[tuple[str, tuple[float, ...]]]
    shares: dict[Shares, float]


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
    read, fold, sealed, fresh = map(count, (page.every.read, page.every.fold, page.every.sealed, page.every.fresh))
    yield from (
        "<!-- Written by `python -m training`: do not edit. -->",
        "",
        "# How well tone is judged",
        "",
        f"Both models read {read[0]:,} labelled sentences and {read[1]:,} whole letters of {len(page.every.read.lines):,} lines",
        "(`training/README.md` says where they are from). Every figure below is of the scores alone, before the rules add their",
        "patterns, and of sentences and letters that the models had not read. The full model is judged as it is shipped, in",
        "eight bits and with the quick one's say.",
        "",
        f"- **sealed**: authors kept out altogether: {sealed[0]:,} sentences (second-language English, and passages of several",
        f"  sentences), and {sealed[1]} whole letters, {sealed[2]} of them clean, by an author of nothing else.",
    )
    if fresh[0]:
        yield from (
            f"- **fresh**: {fresh[0]:,} sentences and {fresh[1]} whole letters, {fresh[2]} of them clean, by one more author,",
            "  written when all else was decided.",
        )
    yield from (
        f"- **fold**: scales, bars and the share of the quick model are set on these: {fold[0]:,} sentences, {fold[1]} letters,",
        f"  {fold[2]} of them clean. One fold, not several: there was no time to teach the encoder again for each.",
        "",
        "Twins stand on the same side, and what shares half of its runs of four words with a judged sentence was not read.",
        "",
    )


def heads(tier: Tier) -> Iterator[str]:
    columns = [
        item for judged in tier.figures for item in (f"faults, {judged.name}", "AUC", "found at the bar", "right when it speaks")
    ]
    yield from (
        f"## Sentence by sentence: the {tier.name} model",
        "",
        "Half of the clean sentences are close twins of faulty ones: harder than ordinary letters. The bar is that of letters.",
        "",
        "| | " + " | ".join(columns) + " |",
        "|---" * (len(columns) + 1) + "|",
    )
    for row in zip(*(judged.heads for judged in tier.figures), strict=True):
        cells = [
            f"{one.faults} | {told(one.auc, 3)} ± {told(one.half_width, 3)} | {told(one.found)} | {told(one.right)}"
            for one in row
        ]
        yield f"| `{row[0].head}` | " + " | ".join(cells) + " |"
    yield ""
    for judged in tier.figures:
        yield (
            f"- {judged.name}: mean AUC per rule {mean(judged.heads):.3f}; `any` finds {judged.any[0]:.2f} of the faulty "
            f"sentences where 2 % of the clean are flagged, {judged.any[1]:.2f} at 5 %"
        )
    yield ""


def told(figure: float, digits: int = 2) -> str:
    """A figure, or a dash where there was nothing to count."""
    return "–" if figure != figure else f"{figure:.{digits}f}"


def mean(figures: list[HeadFigures]) -> float:
    known = [item.auc for item in figures[:-1] if item.auc == item.auc]
    return sum(known) / len(known)


def letters(page: Page) -> Iterator[str]:
    yield from (
        "## Letter by letter",
        "",
        "| | clean letters | left alone | faulty letters | noticed | by the right rule | AUC |",
        "|---|---|---|---|---|---|---|",
    )
    for tier in page.tiers:
        for judged in tier.figures:
            for name, item in ((judged.name, judged.letters), (f"{judged.name}; would hold", judged.held)):
                yield (
                    f"| {tier.name}: {name} | {item.clean} | {item.left_alone:.3f} | {item.faulty} | {item.noticed:.2f} | "
                    f"{item.named:.2f} | {item.auc:.3f} |"
                )
    yield from (
        "",
        "The bars that are shipped are set on the clean letters of the fold: 2 in 100 of them may be flagged, 1 in 200 held.",
        "",
    )


def learning(page: Page) -> Iterator[str]:
    yield from ("## More sentences, read more often", "", "| read | `any`, sealed: found at 2 % | at 5 % |", "|---|---|---|")
    for name, (two, five) in page.curve:
        yield f"| {name} | {two:.2f} | {five:.2f} |"
    for tier in page.tiers:
        two, five = tier.figures[0].any
        yield f"| {tier.name}, as shipped: {len(page.every.read.singles):,} | {two:.2f} | {five:.2f} |"
    blunt = sorted({shares.bluntness for shares in page.shares})
    yield from (
        "",
        "## What the quick model and bluntness add",
        "",
        "How well the fold is told apart (mean of three AUCs), by the weight of the quick model beside the encoder (rows) and of",
        "how impolite the encoder finds a text (columns). The best pair is shipped.",
        "",
        "| | " + " | ".join(f"{one:g}" for one in blunt) + " |",
        "|---" * (len(blunt) + 1) + "|",
    )
    for quick in sorted({shares.quick for shares in page.shares}):
        yield f"| {quick:g} | " + " | ".join(f"{page.shares[Shares(quick, one)]:.4f}" for one in blunt) + " |"
