"""Words brought to a common form, so that "welding" meets "welded" and "licences" meets "licence"."""

import re

TOKEN = re.compile(r"[^\W_]+(?:['’.\-&/][^\W_]+)*[+#]*", re.UNICODE)
DOUBLED = re.compile(r"([bdgklmnprt])\1$")
BRITISH = re.compile(r"is(ation|e|ed|ing|es)$")
ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ers", "er", "ors", "or", "ed", "es", "s", "e")


def tokens(text: str) -> list[str]:
    """The words of a text, "C++" and "e-commerce" whole."""
    return TOKEN.findall(text)


def stem(word: str) -> str:
    """The word without case and its commonest endings; never under four letters; names such as "SAP" as they are."""
    plain = word.lower()
    if len(word) < 5 or not word.isalpha() or word.isupper():
        return plain.rstrip("s") if len(word) == 4 and word.islower() else plain
    plain = BRITISH.sub(r"iz\1", plain)
    if plain.endswith("ies"):
        return plain[:-3] + "y"
    for ending in ENDINGS:
        if (
            plain.endswith(ending)
            and len(plain) - len(ending) >= 4
            and not (ending == "s" and plain.endswith(("ss", "us", "is")))
        ):
            plain = plain[: -len(ending)]
            break
    return DOUBLED.sub(r"\1", plain)
