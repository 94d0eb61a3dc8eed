"""The engines by others that the full tier asks."""

from functools import cache
from importlib.util import find_spec

from sincerely.proof.language.outside import harper, languagetool
from sincerely.proof.language.outside.reader import Outside
from sincerely.proof.language.outside.switches import switched_on


@cache
def engines() -> tuple[Outside, ...]:
    """Harper, and LanguageTool where somebody has installed it: an extra that is not there is not missed."""
    known = [harper, *([languagetool] if find_spec("lt_py") else [])]
    return tuple(Outside(engine.NAME, engine.INSTALL, engine.load, switched_on(engine.NAME)) for engine in known)
