"""What goes wrong with a page under watch, each in one line for a person."""

from datetime import timedelta


class ReadError(Exception):
    """An answer that holds no posting the desk can read; the message says why, and what to do."""


class FetchError(Exception):
    """A page that could not be fetched; the message says why. `wait` is how long its host asked to be left alone."""

    def __init__(self, words: str, wait: timedelta | None = None) -> None:
        super().__init__(words)
        self.wait = wait


class Refused(FetchError):
    """An address that is never asked: it leads into this machine or its network, or is no web address."""
