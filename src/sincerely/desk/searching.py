"""Finding by words as a person types them: capitals and accents do not matter."""

import unicodedata


def finds(words: str, *texts: str) -> bool:
    """True where the words stand in one of the texts: “jose” finds José, “müller” finds MÜLLER."""
    plain = folded(words)
    return any(plain in folded(text) for text in texts)


def folded(text: str) -> str:
    """The text in small letters without accents."""
    if text.isascii():
        return text.lower()
    return "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
