"""The laws, hunted by hypothesis: any history that a desk could hold, told step by step, shrunk where a law breaks."""

from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random

from benchmarks.simulate.laws import refused, violations
from benchmarks.simulate.places import PLACES
from benchmarks.simulate.search import spelled
from benchmarks.simulate.watch import CHANNELS, STAGES, asked, planned, unstable, untrue
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WHO = st.integers(0, 2)
WAITS = st.sampled_from([timedelta(minutes=10), HOUR, 5 * HOUR, 18 * HOUR, DAY, 2 * DAY, 7 * DAY, 13 * DAY])
NATURES = st.sampled_from(["human", "question", "away", "bounce", "rejection", "offer", "stop"])


class AnyHistory(RuleBasedStateMachine):
    """Facts of every kind, in any order; after each the plan and an answer are judged."""

    @initialize(
        place=st.sampled_from(PLACES),
        other=st.sampled_from(PLACES),
        people=st.integers(1, 3),
        day=st.integers(0, 1500),
        hour=st.integers(0, 23),
    )
    def begin(self, place, other, people, day, hour):
        self.now = datetime(2024, 1, 1, tzinfo=UTC) + day * DAY + hour * HOUR
        contacts = [{"id": f"c{n}", "email": f"c{n}@employer.example", "phone": "+353 1 555 0100"} for n in range(people)]
        contacts[-1] |= spelled(other) if people == 3 else {}
        employer = {"name": "Employer"} | spelled(place)
        self.case = {"person": {"zone": "Europe/Dublin"}, "employer": employer, "contacts": contacts, "events": []}
        self.interviews = {}
        self.names = count()

    def fact(self, kind, **values):
        self.case["events"].append({"kind": kind, "at": self.now.isoformat()} | values)
        self.now += timedelta(minutes=1)

    def contact(self, who):
        return self.case["contacts"][who % len(self.case["contacts"])]["id"]

    @rule(wait=WAITS)
    def time_passes(self, wait):
        self.now += wait

    @rule(
        ahead=st.sampled_from([-DAY, -2 * HOUR, HOUR, DAY, 5 * DAY]),
        minutes=st.sampled_from([30, 60, 240]),
        several=st.booleans(),
        who=WHO,
    )
    def interview(self, ahead, minutes, several, who):
        number = next(self.names)
        name, start = f"i{number}", self.now + ahead + timedelta(minutes=number)  # no two end at once
        contacts = [contact["id"] for contact in self.case["contacts"]] if several else [self.contact(who)]
        self.interviews[name] = (start, timedelta(minutes=minutes))
        ends = (start + timedelta(minutes=minutes)).isoformat()
        self.case["events"].append(
            {"kind": "interview", "id": name, "start": start.isoformat(), "end": ends, "contacts": contacts}
        )

    @precondition(lambda self: any(start > self.now for start, _ in self.interviews.values()))
    @rule(ahead=st.sampled_from([HOUR, DAY, 9 * DAY]), cancelled=st.booleans())
    def moved_or_cancelled(self, ahead, cancelled):
        name = next(name for name, (start, _) in self.interviews.items() if start > self.now)
        length = self.interviews[name][1]
        if cancelled:
            self.fact("interview-cancelled", id=name)
            del self.interviews[name]
        else:
            start = self.now + ahead
            self.fact("interview-moved", id=name, start=start.isoformat(), end=(start + length).isoformat())
            self.interviews[name] = (start, length)

    @rule(days=st.integers(0, 30))
    def promised(self, days):
        self.fact("promised", by=(self.now + days * DAY).date().isoformat())

    @rule(who=WHO, nature=NATURES, days=st.none() | st.integers(0, 20))
    def received(self, who, nature, days):
        until = (self.now + days * DAY).date().isoformat() if days is not None and nature == "away" else None
        self.fact("received", contact=self.contact(who), nature=nature, until=until)

    @rule(who=WHO)
    def read(self, who):
        self.fact("read", contact=self.contact(who))

    @rule(who=WHO, channel=st.sampled_from(CHANNELS), stage=st.sampled_from(STAGES))
    def sent_without_asking(self, who, channel, stage):
        self.fact("sent", contact=self.contact(who), channel=channel, stage=stage)

    @rule()
    def what_is_due_is_sent(self):
        for touch in planned(self.case, self.now)["touches"][:1]:
            best = datetime.fromisoformat(touch["best"])
            self.now = max(self.now, best)
            if asked(self.case, self.now, touch["contact"], touch["channel"], touch["stage"])["allowed"]:
                self.fact("sent", contact=touch["contact"], channel=touch["channel"], stage=touch["stage"])

    @precondition(lambda self: self.interviews)
    @rule(who=WHO)
    def waived(self, who):
        interview = next(event for event in reversed(self.case["events"]) if event["kind"] == "interview")
        contact = interview["contacts"][who % len(interview["contacts"])]
        self.fact("waived", interview=interview["id"], contact=contact, reason="no notes wanted")

    @rule(who=WHO)
    def address(self, who):
        self.fact("address", contact=self.contact(who), email="new@employer.example")

    @rule(who=WHO, channel=st.sampled_from(CHANNELS), stage=st.sampled_from(STAGES))
    def an_answer_keeps_the_laws(self, who, channel, stage):
        question = (self.contact(who), channel, stage)
        answer = asked(self.case, self.now, *question)
        assert refused(self.case, self.now, *question, answer) == []
        assert untrue(self.case, self.now, question, answer, asked) == []

    @invariant()
    def the_plan_keeps_the_laws(self):
        assert violations(self.case, self.now, planned(self.case, self.now)) == []

    @invariant()
    def nothing_that_changes_nothing_moves_the_plan(self):
        assert unstable(self.case, self.now, Random(len(self.case["events"])), planned) == []


AnyHistory.TestCase.settings = settings(
    max_examples=60,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestAnyHistory = AnyHistory.TestCase
