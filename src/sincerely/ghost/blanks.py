"""Names that stay on this machine: each gives way to a word in brackets, and comes back into what a model answers."""

import re
from string import ascii_lowercase

# What a model writes in brackets and no blank is: it is left as it stands, and proof asks for it.
LONGEST = 40


class Blanks:
    """What stands for what, in the order in which it was hidden; the same words always give way to the same."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        self.shown: dict[str, str] = {}

    def hide(self, words: str, label: str) -> str:
        """What stands for words from now on. `label`: such as "name 1", of whom or of what they are."""
        if words not in self.shown:
            taken = next(shown for shown in self.labels(label) if shown not in self.words)
            self.words[taken], self.shown[words] = words, taken
        return self.shown[words]

    def labels(self, label: str) -> list[str]:
        """A label in brackets, and more of the same kind for other words for the same."""
        more = [f"{label} {letter}" for letter in ascii_lowercase[1:]] + [f"{label} z{number}" for number in range(1000)]
        return [f"[{each}]" for each in (label, *more)]

    def fill(self, text: str) -> str:
        """A text with the names back in it, however a model wrote the brackets' insides."""
        known = {shown.casefold(): words for shown, words in self.words.items()}
        blank = re.compile(rf"\[[^\[\]\n]{{1,{LONGEST}}}\]")
        return blank.sub(lambda match: known.get(" ".join(match[0].split()).casefold(), match[0]), text)


class Filling:
    """The same for words that come piece by piece: what may be the beginning of a blank waits for its end."""

    def __init__(self, blanks: Blanks) -> None:
        self.blanks, self.left = blanks, ""

    def add(self, piece: str) -> str:
        """What can be shown now."""
        text = self.left + piece
        start = text.rfind("[")
        waits = start >= 0 and "]" not in text[start:] and len(text) - start <= LONGEST + 1
        ready, self.left = (text[:start], text[start:]) if waits else (text, "")
        return self.blanks.fill(ready)

    def rest(self) -> str:
        """What was still waiting."""
        ready, self.left = self.left, ""
        return self.blanks.fill(ready)
