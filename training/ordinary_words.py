"""Counts the ordinary English words that are not to be taken for a misspelt name, or for a name in capitals.

   .venv/bin/python training/ordinary_words.py

Reads ../shared/data/text (CC0, Apache-2.0, MIT: its README names each) and the project's own sentences in ../shared/corpus, and
writes src/sincerely/proof/language/names/ordinary.txt: words of at least three letters that stand there in small letters at
least four times, and at least twice as often as with a capital.
"""

import json
import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
TARGET = ROOT / "src/sincerely/proof/language/names/ordinary.txt"
WORD = re.compile(r"(?<![\w'’@./-])[A-Za-z][a-z]{2,}(?![\w@/-])")
LEAST = 4


def texts() -> list[str]:
    """Every text that is counted, the shared prose first."""
    found = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "data/text").glob("*.txt"))]
    for path in sorted((SHARED / "corpus").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found.append(row.get("text") or "\n".join(sentence["text"] for sentence in row["sentences"]))
    return found


def main() -> None:
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts():
        for word in WORD.findall(text):
            (small if word.islower() else capital)[word.lower()] += 1
    ordinary = sorted(word for word, count in small.items() if count >= LEAST and count * 10 >= capital[word])
    head = "# Ordinary English words, counted by training/ordinary_words.py from free prose.\n"
    TARGET.write_text(head + "\n".join(ordinary) + "\n", encoding="utf-8")
    print(f"{len(ordinary)} words in {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
