"""Cases from data: the form of `sincerely plan`, checked by hand so that every error names its event."""

from collections.abc import Mapping
from typing import Any

from sincerely.cadence.case import Case


def read_case(data: Mapping[str, Any]) -> Case:
    """A case from a JSON object (design/interface.md, "The plan"); unknown keys are ignored; raises BadCase."""
    raise NotImplementedError
