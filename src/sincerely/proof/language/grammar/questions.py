"""A question that ends in a full stop."""

import re
from collections.abc import Iterator

from sincerely.proof.senses import Prose, Slip
from sincerely.proof.sentences import cut_sentences
from sincerely.terms import Span

# So long a sentence may turn into something else on its way.
MOST_WORDS = 22
BE = r"(?:is|are|was|were)"
# "Could you send it." and "Would you let me know." are requests; "Should you need", "Had I known" and "Can I just say" are none.
YES_OR_NO = re.compile(
    r"(?:(?:Do|Did|Does) (?:you|we|they|he|she|I)|(?:Is|Was) (?:he|she|there|it)|(?:Is|Are|Was|Were) (?:you|we|they|there))\b"
)
# What is asked for: "What time", "How many chairs".
MEASURE = (
    r"(?: (?:time|day|date|room|floor|kind of \w+|sort of \w+|soon|long|many \w+|much|often|far|else|documents?|papers|hours))?"
)
THING = r"(?:you|we|they|the|your|my|this|that|there|his|her|our|it)"
HELPING = r"(?:do|does|did|should|shall|will|would|can|could|have|has)"
ASKING = re.compile(rf"(?:What|Which|When|Where|Why|How|Who){MEASURE} (?:{BE} {THING}|{HELPING} (?:I|he|she|{THING}))\b")
# What follows makes a statement of it: "What is the best part is that", "Where I did my training".
STATEMENT = re.compile(r",|:|;|—|–|\bis that\b|\bwas that\b|\bnot only\b|\byou would\b|\bor not\b")


def unasked(prose: Prose) -> Iterator[Slip]:
    """The full stop of each sentence that surely asks."""
    text = prose.text
    for sentence in cut_sentences(text, Span(0, len(text))):
        said = text[sentence.start : sentence.end]
        if not said.endswith(".") or said.endswith("..") or len(said.split()) > MOST_WORDS or STATEMENT.search(said):
            continue
        if ASKING.match(said) or YES_OR_NO.match(said):
            yield Slip("grammar", Span(sentence.end - 1, sentence.end), "This is a question.", ("?",))
