"""Jobs to watch on the sample desk: invented openings, new, changed, closing soon and closed. Nothing is asked on the web."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from sincerely.desk.access import Actor
from sincerely.desk.actions.watches import look_at
from sincerely.desk.loops.seen import close_missing, keep
from sincerely.desk.models import Desk, Watch
from sincerely.watch.posting import Posting

BACKGROUND = """Workshop Assistant, Low Road Cycles, 2019 to 2024
Repaired brakes, gears and wheels; trued some forty wheels a week. Kept the stock of parts and the till.

Front of House, Northlight Theatre, 2016 to 2019
Looked after visitors, sold tickets, and helped the lighting crew on tour.
"""
MECHANIC = """We mend whatever has wheels: bicycles, cargo bikes, wheelchairs.

You repair brakes and gears, build and true wheels, and explain to people what you did. On Saturdays you run the till.

- Some years in a bicycle workshop
- Patience with visitors
"""
TECHNICIAN = """For our season of forty evenings we look for a second pair of hands. You rig and focus lights. You pack the van.

Evening and weekend work is part of it."""
KEEPER = """You open the house, look after visitors and groups, and keep the shop in order. Tickets are sold at the door."""


def add_jobs(actor: Actor, now: datetime) -> None:
    """Puts a board and a page of the sample desk under watch, as if they had been read for a week."""
    Desk.objects.filter(pk=actor.desk).update(background=BACKGROUND)
    today = now.date()
    board = watch(actor, "https://jobs.lever.co/wheelhouse", "lever", "Wheelhouse", now)
    page = watch(actor, "https://larkhill.example/work-with-us", "", "Larkhill Museum and Stage", now)
    first = now - timedelta(days=7)
    stock = opening(
        "stock", "Stock Planner", "Wheelhouse", "Bristol, GB", today - timedelta(days=30), "You plan what is ordered."
    )
    lights = replace(
        opening("lights", "Lighting Technician", "Larkhill Stage", "Hereford, GB", today - timedelta(days=9), TECHNICIAN),
        pay="GBP 14 an hour",
    )
    keeper = replace(
        opening("house", "House Keeper", "Larkhill Museum", "Hereford, GB", today - timedelta(days=12), KEEPER),
        closing=today + timedelta(days=4),
    )
    keep(board, [stock], first)
    keep(page, [lights, keeper], first)
    look_at(actor, None, now=first)
    mechanic = opening("mechanic", "Workshop Mechanic", "Wheelhouse", "Bristol, GB", today - timedelta(days=1), MECHANIC)
    clerk = opening("clerk", "Payroll Clerk", "Wheelhouse", "Bristol, GB", today - timedelta(days=1), "You pay people on time.")
    later = now - timedelta(hours=2)
    more = lights.text.replace("Evening and", "You keep the rig's papers in order. Evening and")
    close_missing(board, keep(board, [mechanic, clerk], later), later)
    keep(page, [replace(lights, pay="GBP 16 an hour", text=more), keeper], later)
    Watch.objects.filter(pk=page.pk).update(read_at=later)
    Watch.objects.filter(pk=board.pk).update(read_at=later)


def watch(actor: Actor, address: str, board: str, name: str, now: datetime) -> Watch:
    at = now - timedelta(days=8)
    return Watch.objects.create(
        desk_id=actor.desk, address=address, board=board, name=name, host="sample.invalid", added_at=at, next_at=now
    )


def opening(key: str, title: str, employer: str, place: str, posted: date, text: str) -> Posting:
    return Posting(
        key, title, employer, (place,), posted=posted, text=text, url=f"https://jobs.example/{key}", employment="full-time"
    )
