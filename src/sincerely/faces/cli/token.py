"""`sincerely token`: which other programs may come in to your desk, and to what."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sincerely.faces.cli.options import Json, Now
from sincerely.faces.cli.paper import answer

if TYPE_CHECKING:
    from sincerely.desk.shapes import TokenShape


class Verb(StrEnum):
    """What to do."""

    LIST = "list"
    NEW = "new"
    REVOKE = "revoke"
    PAIR = "pair"


def token(
    what: Annotated[
        Verb, typer.Argument(help="list them, make a new one, revoke one, or pair the browser extension.")
    ] = Verb.LIST,
    which: Annotated[str, typer.Argument(help="With new: the program's name. With revoke: the token's number or name.")] = "",
    scope: Annotated[
        list[str] | None,
        typer.Option(help="check, read, log, write, approve or settings; say it again for more. Else check and read."),
    ] = None,
    days: Annotated[int, typer.Option(help="How long it runs.", min=1, max=365)] = 90,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Let other programs in to your desk, each to what you say, and keep them out again.

    \b
    Examples:
      sincerely token new "My script" --scope read --scope write
      sincerely token list
      sincerely token revoke "My script"
      sincerely token pair
    """
    from sincerely.desk.actions.tokens import make_token, offer_pairing, revoke_token
    from sincerely.desk.queries.tokens import tokens
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.opening import one, opened

    if what is not Verb.NEW and scope:
        raise Failure("token: --scope belongs to new.")
    desk = opened(at)
    if what is Verb.NEW:
        made, secret = make_token(desk.actor, name=which, scopes=scope or ("check", "read"), days=days, now=desk.now)
        words = (
            f"{made.name} may come in until {made.expires_at[:10]}, for: {', '.join(made.scopes)}. Its token, shown this once:"
        )
        answer({"id": made.id, "token": secret, "scopes": made.scopes}, as_json, f"{words}\n{secret}")
    elif what is Verb.PAIR:
        code = offer_pairing(desk.actor, now=desk.now)
        answer({"code": code}, as_json, f"Type this into the extension within ten minutes: {code}")
    elif what is Verb.REVOKE:
        every = [row for row in tokens(desk.actor, desk.now) if row.stands]
        numbered = [row for row in every if str(row.id) == which]
        row = one("token", which, numbered or every, lambda row: (row.name, str(row.id)), lambda row: row.name)
        gone = revoke_token(desk.actor, row.id, now=desk.now)
        answer(gone, as_json, f"{gone.name} may not come in any more.")
    else:
        rows = tokens(desk.actor, desk.now)
        words = "\n".join(told(row) for row in rows) or "No program may come in. Let one in: sincerely token new NAME."
        answer(rows, as_json, words)


def told(row: "TokenShape") -> str:
    """One token on one line."""
    until = f"until {row.expires_at[:10]}" if row.stands else "taken back" if row.revoked_at else "ran out"
    used = f"last used {row.used_at[:10]}" if row.used_at else "not used yet"
    return f"{row.id:>4}  {row.name}: {', '.join(row.scopes)}; {until}, {used}"
