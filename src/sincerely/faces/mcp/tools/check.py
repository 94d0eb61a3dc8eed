"""check: is a letter ready to go? It needs no desk, and keeps nothing."""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from mcp.server.mcpserver import Context, MCPServer
from pydantic import Field

from sincerely.desk.callers import Scope
from sincerely.desk.rulebooks import senses
from sincerely.faces.mcp.fields import Body, How, Name, Step, Subject
from sincerely.faces.mcp.house import House
from sincerely.faces.mcp.kinds import LOOKS
from sincerely.proof import proofread
from sincerely.proof.batch import for_many
from sincerely.proof.record import read_letter
from sincerely.proof.rulebook import Rulebook, every_rule
from sincerely.proof.shape import report_shape
from sincerely.terms import Channel, Stage


@dataclass(frozen=True, slots=True)
class ReportShape:
    """What proof says: `verdict` is ready, revise or hold; `findings` are the faults, worst first, each with its remedy."""

    verdict: str
    findings: list[dict[str, Any]]
    notes: list[str]
    tier: str


@cache
def rulebook() -> Rulebook:
    return Rulebook(every_rule(), for_many(senses("quick")))


def add(server: MCPServer[Any], house: House) -> None:
    """Adds the tool."""

    @server.tool(
        name="check",
        title="Check a letter",
        annotations=LOOKS,
    )
    async def check(
        context: Context[Any, Any],
        body: Body,
        subject: Subject = "",
        channel: How = Channel.EMAIL,
        stage: Step = Stage.THANK_YOU,
        candidate: Annotated[Name, Field(description="Who writes.")] = "",
        contact: Annotated[Name, Field(description="Whom they write to, by name.")] = "",
        company: Annotated[Name, Field(description="The employer.")] = "",
        role: Annotated[Name, Field(description="The job.")] = "",
    ) -> ReportShape:
        """Says whether these words are ready to go, and what to mend: length, tone, pressure, language, names, substance.

        Nothing is kept, and no draft is changed. Names of the writer, the contact, the employer and the job let it find slips
        in them.
        """
        record = {
            "candidate": {"name": candidate},
            "company": company,
            "role": role,
            "contacts": [{"name": contact}] if contact else [],
        }
        letter = {"channel": channel, "stage": stage, "record": record, "message": {"subject": subject, "body": body}}
        return await house.tool(
            context, Scope.CHECK, lambda visit: ReportShape(**report_shape(proofread(read_letter(letter), rulebook())))
        )
