"""The tools: check, due, plan, may, draft, propose, log and watch. None approves, sends, or changes to whom something goes."""

import time
from collections.abc import Callable
from typing import Annotated, Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations
from pydantic import Field

from sincerely.cadence import answer_shape, plan_shape
from sincerely.desk.actions.proposals import begin_draft, propose
from sincerely.desk.actions.replies import log_contact
from sincerely.desk.actions.watches import propose_watch
from sincerely.desk.callers import Scope
from sincerely.desk.queries import messages, plans
from sincerely.desk.queries.applications import application as application_of
from sincerely.desk.queries.desk import desk
from sincerely.desk.queries.due import due
from sincerely.desk.rulebooks import rulebook_of, senses
from sincerely.faces.mcp.calls import Visit, told
from sincerely.faces.mcp.clock import now
from sincerely.faces.mcp.material import day, facts
from sincerely.faces.mcp.sitting import Thread
from sincerely.proof.batch import answer, for_many
from sincerely.proof.record import BadRecord
from sincerely.proof.rulebook import Rulebook, every_rule
from sincerely.terms import Channel, Stage

Number = Annotated[int, Field(ge=1, le=2**63 - 1)]
Words = Annotated[str, Field(min_length=1, max_length=20_000)]
LOOKS = ToolAnnotations(read_only_hint=True, destructive_hint=False, open_world_hint=False)
ADDS = ToolAnnotations(read_only_hint=False, destructive_hint=False, open_world_hint=False)


def add_tools(server: MCPServer[Any], visit: Visit) -> None:
    """Puts the tools on a server; `visit` lets the caller of a tool in."""

    def tool(name: str, look: bool) -> Callable[[Callable[..., dict[str, Any]]], None]:
        def added(verb: Callable[..., dict[str, Any]]) -> None:
            server.add_tool(told(verb), name=name, annotations=LOOKS if look else ADDS)

        return added

    @tool("check", look=True)
    def check(
        body: Words,
        subject: Annotated[str, Field(max_length=998)] = "",
        channel: Channel = Channel.EMAIL,
        stage: Stage = Stage.THANK_YOU,
    ) -> dict[str, Any]:
        """Is this text ready to go? Needs no desk and keeps nothing: a verdict (ready, revise, hold) and what was found."""
        visit().demand(Scope.CHECK)
        letter = {"channel": channel.value, "stage": stage.value, "record": {}, "message": {"subject": subject, "body": body}}
        try:
            return answer(letter, Rulebook(every_rule(), for_many(senses("quick"))), time.perf_counter)
        except BadRecord as error:
            raise ToolError(str(error)) from None

    @tool("due", look=True)
    def due_today() -> dict[str, Any]:
        """What is owed to whom today, what is late, what comes, what waits. Begin here: other tools take the numbers in it."""
        guest = visit()
        actor = guest.demand(Scope.READ)
        guest.sitting.keep_apart()
        return day(due(actor, now()))

    @tool("plan", look=True)
    def plan(application: Number) -> dict[str, Any]:
        """When whom to contact on an application, and why then; and why no more, where it has ended."""
        guest = visit()
        actor = guest.demand(Scope.READ)
        guest.sitting.keep_to_application(application)
        return plan_shape(plans.plan_of(actor, application, now()))

    @tool("may", look=True)
    def may(contact: Number, channel: Channel = Channel.EMAIL, stage: Stage = Stage.CHECK_IN) -> dict[str, Any]:
        """May this contact be written to or called now? If not: every reason, and from when on."""
        guest = visit()
        actor = guest.demand(Scope.READ)
        guest.sitting.keep_to_contact(contact)
        return answer_shape(plans.may(actor, contact, channel, now(), stage))

    @tool("draft", look=False)
    def draft(application: Number, contact: Number, stage: Stage, channel: Channel = Channel.EMAIL) -> dict[str, Any]:
        """Begins a note: a first draft from the person's own facts, or the draft that there is. It goes nowhere by itself."""
        guest = visit()
        actor = guest.demand(Scope.WRITE)
        guest.sitting.keep_to(Thread(application, contact))
        row = begin_draft(
            actor,
            application,
            contact=contact,
            stage=stage,
            channel=channel,
            now=now(),
            rulebook=rulebook_of(desk(actor), "quick"),
        )
        return {**facts(row), "subject": row.subject, "body": row.body}

    @tool("propose", look=False)
    def propose_words(message: Number, body: Words, subject: Annotated[str, Field(max_length=998)] = "") -> dict[str, Any]:
        """Lays other words beside a draft. The person compares, and takes them or not; the draft itself stays as it is."""
        guest = visit()
        actor = guest.demand(Scope.WRITE)
        row = messages.message(actor, message)
        guest.sitting.keep_to(Thread(row.application, row.contact))
        return facts(propose(actor, message, subject=subject, body=body, now=now()))

    @tool("log", look=False)
    def log(
        application: Number,
        contact: Number,
        channel: Channel,
        stage: Stage,
        words: Annotated[str, Field(max_length=2_000)] = "",
    ) -> dict[str, Any]:
        """Notes that the person has contacted somebody elsewhere, just now: a call, a voicemail, a letter, a mail."""
        guest = visit()
        actor = guest.demand(Scope.LOG)
        guest.sitting.keep_to(Thread(application, contact))
        row = log_contact(actor, application, contact=contact, channel=channel, stage=stage, words=words, now=now())
        return facts(row)

    @tool("watch", look=False)
    def watch(address: Annotated[str, Field(min_length=8, max_length=2_000)]) -> dict[str, Any]:
        """Proposes to watch the page of a job or a board. Nothing is asked there before the person says yes."""
        row = propose_watch(visit().demand(Scope.LOG), address, now=now())
        return {"id": row.id, "address": row.address, "waits_for_the_person": bool(row.proposed_by)}

    @tool("application", look=True)
    def application(application: Number) -> dict[str, Any]:
        """One application: its employer, role, people and interviews, by number."""
        guest = visit()
        actor = guest.demand(Scope.READ)
        guest.sitting.keep_to_application(application)
        return facts(application_of(actor, application))
