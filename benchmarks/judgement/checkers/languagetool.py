"""LanguageTool's rules, run by LingoTweaker without Java."""

from importlib.metadata import version

import lt_py

NAME = f"LanguageTool's rules (lingotweaker {version('lingotweaker')})"


def start():
    engine = lt_py.Engine("en-GB")

    def marks(message):
        body = message["message"]["body"]
        raw = body.encode()

        def place(offset):
            return len(raw[:offset].decode(errors="ignore"))

        return [(place(match["offset"]), place(match["offset"] + match["length"]), "") for match in engine.check(body)]

    return marks
