"""Turns of phrase that are slips of grammar: phrases.txt."""

from collections.abc import Iterator
from pathlib import Path

from sincerely.proof.language.patterns import told
from sincerely.proof.senses import Prose, Slip

FILE = Path(__file__).with_name("phrases.txt")


def phrases(prose: Prose) -> Iterator[Slip]:
    return told(prose, FILE, "grammar")
