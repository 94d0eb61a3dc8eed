"""Pairs of a British and an American spelling, told from SCOWL's lists by the ways in which they differ."""

import re
from collections.abc import Iterator, Mapping

from training.language.sources import scowl

# British ending or part → American.
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
# -ise is British; -ize is of both sides, since Oxford's British spelling has it.
ISE = re.compile(r"is(?:e[drs]?|ing|ation|ations|er|ers)$")
# Parts in a thousand million.
OFTEN = 100
# Common on both sides, or another word on the other side.
EITHER = "dialogue|catalogue|analogue|licence|licences|practise|cancell|grey|gray|enrol|programme|judgement|manoeuvr"


def variants(words: set[str], rates: Mapping[str, float]) -> Iterator[str]:
    """Lines `spelling<tab>side and the other side's spelling`: "colour<tab>Bcolor", "color<tab>Acolour"."""
    sizes = scowl("words")

    def only(word: str, here: str, there: str) -> bool:
        return here in sizes[word] and not {there, "english"} & set(sizes[word]) and word in words and "'" not in word

    british = [word for word in sizes if only(word, "british", "american") and not re.match(EITHER, word)]
    american = {word for word in sizes if only(word, "american", "british")}
    for one in british:
        for two in others(one) & american:
            if max(rates.get(one, 0), rates.get(two, 0)) >= OFTEN:
                yield f"{one}\tB{two}"
                # What Canada writes beside "colour" tells nothing.
                if "canadian" not in sizes[two]:
                    yield f"{two}\tA{one}"
        for ending in ISE.findall(one):
            two = one.replace(ending, ending.replace("s", "z"))
            if "british_z" in sizes.get(two, ()) and "american" in sizes[two] and rates.get(two, 0) >= OFTEN:
                yield f"{one}\tB{two}"


def others(word: str) -> set[str]:
    """How the American side may write a British word."""
    return {
        word[: match.start()] + american + word[match.end() :]
        for british, american in WAYS
        for match in re.finditer(british, word)
    }
