"""What an editor shows of a report: marks at their places, why, and quick fixes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lsprotocol import types as lsp
from pygls.workspace import TextDocument

from sincerely.faces.lsp.reading import Placed
from sincerely.proof.finding import Finding
from sincerely.terms import Severity

WEIGHTS = {
    Severity.HOLD: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.HINT: lsp.DiagnosticSeverity.Information,
}
NAME = "sincerely"
FINE = "sincerely.fine"


@dataclass(frozen=True)
class Shown:
    """What was last said of a document at one version: its findings, each with its place."""

    version: int | None = None
    findings: list[tuple[Finding, lsp.Range, bool]] = field(default_factory=list)

    @property
    def marks(self) -> list[lsp.Diagnostic]:
        return [
            lsp.Diagnostic(
                range=place, message=finding.message, severity=WEIGHTS[finding.severity], code=finding.rule, source=NAME
            )
            for finding, place, _ in self.findings
        ]

    def at(self, where: lsp.Range) -> Iterator[tuple[Finding, lsp.Range, bool]]:
        """The findings that touch a place."""
        for finding, place, marked in self.findings:
            if at(place.start) <= at(where.end) and at(where.start) <= at(place.end):
                yield finding, place, marked


def at(position: lsp.Position) -> tuple[int, int]:
    return position.line, position.character


def place_of(document: TextDocument, placed: Placed, finding: Finding) -> tuple[lsp.Range, bool]:
    """Where a finding stands in its file; the first line for what is missing or stands in no text, and False."""
    start = placed.starts.get(finding.part)
    if finding.span is None or start is None:
        line = document.lines[0].rstrip("\r\n") if document.lines else ""
        end = document.position_codec.client_num_units(line)
        return lsp.Range(start=lsp.Position(0, 0), end=lsp.Position(0, end)), False
    ends = (document.client_position_at_offset(start + offset) for offset in finding.span)
    return lsp.Range(*ends), True


def words(finding: Finding) -> str:
    """Why, and what to do instead."""
    lines = [f"**{finding.message}**", finding.why, f"→ {finding.remedy.text}" if finding.remedy else "", f"`{finding.rule}`"]
    return "\n\n".join(filter(None, lines))


def fixes(uri: str, shown: Shown, where: lsp.Range, only: set[str]) -> Iterator[lsp.CodeAction]:
    """Quick fixes at a place: the remedy, and "this is fine"; and every safe change at once. `only`: kinds that are asked for."""
    found = [(finding, place) for finding, place, marked in shown.at(where) if marked]
    if wanted(lsp.CodeActionKind.QuickFix, only):
        for finding, place in found:
            edit = change(finding, place)
            if edit:
                yield lsp.CodeAction(
                    title=finding.remedy.text if finding.remedy else "",
                    kind=lsp.CodeActionKind.QuickFix,
                    edit=lsp.WorkspaceEdit(changes={uri: [edit]}),
                )
        for finding, _ in found:
            title = f"“{finding.quote}” is fine here"
            yield lsp.CodeAction(
                title=title,
                kind=lsp.CodeActionKind.QuickFix,
                command=lsp.Command(title=title, command=FINE, arguments=[uri, finding.rule, finding.quote]),
            )
    safe = list(safe_changes(shown))
    if safe and wanted(lsp.CodeActionKind.SourceFixAll, only):
        yield lsp.CodeAction(
            title="Make every safe change", kind=lsp.CodeActionKind.SourceFixAll, edit=lsp.WorkspaceEdit(changes={uri: safe})
        )


def wanted(kind: lsp.CodeActionKind, only: set[str]) -> bool:
    return not only or any(kind.value == one or kind.value.startswith(f"{one}.") for one in only)


def safe_changes(shown: Shown) -> Iterator[lsp.TextEdit]:
    """The safe remedies, none over another."""
    end = (-1, -1)
    for finding, place, marked in sorted(shown.findings, key=lambda row: at(row[1].start)):
        edit = change(finding, place)
        if marked and edit and finding.remedy and finding.remedy.safe and at(place.start) >= end:
            end = at(place.end)
            yield edit


def change(finding: Finding, place: lsp.Range) -> lsp.TextEdit | None:
    if finding.remedy is None or finding.remedy.replacement is None:
        return None
    return lsp.TextEdit(range=place, new_text=finding.remedy.replacement)
