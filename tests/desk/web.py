"""A web of pages to watch: what each address answers, and who was asked when."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from json import dumps
from urllib.parse import urlsplit

from sincerely.watch.answer import Answer
from sincerely.watch.errors import FetchError
from sincerely.watch.fetch import Known


def page(**said: object) -> bytes:
    """A page with one JobPosting in JSON-LD."""
    job = {"@context": "https://schema.org", "@type": "JobPosting", **said}
    said_in_script = dumps(job).replace("</", "<\\/")
    return f'<title>Jobs</title><script type="application/ld+json">{said_in_script}</script>'.encode()


JOB = {
    "title": "Night Nurse",
    "hiringOrganization": {"@type": "Organization", "name": "Willow Care"},
    "jobLocation": {"address": {"addressLocality": "Cork", "addressCountry": "IE"}},
    "datePosted": "2026-03-01",
    "validThrough": "2026-05-30",
    "description": "You plan the rota. You look after twelve residents at night.",
}


@dataclass
class Web:
    """Answers by address; an exception is raised. Hosts have no robots.txt unless one is given."""

    now: datetime
    pages: dict[str, bytes | Answer | Exception] = field(default_factory=dict)
    asked: list[tuple[datetime, str, Known]] = field(default_factory=list)
    given: list[float] = field(default_factory=list)

    def ask(self, address: str, known: Known, seconds: float) -> Answer:
        self.asked.append((self.now, address, known))
        self.given.append(seconds)
        found = self.pages.get(address)
        if isinstance(found, Exception):
            raise found
        if isinstance(found, Answer):
            return found
        if found is None:
            return Answer(address, status=404)
        return Answer(address, found, "application/json" if found[:1] in (b"{", b"[") else "text/html")

    def sweep(self, most: int = 200) -> None:
        """Makes every request that is due, and those that become due within two minutes, as a worker would."""
        from sincerely.desk.loops.boards import next_due, tick

        end = self.now + timedelta(minutes=2)
        for _ in range(most):
            if not tick(self.now, self.ask):
                at = next_due(self.now)
                if at is None or at > end:
                    return
                self.now = max(self.now + timedelta(milliseconds=1), at)

    def later(self, **delta: float) -> "Web":
        self.now += timedelta(**delta)
        return self

    def fetched(self) -> list[str]:
        """The addresses asked for, without robots.txt."""
        return [address for _, address, _ in self.asked if not address.endswith("/robots.txt")]

    def spacing(self) -> float:
        """The shortest time between two requests to one host, in seconds."""
        last: dict[str, datetime] = {}
        shortest = float("inf")
        for at, address, _ in self.asked:
            host = urlsplit(address).netloc
            if host in last:
                shortest = min(shortest, (at - last[host]).total_seconds())
            last[host] = at
        return shortest


OUT = FetchError("example.com could not be reached or understood. It will be asked again later.")
