"""One call of an assistant: let in, done, and its troubles told in one line."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import connections
from mcp.server.mcpserver.exceptions import ToolError

from sincerely.desk.errors import DeskError
from sincerely.faces.mcp.sitting import Guest

Visit = Callable[[], Guest]
Told = ParamSpec("Told")
Answer = TypeVar("Answer")


def told(verb: Callable[Told, Answer]) -> Callable[Told, Answer]:
    """The verb, with what the desk refuses told as an error of the tool. It runs in a thread of its own."""

    @wraps(verb)
    def call(*args: Told.args, **kwargs: Told.kwargs) -> Answer:
        try:
            return verb(*args, **kwargs)
        except DeskError as error:
            raise ToolError(str(error)) from None
        finally:
            connections.close_all()

    return call
