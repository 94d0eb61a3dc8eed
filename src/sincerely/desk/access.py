"""Fetching with the permission check: no other way to a row. What is another's looks as if it were not there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model, Q, QuerySet
from django.db.models.functions import Coalesce

from sincerely.desk.errors import DeskError, NotThere
from sincerely.desk.models import Account, Application, Contact, Desk, Employer, Interview, Message, Received, Watch, Watched

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, and on which desk: a person by name, or one of the loops."""

    desk: int
    who: str

    def as_loop(self, name: str) -> "Actor":
        """The same desk, acted on by a loop of that name."""
        return Actor(self.desk, name)


def access_desk(actor: Actor) -> Desk:
    """The actor's desk; raises NotThere."""
    return one(Desk.objects.filter(pk=actor.desk), "desk", actor.desk)


def access_own_desk(actor: Actor) -> Desk:
    """The actor's desk, for what leaves it; raises DeskError on the sample desk, NotThere."""
    desk = access_desk(actor)
    if desk.sample:
        raise DeskError("This is the sample desk: nothing leaves it. Start your own desk for that.")
    return desk


def access_employer(actor: Actor, employer: int) -> Employer:
    """An employer of the actor's desk; raises NotThere."""
    return one(Employer.objects.filter(desk=actor.desk, pk=employer), "employer", employer)


def access_application(actor: Actor, application: int) -> Application:
    """An application of the actor's desk, with its employer; raises NotThere."""
    rows = Application.objects.select_related("employer").filter(desk=actor.desk, pk=application)
    return one(rows, "application", application)


def access_contact(actor: Actor, contact: int) -> Contact:
    """A contact of the actor's desk, with the employer; of a merged one the contact that stands for it. Raises NotThere."""
    rows = Contact.objects.select_related("employer", "merged_into__employer").filter(desk=actor.desk, pk=contact)
    found = one(rows, "contact", contact)
    return found.merged_into or found


def access_interview(actor: Actor, interview: int) -> Interview:
    """An interview of the actor's desk, with its application and employer; raises NotThere."""
    rows = Interview.objects.select_related("application__employer").filter(desk=actor.desk, pk=interview)
    return one(rows, "interview", interview)


def access_message(actor: Actor, message: int) -> Message:
    """A message of the actor's desk, with contact, application and employer; raises NotThere."""
    rows = Message.objects.select_related("contact", "interview", "application__employer").filter(desk=actor.desk, pk=message)
    return one(rows, "message", message)


def access_received(actor: Actor, received: int) -> Received:
    """A word that came in to the actor's desk; raises NotThere."""
    rows = Received.objects.select_related("contact", "application", "employer").filter(desk=actor.desk, pk=received)
    return one(rows, "reply", received)


def access_account(actor: Actor, account: int) -> Account:
    """A mailbox account of the actor's desk; raises NotThere."""
    return one(Account.objects.filter(desk=actor.desk, pk=account), "mailbox", account)


def access_watch(actor: Actor, watch: int) -> Watch:
    """Something under watch on the actor's desk; raises NotThere."""
    return one(Watch.objects.filter(desk=actor.desk, pk=watch), "watch", watch)


def access_watched(actor: Actor, posting: int) -> Watched:
    """A posting under watch on the actor's desk, with its watch; raises NotThere."""
    return one(Watched.objects.select_related("watch").filter(desk=actor.desk, pk=posting), "posting", posting)


def one(rows: QuerySet[Row], noun: str, key: int) -> Row:
    row = rows.first()
    if row is None:
        raise NotThere(f"There is no {noun} {key} on this desk. See what there is: sincerely due.", noun, key)
    return row


def alone_with(employer: int) -> None:
    """Until this transaction ends, no other one sends to this employer, with all its parts, or takes in a reply from it.

    SQLite has one writer at a time anyway; PostgreSQL locks the row.
    """
    alone_with_all([employer])


def alone_with_all(employers: Iterable[int]) -> None:
    """The same for several; always in the same order, so that two who want the same never wait for each other."""
    wholes = Employer.objects.filter(pk__in=employers).values(whole=Coalesce("part_of", "pk"))
    list(Employer.objects.select_for_update().filter(pk__in=wholes).order_by("pk").values_list("pk"))


def all_parts(employer: int) -> list[int]:
    """The numbers of an employer, of what it is part of, and of all that is part of that."""
    whole = Employer.objects.filter(pk=employer).values_list("part_of", flat=True).first() or employer
    return list(Employer.objects.filter(Q(pk=whole) | Q(part_of=whole)).order_by("pk").values_list("pk", flat=True))
