"""Files that the command line writes: new ones only, so that nothing is lost."""

from pathlib import Path

from sincerely.faces.cli.failure import CANNOT_WRITE, Failure


def save(path: Path, data: bytes) -> None:
    """Writes a new file; raises Failure where one is there already or none can be written."""
    save_all({path: data})


def save_all(files: dict[Path, bytes]) -> None:
    """Writes new files, and none of them where one is there already; raises Failure."""
    for path in files:
        no_file_yet(path)
    for path, data in files.items():
        try:
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError:
            raise there(path) from None
        except OSError as error:
            raise Failure(f"{path} cannot be written: {error.strerror}.", CANNOT_WRITE) from None


def no_file_yet(path: Path) -> None:
    """Raises Failure for the name of a file that is there, and for -, which is none."""
    if str(path) == "-":
        raise Failure("This is written to a file, not to standard output. Name a new file.", CANNOT_WRITE)
    if path.exists():
        raise there(path)


def there(path: Path) -> Failure:
    return Failure(f"{path} is there already; name a new file.", CANNOT_WRITE)
