"""Arguments and options that several commands share."""

from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Answer in JSON, for programs.")]
Now = Annotated[str | None, typer.Option("--now", help="Count this moment as now, such as 2026-03-02T10:00:00Z.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask; you have read what it says.")]
At = Annotated[str | None, typer.Option("--at", help="When it happened, such as 2026-03-02T10:00; now where not said.")]
