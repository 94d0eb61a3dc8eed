"""VADER, then alt-profanity-check, then codespell: what somebody would put together from what there is."""

from benchmarks.judgement.checkers import codespell_, profanity, vader

NAME = "VADER + alt-profanity-check + codespell"


def start():
    each = [one.start() for one in (vader, profanity, codespell_)]
    return lambda message: [mark for marks in each for mark in marks(message)]
