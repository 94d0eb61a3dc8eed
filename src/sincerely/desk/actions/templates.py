"""Templates: frames that editors offer; and a draft begun with one."""

from dataclasses import replace
from datetime import datetime

from sincerely.advice.frames import GAPS, BadFrame, fill, gaps, judged
from sincerely.desk import entries
from sincerely.desk.access import Actor, access_application, access_contact, access_desk
from sincerely.desk.actions.drafts import write_draft
from sincerely.desk.admission import Member, granted
from sincerely.desk.commons import access_template, kept_places, one_place
from sincerely.desk.errors import DeskError, action
from sincerely.desk.models import Template
from sincerely.desk.shapes import MessageShape
from sincerely.pen.brief import Contact
from sincerely.pen.names import address
from sincerely.proof import proofread
from sincerely.proof.finding import Finding
from sincerely.proof.record import read_letter
from sincerely.proof.rulebook import Rulebook
from sincerely.terms import Channel, Severity, Stage

# A page; and more frames than anybody reads.
LONGEST, LONGEST_TITLE, LONGEST_SUBJECT, MOST = 2_000, 120, 200, 200


class Unfit(DeskError):
    """A frame in which proof finds a fault; nothing was offered. `findings` say what."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        said = " ".join(f"“{finding.quote}”: {finding.message}" if finding.quote else finding.message for finding in findings)
        super().__init__(f"Others would copy what is wrong in it. {said} Mend it, and it can be offered.")
        self.findings = findings


@action
def offer_template(
    member: Member,
    *,
    title: str,
    stage: Stage,
    channel: Channel,
    body: str,
    now: datetime,
    rulebook: Rulebook,
    subject: str = "",
    organisation: int | None = None,
) -> int:
    """Offers a frame to the members of an organisation, as its editor or admin; its number. Raises Unfit and NotThere."""
    place = one_place(member, organisation, kept_places(member))
    if Template.objects.filter(organisation=place).count() >= MOST:
        raise DeskError(f"There are {MOST} templates already. Withdraw one that nobody needs.")
    title = entries.line(title, "title", LONGEST_TITLE, needed=True)
    body = entries.text(body, "text", LONGEST).strip()
    subject = entries.line(subject, "subject", LONGEST_SUBJECT) if channel in (Channel.EMAIL, Channel.LETTER) else ""
    if not body:
        raise DeskError("The text is missing. Please give it.")
    fit(Stage(stage), Channel(channel), subject, body, rulebook)
    row = Template.objects.create(
        organisation_id=place,
        person_id=member.person,
        title=title,
        stage=stage,
        channel=channel,
        subject=subject,
        body=body,
        offered_at=now,
    )
    return row.pk


def fit(stage: Stage, channel: Channel, subject: str, body: str, rulebook: Rulebook) -> None:
    """Raises Unfit where proof has more than a thought on the frame, and DeskError for a blank or a gap that is none."""
    try:
        frame = judged(stage, channel, subject, body)
    except BadFrame as error:
        raise DeskError(str(error)) from None
    findings = proofread(read_letter(frame.letter), replace(rulebook, allowed=frozenset())).findings
    held = {finding.quote for finding in findings if finding.rule == GAPS}
    for gap in gaps(f"{frame.subject}\n{frame.text}"):
        if gap not in held:
            raise DeskError(f"Call the gap {gap} something shorter: the check would not notice that it was left in.")
    faults = tuple(finding for finding in findings if finding.severity > Severity.HINT and finding.rule != GAPS)
    if faults:
        raise Unfit(faults)


@action
def withdraw_template(member: Member, template: int) -> None:
    """Takes a template back, as an editor or admin of its organisation; drafts begun with it stay."""
    granted(Template.objects.filter(organisation__in=kept_places(member), pk=template)).delete()


@action
def use_template(
    actor: Actor, member: Member, template: int, *, application: int, contact: int, now: datetime, rulebook: Rulebook
) -> MessageShape:
    """Begins a draft with a template: its blanks filled with what is on record, its gaps left for the writer."""
    row = access_template(member, template)
    desk, pursuit, person = access_desk(actor), access_application(actor, application), access_contact(actor, contact)
    called = address(Contact(person.name, person.title, person.nickname, person.honorific), None)
    near = called.formal if row.channel == Channel.LETTER else called.near
    told = {"name": near, "role": pursuit.role, "company": pursuit.employer.name, "me": desk.name}
    return write_draft(
        actor,
        application,
        contact=contact,
        stage=Stage(row.stage),
        channel=Channel(row.channel),
        subject=fill(row.subject, told),
        body=fill(row.body, told),
        now=now,
        rulebook=rulebook,
    )
