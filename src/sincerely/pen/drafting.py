"""The best of several ways to write a note: of the right length, without echoes, and unlike what was written before."""

from dataclasses import replace

from sincerely.pen.brief import Brief, Draft
from sincerely.pen.choice import WORD, echoes, likeness, sentences
from sincerely.pen.composing import Writing, capital, needs, short, tidy, written
from sincerely.pen.frames import frames
from sincerely.pen.slots import Facts, facts_of
from sincerely.pen.spoken import spoken_words
from sincerely.terms import Channel

VARIANTS = 24
MOST_SEATS = 12
# Words between greeting and signature (Boomerang 2016: 75 to 100 words best; 30 s at 150 words a minute).
BEST = {
    Channel.EMAIL: (65, 95),
    Channel.LETTER: (70, 190),
    Channel.TEXT: (15, 36),
    Channel.VOICEMAIL: (35, 60),
    Channel.CALL: (25, 100),
}
MOST = {Channel.EMAIL: 125, Channel.LETTER: 300, Channel.TEXT: 50, Channel.VOICEMAIL: 74, Channel.CALL: 140}
# What is left out first where a note grows too long.
DISPENSABLE = ("also", "second", "fit", "specific", "timing", "more")


def draft(brief: Brief) -> Draft:
    """A first draft for every stage and channel: the same for the same brief, and another for each seat.

    Grammatical with any fact missing; nothing stands in it that the brief does not say.
    """
    facts = facts_of(brief)
    earlier = (*brief.earlier, *others(brief))
    body = best_body(brief, facts, earlier)
    return Draft(subject(brief, facts) if brief.channel is Channel.EMAIL else "", body)


def others(brief: Brief) -> tuple[str, ...]:
    """What the seats before this one are given, where `earlier` does not hold it yet."""
    bodies: list[str] = []
    for seat in range(max(0, min(brief.seat, MOST_SEATS) - len(brief.earlier))):
        before = replace(brief, seat=seat)
        bodies.append(best_body(before, facts_of(before), (*brief.earlier, *bodies)))
    return tuple(bodies)


def best_body(brief: Brief, facts: Facts, earlier: tuple[str, ...]) -> str:
    """The variant with the fewest faults; the first of several as good."""
    used = frozenset(said for text in earlier for said in sentences(text))
    ways = [body_of(brief, facts, variant, used) for variant in range(VARIANTS)]
    return min(ways, key=lambda way: faults(way[0], way[1], earlier))[0]


def body_of(brief: Brief, facts: Facts, variant: int, used: frozenset[str]) -> tuple[str, Writing]:
    """One variant and how it was written, shortened until its channel bears it."""
    compose = written if brief.channel in (Channel.EMAIL, Channel.LETTER) else short
    for dropped in range(len(DISPENSABLE) + 1):
        writing = Writing(brief, facts, variant, DISPENSABLE[:dropped], used)
        body = compose(writing)
        if length(body, brief.channel) <= MOST[brief.channel]:
            break
    return body, writing


def length(body: str, channel: Channel) -> int:
    """The words of a body: those said aloud, or those read."""
    return spoken_words(body) if channel.spoken else len(WORD.findall(body))


def faults(body: str, writing: Writing, earlier: tuple[str, ...]) -> float:
    """What speaks against a variant: more than its channel bears, then likeness to earlier texts, length, echoes.

    Within bounds the greeting does not count, so that seats with other names still choose alike, and so apart.
    """
    channel, told = writing.brief.channel, " ".join(writing.said)
    least, most = BEST[channel]
    over = max(0, length(body, channel) - MOST[channel])
    off = max(0, least - length(told, channel), length(told, channel) - most) / most
    alike = [likeness(told, text) for text in earlier]
    return (
        20 * over + 10 * max(alike, default=0.0) + sum(alike) + 2 * off + 0.3 * len(writing.without) + 0.2 * echoes(writing.said)
    )


def subject(brief: Brief, facts: Facts) -> str:
    """The subject of an e-mail, which names the role or the talk."""
    writing = Writing(brief, facts, len(brief.earlier))
    slots = writing.slots()
    usable = [frame for frame in frames(brief.stage)["subject"] if slots.keys() >= needs(frame)]
    return capital(tidy(usable[writing.turn("subject", len(usable))].format_map(slots)))
