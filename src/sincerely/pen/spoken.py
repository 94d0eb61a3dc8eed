"""How long words take when they are said aloud."""

# NCVS: people speak about 150 words a minute.
WORDS_A_MINUTE = 150


def spoken_words(text: str) -> int:
    """The words of a text as they are said: each digit of a number counts as one word, and so does "plus"."""
    count = 0
    for word in text.split():
        digits = sum(character.isdigit() for character in word)
        count += digits + word.startswith("+") if digits else 1
    return count
