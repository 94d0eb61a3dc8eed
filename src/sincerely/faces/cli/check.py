"""`sincerely check`: is this letter ready to go?"""

import re
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from sincerely.terms import Channel, Stage, Verdict

if TYPE_CHECKING:
    from sincerely.proof.finding import Report
    from sincerely.proof.letter import Facts, Letter

# A mail by another name, or on standard input: header lines up to an empty line, one of them saying from whom.
MAIL_HEAD = re.compile(
    rb"(?=(?:[!-9;-~]+:.*\r?\n|[ \t].*\r?\n){0,200}?from:)(?:[!-9;-~]+:.*\r?\n(?:[ \t].*\r?\n)*){2,200}\r?\n", re.IGNORECASE
)
ANSWERS = {Verdict.READY: 0, Verdict.REVISE: 1, Verdict.HOLD: 2}


def check(
    file: Annotated[str, typer.Argument(help="A text file or an .eml; - reads standard input.", show_default=False)] = "-",
    channel: Annotated[Channel, typer.Option(help="How it will reach the person.")] = Channel.EMAIL,
    stage: Annotated[Stage, typer.Option(help="Where in the follow-up it stands.")] = Stage.THANK_YOU,
    facts: Annotated[str | None, typer.Option(help="A JSON file with what is on record: names, company, role.")] = None,
    format: Annotated[str, typer.Option(help="text for people, json for programs.")] = "text",
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    explain: Annotated[bool, typer.Option(help="Show what spoke for each finding.")] = False,
    fix: Annotated[bool, typer.Option(help="Print the letter with every safe remedy made, and nothing else.")] = False,
    batch: Annotated[str | None, typer.Option(help="A file of cases, one JSON object a line; answers likewise.")] = None,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Processes for --batch.")] = 1,
    tier: Annotated[
        Literal["quick", "full"], typer.Option(help="full asks other grammar checkers too, and takes longer.")
    ] = "quick",
    ask: Annotated[
        str, typer.Option(help="Ask your own language model too, at this address, such as http://127.0.0.1:11434/v1.")
    ] = "",
    model: Annotated[str, typer.Option(help="The model's name there. Its key, if any, is in SINCERELY_MODEL_KEY.")] = "",
) -> int:
    """Is this letter ready to go? Needs no desk.

    Exit code: 0 ready, 1 revise, 2 hold, 64 and above: the letter could not be read.

    \b
    Examples:
      sincerely check note.txt
      sincerely check note.eml --facts facts.json
      pbpaste | sincerely check -
    """
    if batch and ask:
        from sincerely.faces.cli.failure import Failure

        raise Failure("--ask: your model is asked about one letter at a time. Leave out --batch.")
    if batch:
        from sincerely.faces.cli.batch import check_all

        return check_all(batch, jobs, tier)
    from sincerely.faces.cli.failure import Failure
    from sincerely.faces.cli.paper import print_json
    from sincerely.proof import proofread
    from sincerely.proof.engines import load_senses
    from sincerely.proof.fixing import fixed
    from sincerely.proof.rulebook import Rulebook, every_rule
    from sincerely.proof.shape import report_shape

    if format not in ("text", "json"):
        raise Failure(f"--format: {format!r} is neither text nor json.")
    letter = read(file, channel, stage, facts)
    rulebook = Rulebook(every_rule(), load_senses(tier), allowed=unknown_parts(letter))
    report = proofread(letter, rulebook)
    if ask:
        report = asked(letter, report, ask, model)
    if fix:
        mended = fixed(letter, report.findings)
        typer.echo(mended.body, nl=not mended.body.endswith("\n"))
        return ANSWERS[proofread(mended, rulebook).verdict]
    if as_json or format == "json":
        print_json(report_shape(report))
    else:
        from sincerely.faces.cli.reports import print_report

        print_report(letter, report, explain)
    return ANSWERS[report.verdict]


def asked(letter: "Letter", report: "Report", address: str, model: str) -> "Report":
    """The report with a third opinion; to which machine the letter goes for it is said first."""
    from os import environ

    from sincerely.faces.cli.failure import Failure
    from sincerely.ghost.endpoint import Endpoint, GhostError
    from sincerely.ghost.opinion import with_opinion

    try:
        endpoint = Endpoint(address, model, environ.get("SINCERELY_MODEL_KEY", ""))
    except GhostError as error:
        raise Failure(f"--ask: {error}") from None
    if not endpoint.local:
        typer.echo(f"The letter's text goes to {endpoint.host}, as you asked.", err=True)
    return with_opinion(letter, report, endpoint)


def read(file: str, channel: Channel, stage: Stage, facts: str | None) -> "Letter":
    """The letter in a file: a mail whose headers fill the other parts, or plain text, which may begin with `Subject: …`."""
    from sincerely.faces.cli.intake import decoded, read_bytes
    from sincerely.proof.letter import Letter

    known = facts_in(facts)
    data = read_bytes(file)
    if file.lower().endswith(".eml") or MAIL_HEAD.match(data):
        return mailed(data, channel, stage, known)
    body = decoded(data, file)
    first, _, rest = body.partition("\n")
    if channel is Channel.EMAIL and first.lower().startswith("subject:"):
        return Letter(channel, stage, rest.lstrip("\n"), first[len("subject:") :].strip(), facts=known)
    return Letter(channel, stage, body, facts=known)


def facts_in(file: str | None) -> "Facts":
    """What is on record, from a JSON file; a whole case is one too."""
    from sincerely.faces.cli.failure import BAD_DATA, Failure
    from sincerely.faces.cli.intake import read_json
    from sincerely.proof.record import BadRecord, read_facts

    record = read_json(file) if file else {}
    try:
        return read_facts(record.get("record", record))
    except BadRecord as error:
        raise Failure(f"{file}: {error}", BAD_DATA) from None


def mailed(raw: bytes, channel: Channel, stage: Stage, known: "Facts") -> "Letter":
    """The letter in a mail: its own headers say from whom, to whom and under which subject."""
    from email.utils import getaddresses

    from sincerely.post.mail import read_mail
    from sincerely.proof.letter import Attachment, Letter

    mail = read_mail(raw)
    to, cc, bcc = (tuple(address for _, address in getaddresses([mail.header(name)]) if address) for name in ("to", "cc", "bcc"))
    attachments = tuple(Attachment(part.name, part.media_type, len(part.content)) for part in mail.parts if part.attached)
    return Letter(channel, stage, mail.text, mail.subject, mail.header("from"), to, cc, bcc, attachments, known)


def unknown_parts(letter: "Letter") -> frozenset[str]:
    """Rules that have nothing to judge in plain text, which says neither who sends it nor under which subject."""
    rules = {
        "professional/subject": letter.subject,
        "professional/sender-address": letter.sender,
        "professional/recipients": letter.to,
    }
    return frozenset(rule for rule, part in rules.items() if not part and not letter.sender)
