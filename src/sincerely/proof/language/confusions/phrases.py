"""Turns of phrase that are a wrong real word: phrases.txt."""

from collections.abc import Iterator
from pathlib import Path

from sincerely.proof.language.patterns import told
from sincerely.proof.senses import Prose, Slip

FILE = Path(__file__).with_name("phrases.txt")


def wrong_phrases(prose: Prose) -> Iterator[Slip]:
    return told(prose, FILE, "confusion")
