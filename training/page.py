"""Writes docs/tone.md: the figures of the last training."""

from dataclasses import dataclass
from pathlib import Path

from training.judge import HeadFigures, LetterFigures

PAGE = Path(__file__).resolve().parents[1] / "docs" / "tone.md"


@dataclass(frozen=True)
class Page:
    """All figures of one training."""

    sentences: int
    authors: int
    sealed: list[HeadFigures]
    apart: list[HeadFigures]
    any_sealed: tuple[float, ...]
    any_apart: tuple[float, ...]
    letters: LetterFigures
    held: LetterFigures
    letters_unseen: LetterFigures
    curve: list[tuple[int, float, float]]


def write_page(page: Page) -> None:
    PAGE.write_text("\n".join([*head(page), *heads(page), *whole(page), *learning(page)]) + "\n", encoding="utf-8")


def head(page: Page) -> list[str]:
    return [
        "<!-- Written by `python -m training`: do not edit. -->",
        "",
        "# How well tone is judged",
        "",
        f"The quick model was fitted on {page.sentences:,} sentences by {page.authors} authors (`training/README.md` says",
        "where they are from). Every figure below is of the scores alone, before the rules add their patterns, and of sentences",
        "and letters that the model judged without having read them.",
        "",
        "- **sealed**: two authors (second-language English, and passages of several sentences) kept out altogether.",
        "- **authors apart**: five fits, each without some authors, each judging those. Twins always stand on the same side.",
        "",
        "The bars were set once, one for all rules, on the clean letters judged in the same five fits.",
        "",
    ]


def heads(page: Page) -> list[str]:
    out = [
        "## Sentence by sentence",
        "",
        "Half of the clean sentences are close twins of faulty ones: harder than ordinary letters.",
        "",
        "| | faults, sealed | AUC, sealed | faults, all | AUC, authors apart | found at the bar | right when it speaks |",
        "|---|---|---|---|---|---|---|",
    ]
    for one, other in zip(page.sealed, page.apart, strict=True):
        out.append(
            f"| `{one.head}` | {one.faults} | {one.auc:.3f} ± {one.half_width:.3f} | {other.faults} | "
            f"{other.auc:.3f} ± {other.half_width:.3f} | {other.found:.2f} | {other.right:.2f} |"
        )
    mean_sealed, mean_apart = (
        sum(item.auc for item in figures[:-1]) / (len(figures) - 1) for figures in (page.sealed, page.apart)
    )
    return [
        *out,
        "",
        f"Mean AUC per rule: {mean_sealed:.3f} sealed, {mean_apart:.3f} authors apart. `any` finds "
        f"{page.any_sealed[0]:.2f} of the faulty sentences where 2 % of the clean are flagged and "
        f"{page.any_sealed[1]:.2f} at 5 % (sealed); "
        f"{page.any_apart[0]:.2f} and {page.any_apart[1]:.2f} (authors apart).",
        "",
    ]


def whole(page: Page) -> list[str]:
    rows = (
        ("speaks; letters judged in five fits", page.letters),
        ("would hold; likewise", page.held),
        ("speaks; a fit that has read no whole letter", page.letters_unseen),
    )
    return [
        "## Letter by letter",
        "",
        "| | clean letters | left alone | faulty letters | noticed | by the right rule |",
        "|---|---|---|---|---|---|",
        *(
            f"| {name} | {item.clean} | {item.left_alone:.3f} | {item.faulty} | {item.noticed:.2f} | {item.named:.2f} |"
            for name, item in rows
        ),
        "",
        "The first row is a little kind: the bar was chosen on these letters, which are all by one author. The last row shows a",
        "model that has read labelled sentences only: ordinary letters teach it to leave ordinary letters alone.",
        "",
    ]


def learning(page: Page) -> list[str]:
    return [
        "## More sentences",
        "",
        "| sentences | `any`, sealed: found at 2 % | at 5 % |",
        "|---|---|---|",
        *(f"| {count:,} | {two:.2f} | {five:.2f} |" for count, two, five in page.curve),
        f"| all but the sealed | {page.any_sealed[0]:.2f} | {page.any_sealed[1]:.2f} |",
    ]
