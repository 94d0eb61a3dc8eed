"""`sincerely advice`: short articles, those first that fit what one is doing."""

from typing import TYPE_CHECKING, Annotated

import typer

from sincerely.faces.cli.options import Json

if TYPE_CHECKING:
    from sincerely.advice import Article


def advice(
    name: Annotated[str, typer.Argument(help="The article to read, by its name; the list of all where not said.")] = "",
    as_json: Json = False,
) -> None:
    """Read short advice: for each way to get it wrong, each step and channel, and for silence, a no, or two offers.

    \b
    Examples:
      sincerely advice
      sincerely advice silence
    """
    from dataclasses import asdict

    from sincerely.advice import article, library
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.paper import print_json

    if not name:
        return print_json([asdict(one) for one in library()]) if as_json else listed(library())
    found = article(name)
    if found is None:
        raise Failure(f"advice: there is no article “{name}”. See what there is: sincerely advice.")
    return print_json(asdict(found)) if as_json else read(found)


def listed(articles: "tuple[Article, ...]") -> None:
    """A line for each."""
    from rich.text import Text

    from sincerely.faces.cli.paper import put

    wide = max(len(one.name) for one in articles)
    for one in articles:
        put(Text.assemble((f"{one.name:<{wide}}  ", "bold"), one.title, (f"  {one.about}", "dim")), hanging=wide + 2)


def read(article: "Article") -> None:
    """The article with its examples and sources."""
    from rich.text import Text

    from sincerely.faces.cli.paper import put

    put(Text(article.title, "bold"))
    for block in article.blocks:
        typer.echo()
        for line in block.lines:
            put(Text(f"- {line}" if block.listed else line), hanging=2 if block.listed else 0)
    for title, examples in (("So it can look:", article.good), ("So it goes wrong:", article.bad)):
        for example in examples:
            typer.echo()
            put(Text(title, "bold"))
            for line in example.text.splitlines():
                put(Text(f"  {line}" if line else ""), hanging=2)
    if article.sources:
        typer.echo()
        put(Text("From: " + " · ".join(article.sources), "dim"))
