"""Words as numbers of 32 bits, and numbers for words together: what the tables of this folder are looked up by."""

from zlib import crc32

MASK = 0xFFFFFFFF
# Two odd numbers far from any pattern (the golden ratio in 32 bits; xxHash's second prime).
FIRST, SECOND = 0x9E3779B1, 0x85EBCA77


def number(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def together(one: int, two: int) -> int:
    """The number of two in this order."""
    return (one * FIRST + two * SECOND) & MASK
