"""How well each detector of `substance/` tells sentences that do its job from near twins that do not.

   .venv/bin/python benchmarks/substance.py [FILE] [-v]

FILE has the form of ../shared/corpus/substance.jsonl: a label says that the sentence does the job.
"""

import argparse
import json
from importlib import import_module
from pathlib import Path

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "substance.jsonl"
RULES = ("thanks", "specifics", "fit", "interest", "next-step", "contact-details")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("file", type=Path, nargs="?", default=DEFAULT)
    options.add_argument("-v", "--verbose", action="store_true")
    given = options.parse_args()
    rows = [json.loads(line) for line in given.file.read_text(encoding="utf-8").splitlines()]
    for rule in RULES:
        does = import_module(f"sincerely.proof.rules.substance.{rule.replace('-', '_')}").does
        judged = [(row["text"], f"substance/{rule}" in row["labels"], does(row["text"])) for row in rows]
        hits = sum(1 for _, labelled, said in judged if labelled and said)
        recall = hits / sum(1 for _, labelled, _ in judged if labelled)
        precision = hits / sum(1 for _, _, said in judged if said)
        print(f"{rule:16} recall {recall:.3f}  precision {precision:.3f}")
        if given.verbose:
            for text, labelled, said in judged:
                if labelled != said:
                    print("   missed" if labelled else "   wrong ", text)


if __name__ == "__main__":
    main()
