"""One checker in a process of its own: messages in, one line of marks out for each. Imports nothing of ours by itself."""

import json
import sys
import time
from importlib import import_module
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
# What the process says where its checker is not installed.
ABSENT = 3


def main(checker: str) -> int:
    try:
        module = import_module(f"benchmarks.judgement.checkers.{checker}")
        marks = module.start()
    except ImportError:
        return ABSENT
    rows = [json.loads(line) for line in (FOLDER / "messages.jsonl").read_text(encoding="utf-8").splitlines()]
    # The first letter loads what is loaded late; it is judged again below.
    marks(rows[0])
    out = sys.stdout
    sys.stdout = sys.stderr
    for row in rows:
        start = time.process_time()
        found = marks(row)
        print(json.dumps({"id": row["id"], "ms": 1000 * (time.process_time() - start), "marks": found}), file=out)
    print(json.dumps({"name": module.NAME}), file=out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
