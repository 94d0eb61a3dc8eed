"""The corpus read: labelled sentences and whole messages, with the author of each."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).with_name("corpus")
MESSAGES = "messages"
TONE = (
    "pressure/threat", "pressure/ultimatum", "pressure/demand", "pressure/flirtation", "pressure/sexual", "pressure/intrusion",
    "pressure/stunt", "pressure/frequency", "hostility/insult", "hostility/profanity", "hostility/accusation",
    "hostility/sarcasm", "hostility/bitterness", "hostility/discrimination", "professional/desperation",
    "professional/oversharing", "professional/forward", "professional/register", "brevity/filler",
)  # fmt: skip
END_MARKS = frozenset('.!?…"”)')
FEWEST_WORDS = 6


@dataclass(frozen=True)
class Sentence:
    """A labelled sentence; `twin`: the id of its counterpart; `message`: the id of the whole message that it stands in.

    `about`: the channel and the stage of that message, in words; `row`: its place, or that of its message, in the author's file.
    """

    text: str
    labels: frozenset[str]
    author: str
    key: str = ""
    twin: str = ""
    message: str = ""
    about: str = ""
    row: int = 0

    @property
    def prose(self) -> bool:
        """False for a greeting, a closing phrase or a signature, which the rules of tone are not shown."""
        return self.text.rstrip()[-1:] in END_MARKS or len(self.text.split()) >= FEWEST_WORDS


@cache
def sentences() -> list[Sentence]:
    """All sentences that are labelled for tone. Those with a fault of another kind only (a subject, a greeting) are left out."""
    found = []
    for path in sorted(CORPUS.glob("*.jsonl")):
        if path.stem.startswith(MESSAGES):
            continue
        for at, row in enumerate(rows(path)):
            labels = frozenset(row["labels"])
            elsewhere = any(not label.startswith("substance/") for label in labels - frozenset(TONE))
            if labels & frozenset(TONE) or not elsewhere:
                key, twin = f"{path.stem}/{row['id']}", row.get("twin")
                other = f"{path.stem}/{twin}" if twin else ""
                found.append(Sentence(row["text"], labels & frozenset(TONE), path.stem, key, other, row=at))
    return found


@cache
def message_sentences() -> list[Sentence]:
    """The sentences of the whole messages, in order; the ids of messages are made one of a kind by their author's file."""
    return [
        Sentence(
            sentence["text"],
            frozenset(sentence["labels"]) & frozenset(TONE),
            path.stem,
            message=f"{path.stem}/{row['id']}",
            about=f"{row['channel']} {row['stage']}",
            row=at,
        )
        for path in sorted(CORPUS.glob(f"{MESSAGES}*.jsonl"))
        for at, row in enumerate(rows(path))
        for sentence in row["sentences"]
        if sentence["text"].strip()
    ]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
