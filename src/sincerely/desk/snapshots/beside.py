"""What is on record beside some messages, of one desk or of many, read for all of them in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from sincerely.desk.models import Attachment, Contact, Employer, Interviewer, Message, Received

# Natures that a machine wrote: they are nobody's first word.
AUTOMATIC = ("away", "bounce", "automatic")
# So many of the last replies and own letters tell which words are right.
MOST_TEXTS = 20

Groups = defaultdict[Any, list[Any]]


class Beside:
    """By the numbers that the messages point to. A message has `desk`, `contact`, `interview` and `application`."""

    def __init__(self, messages: Sequence[Message]) -> None:
        desks = {message.desk_id for message in messages}
        here = {message.contact.employer_id for message in messages}
        wholes = {message.contact.employer.whole for message in messages}
        interviews = {message.interview_id for message in messages if message.interview_id}
        parts = Employer.objects.filter(Q(pk__in=wholes) | Q(part_of__in=wholes))
        self.parts = grouped((part_of or pk, pk) for pk, part_of in parts.order_by().values_list("pk", "part_of"))
        people = Contact.objects.filter(employer__in=here, merged_into=None).prefetch_related("addresses").order_by("id")
        self.people = grouped((row.employer_id, row) for row in people)
        seats = Interviewer.objects.filter(interview__in=interviews).order_by("position", "id")
        self.panels = grouped(seats.values_list("interview_id", "contact_id")) if interviews else grouped(())
        names = Contact.objects.filter(desk__in=desks, merged_into=None).order_by("name", "id")
        self.names = grouped((desk, (employer, name)) for desk, employer, name in names.values_list("desk", "employer", "name"))
        employers = Employer.objects.filter(desk__in=desks).order_by("name", "id").values_list("desk", "id", "name")
        self.employers = grouped((desk, (employer, name)) for desk, employer, name in employers)
        replies = Received.objects.filter(desk__in=desks, employer__in=here, channel="email").exclude(nature__in=AUTOMATIC)
        last = latest(replies, "employer", here, "at", MOST_TEXTS)
        self.replies = grouped(last.values_list("employer_id", "text"))
        sent = Message.objects.filter(desk__in=desks, state=Message.State.SENT, body__gt="")
        own = latest(sent, "desk", desks, "pk", MOST_TEXTS + 1).values_list("desk_id", "pk", "body")
        self.letters = grouped((desk, (pk, body)) for desk, pk, body in own)

    def elsewhere(self, message: Message, named: Groups) -> tuple[str, ...]:
        """Names on the desk that belong to none of this employer's parts, each once."""
        related = self.parts[message.contact.employer.whole]
        return tuple(dict.fromkeys(name for employer, name in named[message.desk_id] if employer not in related))

    def own(self, message: Message) -> list[str]:
        """The person's own last letters that were sent, without this one."""
        return [body for pk, body in self.letters[message.desk_id] if pk != message.pk][:MOST_TEXTS]


def files_of(messages: Iterable[Message]) -> Groups:
    """Names, types and sizes of the files of each message."""
    rows = Attachment.objects.filter(message__in=[message.pk for message in messages])
    return grouped((pk, file) for pk, *file in rows.values_list("message_id", "name", "type", "size"))


def grouped(pairs: Iterable[tuple[Any, Any]]) -> Groups:
    """Values by their keys, in order."""
    found: Groups = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def latest(rows: QuerySet[Any], by: str, groups: Iterable[int], order: str, most: int) -> QuerySet[Any]:
    """The last so many rows of each group; a database cuts one group short without looking at all of it."""
    if len(set(groups)) == 1:
        return rows.order_by(f"-{order}")[:most]
    place = Window(RowNumber(), partition_by=F(by), order_by=F(order).desc())
    within: QuerySet[Any] = rows.annotate(place=place).filter(place__lte=most).order_by(f"-{order}")
    return within
