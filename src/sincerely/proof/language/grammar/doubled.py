"""A word that stands twice where once was meant."""

import re
from collections.abc import Iterator

from sincerely.proof.language.words.tables import listed
from sincerely.proof.senses import Prose, Slip
from sincerely.terms import Span

# Two of these side by side can be right ("all that that entails", "she had had time", "bye bye").
RIGHT = (
    "that|had|bye|ha|so|very|really|no|yes|please|more|far|long|many|much|again|blah|hear|knock|is|new|tut|well|there"
    "|hello|hey|hi|night|hint|ho|chop|happy|woop|v|oh|zero|one|two|three|four|five|six|seven|eight|nine"
)
DOUBLED = re.compile(
    rf"(?<![\w'’-])(?!(?:{RIGHT})\b)(?P<word>[a-z]+)(?P<gap>[ \t]+|[ \t]*\n[ \t]*)(?P<again>(?P=word))(?![\w'’-])", re.I
)


def doubled(prose: Prose) -> Iterator[Slip]:
    """Each pair of the same word side by side, also where a line ends between them; names may stand twice."""
    for match in DOUBLED.finditer(prose.text):
        word, again = match["word"], match["again"]
        if listed(word.lower()) and (again.islower() or (word == again == "I")):
            yield Slip("grammar", Span(*match.span()), f"“{word}” stands twice.", (word,), sure=True)
