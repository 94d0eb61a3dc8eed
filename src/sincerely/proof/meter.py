"""How long a letter is beside what its channel bears: words where it is read, seconds where it is said."""

from dataclasses import dataclass
from typing import Literal

from sincerely.proof.letter import Letter
from sincerely.proof.reading import Reading
from sincerely.proof.rules.brevity import length, spoken_time
from sincerely.proof.speech import spoken_seconds
from sincerely.terms import Channel


@dataclass(frozen=True, slots=True)
class Length:
    """A measure in `unit`; good from `good_from` to `good_to`, too much over `most`."""

    unit: Literal["words", "seconds"]
    value: int
    good_from: int
    good_to: int
    most: int


# E-mails of 50 to 125 words are answered most (Boomerang, 2016). A voicemail needs some 20 seconds for name, reason and number,
# said slowly twice. For the others only the upper end is known: see the two rules that watch it.
FROM = {Channel.EMAIL: 50, Channel.VOICEMAIL: 20}


def length_of(letter: Letter) -> Length:
    """How long a letter is, counted as the rules of brevity count."""
    reading, channel = Reading(letter), letter.channel
    start = FROM.get(channel, 1 if channel == Channel.CALL or channel == Channel.TEXT else length.FEWEST_WORDS)
    if channel.spoken:
        most = spoken_time.MOST_SECONDS[channel]
        seconds = round(spoken_seconds(reading.written, letter.facts.candidate.pace))
        return Length("seconds", seconds, start, most, most)
    most = length.MOST_WORDS[channel]
    best = length.BEST_WORDS if channel == Channel.EMAIL else most
    return Length("words", length.words_written(reading), start, best, most)
