"""Pairs of a British and an American spelling, told from SCOWL's lists by the ways in which they differ."""

import re
from collections.abc import Iterator, Mapping

from training.language.sources import scowl

# British ending or part → American. -ise and -ize are left out: Oxford spelling is British too.
WAYS = (
    (r"our", "or"),
    (r"tre", "ter"),
    (r"bre", "ber"),
    (r"yse", "yze"),
    (r"ysi(?=ng)", "yzi"),
    (r"ll(?=ed|ing|er|or|ist)", "l"),
    (r"(?<=[aeiou])l(?=ment|s?$)", "ll"),
    (r"ogue", "og"),
    (r"ence(?=s?$)", "ense"),
    (r"ae|oe", "e"),
    (r"mme(?=s?$)", "m"),
    (r"plough", "plow"),
    (r"mould", "mold"),
    (r"aluminium", "aluminum"),
    (r"aeroplane", "airplane"),
    (r"sceptic", "skeptic"),
    (r"moustache", "mustache"),
    (r"pyjama", "pajama"),
    (r"grey", "gray"),
)
# Common on both sides, or another word on the other side.
EITHER = "dialogue|catalogue|analogue|licence|licences|practise|cancell|grey|gray|enrol|programme|judgement|manoeuvr"


def variants(words: set[str], rates: Mapping[str, float]) -> Iterator[str]:
    """Lines `spelling<tab>side and the other side's spelling`: "colour<tab>Bcolor", "color<tab>Acolour"."""
    sizes = scowl("words")
    british = {word for word, found in sizes.items() if "british" in found and "american" not in found and "english" not in found}
    american = {
        word for word, found in sizes.items() if "american" in found and "british" not in found and "english" not in found
    }
    pairs = {(one, two) for one in british for two in others(one) if two in american}
    for one, two in sorted(pairs):
        plain = one in words and two in words and "'" not in one
        if plain and not re.match(EITHER, one) and max(rates.get(one, 0), rates.get(two, 0)) >= 100:
            yield f"{one}\tB{two}"
            yield f"{two}\tA{one}"


def others(word: str) -> set[str]:
    """How the American side may write a British word."""
    return {
        word[: match.start()] + re.sub(british, american, match.group()) + word[match.end() :]
        for british, american in WAYS
        for match in re.finditer(british, word)
    }
