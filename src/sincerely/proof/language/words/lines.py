"""A table in a text file, looked up on the disk: sorted lines, never read as a whole."""

from bisect import bisect_right
from mmap import ACCESS_READ, mmap
from pathlib import Path

# No word of the tables is longer; a longer key is not looked for.
LONGEST = 60
# Bytes that are searched at once; the first line of each such piece is remembered once it was looked at.
PIECE = 2048
# No key is behind this one.
BEYOND = b"\xff"


class SortedLines:
    """Lines `key` or `key<tab>value`, in the order of their bytes, mapped into memory.

    Opening costs nothing; a look-up takes some eleven steps to the piece that would hold the key, and one search in it.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self.data = mmap(file.fileno(), 0, access=ACCESS_READ)
        self.pieces = range(0, len(self.data), PIECE)
        self.firsts: dict[int, bytes] = {0: b""}

    def get(self, key: str) -> str | None:
        """The value that stands with a key, empty where it stands alone; None where the key is absent."""
        if not key or len(key) > LONGEST:
            return None
        wanted = key.encode("utf-8", "surrogatepass")
        piece = bisect_right(self.pieces, wanted, key=self._first) - 1
        start = self._line(self.pieces[piece])
        end = self._end(self.pieces[piece] + PIECE)
        # Of all keys that begin so, the key itself stands first.
        found = start if self.data[start : start + len(wanted)] == wanted else self.data.find(b"\n" + wanted, start, end) + 1
        if not found and start:
            return None
        stands, _, value = self.data[found : self._end(found)].partition(b"\t")
        return value.decode("utf-8") if stands == wanted else None

    def _first(self, place: int) -> bytes:
        """The key of the first line that begins in a piece or behind it."""
        first = self.firsts.get(place)
        if first is None:
            start = self._line(place)
            first = self.data[start : self._end(start)].partition(b"\t")[0] if start < len(self.data) else BEYOND
            self.firsts[place] = first
        return first

    def _line(self, place: int) -> int:
        """Where the first line begins that does not begin before a place; the end of the table where none does."""
        return self._end(place - 1) + 1 if place else 0

    def _end(self, start: int) -> int:
        end = self.data.find(b"\n", start)
        return end if end >= 0 else len(self.data)
