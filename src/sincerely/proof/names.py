"""Names on record, looked for in a line: the candidate's as a signature, the contacts' in a greeting."""

import re
import unicodedata
from dataclasses import dataclass

from sincerely.proof.letter import Facts
from sincerely.proof.wordlists import wordlist

TOKEN = re.compile(r"[^\W\d_]+")
NAME_LINE = re.compile(r"[^\W\d_][\w'’.\-]*(?:,? [\w'’.\-()]+){0,5}")
LONGEST_SIGNED_LINE = 8


def folded(text: str) -> str:
    """Lower case without accents, for comparing names only: its length may differ from the text's."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    return plain.replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("ı", "i")


def tokens(text: str) -> list[str]:
    """The folded words of a name."""
    return TOKEN.findall(folded(text))


def name_tokens(name: str) -> frozenset[str]:
    """The words of a name that tell one person from another: no titles, particles or initials."""
    others = wordlist("honorifics") | wordlist("particles")
    return frozenset(token for token in tokens(name) if len(token) > 1 and token not in others)


@dataclass(frozen=True, slots=True)
class Names:
    """Words of the names on record."""

    candidate: frozenset[str]
    contacts: frozenset[str]

    @classmethod
    def of(cls, facts: Facts) -> "Names":
        called = " ".join(f"{contact.name} {contact.nickname}" for contact in facts.contacts)
        return cls(name_tokens(facts.candidate.name), name_tokens(called))

    def greets(self, text: str) -> bool:
        """True where some word of the text belongs to a contact's name."""
        return not self.contacts.isdisjoint(tokens(text))

    def signs(self, line: str) -> bool:
        """True where a line begins with the candidate's name, alone or with a title or number beside it."""
        words = tokens(line)
        if not self.candidate or not words or len(words) > LONGEST_SIGNED_LINE:
            return False
        if len(words) > 3 and line.rstrip().endswith((".", "?", "!")):
            return False
        titled = len(words) > 1 and words[0] in wordlist("honorifics")
        return words[1 if titled else 0] in self.candidate

    def may_sign(self, line: str) -> bool:
        """True where a line looks like somebody's name: one to six words with capitals, no sentence."""
        if self.signs(line):
            return True
        if line.endswith((",", "?", ":", ";")) or not NAME_LINE.fullmatch(line.rstrip(" .!")):
            return False
        words = line.replace(",", " ").split()
        return len(words) == 1 or all(word[0].isupper() or word.lower() in wordlist("particles") for word in words)
