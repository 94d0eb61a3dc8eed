"""The resources: one thread, and the advice."""

from typing import Annotated, Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError, ToolError
from pydantic import Field

from sincerely.advice.article import Article
from sincerely.advice.library import article as article_of
from sincerely.advice.library import library
from sincerely.desk.callers import Scope
from sincerely.desk.queries import messages
from sincerely.desk.queries.applications import contact as contact_of
from sincerely.faces.mcp.calls import Visit, told
from sincerely.faces.mcp.material import thread as told_thread
from sincerely.faces.mcp.sitting import Thread

Number = Annotated[int, Field(ge=1, le=2**63 - 1)]
Name = Annotated[str, Field(max_length=100)]


def add_resources(server: MCPServer[Any], visit: Visit) -> None:
    """Puts the resources on a server; `visit` lets their reader in."""

    @server.resource("advice://articles", title="Advice", description="All articles, by name.", mime_type="text/plain")
    def articles() -> str:
        return "\n".join(f"advice://articles/{one.name}  {one.title}: {one.about}" for one in library())

    @server.resource("advice://articles/{name}", title="An article", mime_type="text/plain")
    def article(name: Name) -> str:
        found = article_of(name)
        if found is None:
            raise ResourceNotFoundError(f"There is no article {name!r}. See advice://articles.")
        return as_text(found)

    @server.resource(
        "thread://{application}/{contact}",
        title="A thread",
        description="All that passed with one contact on one application. A sitting opens one thread, and then sees no other.",
        mime_type="text/plain",
    )
    def thread(application: Number, contact: Number) -> str:
        try:
            return told(opened)(application, contact)
        except ToolError as error:
            raise ResourceError(str(error)) from None

    def opened(application: int, contact: int) -> str:
        guest = visit()
        actor = guest.demand(Scope.READ)
        person = contact_of(actor, contact)
        theirs = [row for row in messages.received_list(actor, application=application) if row.contact == person.id]
        ours = [row for row in messages.messages(actor, application=application) if row.contact == person.id]
        guest.sitting.open(Thread(application, contact))
        return told_thread(theirs, ours)


def as_text(article: Article) -> str:
    """An article with its examples, as plain text."""
    lines = [article.title, "", *(line for block in article.blocks for line in (*block.lines, ""))]
    for heading, examples in (("Good", article.good), ("Not so good", article.bad)):
        lines += [line for one in examples for line in (f"{heading}:", one.text, "")]
    return "\n".join([*lines, "Sources: " + "; ".join(article.sources)])
