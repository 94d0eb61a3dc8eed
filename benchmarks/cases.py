"""How well the rules do on a file of labelled messages: found and missed, false alarms on clean ones.

    .venv/bin/python benchmarks/cases.py [FILE] [--rules "brevity/* professional/greeting"] [-v]

FILE has the form of ../shared/cases/README.md (default: its dev.jsonl), or that of ../shared/corpus/messages.jsonl, where a
message comes sentence by sentence. A `must` counts as found when a finding has its rule and, where it quotes words, overlaps
an occurrence of them.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from sincerely.proof import proofread
from sincerely.proof.engines import load_senses
from sincerely.proof.finding import Finding
from sincerely.proof.letter import Letter
from sincerely.proof.record import read_letter
from sincerely.proof.rulebook import only, rule_ids
from sincerely.terms import Part, Severity

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "cases" / "dev.jsonl"


@dataclass(frozen=True)
class Case:
    """One labelled message. `must`: (rule, quote); `clean`: nothing but hints may be said."""

    id: str
    letter: Letter
    must: tuple[tuple[str, str], ...]
    must_not: frozenset[str]
    clean: bool
    verdict: str = ""


def read_cases(path: Path) -> Iterator[Case]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield from_sentences(row) if "sentences" in row else from_message(row)


def from_message(row: dict[str, Any]) -> Case:
    expect = row["expect"]
    must = tuple((item["rule"], item["quote"]) for item in expect["must"])
    return Case(
        row["id"], read_letter(row), must, frozenset(expect["must_not"]), expect["verdict"] == "ready", verdict=expect["verdict"]
    )


def from_sentences(row: dict[str, Any]) -> Case:
    body = ""
    for sentence in row["sentences"]:
        words = sentence["text"]
        alone = words[-1] not in ".!?…\"”')"
        body += f"\n{words}\n" if alone else f"{words} "
    message = {"subject": row["subject"], "body": body.strip()}
    letter = read_letter({"channel": row["channel"], "stage": row["stage"], "record": row["facts"], "message": message})
    must = tuple((label, sentence["text"]) for sentence in row["sentences"] for label in sentence["labels"])
    return Case(row["id"], letter, must, frozenset(), not must)


def found(must: tuple[str, str], findings: list[Finding], letter: Letter) -> bool:
    rule, quote = must
    return any(finding.rule == rule and touches(finding, quote, letter) for finding in findings)


def touches(finding: Finding, quote: str, letter: Letter) -> bool:
    if not quote:
        return True
    if finding.span is None:
        return False
    text = letter.text(finding.part)
    start = text.find(quote)
    while start >= 0:
        if finding.span.start < start + len(quote) and start < finding.span.end:
            return True
        start = text.find(quote, start + 1)
    return False


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--tier", default="quick", choices=["quick", "full"])
    parser.add_argument("--rules", default="*", help="ids or patterns, with spaces between them")
    parser.add_argument("-v", "--verbose", action="store_true", help="list every miss and every false alarm")
    options = parser.parse_args()
    patterns = options.rules.split()
    chosen = {rule_id for rule_id in rule_ids() if any(fnmatch(rule_id, pattern) for pattern in patterns)}
    rulebook = only(chosen, load_senses(options.tier))
    total, hit, alarm, clean_wrong, broken = Counter(), Counter(), Counter(), set(), Counter()
    clean = verdicts = cases = 0
    details: list[str] = []
    for case in read_cases(options.file):
        cases += 1
        clean += case.clean
        report = proofread(case.letter, rulebook)
        verdicts += report.verdict == case.verdict
        findings = list(report.findings)
        for must in case.must:
            if must[0] not in chosen:
                continue
            total[must[0]] += 1
            if found(must, findings, case.letter):
                hit[must[0]] += 1
            else:
                details.append(f"missed  {case.id} {must[0]} {must[1]!r}")
        for finding in findings:
            words = finding.quote if finding.part == Part.BODY else f"{finding.part}: {finding.quote}"
            if finding.rule in case.must_not and finding.severity > Severity.HINT:
                broken[finding.rule] += 1
                details.append(f"broken  {case.id} {finding.rule} {words!r} {finding.message}")
            if case.clean and finding.severity > Severity.HINT:
                alarm[finding.rule] += 1
                clean_wrong.add(case.id)
                details.append(f"false   {case.id} {finding.rule} {words!r} {finding.message}")
    print(f"{'rule':34} {'found':>9} {'false on clean':>15} {'must_not broken':>16}")
    for rule in sorted(chosen):
        print(f"{rule:34} {hit[rule]:>4}/{total[rule]:<4} {alarm[rule]:>15} {broken[rule]:>16}")
    musts = sum(total.values())
    print(f"\nfound {sum(hit.values())} of {musts}; {len(clean_wrong)} of {clean} clean messages not `ready`; {cases} messages")
    if chosen == set(rule_ids()):
        print(f"verdict as labelled: {verdicts} of {cases}")
    if options.verbose:
        print("\n".join(details))


if __name__ == "__main__":
    main()
