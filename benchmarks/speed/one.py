"""One checker measured in a process of its own; figures as JSON. Times are of the processor, in milliseconds."""

import gc
import json
import resource
import statistics
import sys
import time

from benchmarks.speed.checkers import CHECKERS
from benchmarks.speed.letters import letters, words

SIZES = (10, 100, 1_000, 10_000, 100_000)
# A peer that takes longer for a text is not asked for the next, ten times as long.
LONGEST = 20_000.0


def taken(work):
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def with_one_more(letter):
    """The letter with one letter more in the middle of a word, as when somebody types."""
    body = letter["message"]["body"]
    middle = body.find(" ", len(body) // 2) - 1
    return {**letter, "message": {**letter["message"], "body": body[:middle] + "e" + body[middle:]}}


def main(name: str) -> None:
    start = time.process_time()
    check = CHECKERS[name]()
    every = letters()
    check(every[0])
    load = 1000 * (time.process_time() - start)
    for letter in every[:20]:
        check(letter)
    gc.freeze()
    warm, typed = [], []
    for letter in every[20:]:
        warm.append(taken(lambda letter=letter: check(letter)))
        more = with_one_more(letter)
        typed.append(taken(lambda more=more: check(more)))
    growth = {}
    for size in SIZES:
        text = {"message": {"subject": "Our talk", "body": words(size)}}
        growth[size] = taken(lambda text=text: check(text))
        if growth[size] > LONGEST:
            break
    told = {
        "load": load,
        "words": statistics.mean(len(letter["message"]["body"].split()) for letter in every[20:]),
        "median": statistics.median(warm),
        "p95": statistics.quantiles(warm, n=20)[-1],
        "rate": 1000 * len(warm) / sum(warm),
        "key": statistics.median(typed),
        "growth": growth,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
