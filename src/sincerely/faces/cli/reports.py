"""A report on paper: the letter with its marks, then what each says and what to do instead."""

from rich.text import Text

from sincerely.faces.cli.paper import console, printable, put, shortened
from sincerely.proof.finding import Finding, Report
from sincerely.proof.letter import Letter
from sincerely.terms import Part, Severity, Verdict

STYLES = {Severity.HOLD: "bold red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
# The signs say the same as the colours, for those who do not see them.
SIGNS = {Severity.HOLD: "■", Severity.WARNING: "▲", Severity.HINT: "·"}
SUMMARIES = {
    Verdict.READY: ("bold green", "Ready to go."),
    Verdict.REVISE: ("bold yellow", "Worth another look before it goes."),
    Verdict.HOLD: ("bold red", "Hold this one back: sending it would harm you."),
}


def print_report(letter: Letter, report: Report, explain: bool = False) -> None:
    """Shows marks in the text, then every finding, worst first, then the verdict."""
    paper = console()
    if letter.subject:
        put(Text.assemble(("  Subject: ", "dim"), marked(letter, report, Part.SUBJECT)), hanging=4)
        paper.print()
    body = marked(letter, report, Part.BODY)
    body.rstrip()
    put(body, indent=2)
    paper.print()
    for finding in report.findings:
        print_finding(finding, explain)
    for note in (*report.notes, *spoken(report.tier)):
        put(Text(printable(note), style="dim"), indent=2)
    style, words = SUMMARIES[report.verdict]
    found = count(report)
    put(Text.assemble((words, style), (f"  {found}" if found else "", "dim")))


def spoken(tier: str) -> tuple[str, ...]:
    """What to say of the tier that checked the language: nothing of the usual one."""
    return ("Language checked by the full tier.",) if tier == "full" else ()


def print_finding(finding: Finding, explain: bool) -> None:
    style = STYLES[finding.severity]
    head = Text.assemble((f"{SIGNS[finding.severity]} {finding.severity.word:<8}", style), printable(finding.message))
    put(head, hanging=10)
    lines = []
    if finding.quote:
        lines.append(("“" + shortened(finding.quote, most=160) + "”", style))
    lines.append((finding.why, "dim"))
    if finding.remedy:
        lines.append((f"→ {finding.remedy.text}", "green"))
    if explain:
        lines += [(f"  spoke for it: {name} ({weight:+.2f})", "dim") for name, weight in finding.evidence]
    lines.append((finding.rule, "dim italic"))
    for text, line_style in lines:
        put(Text(printable(text), style=line_style), indent=10)
    console().print()


def marked(letter: Letter, report: Report, part: Part) -> Text:
    """The text of a part with its marks underlined; the worst colour wins where they overlap."""
    text = Text(printable(letter.text(part)))
    for finding in sorted(report.findings, key=lambda finding: finding.severity):
        if finding.part == part and finding.span:
            text.stylize(f"underline {STYLES[finding.severity]}", finding.span.start, finding.span.end)
    return text


def count(report: Report) -> str:
    """How many findings there are of each weight, in words."""
    parts = []
    for severity in (Severity.HOLD, Severity.WARNING, Severity.HINT):
        number = sum(1 for finding in report.findings if finding.severity == severity)
        if number:
            parts.append(f"{number} {severity.word}{'s' if number > 1 else ''}")
    return ", ".join(parts)
