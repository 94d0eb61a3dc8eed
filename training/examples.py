"""The corpus read: labelled sentences and whole messages, with the author of each."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).with_name("corpus")
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

    `about`: the channel and the stage of that message, in words; `impolite`: how impolite strangers found it, from 0 to 1, where
    they were asked that and nothing else.
    """

    text: str
    labels: frozenset[str]
    author: str
    key: str = ""
    twin: str = ""
    message: str = ""
    about: str = ""
    impolite: float | None = None

    @property
    def prose(self) -> bool:
        """False for a greeting, a closing phrase or a signature, which the rules of tone are not shown."""
        return self.text.rstrip()[-1:] in END_MARKS or len(self.text.split()) >= FEWEST_WORDS


@cache
def sentences() -> list[Sentence]:
    """All sentences that are labelled for tone. Those with a fault of another kind only (a subject, a greeting) are left out."""
    found = []
    for author, row in rows():
        if "sentences" in row:
            continue
        labels = frozenset(row["labels"])
        elsewhere = any(not label.startswith("substance/") for label in labels - frozenset(TONE))
        if labels & frozenset(TONE) or not elsewhere:
            twin = f"{author}/{row['twin']}" if row.get("twin") else ""
            found.append(Sentence(row["text"], labels & frozenset(TONE), author, f"{author}/{row['id']}", twin))
    return found


@cache
def message_sentences() -> list[Sentence]:
    """The sentences of the whole messages, in order; the ids of messages are made one of a kind by their author's file."""
    return [
        Sentence(
            sentence["text"],
            frozenset(sentence["labels"]) & frozenset(TONE),
            author,
            message=f"{author}/{row['id']}",
            about=f"{row['channel']} {row['stage']}",
        )
        for author, row in rows()
        for sentence in row.get("sentences", ())
        if sentence["text"].strip()
    ]


@cache
def rows() -> list[tuple[str, dict[str, Any]]]:
    """Every row of the corpus with the file that it is from, in order; a whole message is one row."""
    return [
        (path.stem, json.loads(line))
        for path in sorted(CORPUS.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
