"""`sincerely reword`: other words from your own model; what goes is shown first, what comes is yours to take or leave."""

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from sincerely.faces.cli.options import Json, Now, Yes
from sincerely.faces.cli.paper import print_json, printable, put

if TYPE_CHECKING:
    from sincerely.desk.actions.rewording import Wanted
    from sincerely.faces.cli.opening import OpenDesk


def reword(
    message: Annotated[str, typer.Argument(help="Which draft, by number or contact; the only one where not said.")] = "",
    wish: Annotated[
        Literal["draft", "kinder", "shorter", "plainer", "own"] | None,
        typer.Option("--as", help="kinder where not said. draft: a whole new one from the facts. own: as --say says."),
    ] = None,
    say: Annotated[str, typer.Option(help="How you want it, in your own words.")] = "",
    only: Annotated[str, typer.Option(help="Only these words of the text.")] = "",
    names: Annotated[
        bool | None, typer.Option("--names/--no-names", help="Whether names go along; they do only to a model on this machine.")
    ] = None,
    take: Annotated[bool, typer.Option("--take", help="Take the last words that were proposed into the draft.")] = False,
    vouch: Annotated[list[str] | None, typer.Option("--true", help="These words are true; say it again for more.")] = None,
    yes: Yes = False,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Ask your own model for other words. Your draft stays as it is until you take them.

    \b
    Examples:
      sincerely reword 3 --as shorter
      sincerely reword 3 --only "I expect an answer." --as kinder
      sincerely reword 3 --take
    """
    from sincerely.desk.actions.rewording import Wanted
    from sincerely.desk.actions.rewording import vouch as say_true
    from sincerely.faces.cli.opening import opened
    from sincerely.faces.cli.write import present
    from sincerely.ghost.asking import Wish

    desk = opened(at)
    draft = desk.message(message, "draft")
    if vouch:
        for words in vouch:
            draft = say_true(desk.actor, draft.id, words, now=desk.now)
        return present(desk, draft, as_json)
    if take and wish is None:
        return taken(desk, draft.id, as_json)
    wanted = Wanted(Wish(wish or ("own" if say else "kinder")), only, say, hidden=None if names is None else not names)
    version = asked(desk, draft.id, wanted, yes, quiet=as_json)
    if take:
        return taken(desk, draft.id, as_json)
    tell(desk, draft.id, version, as_json)


def asked(desk: "OpenDesk", draft: int, wanted: "Wanted", yes: bool, quiet: bool) -> int:
    """Shows what would go, asks for a yes, and prints the words as they come; the number of what is laid beside the draft."""
    from sincerely.desk.actions.rewording import ask_model, lay_beside, seal_of
    from sincerely.desk.queries.ghosts import model_of, question_of
    from sincerely.faces.cli.failure import UNAVAILABLE, Failure
    from sincerely.ghost.answering import Thinking
    from sincerely.ghost.blanks import Filling
    from sincerely.ghost.endpoint import GhostError
    from sincerely.ghost.streaming import in_turn, words_of

    question, known = question_of(desk.actor, draft, wanted, desk.now), model_of(desk.actor)
    here = known is not None and known.local
    typer.echo(printable(question.shown), err=True)
    for shown, words in question.blanks.words.items():
        typer.echo(printable(f"{shown} stands for {words}, which stays here."), err=True)
    where = "on this machine" if here else "which is not this machine"
    typer.echo(f"This goes to {question.endpoint.questions}, {where}.", err=True)
    if not yes:
        if not sys.stdin.isatty():
            raise Failure("reword: you have not said that it may go. Say so with --yes.")
        typer.confirm("Ask it?", abort=True, err=True)
    asking = ask_model(desk.actor, draft, wanted, seen=seal_of(question), now=desk.now)
    said, thinking, filling = [], Thinking(), Filling(asking.blanks)
    try:
        for piece in in_turn(words_of(asking.endpoint, asking.body)):
            said.append(piece)
            typer.echo(printable(filling.add(thinking.add(piece))), nl=False, err=quiet)
        typer.echo(printable(filling.rest()), err=quiet)
    except GhostError as error:
        raise Failure(str(error), UNAVAILABLE) from None
    return lay_beside(desk.actor, draft, wanted, asking, "".join(said), now=desk.now)


def tell(desk: "OpenDesk", draft: int, version: int, as_json: bool) -> None:
    """What is laid beside the draft, what in it nobody told, and how to take it."""
    from rich.text import Text

    from sincerely.desk.queries.drafts import versions
    from sincerely.desk.queries.ghosts import doubts_in

    doubted = list(dict.fromkeys(doubt.quote for doubt in doubts_in(desk.actor, draft, version, desk.now)))
    if as_json:
        kept = next(row for row in versions(desk.actor, draft) if row.id == version)
        return print_json({"message": draft, "version": version, "subject": kept.subject, "body": kept.body, "doubted": doubted})
    for words in doubted:
        put(Text(printable(f"Is this true? “{words}” is not in what you told me."), style="yellow"))
    put(Text.assemble("Your draft is as it was. Take these words: ", (f"sincerely reword {draft} --take", "cyan")))


def taken(desk: "OpenDesk", draft: int, as_json: bool) -> None:
    """The last proposal in the draft's place; what stood there is among its earlier texts."""
    from sincerely.desk.actions.rewording import take
    from sincerely.desk.queries.drafts import versions
    from sincerely.faces.cli.failure import NO_INPUT, Failure
    from sincerely.faces.cli.write import present

    last = next((row for row in versions(desk.actor, draft) if row.proposed_by), None)
    if last is None:
        raise Failure(f"Nothing is proposed for message {draft}. Ask your model: sincerely reword {draft}.", NO_INPUT)
    present(desk, take(desk.actor, draft, last.id, rulebook=desk.rulebook, now=desk.now), as_json)
