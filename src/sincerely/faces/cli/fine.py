"""`sincerely fine`: this is fine, don't mention it again."""

from typing import Annotated

import typer

from sincerely.faces.cli.options import Json, Now
from sincerely.faces.cli.paper import answer


def fine(
    rule: Annotated[str, typer.Argument(help="The rule, as a finding names it; without it, what was called fine so far.")] = "",
    phrase: Annotated[str, typer.Argument(help="The words that it leaves alone; everything where not said.")] = "",
    back: Annotated[bool, typer.Option("--back", help="Take it back: the rule speaks again.")] = False,
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Tell a rule that a phrase is fine on your desk, or switch the rule off. For one note alone: approve --allow RULE.

    \b
    Examples:
      sincerely fine hostility/profanity "Bloody Mary"
      sincerely fine brevity/filler
      sincerely fine hostility/profanity "Bloody Mary" --back
    """
    from sincerely.desk.actions.fine import call_back, call_fine
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.opening import opened

    desk = opened(at)
    if not rule and (phrase or back):
        raise Failure("fine: say which rule, as the finding names it.")
    owner = (call_back if back else call_fine)(desk.actor, rule, phrase, now=desk.now) if rule else desk.owner
    known = [f"{rule}: everything" for rule in owner.allowed_rules]
    known += [f"{rule}: “{words}”" for rule, words in owner.fine_phrases]
    left = "\n  ".join(["Left alone:", *known])
    answer(owner, as_json, left if known else "Every rule speaks of everything.")
