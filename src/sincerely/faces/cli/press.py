"""`sincerely press`: a letter on paper, and the label for its envelope."""

from pathlib import Path
from typing import Annotated

import typer

from sincerely.faces.cli.options import Json, Now
from sincerely.faces.cli.paper import answer
from sincerely.terms import Channel


def press(
    message: Annotated[str, typer.Argument(help="Which letter, by number or contact; the only one where not said.")] = "",
    to: Annotated[Path | None, typer.Option("--to", help="The PDF to write.")] = None,
    label: Annotated[Path | None, typer.Option(help="A label for the envelope, as a PDF of its own.")] = None,
    paper: Annotated[str, typer.Option(help="din (A4) or us (Letter); by their country where not said.")] = "",
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Make a PDF of a letter, to print, sign and post.

    The address stands in the window of a DIN long or US No. 10 envelope.

    \b
    Examples:
      sincerely press --to letter.pdf
      sincerely press 3 --to letter.pdf --label label.pdf
    """
    from sincerely.desk.queries.printed import printed
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.opening import opened
    from sincerely.faces.cli.saving import save_all
    from sincerely.press import BadPaper, Format
    from sincerely.press import label as set_label
    from sincerely.press import letter as set_letter

    if not to and not label:
        raise Failure("press: say where to: --to letter.pdf, or --label label.pdf.")
    if to and label and to.absolute() == label.absolute():
        raise Failure("press: the letter and its label are two files. Give --to and --label a name each.")
    if paper and paper not in list(Format):
        raise Failure(f"press: --paper is din or us, not {paper!r}.")
    desk = opened(at)
    row = desk.message(message, "draft", "approved", channels=(Channel.LETTER,))
    page = printed(desk.actor, row.id, desk.now, Format(paper) if paper else None)
    made, files = {}, {}
    try:
        if to:
            files[to], made["letter"] = set_letter(page), str(to)
        if label:
            files[label], made["label"] = set_label(page.recipient, page.sender, page.format, on=desk.now), str(label)
    except BadPaper as error:
        raise Failure(str(error)) from None
    save_all(files)
    then = f"When it is in the post: sincerely send {row.id} --by-hand."
    if row.state == "draft":
        then = f"It is a draft still; say yes to it before you post it: sincerely approve {row.id}."
    answer({"message": row.id, **made}, as_json, f"Saved as {' and '.join(made.values())}. {then}")
