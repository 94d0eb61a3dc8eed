"""Puts common words into classes by what stands beside them: classes.npz.

    python -m training.language.classes        after: python -m training.language.neighbours

Each word is a row of how often it meets each of the commonest words before and after it; singular values keep the main
directions, and k-means (seeded) gathers the rows.
"""

from collections import Counter
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.cluster import MiniBatchKMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize

from sincerely.proof.language.confusions.hashes import number
from sincerely.proof.language.confusions.surroundings import CLASSES
from sincerely.proof.language.confusions.words import words
from training.language.sources import book_pairs, books
from training.language.texts import everything

MOST, BESIDE, DIRECTIONS, GROUPS = 12_000, 1_500, 60, 200
LEAST = 12
# Rare words meet the others too seldom for chance: Levy, Goldberg and Dagan 2015 soften it so.
SOFTENED = 0.75
# The pairs of books weigh as much as so many words of our own.
BOOK_WORDS = 3_000_000


def pairs() -> tuple[Counter[str], Counter[tuple[str, str]]]:
    singles: Counter[str] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    for _, text in everything():
        row = ["¶", *(word.text for word in words(text)), "¶"]
        singles.update(row[1:-1])
        found.update(pairwise(row))
    book = books()
    share = BOOK_WORDS / sum(book.values())
    for pair, count in book_pairs().items():
        found[pair] += round(count * share)
    return singles, found


def main() -> None:
    singles, found = pairs()
    common = [word for word, count in sorted(singles.items(), key=lambda item: (-item[1], item[0])) if count >= LEAST][:MOST]
    rows = {word: row for row, word in enumerate(common)}
    columns = {word: column for column, word in enumerate(["¶", *common][:BESIDE])}
    cells = [(rows[one], columns[two], n) for (one, two), n in found.items() if one in rows and two in columns]
    cells += [(rows[two], BESIDE + columns[one], n) for (one, two), n in found.items() if two in rows and one in columns]
    row, column, count = (np.array(part) for part in zip(*cells, strict=True))
    total = float(count.sum())
    shape = (len(common), 2 * BESIDE)
    by_row = np.bincount(row, count, shape[0]) ** SOFTENED
    by_column = np.bincount(column, count, shape[1])
    chance = by_row[row] * by_column[column] / (by_row.sum() * total)
    matrix = csr_matrix((np.maximum(0, np.log(count / total / chance)), (row, column)), shape=shape)
    inner = TruncatedSVD(DIRECTIONS, random_state=0).fit_transform(normalize(matrix))
    group = MiniBatchKMeans(GROUPS, random_state=0, n_init=3, batch_size=4096, max_iter=200).fit_predict(normalize(inner))
    order = sorted(range(len(common)), key=lambda place: number(common[place]))
    np.savez_compressed(
        CLASSES,
        keys=np.array([number(common[place]) for place in order], np.uint32),
        group=np.array([group[place] for place in order], np.uint8),
    )
    print(f"{len(common)} words in {GROUPS} classes, {CLASSES.stat().st_size} bytes")
    for probe in ("meeting", "your", "week", "spoke", "am", "great", "quickly", "she"):
        print(probe, [word for word in common if group[rows[word]] == group[rows[probe]]][:12])


if __name__ == "__main__":
    main()
