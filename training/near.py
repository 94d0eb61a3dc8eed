"""Near-duplicates: what is judged must not have been read in almost the same words."""

from collections.abc import Iterable, Sequence

from sincerely.proof.tone.normal import tokens
from training.examples import Sentence

RUN = 4  # words
SHARED = 0.5  # of a sentence's runs of words; a twin of the corpus shares .1 to .4


def runs(text: str) -> frozenset[str]:
    words = [token.text for token in tokens(text) if token.text[0].isalnum()]
    return frozenset(" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)))


def apart_from(judged: Iterable[Sentence], read: Sequence[Sentence]) -> list[Sentence]:
    """What may be read: the sentences that do not share half of their runs of words with one that is judged."""
    held: dict[str, set[int]] = {}
    for number, one in enumerate(judged):
        for run in runs(one.text):
            held.setdefault(run, set()).add(number)
    kept = []
    for one in read:
        own = runs(one.text)
        counts: dict[int, int] = {}
        for run in own:
            for number in held.get(run, ()):
                counts[number] = counts.get(number, 0) + 1
        if max(counts.values(), default=0) < SHARED * len(own):
            kept.append(one)
    return kept
