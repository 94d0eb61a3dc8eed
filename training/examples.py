"""The corpus read: labelled sentences and whole messages, with the author of each."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
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
    """A labelled sentence; `message` is the id of the whole message it stands in, or nothing."""

    text: str
    labels: frozenset[str]
    author: str
    message: str = ""

    @property
    def prose(self) -> bool:
        """False for a greeting, a closing phrase or a signature, which the rules of tone are not shown."""
        return self.text.rstrip()[-1:] in END_MARKS or len(self.text.split()) >= FEWEST_WORDS


def sentences() -> list[Sentence]:
    """All sentences that are labelled for tone. Those with a fault of another kind only (a subject, a greeting) are left out."""
    found = []
    for path in sorted(CORPUS.glob("*.jsonl")):
        if path.stem == MESSAGES:
            continue
        for row in rows(path):
            labels = frozenset(row["labels"])
            elsewhere = any(not label.startswith("substance/") for label in labels - frozenset(TONE))
            if labels & frozenset(TONE) or not elsewhere:
                found.append(Sentence(row["text"], labels & frozenset(TONE), path.stem))
    return found


def message_sentences() -> list[Sentence]:
    """The sentences of the whole messages, in order."""
    return [
        Sentence(sentence["text"], frozenset(sentence["labels"]) & frozenset(TONE), MESSAGES, row["id"])
        for row in rows(CORPUS / f"{MESSAGES}.jsonl")
        for sentence in row["sentences"]
    ]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
