"""How written words are said aloud: digits one by one, addresses with "at" and "dot", initials letter by letter."""

import math
import re
from collections.abc import Callable, Iterator

from sincerely.proof.wordlists import wordlist

# Conversation in English runs at about 150 words a minute: National Center for Voice and Speech, "Voice Qualities".
USUAL_PACE = 150.0

ONES = ("oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
SMALL = ("zero", *ONES[1:], *TEENS)
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
CURRENCIES = {"£": "pounds", "$": "dollars", "€": "euros", "¥": "yen", "₹": "rupees"}
MAGNITUDES = {"k": "thousand", "m": "million", "bn": "billion"}
SYMBOLS = {"&": "and", "@": "at", "+": "plus", "%": "percent", "=": "equals", "#": "number", "/": "slash"}
ABBREVIATIONS = {
    "e.g": "for example",
    "eg": "for example",
    "i.e": "that is",
    "ie": "that is",
    "etc": "et cetera",
    "mr": "mister",
    "mrs": "missus",
    "ms": "miz",
    "dr": "doctor",
    "st": "saint",
    "vs": "versus",
    "ext": "extension",
    "approx": "approximately",
    "w/": "with",
}

TOKEN = re.compile(
    r"""
      (?P<email>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})
    | (?P<url>(?:https?://|www\.)[^\s,;]{1,300})
    | (?P<date>(?<![\w/])(?:\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}(?:/\d{2,4})?)(?![\w/]))
    | (?P<years>(?<!\w)(?:19|20)\d\d[-–](?:19|20)\d\d(?!\w))
    | (?P<money>[£$€¥₹]\s?(?P<sum>\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.(?P<cents>\d{1,2}))?\s?(?P<scale>k|m|bn)?(?!\w))
    | (?P<clock>(?<![\w:])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s?(?P<half>[ap])\.?m\b\.?|(?<![\w:.])\d{1,2}:\d{2}(?![\w:]))
    | (?P<phone>(?<!\w)\+?\(?\d(?:[ ()./-]{0,2}\d){6,18}(?!\w))
    | (?P<groups>(?<![\w,])\d{2,4}(?:,\s\d{2,4}){1,5}(?!\w))
    | (?P<ordinal>(?<!\w)(?P<nth>\d{1,4})(?:st|nd|rd|th)\b)
    | (?P<percent>(?<!\w)\d{1,9}(?:\.\d{1,4})?\s?%)
    | (?P<number>(?<![\w.])(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,20})(?:\.\d{1,6})?(?!\w))
    | (?P<spelled>(?<!\w)[A-Za-z](?:-(?:double-)?[A-Za-z])+(?!\w))
    | (?P<dotted>(?<!\w)(?:[A-Za-z]\.){2,6})
    | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)
    | (?P<mixed>\w{1,30})
    | (?P<symbol>w/(?=\s)|[&@+%=\#/])
    """,
    re.VERBOSE | re.IGNORECASE,
)
DOTTED = re.compile(r"[.@/:_+-]|[^\W_]+|\S")
MARKS = {".": "dot", "@": "at", "/": "slash", ":": "colon", "_": "underscore", "-": "dash", "+": "plus"}
RUNS = re.compile(r"\d+|[^\W\d_]+")


def spoken_seconds(text: str, pace: float = USUAL_PACE) -> float:
    """How long a text takes to say, in seconds, at a pace in words a minute; raises ValueError for a pace that is none."""
    if not (math.isfinite(pace) and pace > 0):
        raise ValueError(f"a speaking pace is a number of words a minute above 0, not {pace}")
    return len(spoken_words(text)) * 60 / pace


def spoken_words(text: str) -> list[str]:
    """The words that a text is said in."""
    return [word for _, words in spoken_pieces(text) for word in words]


def spoken_pieces(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each written token's place in the text, and the words that it is said in."""
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or "word"
        yield match.start(), SAYINGS[kind](match)


def digits(number: str) -> list[str]:
    """Digit by digit: "0066" → oh, oh → "double oh", "double six"."""
    said: list[str] = []
    place = 0
    while place < len(number):
        twice = number[place : place + 2] == number[place] * 2
        said += ["double"] * twice + [ONES[int(number[place])]]
        place += 2 if twice else 1
    return said


def cardinal(number: int) -> list[str]:
    """A number in words, the British "and" included: 125 → one hundred and twenty five."""
    if number < 20:
        return [SMALL[number]]
    if number < 100:
        return [TENS[number // 10], *([SMALL[number % 10]] if number % 10 else [])]
    scale, name = next((scale, name) for scale, name in SCALES if number >= scale)
    rest = number % scale
    joined = ["and"] if 0 < rest < 100 else []
    return [*cardinal(number // scale), name, *joined, *(cardinal(rest) if rest else [])]


def whole(figures: str) -> list[str]:
    """A whole number as it is commonly said: years in pairs, long or zero-led ones digit by digit."""
    plain = figures.replace(",", "")
    number = int(plain)
    if "," not in figures and (len(plain) > 4 or (plain[0] == "0" and len(plain) > 1)):
        return digits(plain)
    if "," not in figures and len(plain) == 4 and 1100 <= number < 2100 and number % 1000 >= 10:
        return [*cardinal(number // 100), *(cardinal(number % 100) if number % 100 else ["hundred"])]
    return cardinal(number)


def number_words(figures: str) -> list[str]:
    left, point, right = figures.partition(".")
    return [*whole(left), *(["point", *digits(right)] if point else [])]


def say_dotted(text: str) -> list[str]:
    """An e-mail or web address: words as words, marks by name, figures digit by digit."""
    said: list[str] = []
    for piece in DOTTED.findall(text):
        said += [MARKS[piece]] if piece in MARKS else say_runs(piece)
    return said


def say_runs(text: str) -> list[str]:
    """Letters and figures mixed, as in a postcode: short runs of letters are spelled, figures said one by one."""
    said: list[str] = []
    for run in RUNS.findall(text):
        if run.isdecimal():
            said += digits(run)
        else:
            said += [run] if len(run) > 3 or not run.isupper() else list(run)
    return said


def say_word(match: re.Match[str]) -> list[str]:
    word = match[0]
    plain = word.lower()
    if plain in ABBREVIATIONS and match.string[match.end() : match.end() + 1] in (".", " "):
        return ABBREVIATIONS[plain].split() if plain not in ("eg", "ie", "st", "ext", "ms") or word[0].isupper() else [word]
    letters = word.removesuffix("s")
    initials = 2 <= len(letters) <= 5 and letters.isupper() and plain not in wordlist("acronyms") | wordlist("shouted")
    return list(letters) if initials else [word]


def say_clock(match: re.Match[str]) -> list[str]:
    hour, minute = match["hour"], match["minute"]
    if hour is None:
        hour, _, minute = match[0].partition(":")
    minutes = [] if minute is None or int(minute) == 0 else (["oh"] if minute[0] == "0" else []) + cardinal(int(minute))
    return [*cardinal(int(hour)), *minutes, *([match["half"].lower(), "m"] if match["half"] else [])]


def say_money(match: re.Match[str]) -> list[str]:
    scale = [MAGNITUDES[match["scale"].lower()]] if match["scale"] else []
    cents = cardinal(int(match["cents"])) if match["cents"] else []
    return [*cardinal(int(match["sum"].replace(",", ""))), *scale, CURRENCIES[match[0][0]], *cents]


def say_date(match: re.Match[str]) -> list[str]:
    first, *rest = (whole(str(int(figures))) for figures in re.split(r"[-/]", match[0]))
    return ["the", *first, "of", *(word for words in rest for word in words)]


SAYINGS: dict[str, Callable[[re.Match[str]], list[str]]] = {
    "email": lambda match: say_dotted(match[0]),
    "url": lambda match: say_dotted(match[0].partition("://")[2] or match[0]),
    "date": say_date,
    "years": lambda match: [*whole(match[0][:4]), "to", *whole(match[0][5:])],
    "money": say_money,
    "clock": say_clock,
    "phone": lambda match: ["plus"] * match[0].startswith("+") + digits("".join(filter(str.isdecimal, match[0]))),
    "groups": lambda match: digits("".join(filter(str.isdecimal, match[0]))),
    "ordinal": lambda match: cardinal(int(match["nth"])),
    "percent": lambda match: [*number_words(match[0].rstrip("% ")), "percent"],
    "number": lambda match: number_words(match[0]),
    "spelled": lambda match: match[0].split("-"),
    "dotted": lambda match: (
        ABBREVIATIONS[match[0].lower().rstrip(".")].split()
        if match[0].lower().rstrip(".") in ABBREVIATIONS
        else list(match[0].replace(".", ""))
    ),
    "word": say_word,
    "mixed": lambda match: say_runs(match[0]),
    "symbol": lambda match: [SYMBOLS.get(match[0], "with")],
}
