"""The full model taught: the encoder and its heads, on single sentences, their twins, and letters."""

import random
import time
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from sincerely.proof.tone.wordpiece import Vocabulary
from training.encoder import Encoder, pretrained
from training.examples import Sentence
from training.fit import HEADS, Floats, answers
from training.lessons import Reader, Row, batches, epoch, letters, pairs, targets
from training.politeness import requests
from training.split import Side

EPOCHS = 3
LAST = 0.25  # of the last epoch, what is read: its pace falls to nothing four times as fast
PACE = 3e-4  # the largest step of the encoder
PACES = 33  # the heads, which begin with nothing, take steps so many times larger
WARMING = 0.06  # share of the steps in which the pace grows
APART = 1.0  # logits that a faulty sentence and its clean twin should at least lie apart
RANKED = 0.3  # weight of that beside the answers themselves
ASIDE = 0.3  # weight of how impolite a request is
AT_ONCE = 64  # rows judged together


def finetune(side: Side, words: list[str], numbers: list[int], cache: Path) -> Iterator[tuple[Encoder, int]]:
    """The encoder taught from what MiniLM knew, handed out after each epoch with the epoch's number.

    What it and its steps were then is kept in the cache: a run that was stopped goes on from there.
    """
    reader = Reader(Vocabulary(words))
    model = pretrained(numbers)
    begin(model, side)
    lessons = [lesson(side, reader, number) for number in range(EPOCHS)]
    steps, paces = paced(model), falling([len(one) for one in lessons])
    for number, (now, pace) in enumerate(zip(lessons, paces, strict=True)):
        kept = cache / f"{marked(side, words)}-{number + 1}.pt"
        if kept.exists():
            state = torch.load(kept, weights_only=True)
            model.load_state_dict(state["model"])
            steps.load_state_dict(state["steps"])
            yield model.eval(), number + 1
            continue
        print(f"epoch {number + 1} of {EPOCHS}: {len(side.singles)} sentences, {len(side.lines)} lines of letters", flush=True)
        torch.manual_seed(number)
        teach(model, reader, now[: len(pace)], steps, pace)
        cache.mkdir(exist_ok=True)
        torch.save({"model": model.state_dict(), "steps": steps.state_dict()}, kept)
        yield model.eval(), number + 1


def lesson(side: Side, reader: Reader, number: int) -> list[list[Row]]:
    """The batches of one epoch, in random order: the corpus, and apart from it a share of the requests between strangers, each of
    which is read once."""
    chance = random.Random(number)
    found = list(epoch(side.singles, side.lines, reader, chance))
    found += batches([[reader.row([one])] for one in requests()[number::EPOCHS]], chance)
    chance.shuffle(found)
    return found


def marked(side: Side, words: list[str]) -> str:
    """A name for what is taught and how."""
    read = [(one.key, one.message, one.text, sorted(one.labels)) for one in (*side.singles, *side.lines, *requests())]
    return sha256(repr((words, EPOCHS, LAST, PACE, PACES, APART, RANKED, ASIDE, read)).encode()).hexdigest()[:12]


def begin(model: Encoder, side: Side) -> None:
    """Lets each head begin with how common its fault is; without this the rare ones learn for an epoch to stay silent."""
    share = answers(side.singles).mean(axis=0)
    with torch.no_grad():
        model.heads.bias[: len(HEADS)] = torch.from_numpy(np.log(share / (1 - share)))


def paced(model: Encoder) -> torch.optim.Optimizer:
    """The steps; those of the heads are larger."""
    heads = list(model.heads.parameters())
    rest = [part for name, part in model.named_parameters() if part.requires_grad and not name.startswith("heads")]
    groups = [{"params": rest, "lr": PACE, "times": 1}, {"params": heads, "lr": PACE * PACES, "times": PACES}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def falling(lengths: list[int]) -> list[list[float]]:
    """The pace of each step of each epoch: it grows in the first steps and falls to nothing; of the last epoch only a share is
    read, and so much the faster it falls."""
    total, done = sum(lengths), 0
    paces = []
    for length in lengths:
        read = round(length * LAST) if done + length == total else length
        paces.append(
            [min((done + step + 1) / (total * WARMING), 1 - (done + step * length / read) / total) for step in range(read)]
        )
        done += length
    return paces


def teach(model: Encoder, reader: Reader, lesson: list[list[Row]], steps: torch.optim.Optimizer, pace: list[float]) -> None:
    """One epoch; `pace`: that of each step, as a share of the largest."""
    model.train()
    start, seen, running = time.perf_counter(), 0, 0.0
    for number, rows in enumerate(lesson):
        for group in steps.param_groups:
            group["lr"] = PACE * group["times"] * pace[number]
        steps.zero_grad()
        lost = loss(model, reader, rows)
        lost.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        steps.step()
        seen += sum(len(row.sentences) for row in rows)
        running = 0.98 * running + 0.02 * lost.item()
        if number % 100 == 0:
            spent = time.perf_counter() - start
            speed = f"{seen / spent:.0f} sentences a second"
            print(f"  step {number} of {len(lesson)}, {speed}, loss {running:.3f}, {spent:.0f} s", flush=True)


def loss(model: Encoder, reader: Reader, rows: list[Row]) -> Tensor:
    """How far the answers are off, and how little the twins lie apart."""
    with torch.autocast("cpu", torch.bfloat16):
        logits = model.judge(reader.batch(rows))
    if (asked := [row.sentences[0].impolite for row in rows])[0] is not None:
        return ASIDE * functional.binary_cross_entropy_with_logits(logits[:, -1], torch.tensor(asked))
    logits, right = logits[:, : len(HEADS)], targets(rows)
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
