"""`sincerely check --batch`: many letters, one JSON object a line, answers in the same order."""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from itertools import islice
from multiprocessing import Pool
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal
from typing import IO, Any

from sincerely.faces.cli.failure import BAD_DATA, NO_INPUT, Failure
from sincerely.proof.batch import answer as checked
from sincerely.proof.batch import for_many
from sincerely.proof.record import BadRecord
from sincerely.proof.rulebook import Rulebook, every_rule
from sincerely.proof.senses import Tier

# A letter of 100,000 words in UTF-8 fits in; a line beyond it is refused, not read into memory.
MOST_LINE_BYTES = 4 * 1024 * 1024


def check_all(path: str, jobs: int, tier: Tier) -> int:
    """Writes one answer for each line of the file; 0 where every line could be read, else 65 at the end."""
    failures = 0
    with opened(path) as file:
        for answer in answers(lines(file), jobs, tier):
            failures += "error" in answer
            sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    sys.stdout.flush()
    if failures:
        raise Failure(f"{path}: {failures} of its lines could not be read; each says why in its answer.", BAD_DATA)
    return 0


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    if path == "-":
        yield sys.stdin.buffer
        return
    try:
        file = Path(path).open("rb")  # noqa: SIM115
    except OSError as error:
        raise Failure(f"{path} cannot be read: {error.strerror}.", NO_INPUT) from None
    with file:
        yield file


def lines(file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """The numbered lines that are not blank; of one that is too long, its beginning."""
    number = 0
    while line := file.readline(MOST_LINE_BYTES + 1):
        number += 1
        rest = line
        while len(rest) > MOST_LINE_BYTES and not rest.endswith(b"\n"):
            rest = file.readline(MOST_LINE_BYTES + 1)
        if line.strip():
            yield number, line


def answers(numbered: Iterator[tuple[int, bytes]], jobs: int, tier: Tier) -> Iterator[dict[str, Any]]:
    said = partial(answer, tier=tier)
    if jobs == 1:
        yield from map(said, numbered)
        return
    # Who stops it stops the whole of it: the others need not say so too.
    with Pool(jobs, signal, (SIGINT, SIG_IGN)) as pool:
        # A bounded window keeps memory flat however long the file is.
        while window := list(islice(numbered, jobs * 64)):
            yield from pool.imap(said, window, chunksize=8)


@cache
def rulebook(tier: Tier) -> Rulebook:
    """The tier is that of language; tone is read by the full model, whose loading many letters share."""
    from sincerely.proof.engines import load_senses

    return Rulebook(every_rule(), for_many(load_senses(tier)))


def answer(numbered: tuple[int, bytes], tier: Tier = "quick") -> dict[str, Any]:
    """The answer to one line; what cannot be read gives `{"id", "error"}`."""
    number, line = numbered
    book = rulebook(tier)
    data: Any = None
    try:
        if len(line) > MOST_LINE_BYTES:
            raise BadRecord(f"longer than {MOST_LINE_BYTES // 1024 // 1024} MB")
        data = json.loads(line)
        return checked(data, book, time.perf_counter)
    except (ValueError, RecursionError) as error:
        name = data.get("id") if isinstance(data, dict) else None
        return {"id": name, "error": f"line {number}: {error}"}
