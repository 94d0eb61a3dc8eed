"""alt-profanity-check: a sentence that its model calls profane."""

from importlib.metadata import version

from benchmarks.judgement.checkers.vader import SENTENCE
from profanity_check import predict

NAME = f"alt-profanity-check {version('alt-profanity-check')}"


def start():
    def marks(message):
        sentences = list(SENTENCE.finditer(message["message"]["body"]))
        said = predict([found[0] for found in sentences]) if sentences else []
        return [(*found.span(), "") for found, profane in zip(sentences, said, strict=True) if profane]

    return marks
