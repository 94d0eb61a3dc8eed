"""Capitals in mid-sentence on words that are no names."""

import re
from collections.abc import Iterator

from sincerely.proof.language.capitals.missing import HERE, always
from sincerely.proof.language.names.acquaintance import words_of
from sincerely.proof.language.names.folding import NAME_WORD, bare, plain
from sincerely.proof.language.names.lists import TITLES, company_words, departments, is_in, ordinary, place_words
from sincerely.proof.language.names.roles import occupations
from sincerely.proof.reading import Reading
from sincerely.proof.wordlists import wordlist
from sincerely.terms import Span

SENTENCE_START = re.compile(r"(?:^|[.!?…:;•*>\n\"“”‘(/\[–—]|\s-|\d[.)])\s*$")
# A run with a word that is no part of any name weighs one; another may be a name after all and weighs half.
SURE, UNSURE = 1.0, 0.5
ENOUGH = 2.0


def needless(reading: Reading) -> tuple[Span, ...]:
    """Runs of common words with capitals, where the letter has enough of them to be no accident; else nothing."""
    runs = list(common_runs(reading))
    never = wordlist("never", HERE)
    weights = [SURE if any(plain(word) in never for word in NAME_WORD.findall(reading.quote(run))) else UNSURE for run in runs]
    if sum(weights) < ENOUGH or SURE not in weights:
        return ()
    return tuple(runs)


def common_runs(reading: Reading) -> Iterator[Span]:
    """Every run of capitals inside a sentence whose words are all common ones that the record does not name."""
    own = reading.own
    known = named_on_record(reading)
    for sentence in reading.sentences:
        run: list[tuple[Span, bool]] = []
        for match in NAME_WORD.finditer(own, sentence.start, sentence.end):
            if not match[0][0].isupper():
                yield from common(run)
                run = []
                continue
            said = bare(match[0])
            opens = bool(SENTENCE_START.search(own[max(0, match.start() - 6, sentence.start) : match.start()]))
            if run and own[run[-1][0].end : match.start()] != " ":
                yield from common(run)
                run = []
            if opens:
                continue
            run.append((Span(match.start(), match.start() + len(said)), is_common(said, known)))
        yield from common(run)


def common(run: list[tuple[Span, bool]]) -> Iterator[Span]:
    """The whole run where all its words are common."""
    if run and all(plainly for _, plainly in run):
        yield Span(run[0][0].start, run[-1][0].end)


def is_common(word: str, known: frozenset[str]) -> bool:
    """True for an ordinary word that no name, title, trade or calendar claims."""
    key = plain(word)
    if len(word) < 3 or word.isupper() or key in known:
        return False
    if key in wordlist("never", HERE):
        return True
    claimed = is_in(key, TITLES, always(), departments(), company_words(), place_words(), occupations())
    return key in ordinary() and not claimed


def named_on_record(reading: Reading) -> frozenset[str]:
    """Every word on record and in the subject that may be part of a name, plain."""
    facts = reading.facts
    texts = [facts.company, facts.role, facts.candidate.name, facts.candidate.employer, *facts.known_words]
    for contact in facts.contacts:
        texts += [contact.name, contact.title, contact.nickname]
    texts += [word for word in NAME_WORD.findall(facts.interview.notes) if word[0].isupper()]
    return words_of(texts)
