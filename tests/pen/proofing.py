"""A draft as proof reads it, with the facts that it was written from."""

from sincerely.pen import Brief, Draft
from sincerely.proof.letter import Candidate, Contact, Facts, Interview, Letter
from sincerely.terms import Channel, Stage


def letter_of(brief: Brief, draft: Draft) -> Letter:
    """The draft as a letter, sent from the candidate's address to the contact's."""
    mail = brief.channel is Channel.EMAIL
    person, contact, talk = brief.candidate, brief.contact, brief.interview
    address = "reader@employer.example"
    known = Contact(contact.name, contact.title, address, "01632 960001", contact.nickname) if contact.name else None
    return Letter(
        channel=brief.channel,
        stage=brief.stage,
        subject=draft.subject,
        body=draft.body,
        sender=f"{person.name} <{person.email}>" if mail else "",
        to=(address,) if mail and known else (),
        facts=Facts(
            candidate=Candidate(person.name, person.email, person.phone),
            contacts=(known,) if known else (),
            company=brief.company,
            role=brief.role,
            interview=Interview(talk.date, talk.format, talk.notes),
            contact_wrote_first=brief.stage in (Stage.ANSWER, Stage.AFTER_REJECTION, Stage.AFTER_OFFER),
        ),
    )
