"""The commands, in the order in which a day uses them."""

from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperGroup

from sincerely import __version__
from sincerely.faces.cli.add import add
from sincerely.faces.cli.advice import advice
from sincerely.faces.cli.check import check
from sincerely.faces.cli.due import due
from sincerely.faces.cli.feed import feed
from sincerely.faces.cli.fine import fine
from sincerely.faces.cli.init import init
from sincerely.faces.cli.interview import interview
from sincerely.faces.cli.keeping import backup, bring_in, export, restore
from sincerely.faces.cli.log import log, note, promise, stop, waive
from sincerely.faces.cli.lsp import lsp
from sincerely.faces.cli.mailbox import mailbox
from sincerely.faces.cli.mcp import mcp
from sincerely.faces.cli.members import members
from sincerely.faces.cli.model import model
from sincerely.faces.cli.opening import on_desk
from sincerely.faces.cli.plan import may, plan
from sincerely.faces.cli.press import press
from sincerely.faces.cli.profile import application, contact, policy, profile
from sincerely.faces.cli.rehearse import rehearse
from sincerely.faces.cli.relay import relay
from sincerely.faces.cli.reviews import reviews, share
from sincerely.faces.cli.reword import reword
from sincerely.faces.cli.send import approve, retry, send, settle
from sincerely.faces.cli.serve import serve
from sincerely.faces.cli.show import history, show
from sincerely.faces.cli.sync import confirm, read, sync
from sincerely.faces.cli.token import token
from sincerely.faces.cli.watch import watch
from sincerely.faces.cli.worker import worker
from sincerely.faces.cli.write import discard, edit, write


class Panels(TyperGroup):
    """Help with the commands in their panels, in plain text: it shows in a quarter of the time that a drawn one takes."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        for panel, commands in PANELS.items():
            with formatter.section(panel):
                formatter.write_dl([(name, self.commands[name].get_short_help_str(limit=90)) for name in commands])


app = typer.Typer(
    cls=Panels,
    rich_markup_mode=None,
    suggest_commands=False,
    # With SINCERELY_DEBUG it would print the values of variables, passwords among them.
    pretty_exceptions_enable=False,
    help="The follow-up desk for people who look for work: the right note, to the right person, in time, once.",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sincerely {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def sincerely(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", callback=print_version, is_eager=True, help="Print the version."),
) -> None:
    """The follow-up desk for people who look for work: the right note, to the right person, in time, once."""
    if context.invoked_subcommand is None:
        on_desk(due)()


PANELS: dict[str, dict[str, Callable[..., Any]]] = {
    "Every day": {
        "due": due,
        "add": add,
        "note": note,
        "write": write,
        "edit": edit,
        "reword": reword,
        "share": share,
        "reviews": reviews,
        "approve": approve,
        "send": send,
        "press": press,
        "rehearse": rehearse,
        "sync": sync,
        "read": read,
        "watch": watch,
    },
    "One letter": {"check": check, "lsp": lsp, "fine": fine, "advice": advice},
    "When, and why": {"plan": plan, "may": may, "promise": promise, "policy": policy},
    "What happened elsewhere": {
        "log": log,
        "confirm": confirm,
        "waive": waive,
        "stop": stop,
        "settle": settle,
        "retry": retry,
        "discard": discard,
    },
    "The desk": {
        "init": init,
        "serve": serve,
        "worker": worker,
        "members": members,
        "mailbox": mailbox,
        "relay": relay,
        "feed": feed,
        "model": model,
        "token": token,
        "mcp": mcp,
        "profile": profile,
        "show": show,
        "contact": contact,
        "application": application,
        "interview": interview,
        "history": history,
        "export": export,
        "import": bring_in,
        "backup": backup,
        "restore": restore,
    },
}

# These work without a desk, or where it is damaged; the others find its tables ready.
DESKLESS = {"advice", "check", "lsp", "plan", "may", "restore", "serve", "worker"}

for commands in PANELS.values():
    for name, command in commands.items():
        app.command(name)(command if name in DESKLESS else on_desk(command))
