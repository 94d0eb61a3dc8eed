"""`python -m training`: corpus in; both models and their evaluation page out. The README says how long it takes."""

from pathlib import Path
from tempfile import TemporaryDirectory

from sincerely.proof.tone.encoder import WEIGHTS
from sincerely.proof.tone.wordpiece import Vocabulary
from training.distil import distil, plain
from training.export import export
from training.finetune import Course, finetune
from training.lessons import Reader
from training.page import Page, write_page
from training.shipped import Shipped, written
from training.split import Side, courses, sides
from training.tiers import Counted, any_of, measured
from training.vocabulary import pieces
from training.weights import write

CACHE = Path(__file__).with_name("cache")
PARTS = (4, 2)  # of the sentences, for the curve


def main() -> None:
    read, fold, sealed = sides()
    words, numbers = pieces()
    first, second, third = (
        Course(side, epochs, pace) for side, epochs, pace in zip(courses(read), (4, 1, 1), (3e-4, 1.5e-4, 1.5e-4), strict=True)
    )
    curve = []
    with TemporaryDirectory() as folder:
        scratch = Path(folder)
        before = scratch / "before.onnx"
        export(finetune([first], words, numbers, CACHE), before)
        curve.append(
            (f"full, first course: {len(first.side.singles):,}", any_of(Shipped(written(weights=before)), sealed.singles))
        )
    teacher = finetune([first, second, third], words, numbers, CACHE)
    export(teacher, WEIGHTS)
    print("the full model is judged", flush=True)
    full = measured("full", Shipped(written()), fold, sealed)
    written(full.alone, full.together, full.speaks, full.sure)
    print("the quick model is taught", flush=True)
    fitted = distil(teacher, Reader(Vocabulary(words)), read)
    quick = measured("quick", Counted(fitted), fold, sealed)
    write(fitted, quick.alone, quick.speaks, quick.sure)
    for part in (*PARTS, 1):
        some = Side(read.singles[::part], [])
        curve.append((f"quick, labels alone: {len(some.singles):,}", any_of(Counted(plain(some)), sealed.singles)))
    write_page(Page(read, fold, sealed, (full.figures, quick.figures), curve))


if __name__ == "__main__":
    main()
