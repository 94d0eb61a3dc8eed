"""VADER, a lexicon of sentiment: a sentence below -0.05 is negative, as its authors say (Hutto and Gilbert 2014)."""

import re
from importlib.metadata import version

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

NAME = f"VADER {version('vaderSentiment')}"
SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
NEGATIVE = -0.05


def start():
    analyser = SentimentIntensityAnalyzer()

    def marks(message):
        sentences = SENTENCE.finditer(message["message"]["body"])
        return [(*found.span(), "") for found in sentences if analyser.polarity_scores(found[0])["compound"] <= NEGATIVE]

    return marks
