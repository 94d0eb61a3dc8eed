"""What a mail that the person wrote by hand is, by what the plan says is owed to its contact."""

from datetime import datetime

from sincerely.cadence import Touch, plan
from sincerely.desk.models import Contact, Desk
from sincerely.desk.snapshots.cases import case_of, policy_of
from sincerely.terms import Stage

# What a mail is taken for where several things are owed: a reply answers, anything else gives thanks first.
AS_A_REPLY = (Stage.AFTER_OFFER, Stage.AFTER_REJECTION, Stage.ANSWER, Stage.THANK_YOU)
OF_ITS_OWN = (Stage.THANK_YOU, Stage.AFTER_OFFER, Stage.AFTER_REJECTION, Stage.ANSWER)
UNASKED = (Stage.CHECK_IN, Stage.FINAL, Stage.KEEP_IN_TOUCH)


def owed_touch(desk: Desk, contact: Contact, replies: bool, now: datetime) -> Touch | None:
    """The planned touch to a contact that a mail stands for; None where none is planned: then it is a check-in."""
    planned = plan(case_of(desk, contact.employer_id), policy_of(desk), now).touches
    mine = {touch.stage: touch for touch in reversed(planned) if touch.contact == str(contact.pk)}
    order = (*(AS_A_REPLY if replies else OF_ITS_OWN), *UNASKED)
    return next((mine[stage] for stage in order if stage in mine), None)
