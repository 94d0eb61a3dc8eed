"""The full model taught: the encoder and its heads, on single sentences, their twins, and letters."""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional

from sincerely.proof.tone.wordpiece import Vocabulary
from training.encoder import Encoder, pretrained
from training.examples import Sentence
from training.fit import HEADS, Floats, answers
from training.lessons import Reader, Row, epoch, letters, pairs, targets
from training.split import Side

PACES = 33  # the heads, which begin with nothing, take steps so many times larger
WARMING = 0.06  # share of the steps in which the pace grows
APART = 1.0  # logits that a faulty sentence and its clean twin should at least lie apart
RANKED = 0.3  # weight of that beside the answers themselves
AT_ONCE = 64  # rows judged together


@dataclass(frozen=True)
class Course:
    """What is read, how often, and the largest step of the encoder."""

    side: Side
    epochs: int
    pace: float


def finetune(courses: Sequence[Course], words: list[str], numbers: list[int], cache: Path, seed: int = 0) -> Encoder:
    """An encoder that has taken some courses, one after the other. What was taught before is taken from the cache."""
    model = pretrained(numbers)
    begin(model, courses[0].side)
    taken = sha256(repr((words, PACES, APART, RANKED)).encode())
    for number, course in enumerate(courses, start=1):
        read = [(one.key, one.message, one.text, sorted(one.labels)) for one in (*course.side.singles, *course.side.lines)]
        taken.update(repr((course.epochs, course.pace, read)).encode())
        kept = cache / f"course-{number}-{taken.hexdigest()[:12]}.safetensors"
        if kept.exists():
            model.load_state_dict(load_file(kept))
            continue
        print(f"course {number}: {len(course.side.singles)} sentences, {len(course.side.lines)} lines of letters", flush=True)
        teach(model, Reader(Vocabulary(words)), course, random.Random(seed + number))
        cache.mkdir(exist_ok=True)
        save_file(model.state_dict(), kept)
    return model.eval()


def begin(model: Encoder, side: Side) -> None:
    """Lets each head begin with how common its fault is; without this the rare ones learn for an epoch to stay silent."""
    share = answers(side.singles).mean(axis=0)
    with torch.no_grad():
        model.heads.bias[: len(HEADS)] = torch.from_numpy(np.log(share / (1 - share)))


def teach(model: Encoder, reader: Reader, course: Course, chance: random.Random) -> None:
    torch.manual_seed(chance.randrange(1 << 30))
    lessons = [list(epoch(course.side.singles, course.side.lines, reader, chance)) for _ in range(course.epochs)]
    total = sum(map(len, lessons))
    heads = list(model.heads.parameters())
    rest = [part for name, part in model.named_parameters() if part.requires_grad and not name.startswith("heads")]
    groups = [{"params": rest, "lr": course.pace}, {"params": heads, "lr": course.pace * PACES}]
    steps = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    pace = torch.optim.lr_scheduler.LambdaLR(steps, lambda step: min((step + 1) / (total * WARMING), 1 - step / total))
    model.train()
    start, seen, running = time.perf_counter(), 0, 0.0
    for number, rows in enumerate(batch for lesson in lessons for batch in lesson):
        steps.zero_grad()
        lost = loss(model, reader, rows)
        lost.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        steps.step()
        pace.step()
        seen += sum(len(row.sentences) for row in rows)
        running = 0.98 * running + 0.02 * lost.item()
        if number % 100 == 0:
            spent = time.perf_counter() - start
            print(
                f"  step {number} of {total}, {seen / spent:.0f} sentences a second, loss {running:.3f}, {spent:.0f} s",
                flush=True,
            )


def loss(model: Encoder, reader: Reader, rows: list[Row]) -> Tensor:
    """How far the answers are off, and how little the twins lie apart."""
    right = targets(rows)
    with torch.autocast("cpu", torch.bfloat16):
        logits = model.judge(reader.batch(rows))
    lost = functional.binary_cross_entropy_with_logits(logits, right, reduction="none").sum(dim=1).mean()
    if twins := pairs(rows):
        faulty, clean = torch.tensor(twins).T
        heads = right[faulty]
        apart = functional.softplus(APART - (logits[faulty] - logits[clean])) * heads
        lost = lost + RANKED * apart.sum() / len(rows)
    return lost


@torch.inference_mode()
def judged(model: Encoder, reader: Reader, rows: Sequence[Row]) -> Floats:
    """Logits of every sentence of some rows, in order."""
    order = sorted(range(len(rows)), key=lambda at: rows[at].length)
    found: list[Floats] = [np.empty((0, 0), np.float32)] * len(rows)
    for at in range(0, len(order), AT_ONCE):
        some = order[at : at + AT_ONCE]
        batch = [rows[number] for number in some]
        with torch.autocast("cpu", torch.bfloat16):
            logits = model.judge(reader.batch(batch)).numpy()
        ends = np.cumsum([len(row.sentences) for row in batch])
        for number, part in zip(some, np.split(logits, ends[:-1]), strict=True):
            found[number] = part
    return np.concatenate(found)


def judged_alone(model: Encoder, reader: Reader, singles: Sequence[Sentence]) -> Floats:
    return judged(model, reader, [reader.row([one]) for one in singles])


def judged_in_letters(model: Encoder, reader: Reader, lines: Sequence[Sentence]) -> tuple[list[Sentence], Floats]:
    """The prose of whole letters and its logits, each sentence read with its neighbours."""
    rows = [reader.row(letter) for letter in letters(lines)]
    return [one for row in rows for one in row.sentences], judged(model, reader, rows)
