"""draft and propose: a draft is begun by the pen, other words are laid beside it; the person takes or leaves them, and sends."""

from dataclasses import dataclass
from typing import Any

from mcp.server.mcpserver import Context, MCPServer

from sincerely.desk.access import Actor
from sincerely.desk.actions import proposals
from sincerely.desk.callers import Scope
from sincerely.desk.errors import DeskError
from sincerely.desk.queries.desk import desk
from sincerely.desk.queries.messages import message as asked
from sincerely.desk.queries.threads import answered_on, heard_from, thread
from sincerely.desk.rulebooks import rulebook_of
from sincerely.desk.shapes import MessageShape
from sincerely.faces.mcp.fence import fenced, named
from sincerely.faces.mcp.fields import Application, Body, Contact, How, Message, Step, Subject
from sincerely.faces.mcp.house import House, Visit
from sincerely.faces.mcp.kinds import ADDS, ADDS_ONCE
from sincerely.faces.mcp.reach import Thread
from sincerely.faces.mcp.tools.check import ReportShape
from sincerely.proof import proofread
from sincerely.proof.record import read_letter
from sincerely.proof.shape import report_shape
from sincerely.terms import Channel, Stage


@dataclass(frozen=True, slots=True)
class DraftShape:
    """A draft on the desk; `words` are its subject and text as they stand, fenced."""

    message: int
    application: int
    contact: int
    contact_name: str
    stage: str
    channel: str
    state: str
    words: str


@dataclass(frozen=True, slots=True)
class ProposedShape:
    """Words that lie beside a draft now, until the person takes or leaves them; `report` is what proof says of them."""

    message: int
    state: str
    report: ReportShape


def add(server: MCPServer[Any], house: House) -> None:
    """Adds both tools."""

    @server.tool(
        name="draft",
        title="Begin a draft",
        annotations=ADDS_ONCE,
    )
    async def draft(
        context: Context[Any, Any],
        application: Application,
        contact: Contact,
        stage: Step = Stage.THANK_YOU,
        channel: How = Channel.EMAIL,
    ) -> DraftShape:
        """Gives the draft to this contact, or begins one from what is on record; it goes to whom the desk has on record.

        The person sees it among their drafts. It is not sent: they approve and send it.
        """
        return await house.tool(
            context, Scope.WRITE, lambda visit: begun(visit, house, Thread(application, contact), stage, channel)
        )

    @server.tool(
        name="propose",
        title="Propose other words for a draft",
        annotations=ADDS,
    )
    async def propose(context: Context[Any, Any], message: Message, body: Body, subject: Subject = "") -> ProposedShape:
        """Lays your words beside a draft, marked as yours; the person's own stay as they are until they take yours.

        Nothing is approved or sent, and what the person approved takes no other words. The answer says what is wrong with them.
        """
        return await house.tool(context, Scope.WRITE, lambda visit: laid(visit, house, message, subject, body))


def begun(visit: Visit, house: House, wanted: Thread, stage: Stage, channel: Channel) -> DraftShape:
    """A draft, whose words may be others' too where the contact wrote before: the subject of an answer is."""
    actor = visit.caller.actor
    # First of all: what is refused tells nothing of whom it is about.
    visit.reach.write(wanted)
    known = thread(actor, wanted.application, wanted.contact)
    wanted = Thread(known.application, known.contact)
    heard = heard_from(actor, wanted.contact)
    if stage is Stage.ANSWER and not heard:
        raise DeskError(f"There is nothing from {named(known.contact_name)} to answer. See due for what is owed.")
    if answered_on(actor, wanted.contact) not in (None, wanted.application):
        # Its subject would be that of the other thread.
        raise DeskError("This contact wrote last about another application. The person begins this note on its page.")
    visit.reach.read(wanted, foreign=heard)
    row = proposals.begin_draft(
        actor,
        wanted.application,
        contact=wanted.contact,
        stage=stage,
        channel=channel,
        now=house.clock(),
        rulebook=rulebook_of(desk(actor)),
    )
    words = f"Subject: {row.subject}\n\n{row.body}" if row.subject else row.body
    return DraftShape(
        message=row.id,
        application=row.application,
        contact=row.contact,
        contact_name=named(row.contact_name),
        stage=row.stage,
        channel=row.channel,
        state=row.state,
        words=fenced("the draft as it stands", words),
    )


def laid(visit: Visit, house: House, message: int, subject: str, body: str) -> ProposedShape:
    """Words beside a draft. Proof reads them by their own lights: what it knows of other mail would tell what stands there."""
    actor = visit.caller.actor
    row = asked(actor, message)
    visit.reach.write(Thread(row.application, row.contact))
    visit.reach.seen.add(Thread(row.application, row.contact))
    done = proposals.propose(actor, message, subject=subject, body=body, now=house.clock())
    return ProposedShape(done.id, done.state, report(actor, row, subject or row.subject, body))


def report(actor: Actor, row: MessageShape, subject: str, body: str) -> ReportShape:
    owner = desk(actor)
    record = {"candidate": {"name": owner.name}, "contacts": [{"name": row.contact_name}], "company": row.employer}
    letter = {"channel": row.channel, "stage": row.stage, "record": record, "message": {"subject": subject, "body": body}}
    return ReportShape(**report_shape(proofread(read_letter(letter), rulebook_of(owner))))
