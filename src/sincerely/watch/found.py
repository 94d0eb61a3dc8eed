"""What reading one answer brought."""

from dataclasses import dataclass

from sincerely.watch.posting import Posting


@dataclass(frozen=True, slots=True)
class Found:
    """The postings of one answer. `following` are addresses of the board's further pages; `name` is what it calls itself."""

    postings: tuple[Posting, ...]
    following: tuple[str, ...] = ()
    name: str = ""
