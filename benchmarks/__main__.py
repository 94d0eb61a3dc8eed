"""Every figure that the docs quote, by one command: `python -m benchmarks PART …`; without a part, what there is.

Parts that need other programs (peers) or ../shared say so themselves. All times are of one run on one machine: compare within it.
"""

import runpy
import sys

PARTS = {
    "speed": "how long a check takes, how it grows, memory, beside Harper and LanguageTool's rules; writes docs/benchmarks.md",
    "judgement": "every checker's judgement of the same labelled messages; writes docs/judgement.md",
    "language": "spelling, grammar and names beside other programs; writes docs/language.md",
    "tone": "tone beside other programs, in an environment of theirs; writes a part of docs/tone.md",
    "cases": "a file of labelled messages, rule by rule",
    "plan": "plans a second",
    "simulate": "years of follow-ups against an independent reading of the laws",
    "reliability": "kills and races on real servers",
    "start": "how long a person waits for a command",
    "due": "`due` on a desk with many applications",
    "web": "every page on a desk with 1,000 applications",
    "paint": "when a page is there to be seen",
    "caseload": "a coach's caseload",
    "watch": "ten thousand pages under watch on a simulated network",
    "api": "the API asked by schemathesis",
    "many": "two million touches on PostgreSQL: due scan, claims by workers that are killed, pages",
}


def main() -> int:
    if len(sys.argv) < 2 or sys.argv[1] not in PARTS:
        width = max(map(len, PARTS))
        print(f"{__doc__}\n" + "\n".join(f"  {part:{width}}  {words}" for part, words in PARTS.items()))
        return 0 if len(sys.argv) < 2 else 64
    part = sys.argv[1]
    sys.argv = [f"benchmarks.{part}", *sys.argv[2:]]
    runpy.run_module(f"benchmarks.{part}", run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
