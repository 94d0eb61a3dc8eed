"""`sincerely model`: the language model of your own that may write with you; there is none until you set one."""

from typing import TYPE_CHECKING, Annotated

import typer

from sincerely.faces.cli.options import Json
from sincerely.faces.cli.paper import answer

if TYPE_CHECKING:
    from sincerely.desk.queries.ghosts import ModelShape


def model(
    address: Annotated[str, typer.Argument(help="Where it answers, such as http://127.0.0.1:11434/v1 (Ollama).")] = "",
    name: Annotated[str, typer.Option(help="Its name there, such as llama3.2.")] = "",
    key_file: Annotated[str, typer.Option(help="A file with its key, or - for standard input; it is kept encrypted.")] = "",
    another_machine: Annotated[
        bool, typer.Option("--another-machine", help="It is on another machine: what you ask leaves yours, and you want that.")
    ] = False,
    attempt: Annotated[bool, typer.Option("--try", help="Ask it to say that it is ready; nothing of yours goes to it.")] = False,
    forget: Annotated[bool, typer.Option("--forget", help="Forget it, and its key.")] = False,
    as_json: Json = False,
) -> None:
    """Set your own language model, see which is set, or forget it. Nothing needs one.

    \b
    Examples:
      sincerely model http://127.0.0.1:11434/v1 --name llama3.2
      sincerely model --try
      sincerely model --forget
    """
    from sincerely.desk.actions.ghosts import forget_model, set_model, try_model
    from sincerely.desk.queries.ghosts import model_of
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.intake import read_text
    from sincerely.faces.cli.opening import opened

    desk = opened()
    if forget:
        forget_model(desk.actor, now=desk.now)
        return answer({"set": False}, as_json, "Your model and its key are forgotten.")
    if address:
        key = read_text(key_file, most=64 * 1024).strip() if key_file else None
        set_model(desk.actor, address=address, model=name, key=key, elsewhere=another_machine, now=desk.now)
    elif name or key_file or another_machine:
        raise Failure("model: give its address too, such as http://127.0.0.1:11434/v1.")
    known = model_of(desk.actor)
    if known is None:
        return answer(
            {"set": False}, as_json, "There is no model. Set one: sincerely model http://127.0.0.1:11434/v1 --name NAME."
        )
    said = try_model(desk.actor) if attempt else ""
    shape = {"set": True, "address": known.address, "model": known.model, "local": known.local, "has_key": known.has_key}
    answer(shape | ({"said": said} if attempt else {}), as_json, f"It answers: “{said}”" if attempt else told(known))


def told(known: "ModelShape") -> str:
    """The model on one line."""
    where = "on this machine" if known.local else f"at {known.host}, which is not this machine: what you ask it leaves yours"
    return f"{known.model}, {where}. Use it: sincerely reword."
