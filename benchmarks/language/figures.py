"""The figures of one checker, from what it said on the sealed sets."""

import json
import re
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

# A set that was opened for development serves until a new one is sealed.
FOLDERS = (Path(__file__).with_name("sealed"), Path(__file__).with_name("development"))
SETS = ("letters", "mails", "misspellings", "words", "words-right", "names", "names-right")
VISIBLE = re.compile(r"\S*\w\S*")
NAMING = ("language/name", "language/company", "language/role")
# Shorter texts say more about the overhead of a call than about the cost of words.
FEWEST_WORDS = 40


@dataclass(frozen=True)
class Answer:
    """What a checker said of one case, and how long it took."""

    case: dict[str, Any]
    ms: float
    hits: list[dict[str, Any]]

    @property
    def text(self) -> str:
        return str(self.case["text"] if "text" in self.case else self.case["message"]["body"])

    @property
    def words(self) -> int:
        return len(VISIBLE.findall(self.text))


@dataclass(frozen=True)
class Figures:
    """How well and how dearly one checker works; None where it cannot be asked."""

    misspellings_recall: float
    misspellings_f05: float
    first_suggestion_right: float
    alarms_letters: float
    alarms_mails: float
    words_recall: float
    words_precision: float
    names_found: float | None
    names_alarms: int | None
    ms_median: float
    ms_p95: float
    resident_mb: float
    start_s: float
    start_cpu_s: float

    def as_data(self) -> dict[str, Any]:
        return asdict(self)


def cases(name: str) -> list[dict[str, Any]]:
    path = next(path for folder in FOLDERS if (path := folder / f"{name}.jsonl").exists())
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def figures(answers: Mapping[str, Sequence[Answer]], cost: dict[str, float], knows_names: bool) -> Figures:
    """Reckons everything from the answers to all sets; `cost` holds start and memory."""
    found, wrong, right = planted(answers["misspellings"])
    seen, astray, _ = planted(answers["words"])
    astray += sum(len(answer.hits) for answer in answers["words-right"])
    letters = [answer for answer in answers["letters"] if answer.words >= FEWEST_WORDS]
    pace = sorted(answer.ms / answer.words * 100 for answer in letters)
    return Figures(
        misspellings_recall=found / len(answers["misspellings"]),
        misspellings_f05=f_beta(found, wrong, len(answers["misspellings"]) - found),
        first_suggestion_right=right / max(1, found),
        alarms_letters=alarms(answers["letters"]),
        alarms_mails=alarms(answers["mails"]),
        words_recall=seen / len(answers["words"]),
        words_precision=seen / max(1, seen + astray),
        names_found=named(answers["names"]) if knows_names else None,
        names_alarms=disturbed([*answers["names-right"], *answers["letters"]]) if knows_names else None,
        ms_median=statistics.median(pace),
        ms_p95=pace[int(len(pace) * 0.95)],
        **cost,
    )


def planted(answers: Sequence[Answer]) -> tuple[int, int, int]:
    """Of planted slips: how many were found, how many other words were marked, how many first suggestions were right."""
    found = others = right = 0
    for answer in answers:
        case = answer.case
        start, end = case["start"], case["start"] + len(case["wrong"])
        hits = [hit for hit in answer.hits if hit["start"] < end and start < hit["end"]]
        others += len(answer.hits) - len(hits)
        found += bool(hits)
        mended = {answer.text[:start] + word + answer.text[end:] for word in (case["right"], *case.get("also", ()))}
        right += any(applied(answer.text, hit) in mended for hit in hits)
    return found, others, right


def applied(text: str, hit: dict[str, Any]) -> str:
    """The text with the first suggestion made."""
    first = hit["suggestions"][0] if hit["suggestions"] else text[hit["start"] : hit["end"]]
    return text[: hit["start"]] + first + text[hit["end"] :]


def f_beta(found: int, wrong: int, missed: int, beta: float = 0.5) -> float:
    weight = beta * beta
    return (1 + weight) * found / max(1, (1 + weight) * found + weight * missed + wrong)


def alarms(answers: Sequence[Answer]) -> float:
    """Marks per 1,000 words of right text."""
    return 1000 * sum(len(answer.hits) for answer in answers) / sum(answer.words for answer in answers)


def named(answers: Sequence[Answer]) -> float:
    """The share of wrong names, companies and roles that their own rule found."""
    found = 0
    for answer in answers:
        wanted = answer.case["expect"]
        start, end = wanted["start"], wanted["start"] + len(wanted["wrong"])
        found += any(hit["rule"].startswith(wanted["rule"]) and hit["start"] < end and start < hit["end"] for hit in answer.hits)
    return found / len(answers)


def disturbed(answers: Sequence[Answer]) -> int:
    """How many right letters have a name, company or role questioned; a hint is no question."""
    return sum(
        any(hit["rule"].startswith(NAMING) and not hit["rule"].endswith(":hint") for hit in answer.hits) for answer in answers
    )
