"""Pages that need no desk, and those that need nobody."""

from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


def open_to_all(view: View) -> View:
    """Marks a page that is there before a desk is."""
    view.open_to_all = True  # type: ignore[attr-defined]
    return view


def deskless(view: View) -> View:
    """Marks a page that is there before a desk is; where desks are kept for many, it needs somebody who signed in."""
    view.deskless = True  # type: ignore[attr-defined]
    return view
