"""Harper (Apache-2.0), a dependency of the full tier."""

import importlib
from collections.abc import Collection, Iterator
from threading import local
from typing import Any

from sincerely.proof.language.outside.reader import Read, Said

NAME = "Harper"
INSTALL = "pip install harper-py"
# Version 0.2.0 writes to standard output when this rule speaks, into the midst of our JSON.
LOUD = frozenset({"LookingForwardTo"})


def load(rules: Collection[str] | None = None) -> Read:
    """A reader by these rules of Harper's, all quiet ones where none are named; raises ImportError where it is not installed.

    A Linter belongs to one thread, so that each thread makes its own, which takes about a second.
    """
    harper = importlib.import_module("harper")
    own = local()

    def checker() -> Any:
        if not hasattr(own, "checker"):
            own.checker = harper.Linter()
            known = own.checker.get_lint_config()
            own.checker.set_lint_config({rule: rule not in LOUD and (rules is None or rule in rules) for rule in known})
        return own.checker

    def read(text: str) -> Iterator[Said]:
        for rule, remarks in checker().organized_lints(text, language="plaintext", dedup=False).items():
            for remark in remarks:
                ways = [way for way in remark.suggestions if way.kind != harper.SuggestionKind.REMOVE]
                kept = {harper.SuggestionKind.INSERT_AFTER: remark.problem_text}
                words = tuple(kept.get(way.kind, "") + way.replacement_text for way in ways)
                yield Said(rule, remark.span.start, remark.span.end, words, remark.lint_kind)

    return read
