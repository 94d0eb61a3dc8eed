"""Phrases that tell the natures of mails apart: one TOML file beside each rule, with lists of regular expressions."""

import re
import tomllib
from functools import cache
from pathlib import Path

NAMED = re.compile(r"\{([a-z]+)\}")


@cache
def phrases(name: str) -> dict[str, re.Pattern[str]]:
    """Each list of a file as one pattern that ignores case and knows lines; `{name}` in it stands for an entry of `[words]`."""
    with Path(__file__).with_name(f"{name}.toml").open("rb") as file:
        lists = tomllib.load(file)
    words = {key: f"(?:{'|'.join(each)})" for key, each in lists.pop("words", {}).items()}
    return {key: re.compile(filled("|".join(each), words), re.IGNORECASE | re.MULTILINE) for key, each in lists.items()}


def filled(pattern: str, words: dict[str, str]) -> str:
    """A pattern with the named words put in."""
    return NAMED.sub(lambda match: words[match[1]], pattern)
