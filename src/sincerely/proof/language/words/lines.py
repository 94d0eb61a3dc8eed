"""A table in a text file, looked up on the disk: sorted lines, never read as a whole."""

from mmap import ACCESS_READ, mmap
from pathlib import Path

# No word of the tables is longer; a longer key is not looked for.
LONGEST = 60


class SortedLines:
    """Lines `key` or `key<tab>value`, in the order of their bytes, mapped into memory.

    Opening costs nothing, a look-up about 18 steps.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self.data = mmap(file.fileno(), 0, access=ACCESS_READ)

    def get(self, key: str) -> str | None:
        """The value that stands with a key, empty where it stands alone; None where the key is absent."""
        if not key or len(key) > LONGEST:
            return None
        wanted = key.encode("utf-8", "surrogatepass")
        start = self._at(wanted)
        found, _, value = self.data[start : self._end(start)].partition(b"\t")
        return value.decode("utf-8") if found == wanted else None

    def _at(self, wanted: bytes) -> int:
        """Where the first line begins that is not before these bytes."""
        low, high = 0, len(self.data)
        while low < high:
            middle = (low + high) // 2
            start = self.data.rfind(b"\n", low, middle) + 1 or low
            end = self._end(start)
            if self.data[start:end].partition(b"\t")[0] < wanted:
                low = end + 1
            else:
                high = start
        return low

    def _end(self, start: int) -> int:
        end = self.data.find(b"\n", start)
        return end if end >= 0 else len(self.data)
