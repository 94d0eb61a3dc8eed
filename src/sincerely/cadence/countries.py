"""What is the custom in a country: notes for people, never rules."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def thank_you_notes() -> Mapping[str, str]:
    """What a thank-you means, by ISO 3166 country."""
    text = files("sincerely.cadence").joinpath("countries.toml").read_text(encoding="utf-8")
    notes: dict[str, str] = {}
    for key, entry in tomllib.loads(text).items():
        for country in entry.get("countries", [key]):
            notes[country] = entry["thank_you"]
    return notes
