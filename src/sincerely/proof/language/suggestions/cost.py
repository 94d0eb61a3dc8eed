"""How unlikely a slip is: the cost of coming from the word that was meant to the word that stands there.

One is a wrong letter. The weights follow what is known of slips: most are one edit, the first letter is seldom wrong, letters of
one sound, vowels, doubled letters and swaps are confused most (Damerau 1964; Kukich 1992, "Techniques for automatically
correcting words in text"; Mitton 1996). They were set on the lists of ../shared/data/spell/wordlists and our own slips.
"""

from itertools import pairwise

VOWELS = frozenset("aeiouy")
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
SOUNDS = ("ckqx", "sczx", "gj", "fv", "mn", "iy", "dt", "bp", "uw", "td")
# A wrong letter by what the two have in common.
VOWEL, SOUND, KEY, OTHER = 0.65, 0.75, 0.9, 1.2
SWAP, SWAPPED_VOWELS = 0.65, 0.45
TWICE, SILENT, DROPPED_VOWEL, DROPPED, ADDED = 0.5, 0.7, 0.8, 0.95, 1.0
APOSTROPHE = 0.3
FIRST = 1.5
# Spellings of one sound, taken for each other as a whole: (meant, written).
WHOLE = (
    *(
        ("ph", "f"),
        ("f", "ph"),
        ("tion", "sion"),
        ("sion", "tion"),
        ("tion", "cion"),
        ("cian", "tion"),
        ("que", "k"),
        ("ch", "k"),
        ("ck", "k"),
    ),
    *(
        ("kn", "n"),
        ("wr", "r"),
        ("gh", ""),
        ("gh", "f"),
        ("ough", "uff"),
        ("augh", "af"),
        ("ious", "ous"),
        ("eous", "ious"),
        ("ous", "us"),
    ),
    *(
        ("ea", "ee"),
        ("ee", "ea"),
        ("ai", "ay"),
        ("ei", "ie"),
        ("ie", "ei"),
        ("eau", "o"),
        ("our", "er"),
        ("ury", "ery"),
        ("ould", "uld"),
    ),
    *(
        ("x", "cs"),
        ("xc", "x"),
        ("cc", "x"),
        ("qu", "kw"),
        ("sc", "s"),
        ("ss", "c"),
        ("ce", "se"),
        ("ance", "ents"),
        ("ful", "full"),
    ),
    *(
        ("ically", "icly"),
        ("ally", "aly"),
        ("ely", "ly"),
        ("ly", "ley"),
        ("ies", "ys"),
        ("ied", "yed"),
        ("ture", "cher"),
        ("du", "ju"),
    ),
)
WHOLE_COST = 0.6


def neighbours() -> frozenset[frozenset[str]]:
    """Letters whose keys touch, on the English keyboard."""
    beside = {frozenset(pair) for row in KEYS for pair in pairwise(row)}
    above = {
        frozenset((row[place], under[other]))
        for row, under in pairwise(KEYS)
        for place in range(len(row))
        for other in (place - 1, place)
        if 0 <= other < len(under)
    }
    return frozenset(beside | above)


TOUCH = neighbours()
ALIKE = frozenset(frozenset((one, other)) for group in SOUNDS for one in group for other in group if one != other)


def wrong_letter(meant: str, written: str) -> float:
    """The cost of one letter in place of another."""
    if meant == written:
        return 0.0
    if meant in VOWELS and written in VOWELS:
        return VOWEL
    pair = frozenset((meant, written))
    return SOUND if pair in ALIKE else KEY if pair in TOUCH else OTHER


def left_out(meant: str, place: int) -> float:
    """The cost of a letter that was meant and is not there."""
    letter = meant[place]
    if letter == "'":
        return APOSTROPHE
    if letter in meant[max(0, place - 1) : place] or letter in meant[place + 1 : place + 2]:
        return TWICE
    return SILENT if letter in "eh" else DROPPED_VOWEL if letter in VOWELS else DROPPED


def put_in(written: str, place: int) -> float:
    """The cost of a letter that is there and was not meant."""
    letter = written[place]
    if letter in written[max(0, place - 1) : place] or letter in written[place + 1 : place + 2]:
        return TWICE
    return SILENT if letter in "eh'" else ADDED


def cost(meant: str, written: str) -> float:
    """The least cost of the slips that make one word of the other, by dynamic programming over their letters."""
    rows = len(meant) + 1
    columns = len(written) + 1
    table = [[0.0] * columns for _ in range(rows)]
    for row in range(1, rows):
        table[row][0] = table[row - 1][0] + left_out(meant, row - 1) * FIRST
    for column in range(1, columns):
        table[0][column] = table[0][column - 1] + put_in(written, column - 1) * FIRST
    for row in range(1, rows):
        letter = meant[row - 1]
        missing = left_out(meant, row - 1)
        for column in range(1, columns):
            other = written[column - 1]
            least = table[row - 1][column - 1]
            if letter != other:
                least += wrong_letter(letter, other) * (FIRST if row == 1 and column == 1 else 1)
            least = min(least, table[row - 1][column] + missing, table[row][column - 1] + put_in(written, column - 1))
            if row > 1 and column > 1 and letter == written[column - 2] and other == meant[row - 2] and letter != other:
                swap = SWAPPED_VOWELS if letter in VOWELS and other in VOWELS else SWAP
                least = min(least, table[row - 2][column - 2] + swap)
            for whole, instead in WHOLE_ENDING.get(letter, ()):
                if meant.endswith(whole, 0, row) and written.endswith(instead, 0, column):
                    least = min(least, table[row - len(whole)][column - len(instead)] + WHOLE_COST)
            table[row][column] = least
    return table[-1][-1]


WHOLE_ENDING: dict[str, list[tuple[str, str]]] = {}
for _meant, _written in WHOLE:
    WHOLE_ENDING.setdefault(_meant[-1], []).append((_meant, _written))
