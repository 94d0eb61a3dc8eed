"""Which rules of other engines speak here, and what they say in our words."""

from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, get_args

Kind = Literal["spelling", "grammar", "confusion"]
TABLE = Path(__file__).with_name("switches.tsv")

# In our own words, by the kind of slip that the table names.
MESSAGES = {
    "agreement": "This verb or noun does not seem to fit the word it belongs to.",
    "article": "The article here (a, an, the) may be wrong or missing.",
    "doubled": "A word may stand twice here.",
    "form": "This may be the wrong form of the word.",
    "grammar": "This may be a slip of grammar.",
    "joined": "This may be written as one word or as two.",
    "phrase": "This set phrase is usually worded another way.",
    "punctuation": "The punctuation here may be wrong.",
    "spelling": "This word may be misspelt.",
    "word": "This may be the wrong word.",
}


class Switch(NamedTuple):
    """One rule that is on: the kind of its slips and the key of its message."""

    kind: Kind
    wording: str


@cache
def switched_on(engine: str) -> dict[str, Switch]:
    """The rules of one engine that are on, by their own names. The table is written by `python -m training.language.switches`."""
    on = {}
    for row in TABLE.read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            name, rule, switch, kind, wording, *_ = row.split("\t")
            if name == engine and switch == "on":
                on[rule] = Switch(next(known for known in get_args(Kind) if known == kind), wording)
    return on
