"""The command line: `sincerely COMMAND`."""

import gc
import io
import os
import re
import sys
from collections.abc import Sequence
from typing import Any

from sincerely.faces.cli.failure import USAGE, Failure, explain
from sincerely.faces.cli.paper import printable, shortened

# What a shell says of a command that was interrupted; typer answers it too.
STOPPED = 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command and exits: 0 to 2 are a command's answers, 64 and above say that it could not be done."""
    # One command ends soon: looking for garbage while modules load is a tenth of the wait.
    gc.set_threshold(100_000)
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; every failure is one line on stderr."""
    import click
    import typer

    from sincerely.faces.cli.app import app

    ready_streams()
    try:
        answer = app(args=arguments, prog_name="sincerely", standalone_mode=False)
        sys.stdout.flush()
        if answer == STOPPED:
            return stopped()
    except typer.Abort:
        return stopped()
    except click.ClickException as error:
        return complain(misused(error), USAGE)
    except KeyboardInterrupt:
        return stopped()
    except BrokenPipeError:
        return unheard()
    except SystemExit as end:
        # So the parser of arguments ends where its reader has gone.
        return complain(end.code, USAGE) if isinstance(end.code, str) else unheard()
    except Failure as failure:
        return complain(failure.words, failure.code)
    except Exception as error:
        if os.environ.get("SINCERELY_DEBUG"):
            raise
        told = explain(error)
        return complain(told.words, told.code)
    return answer if isinstance(answer, int) else 0


def ready_streams() -> None:
    """Makes standard streams that were closed empty ones, and lets no letter that a terminal lacks stop a command."""
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def stopped() -> int:
    """The person stopped it, perhaps in the middle of a question."""
    if sys.stderr.isatty():
        print(file=sys.stderr)  # noqa: T201
    return complain("Stopped.", STOPPED)


def unheard() -> int:
    """Nobody reads any more, as in `sincerely history | head`: no fault, and nothing to say."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def misused(error: Any) -> str:
    """What was wrong with the words of a command, and where its help is."""
    command = error.ctx.command_path if getattr(error, "ctx", None) else "sincerely"
    words = error.format_message().replace("Value error, ", "").rstrip(" .")
    return f"{words}. Try: {command} --help"


def complain(words: str, code: int) -> int:
    """Says on stderr, in one line, what went wrong; what was given is quoted shortened, and cannot steer a terminal."""
    line = re.sub(r"(\S{200})\S+", r"\1…", " ".join(words.removeprefix("sincerely: ").split()))
    print("sincerely: " + printable(shortened(line)), file=sys.stderr)  # noqa: T201
    return code
