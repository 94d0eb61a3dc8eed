"""`sincerely watch`: openings on pages and boards that the person put under watch."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sincerely.faces.cli.options import Json, Now

if TYPE_CHECKING:
    from sincerely.desk.job_shapes import ChangeShape, JobShape, JobsShape
    from sincerely.faces.cli.opening import OpenDesk

# How long a sweep waits for hosts that must be left alone between two requests.
PATIENCE = 60.0


class Verb(StrEnum):
    """What to do."""

    LIST = "list"
    ADD = "add"
    SWEEP = "sweep"
    AGAIN = "again"
    SHOW = "show"
    APPLY = "apply"
    SEEN = "seen"
    ASIDE = "aside"
    END = "end"


def watch(
    what: Annotated[
        Verb,
        typer.Argument(
            help="list, add an address, sweep, show a posting, apply to it, mark it seen, set it aside; read or end a watch."
        ),
    ] = Verb.LIST,
    of: Annotated[
        str, typer.Argument(help="The address to add, or the number of a posting; of a watch to end or read again.")
    ] = "",
    name: Annotated[
        str, typer.Option(help="With add: what you call it. With apply: the employer, where the posting names none.")
    ] = "",
    as_json: Json = False,
    at: Now = None,
) -> None:
    """Watch job pages, feeds and boards: what is new, changed, closes soon.

    Nothing is asked on the web but what you put under watch, each host once in ten seconds at most.

    \b
    Examples:
      sincerely watch add https://jobs.lever.co/acme
      sincerely watch sweep
      sincerely watch
      sincerely watch show 7
      sincerely watch apply 7
      sincerely watch end 2
    """
    from sincerely.faces.cli.opening import opened

    desk = opened(at)
    if what is Verb.LIST:
        present(desk, as_json)
    elif what is Verb.ADD:
        put_under_watch(desk, of, name, as_json)
    elif what is Verb.SWEEP:
        sweep(desk, as_json)
    elif what is Verb.SEEN and not of:
        tell_seen(desk, None, as_json)
    else:
        on_one(desk, what, number_of(of, what), name, as_json)


def number_of(words: str, what: Verb) -> int:
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.opening import numbered

    number = numbered(words)
    if number is None:
        raise Failure(f"watch {what}: give a number. See them: sincerely watch.")
    return number


def on_one(desk: "OpenDesk", what: Verb, number: int, name: str, as_json: bool) -> None:
    """What is done to one posting, or to one watch."""
    from sincerely.desk.actions import watches
    from sincerely.desk.queries.watches import job
    from sincerely.faces.cli.paper import answer

    if what is Verb.SHOW:
        show(desk, number, as_json)
    elif what is Verb.APPLY:
        made = watches.apply_to(desk.actor, number, employer=name, now=desk.now)
        answer(made, as_json, f"Application {made.id} is on the desk: {made.role} at {made.employer}.")
    elif what is Verb.SEEN:
        tell_seen(desk, number, as_json)
    elif what is Verb.ASIDE:
        back = job(desk.actor, number, desk.now).aside
        watches.set_aside(desk.actor, number, aside=not back, now=desk.now)
        words = "It is in the lists again." if back else "Set aside. Once more, and it is back in the lists."
        answer({"posting": number, "aside": not back}, as_json, words)
    elif what is Verb.AGAIN:
        row = watches.read_again(desk.actor, number, now=desk.now)
        answer(row, as_json, f"{row.name or row.address} is read with the next sweep: sincerely watch sweep.")
    else:
        watches.end_watch(desk.actor, number, now=desk.now)
        answer({"ended": number}, as_json, "This watch has ended. Nothing is asked there any more.")


def put_under_watch(desk: "OpenDesk", address: str, name: str, as_json: bool) -> None:
    from sincerely.desk.actions.watches import add_watch
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.paper import answer

    if not address.strip():
        raise Failure("watch add: give an address, such as https://jobs.lever.co/acme.")
    row = add_watch(desk.actor, address, name=name, now=desk.now)
    kind = f"a board at {row.board.title()}" if row.board else "a page"
    answer(
        row, as_json, f"Under watch, number {row.id}: {kind}. It is read while the desk is served, or now: sincerely watch sweep."
    )


def sweep(desk: "OpenDesk", as_json: bool) -> None:
    """Reads all that is due, waiting for hosts that were asked just now."""
    import time
    from datetime import timedelta

    from sincerely.desk.loops.boards import next_due, tick
    from sincerely.desk.queries.watches import jobs
    from sincerely.faces.cli.paper import answer

    begun, requests, now = time.monotonic(), 0, desk.now
    while True:
        now = desk.now + timedelta(seconds=time.monotonic() - begun)
        if tick(now):
            requests += 1
            continue
        at = next_due(now)
        if at is None or (at - now).total_seconds() > PATIENCE:
            break
        time.sleep(max(0.05, (at - now).total_seconds()))
    found = jobs(desk.actor, now)
    trouble = sum(bool(row.trouble) for row in found.watches)
    words = f"{requests} requests made. {len(found.new)} new, {len(found.changed)} changed."
    words += f" {trouble} of {len(found.watches)} could not be read: sincerely watch." if trouble else ""
    counts = {"requests": requests, "new": len(found.new), "changed": len(found.changed), "trouble": trouble}
    answer(counts, as_json, words)


def tell_seen(desk: "OpenDesk", number: int | None, as_json: bool) -> None:
    from sincerely.desk.actions.watches import look_at
    from sincerely.faces.cli.paper import answer

    count = look_at(desk.actor, None if number is None else [number], now=desk.now)
    answer({"seen": count}, as_json, f"Seen: {count}.")


def present(desk: "OpenDesk", as_json: bool) -> None:
    """All jobs to watch, group by group."""
    from sincerely.desk.queries.watches import jobs
    from sincerely.desk.shapes import as_dict
    from sincerely.faces.cli.paper import print_json

    found = jobs(desk.actor, desk.now)
    print_json(as_dict(found)) if as_json else table(found)


def table(found: "JobsShape") -> None:
    from rich.text import Text

    from sincerely.faces.cli.paper import printable, put

    if not found.watches:
        typer.echo("Nothing is under watch. Add a page or a board: sincerely watch add ADDRESS.")
        return
    groups = {
        "New": found.new,
        "Changed": found.changed,
        "Closing soon": found.closing,
        "Open": found.open,
        "Closed": found.closed,
        "Set aside": found.aside,
    }
    for heading, jobs in groups.items():
        if jobs:
            put(Text(f"{heading} ({len(jobs)})", style="bold"))
        for job in jobs:
            put(Text.assemble((f"{job.id:>4}  ", "dim"), printable(in_words(job))), hanging=6)
    put(Text("Under watch", style="bold"))
    for row in found.watches:
        words = f"{row.name or row.address}: {row.trouble or f'{row.open} open'}"
        put(Text.assemble((f"{row.id:>4}  ", "dim"), printable(words)), hanging=6)


def in_words(job: "JobShape") -> str:
    """A posting in a line."""
    where = ", ".join(filter(None, ("; ".join(job.places), job.remote)))
    when = (
        ""
        if job.closing_in is None or job.closing_in < 0
        else f", closes in {job.closing_in} days"
        if job.closing_in
        else ", closes today"
    )
    shared = f" (shares {', '.join(job.shared[:4])})" if job.shared else ""
    return f"{job.title}{f' at {job.employer}' if job.employer else ''}{f', {where}' if where else ''}{when}{shared}"


def show(desk: "OpenDesk", number: int, as_json: bool) -> None:
    """One posting, and what changed in it."""
    from sincerely.desk.queries.watches import history_of, job
    from sincerely.desk.shapes import as_dict
    from sincerely.faces.cli.paper import print_json, printable

    row, changes = job(desk.actor, number, desk.now), history_of(desk.actor, number)
    if as_json:
        print_json(as_dict(row) | {"changes": as_dict(changes)})
        return
    facts = [("Posted", row.posted), ("Closes", row.closing), ("Pay", row.pay), ("Kind", row.employment), ("Page", row.url)]
    lines = [
        in_words(row),
        *(f"{name}: {value}" for name, value in facts if value),
        *row.reasons,
        *(f"Also at {url}" for url in row.also),
    ]
    lines += ["", row.text, *(line for change in changes for line in changed(change))]
    typer.echo(printable("\n".join(lines)))


def changed(change: "ChangeShape") -> list[str]:
    """One change in lines: what went after a minus, what came after a plus."""
    lines = ["", f"Changed on {change.at[:10]}:"]
    signs = {"gone": "- ", "new": "+ ", "kept": "  "}
    for one in change.changes:
        if one["pieces"]:
            lines += [signs[piece["what"]] + piece["words"] for piece in one["pieces"]]
        else:
            lines.append(f"{one['field']}: {one['before'] or 'nothing'} → {one['after'] or 'nothing'}")
    return lines
