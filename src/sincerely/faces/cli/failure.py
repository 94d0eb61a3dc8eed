"""What can go wrong on the command line, as one line and one exit code (the numbers of sysexits.h)."""

USAGE = 64
BAD_DATA = 65
NO_INPUT = 66
UNAVAILABLE = 69
INTERNAL = 70
CANNOT_WRITE = 73
TRY_AGAIN = 75

# Errors of the rooms below, by class name, so that explaining one loads none of them.
CODES = {
    "BadRecord": BAD_DATA,
    "BadCase": BAD_DATA,
    "BadPolicy": BAD_DATA,
    "BadBackground": BAD_DATA,
    "MailError": BAD_DATA,
    "InviteError": BAD_DATA,
    "EnvelopeError": BAD_DATA,
    "BadCertificate": BAD_DATA,
    "DeskError": USAGE,
    "NotThere": NO_INPUT,
    "CarrierError": UNAVAILABLE,
    "MailboxError": UNAVAILABLE,
    "NoConnection": UNAVAILABLE,
    "Unreachable": UNAVAILABLE,
    "CannotListen": UNAVAILABLE,
}


class Failure(Exception):
    """Something that the person can mend: `words` say what happened, to what, and what to do."""

    def __init__(self, words: str, code: int = USAGE) -> None:
        super().__init__(words)
        self.words = words
        self.code = code


def explain(error: Exception) -> Failure:
    """The failure behind an error of a room below; an unknown one is named by its kind alone, as it may hold private words."""
    for kind in type(error).__mro__:
        if kind.__name__ in CODES:
            return Failure(str(error), CODES[kind.__name__])
    if isinstance(error, UnicodeError):
        return Failure("Some of the words that you gave are not text in UTF-8. Type them again.", BAD_DATA)
    if isinstance(error, MemoryError):
        return Failure("This machine has too little memory free for it. Close something and try again.", TRY_AGAIN)
    if isinstance(error, OSError) and error.strerror:
        return Failure(f"{error.filename or 'It could not be written or read'}: {error.strerror}.", TRY_AGAIN)
    return Failure(
        f"Something went wrong inside Sincerely ({type(error).__name__}). Nothing more was done. "
        "Set SINCERELY_DEBUG=1 and try again to see where, and please report it.",
        INTERNAL,
    )
