"""Files that the command line writes: new ones only, so that nothing is lost."""

from pathlib import Path

from sincerely.faces.cli.failure import CANNOT_WRITE, Failure


def save(path: Path, data: bytes) -> None:
    """Writes a new file; raises Failure where one is there already or none can be written."""
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise Failure(f"{path} is there already; name a new file.", CANNOT_WRITE) from None
    except OSError as error:
        raise Failure(f"{path} cannot be written: {error.strerror}.", CANNOT_WRITE) from None
