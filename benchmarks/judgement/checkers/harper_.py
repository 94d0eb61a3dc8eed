"""Harper, a grammar checker (Apache-2.0)."""

from importlib.metadata import version

import harper

NAME = f"Harper (harper-py {version('harper-py')})"


def start():
    linter = harper.Linter()

    def marks(message):
        found = linter.organized_lints(message["message"]["body"], language="plaintext")
        return [(lint.span.start, lint.span.end, "") for lints in found.values() for lint in lints]

    return marks
