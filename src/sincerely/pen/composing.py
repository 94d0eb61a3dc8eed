"""A draft put together: moves in a layout, each said by a frame whose facts are known."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from string import Formatter
from typing import Any

from sincerely.pen.brief import Brief
from sincerely.pen.choice import offset, seed, sentences
from sincerely.pen.frames import frames
from sincerely.pen.slots import Facts, fit_kind, named
from sincerely.terms import Channel, Stage


@dataclass
class Writing:
    """One body while it is written: what it has named so far decides how it is named next; `used` are sentences to avoid."""

    brief: Brief
    facts: Facts
    variant: int
    without: tuple[str, ...] = ()
    used: frozenset[str] = frozenset()
    said: list[str] = field(default_factory=list)

    @property
    def stock(self) -> dict[str, Any]:
        """The frames of the stage."""
        return frames(self.brief.stage, self.brief.channel not in (Channel.EMAIL, Channel.LETTER))

    def turn(self, move: str, count: int) -> int:
        """Which of `count` ways this seat and variant take for a move."""
        start = offset(seed(self.brief), move)
        stride = 1 + offset(move, "stride") % 3
        return (start + self.brief.seat + self.variant * stride) % count

    def say(self, move: str) -> str:
        """The sentence for a move; empty where it is left out or where no frame fits."""
        if move in self.without:
            return ""
        slots = self.slots()
        usable = [frame for frame in self.stock.get(self.kind(move), ()) if slots.keys() >= needs(frame)]
        if not usable:
            return ""
        start = self.turn(move, len(usable))
        ways = [capital(tidy(frame.format_map(slots))) for frame in usable[start:] + usable[:start]]
        text = next((way for way in ways if not sentences(way) & self.used), ways[0])
        self.said.append(text)
        return text

    def kind(self, move: str) -> str:
        """The set of frames that says a move with the facts at hand; a name without frames where there are none."""
        topics, fits = self.facts.topics, self.facts.fits
        match move:
            case "specific":
                return ("deed" if topics[0].deed else "specific") if topics else "general"
            case "second":
                return "second" if len(topics) > 1 and not topics[1].deed else "none"
            case "fit":
                return f"fit_{fit_kind(fits[0])}" if fits else "fit_general" if self.brief.stage is Stage.THANK_YOU else "none"
            case "also":
                return ALSO.get(fit_kind(fits[1]), "also_skill") if len(fits) > 1 else "none"
            case "timing":
                return "promised" if "promised" in self.facts.words else "patience"
            case "response":
                return f"response_{self.facts.wish.kind}"
        return move

    def slots(self) -> dict[str, str]:
        """The words at hand: the role and the company by name once, then in short."""
        facts, so_far = self.facts, " ".join(self.said)
        role = "" if not facts.role or facts.role in so_far else named(facts.role)
        company = "" if not facts.company or facts.company in so_far else facts.company
        return facts.words | {
            "job": role or "the role",
            "about_role": f" about {role}" if role else "",
            "for_role": f" for {role}" if role else "",
            "at": f" at {company}" if company else "",
        }


ALSO = {"work": "also_work", "holds": "also_holds", "language": "also_language", "certificate": "also_certificate"}


@cache
def needs(frame: str) -> frozenset[str]:
    """The slots that a frame names."""
    return frozenset(name for _, name, _, _ in Formatter().parse(frame) if name)


def tidy(text: str) -> str:
    """No double spaces, no space before a stop, no second stop after "Inc."."""
    text = re.sub(r"\s+([.,;:?])", r"\1", re.sub(r"[ \t]+", " ", text))
    return re.sub(r"([.!?])\.(?=\s|$)", r"\1", text).strip()


def capital(text: str) -> str:
    """The text with a capital at its head."""
    return text[:1].upper() + text[1:]


def paragraphs(writing: Writing) -> Iterator[str]:
    """The paragraphs of a written note."""
    layouts = writing.stock["layouts"]
    for moves in layouts[writing.turn("layout", len(layouts))]:
        if text := " ".join(filter(None, (writing.say(move) for move in moves.split()))):
            yield text


def written(writing: Writing) -> str:
    """An e-mail or a letter: greeting, paragraphs, closing, name and how to answer."""
    facts, channel = writing.facts, writing.brief.channel
    called = facts.address.formal if channel is Channel.LETTER else facts.address.near
    greeting = f"Dear {called or 'Hiring Team'},"
    body = list(paragraphs(writing))
    ends = [closing(writing, bool(called)), facts.words.get("name", ""), facts.words.get("phone", "")]
    if channel is Channel.LETTER or "phone" not in facts.words:
        ends.append(facts.words.get("email", ""))
    return "\n\n".join([greeting, *body, "\n".join(filter(None, ends))])


def closing(writing: Writing, named_reader: bool) -> str:
    """The closing phrase; a British letter to nobody by name ends faithfully."""
    british = writing.brief.british
    if writing.brief.channel is Channel.EMAIL or british is None:
        choices = writing.stock["closing"]
    elif british and not named_reader:
        choices = ["Yours faithfully"]
    else:
        choices = writing.stock["closing_british" if british else "closing_american"]
    return f"{choices[writing.turn('closing', len(choices))]},"


def short(writing: Writing) -> str:
    """A text, a voicemail or the opening of a call: who speaks, why, and what next."""
    channel, words = writing.brief.channel, writing.facts.words
    hello = f"Hello {writing.facts.address.near}".strip()
    number = f", on {words['phone']}" if "phone" in words and channel is Channel.VOICEMAIL else ""
    intro = f"{hello}, this is {words['name']}{number}." if "name" in words else f"{hello}."
    moves = writing.stock["call" if channel is Channel.CALL else "moves"].split()
    if channel is Channel.CALL:
        moves.append("moment")
    if channel is Channel.VOICEMAIL:
        moves.append("farewell" if number else "farewell_numberless")
    return " ".join(filter(None, [intro, *(writing.say(move) for move in moves)]))
