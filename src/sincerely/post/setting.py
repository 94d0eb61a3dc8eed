"""What an account must be told: the fields of a `Config`, from which prompts, forms and schemas are made."""

import dataclasses
from dataclasses import MISSING, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Question:
    """One field of a Config as a person is asked it. `default` is None where an answer is needed."""

    name: str
    help: str
    kind: type
    default: Any = None
    needed: bool = False
    secret: bool = False
    choices: tuple[str, ...] = ()


def setting(help: str, default: Any = MISSING, *, choices: tuple[str, ...] = ()) -> Any:
    """A field of a Config that a person fills in."""
    return dataclasses.field(default=default, metadata={"help": help, "choices": choices})


def secret(help: str, default: str = "") -> Any:
    """A field that no repr, log or export ever shows."""
    return dataclasses.field(default=default, repr=False, metadata={"help": help, "secret": True})


def questions(config: type) -> tuple[Question, ...]:
    """The fields of a Config in the order in which they are asked."""
    return tuple(
        Question(
            name=field.name,
            help=field.metadata["help"],
            kind=field.type if isinstance(field.type, type) else str,
            default=None if field.default is MISSING else field.default,
            needed=field.default is MISSING,
            secret=field.metadata.get("secret", False),
            choices=field.metadata.get("choices", ()),
        )
        for field in dataclasses.fields(config)
        if "help" in field.metadata
    )
