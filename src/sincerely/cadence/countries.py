"""What is the custom in a country: notes for people, never rules."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def thank_you_notes() -> Mapping[str, str]:
    """What a thank-you means and who says so, by ISO 3166 country."""
    data = tomllib.loads(files("sincerely.cadence").joinpath("countries.toml").read_text(encoding="utf-8"))
    source = data.pop("source")
    notes: dict[str, str] = {}
    for key, entry in data.items():
        for country in entry.get("countries", [key]):
            notes[country] = f"{entry['thank_you']} Source: {entry.get('source', source)}."
    return notes
