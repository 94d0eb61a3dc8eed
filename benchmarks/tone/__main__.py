"""Tone beside its peers, in one run: `PYTHONPATH=src:. PEERS/bin/python -m benchmarks.tone` (see requirements.txt).

For every set: AUC, and what is found where 2 % and 5 % of the clean texts are flagged. A text's score is that of its worst
sentence. Milliseconds of processor time a letter, one thread. Replaces the last part of docs/tone.md.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import datetime
import time
from pathlib import Path

import numpy as np
from benchmarks.tone.judges import Judge, judges
from benchmarks.tone.sets import Texts, sets
from sklearn.metrics import roc_auc_score

PAGE = Path(__file__).resolve().parents[2] / "docs" / "tone.md"
HEADING = "## Beside other programs"
ALARMS = (0.02, 0.05)


def judged(judge: Judge, texts: Texts) -> tuple[np.ndarray, float]:
    """The worst sentence of each text, and milliseconds of processor time a text."""
    judge(texts.texts[0])
    start = time.process_time()
    worst = np.array([max(judge(sentences), default=0.0) if sentences else 0.0 for sentences in texts.texts])
    return worst, (time.process_time() - start) * 1000 / len(texts.texts)


def found_at(worst: np.ndarray, faulty: np.ndarray, alarms: float) -> float:
    """Found where at most a share of the clean is flagged; a judge of few grades may have to stay below it."""
    clean = np.sort(worst[~faulty])[::-1]
    return float((worst[faulty] > clean[int(len(clean) * alarms)]).mean())


def main() -> None:
    lines = [
        HEADING,
        "",
        f"`python -m benchmarks.tone`, {datetime.datetime.now(datetime.UTC):%d %B %Y}, one run, one thread.",
        "",
    ]
    rivals = list(judges())
    for texts in sets():
        faulty = np.array(texts.faulty)
        lines += [f"{texts.name} ({int(faulty.sum())} faulty, {int((~faulty).sum())} clean)", ""]
        lines += ["| | AUC | found at 2 % | at 5 % | ms a text |", "|---|---|---|---|---|"]
        for name, judge in rivals:
            worst, spent = judged(judge, texts)
            two, five = (found_at(worst, faulty, alarms) for alarms in ALARMS)
            lines.append(f"| {name} | {roc_auc_score(faulty, worst):.3f} | {two:.2f} | {five:.2f} | {spent:.2f} |")
            print(texts.name, lines[-1], flush=True)
        lines.append("")
    before = PAGE.read_text(encoding="utf-8").split(HEADING)[0].rstrip()
    PAGE.write_text("\n".join([before, "", *lines]).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
