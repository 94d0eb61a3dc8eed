"""Somebody else whose name is like a contact's, in a letter that names that contact rightly: "Mr Gallacher in stores"."""

import re

from sincerely.proof.language.names import courtesies
from sincerely.proof.language.names.folding import NAME_WORD, plain, sound
from sincerely.proof.language.names.lists import BEFORE_EITHER, TITLES, given_names, ordinary
from sincerely.proof.language.names.mentions import Mention
from sincerely.proof.language.names.person import Likeness, Person, liken
from sincerely.proof.language.names.third_persons import MORE_NAME
from sincerely.proof.language.words.tables import is_name

# Where somebody is to be found, or who that is; "in your letter" and "at the interview" say when, and of whom.
FOUND = re.compile(
    rf"{MORE_NAME}(?:,? (?:from|of|at|in|on|with|behind|by|over|across|next|upstairs|downstairs) "
    r"(?!you\b|yours?\b|his\b|her\b|their\b|which\b|whom\b|that\b|this\b|particular\b|person\b|turn\b|detail\b|"
    r"(?:the |our |an? )?(?:\w+ )?(?:interview|call|meeting|round|visit|talk|chat|tour|beginning|start|end|day|morning|afternoon|"
    r"\w+day)\b)|, (?:the|an?|my|our|one of|who|whose)\b)"
)
# What I did elsewhere, and with whom: "I trained in Leith under Dr …".
DONE_WITH = re.compile(
    r"\bI(?:['’]ve| have)?(?: first| also| once| since| then)? (?:was|did|took|led|sat|stood|ran|learnt|taught|passed|grew|wrote|"
    r"built|kept|held|\w+ed)\b(?<!thanked)(?<!enjoyed)(?<!liked)(?<!loved)(?<!talked)(?<!asked)(?<!discussed)"
    r"(?:[^.!?;\n]|\.(?! [A-Z]))*\b(?:with|under|beside|alongside|for|of|to)\s+(?:[A-Z][\w'’.-]*\s+){0,2}\Z"
)
# The same with a place or an employer before the person: "I worked at Jessop under Mr …".
HERE = "thanked|enjoyed|liked|loved|talked|asked|visited|toured|walked|arrived|interviewed|returned|looked|discussed|noticed"
WORKED = "worked|was|trained|studied|served|learnt|learned|sat|sailed|cooked|taught|ran|raced|played|drove"
DONE_ELSEWHERE = re.compile(
    rf"\b(?:I(?:['’]ve| have)?(?: \w+)? (?!{HERE})(?:was|did|took|led|sat|stood|ran|learnt|taught|grew|built|held|\w+ed)|"
    rf"and (?:have )?(?:{WORKED}))\b(?:[^.!?;\n]|\.(?! [A-Z]))*?"
    r"\b(?:at|for|in|of|aboard) (?:the )?[A-Z](?:[^.!?;\n]|\.(?! [A-Z]))*?"
    r"\b(?:with|under|beside|alongside|next to|for|to) (?:(?:[A-Z][\w'’.-]*|van|von|de|der|den|bin|al)\s+){0,5}\Z"
)
SAYING = re.compile(
    r"['’]s (?:\w+ )?(?:question|point|remark|comment|story|stories|advice|idea|words?|"
    r"description|explanation|answer|account|view)s?\b"
)
SENTENCE = re.compile(r"[.!?](?=\s+[A-Z])|\n")
LEAST_SAID = 2  # letters of a name that tells the person
LOOK_BACK = 120
LOOK_AHEAD = 80
CIVIL = frozenset({"ms", "mrs", "miss"})
# How a wife's or daughter's family name ends, and a husband's or father's, plain; by language in
# https://en.wikipedia.org/wiki/Surname#Gender-specific_versions_of_surname.
PAIRS = (
    *(("ova", "ov"), ("eva", "ev"), ("ina", "in"), ("ska", "ski"), ("ska", "sky"), ("skaya", "sky"), ("skaya", "skiy")),
    *(("cka", "cki"), ("cka", "cky"), ("ova", ""), ("a", "y"), ("a", "s"), ("iene", "as"), ("iene", "is"), ("aite", "as")),
    *(("yte", "is"), ("ute", "us"), ("ou", "os"), ("ou", "is"), ("aki", "akis"), ("dottir", "son"), ("ne", "")),
)


def is_namesake(
    mention: Mention, target: str, person: Person, text: str, said: frozenset[str], company: frozenset[str], present: bool
) -> bool:
    """True where this near word is told of as another's.

    For most of it a name of the person's stands among the words `said` in the letter; `company` are the employer's own words.
    `present`: it is near the given name of somebody on the panel who is not written to, so that a letter may well tell of them.
    """
    if mention.thanked or mention.called:
        return False
    word = mention.word.text
    place = mention.word.span
    back = text[max(0, place.start - LOOK_BACK) : place.start]
    if is_counterpart(word, target) or is_of_former_work(back, company):
        return True
    if is_beside_right(mention, person) or is_half_a_given_name(mention, target, person):
        return not is_beside_right(mention, person)
    if said.isdisjoint(plain(name) for name in (*person.words, *person.also) if len(name) >= LEAST_SAID):
        return False
    ahead = re.sub(r"^['’]s\b", "", text[place.end : place.end + LOOK_AHEAD])
    return (
        bool(FOUND.match(without_respect(ahead)) or DONE_WITH.search(back))
        or is_of_another_name(mention, person)
        or is_other_title(mention, target, person, text)
        or (
            (plain(word) in given_names() or is_name(word))
            and target in person.given
            and not is_quoted_from(word, target, text[place.end :])
            and not (present and sound(word) == sound(target) and plain(target) not in said)
        )
        or shares_a_sentence(place.start, target, text)
    )


def is_of_former_work(back: str, company: frozenset[str]) -> bool:
    """True after "I worked at Jessop under", where that is not this employer."""
    match = DONE_ELSEWHERE.search(back)
    return match is not None and company.isdisjoint(plain(word) for word in NAME_WORD.findall(match[0]))


def is_half_a_given_name(mention: Mention, target: str, person: Person) -> bool:
    """True for "Dr Peters" beside Hans-Peter Grüninger: such a title asks for a family name."""
    titled = bool(mention.titles) and plain(mention.titles[0]) in TITLES - BEFORE_EITHER
    return titled and bool(person.family) and target not in person.family and target not in person.words


def without_respect(ahead: str) -> str:
    """What follows a name, a word of respect behind it left out."""
    match = NAME_WORD.match(ahead.lstrip())
    return ahead.lstrip()[match.end() :] if match and plain(match[0]) in courtesies.after() else ahead


def is_counterpart(word: str, target: str) -> bool:
    """True where one is the other's name for a man or a woman of the family: Volkov and Volkova."""
    one, other = sorted((plain(word), plain(target)))
    return any(
        {one, other} == {stem + male, stem + female}
        for female, male in PAIRS
        for stem in (one.removesuffix(female), one.removesuffix(male))
        if len(stem) > 2
    )


def is_quoted_from(word: str, target: str, ahead: str) -> bool:
    """True for "Katherine's point": what the reader said, under a name that sounds like the reader's."""
    return sound(word) == sound(target) and bool(SAYING.match(ahead))


def is_beside_right(mention: Mention, person: Person) -> bool:
    return any(word and liken(word, person)[0] <= Likeness.SHORT and len(word) > 1 for word in (mention.before, mention.after))


def is_of_another_name(mention: Mention, person: Person) -> bool:
    """True where the words beside it make it a whole name of which no word is the contact's."""
    before = mention.before if plain(mention.before) not in TITLES | ordinary() else ""
    beside = [word for word in (before, mention.after) if word and word[0].isupper()]
    return any(liken(word, person)[0] > Likeness.SHORT for word in beside)


def is_other_title(mention: Mention, target: str, person: Person, text: str) -> bool:
    """True where it has a title that the contact has neither on record nor in the letter: Mr beside Dr, Captain beside Ms."""
    told = {plain(found) for found in re.findall(rf"([^\W\d_]+)\.?\s+(?:\w+\s+)?{re.escape(target)}\b", text)}
    known = {plain(title) for title in person.titles} | (told & TITLES)
    known |= CIVIL if known & CIVIL else frozenset()
    return bool(known) and bool(mention.titles) and known.isdisjoint(plain(title) for title in mention.titles)


def shares_a_sentence(place: int, target: str, text: str) -> bool:
    """True where the sentence says the contact's name too: both are meant."""
    start = max((match.end() for match in SENTENCE.finditer(text, 0, place)), default=0)
    end = SENTENCE.search(text, place)
    return bool(re.search(rf"(?<!\w){re.escape(target)}(?!\w)", text[start : end.start() if end else len(text)]))
