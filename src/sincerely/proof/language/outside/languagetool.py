"""LanguageTool's rules (LGPL-2.1-or-later) as LingoTweaker runs them, an extra that nobody gets unasked: docs/decisions."""

import importlib
from collections.abc import Collection, Iterator

from sincerely.proof.language.outside.reader import Read, Said

NAME = "LanguageTool"
INSTALL = "pip install 'sincerely[languagetool]'"


def load(rules: Collection[str] | None = None) -> Read:
    """A reader by these of LanguageTool's rules, all where none are named; raises ImportError where it is not installed."""
    module = importlib.import_module("lt_py")
    # Only the rules that may speak: a quarter less work.
    engine = module.Engine("en-US") if rules is None else module.Engine("en-US", enabled_rules=sorted(rules), enabled_only=True)

    def read(text: str) -> Iterator[Said]:
        raw = text.encode()
        for match in engine.check(text):
            rule = match["rule_id"]
            if rules is None or rule in rules:
                # Its places count bytes of UTF-8.
                first, last = match["offset"], match["offset"] + match["length"]
                start, end = len(raw[:first].decode()), len(raw[:last].decode())
                yield Said(rule, start, end, tuple(match["suggestions"]), match["category_id"])

    return read
