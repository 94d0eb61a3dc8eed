"""Whose mail it is: by what it answers, by its sender, by its sender's employer."""

from dataclasses import dataclass

from sincerely.desk.access import Actor
from sincerely.desk.models import Address, Application, Contact, Employer, Event, Interview, Message
from sincerely.post.address import employer_domain
from sincerely.post.mail import Mail
from sincerely.post.natures.nature import Kind, Nature
from sincerely.post.threads import Sent, match


@dataclass(frozen=True, slots=True)
class Post:
    """What every mail is held against: the person's own addresses, what was sent, and whom the desk knows.

    `known`: the addresses of all contacts, and the domains of all employers, in small letters.
    """

    own: frozenset[str]
    sent: list[Sent]
    known: frozenset[str]


@dataclass(frozen=True, slots=True)
class Source:
    """Whose mail it is: the contact it counts for, the application, and the message that it answers."""

    contact: Contact
    application: Application | None
    answers: Message | None = None


def known_senders(desk: int) -> frozenset[str]:
    """The addresses and domains that mail about the desk comes from."""
    addresses = set(Address.objects.filter(desk=desk).values_list("email", flat=True))
    domains = set(Employer.objects.filter(desk=desk).values_list("domain", flat=True))
    return frozenset(filter(None, addresses | domains | {employer_domain(address) for address in addresses}))


def source_of(actor: Actor, mail: Mail, word: Nature | None, post: Post) -> Source | None:
    """Whose mail it is: by what it answers, else by its sender, else by its sender's employer; None for a stranger's.

    `word`: what servers say in it of a delivery, where they do.
    """
    address = (word.failed_address if word and word.kind is Kind.BOUNCE else mail.sender.email).lower()
    found = match(mail, post.sent, word)
    if found is None and not {address, employer_domain(mail.sender.email)} & post.known:
        return None
    writer = contact_by_address(actor, address)
    if found is not None:
        message = Message.objects.select_related("contact__employer", "application").get(pk=int(found.key))
        if writer is None:
            return Source(message.contact, message.application, message)
        if writer.employer.whole == message.contact.employer.whole:
            return Source(writer, message.application, message)
    writer = writer or contact_by_employer(actor, mail.sender.email)
    return Source(writer, latest_application(writer.employer)) if writer is not None else None


def contact_by_address(actor: Actor, email: str) -> Contact | None:
    rows = Address.objects.filter(desk=actor.desk, email=email.lower()) if email else Address.objects.none()
    row = rows.select_related("contact__employer", "contact__merged_into__employer").order_by("-id").first()
    return (row.contact.merged_into or row.contact) if row else None


def contact_by_employer(actor: Actor, email: str) -> Contact | None:
    """Whom a mail from another address of a known employer counts for: who was written to last, else who led the talk."""
    domain = employer_domain(email)
    if not domain:
        return None
    employer = Employer.objects.filter(desk=actor.desk, domain=domain).order_by("-id").first()
    if employer is None:
        rows = Address.objects.filter(desk=actor.desk).filter(email__endswith=f"@{domain}").select_related("contact__employer")
        row = rows.order_by("-id").first()
        employer = row.contact.employer if row else None
    if employer is None:
        return None
    contacts = Contact.objects.filter(employer=employer, merged_into=None).select_related("employer")
    sent = Event.objects.filter(employer=employer, kind=Event.Kind.SENT).order_by("-at", "-id")
    last = sent.values_list("contact_id", flat=True).first()
    talk = Interview.objects.filter(application__employer=employer, cancelled_at=None).order_by("-start").first()
    led = talk.panel.order_by("position").values_list("contact_id", flat=True).first() if talk else None
    return contacts.filter(pk=last or led or 0).first() or contacts.order_by("id").first()


def latest_application(employer: Employer) -> Application | None:
    """The employer's open application, the latest; else its latest."""
    rows = Application.objects.filter(employer=employer).order_by("-created_at", "-id")
    return rows.filter(status=Application.Status.OPEN).first() or rows.first()
