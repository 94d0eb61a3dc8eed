"""Our own check while one types."""

from sincerely import __version__
from sincerely.proof import proofread
from sincerely.proof.engines import load_senses
from sincerely.proof.record import read_letter
from sincerely.proof.rulebook import Rulebook, every_rule
from sincerely.terms import Severity

NAME = f"sincerely {__version__}, as one types"


def start(senses=None):
    rulebook = Rulebook(every_rule(), senses or load_senses("quick"))

    def marks(message):
        found = proofread(read_letter(message), rulebook).findings
        # Hints are thoughts, no faults. What is missing or stands in no text is at no place.
        return [
            (*(finding.span if finding.span and finding.part == "body" else (None, None)), finding.rule)
            for finding in found
            if finding.severity > Severity.HINT
        ]

    return marks
