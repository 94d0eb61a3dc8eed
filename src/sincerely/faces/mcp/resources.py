"""What an assistant reads: one thread, and the advice. Others' words in a thread are fenced."""

from typing import Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError
from mcp.server.mcpserver.resources import FunctionResource

from sincerely.advice import Article, library
from sincerely.desk.callers import Scope
from sincerely.desk.queries import threads
from sincerely.desk.queries.threads import MailShape, ThreadShape
from sincerely.faces.mcp.fence import fenced, named
from sincerely.faces.mcp.house import House, Visit
from sincerely.faces.mcp.reach import Thread

TEXT = "text/markdown"
ADVICE = "sincerely://advice"
# A number of a row has 19 digits at most (PostgreSQL: bigint).
MOST_DIGITS = 18


def add(server: MCPServer[Any], house: House) -> None:
    """Adds the thread, the list of advice, and each article."""

    @server.resource(
        "sincerely://threads/{application}/{contact}", name="thread", title="The mail with one contact", mime_type=TEXT
    )
    async def thread(application: str, contact: str, context: Context[Any, Any]) -> str:
        """All mail with one contact on one application, the posting, and the person's notes. After it, no other thread opens."""
        wanted = Thread(number(application), number(contact))
        return await house.resource(context, Scope.READ, lambda visit: opened(visit, wanted))

    server.add_resource(
        FunctionResource.from_function(listed, ADVICE, name="advice", title="Advice on good follow-ups", mime_type=TEXT)
    )
    for one in library():
        server.add_resource(
            FunctionResource.from_function(
                lambda one=one: told(one),
                f"{ADVICE}/{one.name}",
                name=one.name,
                title=one.title,
                description=one.about,
                mime_type=TEXT,
            )
        )


def number(words: str) -> int:
    """A number in an address; raises ResourceNotFoundError."""
    if not (words.isascii() and words.isdigit() and len(words) <= MOST_DIGITS):
        raise ResourceNotFoundError(
            "A thread is named by two numbers, as due tells them: sincerely://threads/APPLICATION/CONTACT."
        )
    return int(words)


def opened(visit: Visit, wanted: Thread) -> str:
    """A thread as text. What a mail or a posting says is others' words; a thread without either is the person's own."""
    # First of all: what is refused tells nothing of whom it is about.
    visit.reach.write(wanted)
    found = threads.thread(visit.caller.actor, *wanted)
    foreign = bool(found.posting.strip()) or any(one.theirs for one in found.mails)
    visit.reach.read(Thread(found.application, found.contact), foreign)
    return "\n\n".join(parts(found))


def parts(found: ThreadShape) -> list[str]:
    who = named(found.contact_name)
    role = named(found.role) or "a job"
    written = [f"# {who}, {named(found.employer)}: {role} (application {found.application}, contact {found.contact})"]
    if found.posting.strip():
        written += ["## The posting", fenced("the employer's posting", found.posting)]
    for talk in found.talks:
        form = f", {talk.format}" if talk.format else ""
        notes = fenced("the person's own notes", talk.notes) if talk.notes.strip() else "Nothing was noted."
        written += [f"## Interview {talk.id}: {talk.start} to {talk.end}{form}", notes]
    for mail in found.mails:
        written += [f"## {mail.at}, {who if mail.theirs else 'the person'}, by {named(mail.channel)}", mailed(mail)]
    return written if found.mails else [*written, "Nothing was written yet."]


def mailed(mail: MailShape) -> str:
    words = f"Subject: {mail.subject}\n\n{mail.text}" if mail.subject else mail.text
    return fenced("what the contact wrote" if mail.theirs else "what the person wrote", words)


def listed() -> str:
    """The articles, one a line."""
    return "\n".join(f"- {one.title} ({ADVICE}/{one.name}): {one.about}" for one in library())


def told(one: Article) -> str:
    """An article as text, with a letter that does it well."""
    blocks = ["\n".join(f"- {line}" for line in block.lines) if block.listed else " ".join(block.lines) for block in one.blocks]
    good = [f"A letter that does it well:\n\n{example.text}" for example in one.good[:1]]
    return "\n\n".join([f"# {one.title}", *blocks, *good])
