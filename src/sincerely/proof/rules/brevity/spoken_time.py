"""A voicemail or the opening of a call that takes too long to say.

*What it looks for*: a voicemail of over 30 seconds, a call opener of over 60, at the person's own pace in words a
minute (150 where it was never measured). Digits count one by one, addresses with their "at" and "dot", initials
letter by letter. It is an estimate, so a tenth is let pass.
*Why it matters*: who listens to a voicemail cannot skim it, and the number often stands at the end. 150 words a
minute is the usual pace of English conversation (National Center for Voice and Speech).
*Remedy*: name, reason, one sentence, number. The rest can wait for the call.
"""

from collections.abc import Iterator

from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.speech import spoken_seconds
from sincerely.terms import Channel, Part, Severity, Stage

MOST_SECONDS = {Channel.VOICEMAIL: 30, Channel.CALL: 60}
ESTIMATE_ERROR = 1.1

STORY = (
    "I also wanted to say that the walk round the yard was a treat, that the new crane is even bigger than the one that I "
    "drove at the port, "
    "and that my brother, who drove it after me, sends his regards to everybody in the cabin. "
)
SHORT = "Good morning, Ms Vidal, this is Oren Blau about the crane driver's job. Thank you for Monday. "

RULE = Rule(
    severity=Severity.WARNING,
    title="It takes too long to say",
    why="A voicemail cannot be skimmed: at the usual 150 words a minute (NCVS), 30 seconds hold some 75 words, number included.",
    flags=(
        Example(body=SHORT + STORY * 2 + "My number is 020 7946 0991.", channel=Channel.VOICEMAIL),
        Example(
            body=SHORT
            + "Write to oren.blau_cranes@harbour-people.example.org, or ring 020 7946 0991, or my brother on 020 7946 0992, or "
            "the yard on 020 7946 0993, and give them my reference, 4471-2208-93. Again, that was 020 7946 0991.",
            channel=Channel.VOICEMAIL,
        ),
        Example(body=SHORT + STORY * 4, channel=Channel.CALL, stage=Stage.CHECK_IN),
        Example(
            body=SHORT + "I am still very keen, and I could start on the first of June. My number is 020 7946 0991. Goodbye.",
            channel=Channel.VOICEMAIL,
            record={"candidate": {"name": "Oren Blau", "pace": 80}},
        ),
    ),
    passes=(
        Example(body=SHORT + "I am on 020 7946 0991. That is 020 7946 0991.", channel=Channel.VOICEMAIL),
        Example(body=SHORT + STORY, channel=Channel.CALL),
        Example(body=SHORT + STORY * 4),
    ),
    channels=frozenset(MOST_SECONDS),
)


def look(reading: Reading) -> Iterator[Mark]:
    pace = reading.facts.candidate.pace
    seconds = spoken_seconds(reading.written, pace)
    most = MOST_SECONDS[reading.channel]
    if seconds > most * ESTIMATE_ERROR:
        over = round((seconds - most) * pace / 60)
        told = "voicemail" if reading.channel == Channel.VOICEMAIL else "call opener"
        yield Mark(
            Part.BODY,
            None,
            f"This takes about {round(seconds)} seconds to say; a {told} should take {most} at most.",
            Remedy(f"Cut about {over} spoken words: keep your name, the reason, one sentence and your number."),
        )
