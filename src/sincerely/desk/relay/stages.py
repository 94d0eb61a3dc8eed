"""What a mail that the person wrote by hand is, by what the plan says is owed to its contact."""

from datetime import datetime

from sincerely.cadence import Touch, plan
from sincerely.desk.models import Application, Contact, Desk, Interview, Message, Received
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


def concerns_the_desk(contact: Contact) -> bool:
    """Whether mail to a contact is a follow-up at all: not once every application there is closed, unless they said stop."""
    rows = Application.objects.filter(employer=contact.employer)
    stopped = contact.stopped_at or contact.employer.stopped_at
    return rows.exists() if stopped else rows.filter(status=Application.Status.OPEN).exists()


def talk_ahead(contact: Contact, now: datetime) -> Interview | None:
    """The interview at a contact's employer that a mail may be about: nobody is nudged by "I am ten minutes late".

    None where something there is unread, or they said stop: then the planner decides.
    """
    employer = contact.employer
    if contact.stopped_at or employer.stopped_at or Received.objects.filter(employer=employer, read_at=None).exists():
        return None
    open_ones = Interview.objects.filter(application__employer=employer, application__status=Application.Status.OPEN)
    return open_ones.filter(cancelled_at=None, end__gt=now).select_related("application").order_by("start").first()


def about_a_talk_ahead(row: Message, now: datetime) -> bool:
    """Whether a mail is still one about an interview that is ahead."""
    if row.stage != Stage.ANSWER or row.interview is None:
        return False
    return talk_ahead(Contact.objects.select_related("employer").get(pk=row.contact_id), now) == row.interview
