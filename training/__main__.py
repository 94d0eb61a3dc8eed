"""`python -m training`: corpus in; both models and their evaluation page out. The README says how long it takes."""

from pathlib import Path

from sincerely.proof.tone import quick
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
PARTS = (4,)  # of the sentences, for the curve


def main() -> None:
    read, fold, sealed = sides()
    words, numbers = pieces()
    first, *later = courses(read)
    early = Course(first, epochs=4, pace=3e-4)
    every = [early, *(Course(side, epochs=1, pace=1.5e-4) for side in later)]
    teacher = finetune(every, words, numbers, CACHE)
    export(teacher, WEIGHTS)
    print("the quick model is taught", flush=True)
    fitted = distil(teacher, Reader(Vocabulary(words)), read)
    light = measured("quick", Counted(fitted), fold, sealed)
    write(fitted, light.alone, light.speaks, light.sure)
    curve = []
    for part in PARTS:
        some = Side(read.singles[::part], [])
        curve.append((f"quick, labels alone: {len(some.singles):,}", any_of(Counted(plain(some)), sealed.singles)))
    print("the full model is judged", flush=True)
    # It hears the quick one, as it has just been written.
    quick.cache_clear()
    full = measured("full", Shipped(written()), fold, sealed)
    written(full.alone, full.together, full.speaks, full.sure)
    write_page(Page(read, fold, sealed, (full.figures, light.figures), curve))


if __name__ == "__main__":
    main()
