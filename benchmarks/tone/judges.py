"""Our two tiers and the programs that a person could pick instead, each as one function: the sentences of one text in, how bad
each is out."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

Judge = Callable[[Sequence[str]], list[float]]


def judges() -> Iterator[tuple[str, Judge]]:
    """Names, with versions, and judges; a higher number is worse, and the scales are their own."""
    yield "sincerely, full", ours("full")
    yield "sincerely, quick", ours("quick")
    yield "sincerely, impoliteness", impolite
    yield "VADER 3.3.2", vader()
    yield "TextBlob 0.20.1", textblob()
    yield "alt-profanity-check 1.9.1", alt_profanity_check()
    yield "better-profanity 0.7.0", better_profanity()
    yield "glin-profanity 4.1.0", glin_profanity()


def ours(tier: str) -> Judge:
    from sincerely.proof.tone import model

    judge = model(tier)  # type: ignore[arg-type]
    return lambda texts: [found["any"] for found in (judge.letter(texts) if len(texts) > 1 else judge.scores(texts))]


def impolite(texts: Sequence[str]) -> list[float]:
    from sincerely.proof.tone import impoliteness

    return impoliteness(texts)


def vader() -> Judge:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyser = SentimentIntensityAnalyzer()
    return lambda texts: [-analyser.polarity_scores(text)["compound"] for text in texts]


def textblob() -> Judge:
    from textblob import TextBlob

    return lambda texts: [-TextBlob(text).sentiment.polarity for text in texts]


def alt_profanity_check() -> Judge:
    from profanity_check import predict_prob

    return lambda texts: np.asarray(predict_prob(list(texts))).tolist()


def better_profanity() -> Judge:
    from better_profanity import profanity

    profanity.load_censor_words()
    return lambda texts: [float(profanity.contains_profanity(text)) for text in texts]


def glin_profanity() -> Judge:
    from glin_profanity import Filter

    judge = Filter({"detect_leetspeak": True, "languages": ["english"]})
    return lambda texts: [float(judge.is_profane(text)) for text in texts]
