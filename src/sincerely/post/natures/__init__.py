"""Rules that tell what kind of mail has come in: one file for each nature, asked in order."""

from sincerely.post.mail import Mail
from sincerely.post.natures.bounce import bounce
from sincerely.post.natures.nature import Kind, Nature


def classify(mail: Mail) -> Nature:
    """What kind of mail it is: the first rule that knows."""
    return bounce(mail) or Nature(Kind.HUMAN, ("A person wrote it.",))
