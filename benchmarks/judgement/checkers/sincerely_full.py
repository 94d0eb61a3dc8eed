"""Our own check as it runs before a person approves."""

from benchmarks.judgement.checkers.sincerely_quick import start as started

from sincerely import __version__
from sincerely.proof.engines import load_senses

NAME = f"sincerely {__version__}, before approving (full)"


def start():
    return started(load_senses("full"))
