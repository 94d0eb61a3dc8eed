"""Phrases that tell the natures of mails apart: one TOML file beside each rule, with lists of regular expressions."""

import re
import tomllib
from functools import cache
from pathlib import Path


@cache
def phrases(name: str) -> dict[str, re.Pattern[str]]:
    """Each list of a file as one pattern that ignores case and knows lines."""
    with Path(__file__).with_name(f"{name}.toml").open("rb") as file:
        lists = tomllib.load(file)
    return {key: re.compile("|".join(words), re.IGNORECASE | re.MULTILINE) for key, words in lists.items()}
