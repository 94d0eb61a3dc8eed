"""Word lists in small text files: one entry a line, `#` begins a comment."""

import re
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def entries(name: str, folder: Path = HERE) -> tuple[str, ...]:
    """The entries of `<name>.txt` in file order."""
    lines = (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(entry for line in lines if (entry := line.partition("#")[0].strip()))


@cache
def wordlist(name: str, folder: Path = HERE) -> frozenset[str]:
    """The entries of `<name>.txt` as a set."""
    return frozenset(entries(name, folder))


def alternatives(name: str, folder: Path = HERE) -> str:
    """The entries as one regular expression, longest first, in which any white space and either apostrophe will do."""
    longest = sorted(entries(name, folder), key=len, reverse=True)
    return "|".join(re.escape(entry).replace("\\ ", r"\s+").replace("'", "['’]?") for entry in longest)
