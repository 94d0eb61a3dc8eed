"""One checker in a process of its own: `python benchmarks/language/peers.py NAME` answers cases, one JSON object a line.

A case is `{"text"}`, or a letter in the form of `sincerely check --batch`. The first line out tells what starting cost, the
last one how much memory was resident at most; those between are `{"ms", "hits": [{"start", "end", "suggestions", "rule"}]}`,
in milliseconds of CPU, children included. Imports nothing of ours but for our own tiers, so that it runs wherever the checker is.
"""

import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

Hit = dict[str, Any]
Check = Callable[[dict[str, Any]], list[Hit]]
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def hit(start: int, end: int, suggestions: list[str], rule: str = "") -> Hit:
    return {"start": start, "end": end, "suggestions": suggestions[:5], "rule": rule}


def text_of(case: dict[str, Any]) -> str:
    return str(case["text"] if "text" in case else case["message"]["body"])


def ours(tier: str) -> Check:
    from dataclasses import replace

    from sincerely.proof import proofread
    from sincerely.proof.engines import load_senses
    from sincerely.proof.record import read_letter
    from sincerely.proof.rulebook import only, rule_ids

    senses = replace(load_senses("full" if tier == "full" else "quick"), tone=None)
    book = only([rule for rule in rule_ids() if rule.startswith("language/")], senses)

    def check(case: dict[str, Any]) -> list[Hit]:
        letter = read_letter({"message": {"body": case["text"]}} if "text" in case else case)
        return [
            hit(found.span.start, found.span.end, remedies(found.remedy), f"{found.rule}:{found.severity.word}")
            for found in proofread(letter, book).findings
            if found.span and found.part == "body"
        ]

    def remedies(remedy: Any) -> list[str]:
        return [remedy.replacement] if remedy and remedy.replacement is not None else []

    return check


def harper() -> Check:
    import harper

    linter = harper.Linter()

    def check(case: dict[str, Any]) -> list[Hit]:
        text = text_of(case)
        hits = []
        for rule, lints in linter.organized_lints(text, language="plaintext").items():
            for lint in lints:
                after = lint.problem_text
                words = [
                    "" if way.kind == 1 else (after if way.kind == 2 else "") + way.replacement_text for way in lint.suggestions
                ]
                hits.append(hit(lint.span.start, lint.span.end, words, rule))
        return hits

    return check


def lingotweaker() -> Check:
    engine = import_module("lt_py").Engine("en-GB")

    def check(case: dict[str, Any]) -> list[Hit]:
        text = text_of(case)
        raw = text.encode()
        hits = []
        for found in engine.check(text):
            start = len(raw[: found["offset"]].decode())
            end = start + len(raw[found["offset"] : found["offset"] + found["length"]].decode())
            hits.append(hit(start, end, found["suggestions"], found["rule_id"]))
        return hits

    return check


def codespell() -> Check:
    rows = Path(str(distribution("codespell").locate_file("codespell_lib/data/dictionary.txt"))).read_text().splitlines()
    known = {wrong: right.split(", ") for wrong, _, right in (row.partition("->") for row in rows)}

    def check(case: dict[str, Any]) -> list[Hit]:
        found = ((match, known.get(match.group().lower())) for match in WORD.finditer(text_of(case)))
        return [hit(*match.span(), cased([word.strip(" ,") for word in right], match.group())) for match, right in found if right]

    return check


def typos() -> Check:
    program = Path(sys.executable).with_name("typos")

    def check(case: dict[str, Any]) -> list[Hit]:
        text = text_of(case)
        done = subprocess.run([program, "--format", "json", "-"], input=text, capture_output=True, text=True, check=False)
        lines = text.splitlines(keepends=True)
        hits = []
        for row in map(json.loads, done.stdout.splitlines()):
            if row["type"] == "typo":
                line = row["line_num"] - 1
                before = lines[line].encode()[: row["byte_offset"]].decode()
                start = sum(map(len, lines[:line])) + len(before)
                hits.append(hit(start, start + len(row["typo"]), row["corrections"]))
        return hits

    return check


def piped(*command: str) -> Check:
    """A program that speaks the pipe language of ispell, started for each text: its start is part of the time."""

    def check(case: dict[str, Any]) -> list[Hit]:
        found = [(match, match.group().replace("’", "'")) for match in WORD.finditer(text_of(case))]
        words = "".join(f"^{word}\n" for _, word in found)
        done = subprocess.run(command, input=words, capture_output=True, text=True, encoding="utf-8", check=False)
        wrong = {
            line.split()[1]: line.partition(": ")[2].split(", ") for line in done.stdout.splitlines() if line[:1] in ("&", "#")
        }
        return [hit(*match.span(), wrong[word]) for match, word in found if word in wrong]

    return check


def symspell() -> Check:
    package = import_module("symspellpy")
    closest = package.Verbosity.CLOSEST
    words = package.SymSpell(max_dictionary_edit_distance=2)
    folder = Path(str(distribution("symspellpy").locate_file("symspellpy")))
    words.load_dictionary(str(folder / "frequency_dictionary_en_82_765.txt"), 0, 1)

    def check(case: dict[str, Any]) -> list[Hit]:
        hits = []
        for match in WORD.finditer(text_of(case)):
            right = [found.term for found in words.lookup(match.group().lower(), closest, max_edit_distance=2)]
            if match.group().lower() not in right:
                hits.append(hit(*match.span(), cased(right, match.group())))
        return hits

    return check


def pyspellchecker() -> Check:
    checker = import_module("spellchecker").SpellChecker()

    def check(case: dict[str, Any]) -> list[Hit]:
        hits = []
        for match in WORD.finditer(text_of(case)):
            word = match.group().lower()
            if checker.unknown([word]):
                best = checker.correction(word)
                hits.append(hit(*match.span(), cased([best], match.group()) if best else []))
        return hits

    return check


def cased(words: list[str], like: str) -> list[str]:
    """Suggestions in the case of the word they replace."""
    return [word[:1].upper() + word[1:] if like[0].isupper() else word for word in words]


CHECKERS: dict[str, Callable[[], Check]] = {
    "ours, quick": lambda: ours("quick"),
    "ours, full": lambda: ours("full"),
    "harper": harper,
    "lingotweaker": lingotweaker,
    "codespell": codespell,
    "typos": typos,
    "hunspell": lambda: piped("hunspell", "-a", "-d", "en_US,en_GB", "-i", "utf-8"),
    "aspell": lambda: piped("aspell", "-a", "--lang=en", "--encoding=utf-8"),
    "symspellpy": symspell,
    "pyspellchecker": pyspellchecker,
}


def spent() -> float:
    """Seconds of CPU of this process and its children."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def resident() -> float:
    """Megabytes resident at most, in this process or a child."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024


def main() -> None:
    began = time.perf_counter()
    check = CHECKERS[sys.argv[1]]()
    check({"text": "Thank you for the talk."})
    print(json.dumps({"start_s": time.perf_counter() - began, "start_cpu_s": spent()}), flush=True)
    for line in sys.stdin:
        case = json.loads(line)
        before = spent()
        hits = check(case)
        print(json.dumps({"ms": (spent() - before) * 1000, "hits": hits}), flush=True)
    print(json.dumps({"resident_mb": resident()}), flush=True)


if __name__ == "__main__":
    main()
