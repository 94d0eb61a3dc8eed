"""`python -m training`: corpus in; both models and their evaluation page out. The README says how long it takes."""

from pathlib import Path

from sincerely.proof.tone import quick
from sincerely.proof.tone.encoder import WEIGHTS
from sincerely.proof.tone.wordpiece import Vocabulary
from training.blend import choose_shares
from training.distil import distil, plain
from training.export import export
from training.finetune import EPOCHS, finetune, judged_alone
from training.lessons import Reader
from training.page import Page, write_page
from training.shipped import Shipped, written
from training.split import Side, sides
from training.tiers import Counted, measured
from training.tiers import found as found_of_any
from training.vocabulary import pieces
from training.weights import write

CACHE = Path(__file__).with_name("cache")
PARTS = (4,)  # of the sentences, for the curve


def main() -> None:
    every = sides()
    words, numbers = pieces()
    reader = Reader(Vocabulary(words))
    curve = []
    for teacher, epochs in finetune(every.read, words, numbers, CACHE):
        found = found_of_any(judged_alone(teacher, reader, every.sealed.singles), every.sealed.singles)
        curve.append((f"encoder alone, {epochs} of {EPOCHS} times: {len(every.read.singles):,}", found))
    export(teacher, WEIGHTS)
    print("the quick model is taught", flush=True)
    for part in PARTS:
        some = Side(every.read.singles[::part], [])
        found = found_of_any(Counted(plain(some)).alone(every.sealed.singles), every.sealed.singles)
        curve.append((f"quick, labels alone: {len(some.singles):,}", found))
    fitted = distil(teacher, reader, every.read)
    light = measured("quick", Counted(fitted), every)
    write(fitted, light.alone, *light.bars)
    print("the full model is judged", flush=True)
    # It hears the quick one, as it has just been written.
    quick.cache_clear()
    judge = Shipped(written())
    shares = choose_shares(judge, every.fold)
    full = measured("full", judge, every)
    written(judge.shares, full.alone, full.together, *full.bars)
    write_page(Page(every, (full, light), curve, shares))


if __name__ == "__main__":
    main()
