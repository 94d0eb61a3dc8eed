"""The command line: `sincerely COMMAND`."""

import os
import sys
from collections.abc import Sequence

from sincerely.faces.cli.failure import USAGE, Failure, explain


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command and exits: 0 to 2 are a command's answers, 64 and above say that it could not be done."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; every failure is one line on stderr."""
    import typer

    from sincerely.faces.cli.app import app

    try:
        answer = app(args=arguments, prog_name="sincerely", standalone_mode=False)
    except typer.Abort:
        return complain("Stopped. Nothing was changed.", 130)
    except typer.TyperException as error:
        return complain(f"{error.format_message()} Try: sincerely --help", USAGE)
    except KeyboardInterrupt:
        return complain("Stopped.", 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Failure as failure:
        return complain(failure.words, failure.code)
    except Exception as error:
        if os.environ.get("SINCERELY_DEBUG"):
            raise
        failure = explain(error)
        return complain(failure.words, failure.code)
    return answer if isinstance(answer, int) else 0


def complain(words: str, code: int) -> int:
    """Says on stderr, in one line, what went wrong."""
    print("sincerely: " + " ".join(words.split()), file=sys.stderr)  # noqa: T201
    return code
