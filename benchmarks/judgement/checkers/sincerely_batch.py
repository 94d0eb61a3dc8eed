"""Our own check as `sincerely check --batch` runs it: quick, with tone read by the full model."""

from benchmarks.judgement.checkers.sincerely_quick import start as started

from sincerely import __version__
from sincerely.proof.batch import for_many
from sincerely.proof.engines import load_senses

NAME = f"sincerely {__version__}, check --batch"


def start():
    return started(for_many(load_senses("quick")))
