"""codespell, a list of known misspellings."""

import re
from importlib.metadata import version

from codespell_lib import _codespell as codespell

NAME = f"codespell {version('codespell')}"
WORD = re.compile(r"[\w'’-]+")


def start():
    misspellings = {}
    from pathlib import Path

    folder = Path(codespell.__file__).parent / "data"
    codespell.build_dict(str(folder / "dictionary.txt"), misspellings, set())
    return lambda message: [
        (*word.span(), "") for word in WORD.finditer(message["message"]["body"]) if word[0].lower() in misspellings
    ]
