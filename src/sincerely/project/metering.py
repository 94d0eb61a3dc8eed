"""Figures for Prometheus: counts and times, and no word, name or address in them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import cache, partial
from typing import ClassVar

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.context_managers import Timer
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from sincerely.desk.queries.backlog import backlog
from sincerely.faces.web.clock import now
from sincerely.post.carriers import Carrier, CarrierError, Receipt, nothing

# Seconds: a page should take some hundredths, a lane up to its slice of twenty.
PAGES = (0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1.0, 2.5)
WORK = (0.01, 0.1, 0.5, 1.0, 5.0, 10.0, 20.0, 60.0)


class Meter:
    """What one process counts. `outcome` of a delivery: sent, handed over to a person, unsure, temporary or permanent."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.registry = CollectorRegistry()
        counter = partial(Counter, registry=self.registry)
        times = partial(Histogram, registry=self.registry)
        self.deliveries = counter("sincerely_deliveries", "Messages given to a carrier, by outcome", ["outcome"])
        self.defects = counter("sincerely_defects", "Work that broke off by a defect, by kind", ["work"])
        self.work = times("sincerely_work_seconds", "Time of a lane's work, by kind", ["work"], buckets=WORK)
        self.pages = times("sincerely_page_seconds", "Time of an answer", ["page", "status"], buckets=PAGES)
        self.registry.register(Standing(clock))

    def timed(self, kind: str) -> Timer:
        """Measures a lane's work."""
        return self.work.labels(kind).time()


@cache
def meter() -> Meter:
    """The meter of this process."""
    return Meter(now)


class Standing(Collector):
    """How the outbox stands, asked of the database at each scrape."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.clock = clock

    def collect(self) -> Iterable[Metric]:
        found = backlog(self.clock())
        messages = GaugeMetricFamily("sincerely_messages", "Messages that are on their way or need a person", labels=["state"])
        for state, count in found.states.items():
            messages.add_metric([state], count)
        yield messages
        yield GaugeMetricFamily("sincerely_due", "Messages whose time has come", value=found.due)
        yield GaugeMetricFamily("sincerely_due_age_seconds", "How long the oldest of them has waited", value=found.oldest)

    def describe(self) -> Iterable[Metric]:
        return []


class Counted:
    """A carrier whose deliveries are counted."""

    label: ClassVar[str] = "Counted"
    automatic: ClassVar[bool] = True

    def __init__(self, carrier: Carrier, meter: Meter) -> None:
        self.carrier, self.meter = carrier, meter

    def deliver(self, raw: bytes, sender: str, recipients: Sequence[str], before_data: Callable[[], None] = nothing) -> Receipt:
        try:
            receipt = self.carrier.deliver(raw, sender, recipients, before_data=before_data)
        except CarrierError as error:
            self.meter.deliveries.labels(str(error.kind)).inc()
            raise
        self.meter.deliveries.labels("sent" if receipt.sent else "handed-over").inc()
        return receipt


def counted(carrier: Carrier, meter: Meter) -> Carrier:
    return Counted(carrier, meter)
