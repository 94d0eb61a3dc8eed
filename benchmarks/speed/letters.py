"""What is checked: whole letters of the project's own corpus, and texts of any length made from their sentences."""

import json
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).resolve().parents[2] / "training" / "corpus"


def letters(most: int = 200) -> list[dict[str, Any]]:
    """Letters in the form of `check --batch`, with their facts on record."""
    found = []
    for file in sorted(CORPUS.glob("messages-*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            body = "\n\n".join(sentence["text"] for sentence in row["sentences"])
            message = {"subject": row.get("subject") or "", "body": body}
            if row["channel"] == "email" and len(body.split()) >= 40:
                told = {"id": row["id"], "channel": "email", "stage": row["stage"], "record": row["facts"], "message": message}
                found.append(told)
    return found[:: max(1, len(found) // most)][:most]


def words(count: int) -> str:
    """A text of so many words: sentences of the letters, again and again."""
    sentences = [line for letter in letters() for line in letter["message"]["body"].split("\n\n")]
    taken: list[str] = []
    length = place = 0
    while length < count:
        sentence = sentences[place % len(sentences)]
        taken.append(sentence)
        length += len(sentence.split())
        place += 1
    return " ".join(" ".join(taken).split()[:count])
