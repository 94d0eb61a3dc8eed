"""The commands, in the order in which a day uses them."""

import typer

from sincerely import __version__
from sincerely.faces.cli.check import check

app = typer.Typer(
    help="The follow-up desk for people who look for work: the right note, to the right person, in time, once.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)


def print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sincerely {__version__}")
        raise typer.Exit


@app.callback()
def sincerely(
    version: bool = typer.Option(False, "--version", callback=print_version, is_eager=True, help="Print the version."),
) -> None:
    """The follow-up desk for people who look for work: the right note, to the right person, in time, once."""


LETTERS = "One letter"
app.command(rich_help_panel=LETTERS)(check)
