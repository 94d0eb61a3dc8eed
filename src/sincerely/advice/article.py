"""An article as it stands in its file: whom it is for, what it says, and letters that show it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sincerely.terms import Channel, Stage

# What every example is written about, in the form that proof reads: interface.md.
RECORD: Mapping[str, Any] = {
    "candidate": {"name": "Maya Okafor", "email": "maya.okafor@example.org", "phone": "020 7946 0018"},
    "contacts": [{"name": "Helen Ward", "email": "helen.ward@larkfield.example"}],
    "company": "Larkfield Clinic",
    "role": "Ward Clerk",
}
SUBJECT = "Ward Clerk: our talk on Tuesday"
KNOWN = frozenset({"title", "for", "rules", "stages", "channels", "moments", "text", "sources", "good", "bad"})
BLANK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Example:
    """A letter that does it well, or one that `rule` marks."""

    text: str
    stage: Stage = Stage.THANK_YOU
    channel: Channel = Channel.EMAIL
    subject: str = SUBJECT
    rule: str = ""

    @property
    def letter(self) -> dict[str, Any]:
        """The example as proof reads a letter."""
        message = {"subject": self.subject, "body": self.text, "from": RECORD["candidate"]["email"], "to": []}
        return {"channel": self.channel.value, "stage": self.stage.value, "record": dict(RECORD), "message": message}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or the items of a list."""

    lines: tuple[str, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """One piece of advice.

    `about`: whom it is for, in a few words. `rules`: those of proof that it helps with. `stages`, `channels`: where it belongs.
    `moments`: what may have happened to a person when they need it. `sources`: where its facts are from.
    """

    name: str
    title: str
    about: str
    blocks: tuple[Block, ...]
    rules: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()
    channels: tuple[Channel, ...] = ()
    moments: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    good: tuple[Example, ...] = ()
    bad: tuple[Example, ...] = ()


def read_article(name: str, text: str) -> Article:
    """An article from its file; raises ValueError that names the file."""
    try:
        told = tomllib.loads(text)
        if unknown := set(told) - KNOWN:
            raise ValueError(f"it has an unknown key, {min(unknown)}")
        return Article(
            name=name,
            title=told["title"],
            about=told["for"],
            blocks=tuple(map(block, BLANK.split(told["text"].strip()))),
            rules=tuple(told.get("rules", ())),
            stages=tuple(map(Stage, told.get("stages", ()))),
            channels=tuple(map(Channel, told.get("channels", ()))),
            moments=tuple(told.get("moments", ())),
            sources=tuple(told["sources"]),
            good=tuple(map(example, told["good"])),
            bad=tuple(map(example, told.get("bad", ()))),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"The article {name} cannot be read: {error}.") from error


def block(text: str) -> Block:
    """Lines that begin with a dash are a list."""
    lines = text.splitlines()
    if all(line.startswith("- ") for line in lines):
        return Block(tuple(line[2:] for line in lines), listed=True)
    return Block((" ".join(lines),))


def example(told: Mapping[str, str]) -> Example:
    return Example(
        text=told["text"].strip() + "\n",
        stage=Stage(told.get("stage", Stage.THANK_YOU)),
        channel=Channel(told.get("channel", Channel.EMAIL)),
        subject=told.get("subject", SUBJECT),
        rule=told.get("rule", ""),
    )
