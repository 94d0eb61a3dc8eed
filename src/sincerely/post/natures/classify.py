"""The natures asked in order."""

from sincerely.post.mail import Mail
from sincerely.post.natures.automatic import answers_by_itself, automatic, away
from sincerely.post.natures.bounce import bounce
from sincerely.post.natures.human import human, is_grave
from sincerely.post.natures.nature import Nature
from sincerely.post.natures.stop import complaint, stop


def delivery(mail: Mail) -> Nature | None:
    """What servers say of a mail that was sent: it was not wanted, or did not arrive. None where the mail is no such word."""
    return complaint(mail) or bounce(mail)


def classify(mail: Mail) -> Nature:
    """What kind of mail it is: the first rule that knows. Robots send real rejections too: there the words count."""
    if nature := delivery(mail) or away(mail):
        return nature
    robot = automatic(mail)
    if robot and (answers_by_itself(mail) or not is_grave(mail)):
        return robot
    return stop(mail) or human(mail)
