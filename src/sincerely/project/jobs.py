"""The workers' jobs, on PostgreSQL by procrastinate. A job only names a kind of work and a lane: the desk's rows are the truth.

So a job that is lost costs a wait until the next sweep, and one that runs twice finds nothing to do the second time.
"""

from contextlib import suppress

from procrastinate import App, JobContext
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Status

from sincerely.desk.loops.lanes import lane_of

# How often each kind of work is swept for: five seconds for what waits to go, five minutes between two visits to a mailbox.
# Of six fields the last are the seconds.
SWEEPS = {
    "send": "* * * * * */5",
    "boards": "* * * * * */5",
    "recover": "* * * * * */30",
    "tell": "* * * * *",
    "visit": "*/5 * * * *",
    "remind": "*/15 * * * *",
}
# Mail servers that let one wait for their answers keep no note waiting: a worker has room of its own for what goes out.
OUT, IN = "out", "in"
OUTGOING = ("send", "recover")
# Seconds between two signs of life of a worker, and after how many without one it counts as dead. Should one that was
# only slow be taken for dead, nothing goes twice: a message is claimed in the desk's own table.
SIGN, DEAD = 2, 10


def add_to(app: App) -> None:
    """Makes the jobs known."""

    @app.task(name="work", pass_context=True)
    def work(context: JobContext, kind: str, lane: int) -> None:
        if context.additional_context["rounds"].work(kind, lane):
            put(kind, [lane])

    @app.task(name="sweep", queue=OUT, pass_context=True)
    def sweep(context: JobContext, timestamp: int, kind: str) -> None:
        put(kind, context.additional_context["rounds"].lanes_for(kind))

    @app.task(name="bury", queue=OUT, pass_context=True)
    async def bury(context: JobContext, timestamp: int) -> None:
        """Ends the jobs of workers that died, so that their lanes are free; what they left is found by the next sweep."""
        manager = context.app.job_manager
        for job in await manager.get_stalled_jobs(seconds_since_heartbeat=DEAD):
            await manager.finish_job(job, status=Status.FAILED, delete_job=True)

    for kind, times in SWEEPS.items():
        app.periodic(cron=times, periodic_id=kind, task_kwargs={"kind": kind}, queueing_lock=f"sweep-{kind}")(sweep)
    app.periodic(cron="* * * * * */5", queueing_lock="bury")(bury)


def put(kind: str, lanes: list[int]) -> None:
    """Asks for work in some lanes, where nobody has asked for it yet. One worker at a time does one kind of it in one lane."""
    words = {lane: f"{kind}-{lane}" for lane in lanes}
    asked = ProcrastinateJob.objects.filter(status="todo", queueing_lock__in=words.values())
    known = set(asked.values_list("queueing_lock", flat=True))
    queue = OUT if kind in OUTGOING else IN
    for lane, word in words.items():
        if word not in known:
            with suppress(AlreadyEnqueued):
                app.configure_task("work", queue=queue, lock=word, queueing_lock=word).defer(kind=kind, lane=lane)


def wake(desk: int) -> None:
    """Something of this desk may go: the workers hear it at once."""
    put("send", [lane_of(desk)])
