"""What a word from the other side may be, as a person says it."""

NATURES = {
    "human": "a word, no decision",
    "question": "a question",
    "new-date": "a new date",
    "on-hold": "on hold for now",
    "rejection": "a no",
    "offer": "an offer",
    "stop": "a wish for no more contact",
    "away": "an absence note",
    "bounce": "mail that came back",
    "automatic": "an automatic answer",
}
# What somebody may say in a call; machines do not call.
SAID = {name: words for name, words in NATURES.items() if name not in ("bounce", "automatic")}
