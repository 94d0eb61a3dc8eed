"""The server that an editor starts: it marks a letter as it is typed, and reads it more closely when it is saved."""

import asyncio
from functools import cache
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from sincerely import __version__
from sincerely.faces.lsp.reading import NoLetter, Placed, placed
from sincerely.faces.lsp.shown import FINE, NAME, Shown, fixes, place_of, words
from sincerely.proof import proofread
from sincerely.proof.engines import load_senses
from sincerely.proof.finding import Finding
from sincerely.proof.fine import Fine
from sincerely.proof.rulebook import Rulebook, every_rule
from sincerely.proof.senses import Senses, Tier

# After a key, before the marks are made anew: a pause that nobody notices while typing on.
PAUSE = 0.2
# "This is fine" in one sitting; a person says it some dozen times.
MOST_FINE = 1_000


class Desk(LanguageServer):
    """What is known of the open letters, for one editor."""

    def __init__(self) -> None:
        super().__init__(NAME, __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Incremental)
        self.shown: dict[str, Shown] = {}
        self.fine: dict[str, set[Fine]] = {}
        self.waiting: dict[str, asyncio.Task[None]] = {}

    def soon(self, uri: str, tier: Tier, pause: float = 0.0) -> None:
        """Looks at a letter after a pause; a look that waits for the same letter gives way."""
        if waiting := self.waiting.pop(uri, None):
            waiting.cancel()
        self.waiting[uri] = asyncio.ensure_future(self.look(uri, tier, pause))

    async def look(self, uri: str, tier: Tier, pause: float) -> None:
        await asyncio.sleep(pause)
        document = self.workspace.get_text_document(uri)
        version, text = document.version, document.source
        found = await asyncio.to_thread(self.report, uri, text, tier)
        if self.workspace.get_text_document(uri).version != version:
            return
        if isinstance(found, str):
            self.shown[uri] = Shown(version)
            told = lsp.Diagnostic(
                range=lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0)),
                message=found,
                severity=lsp.DiagnosticSeverity.Information,
                source=NAME,
            )
            return self.publish(uri, version, [told])
        letter, findings = found
        self.shown[uri] = Shown(version, [(finding, *place_of(document, letter, finding)) for finding in findings])
        self.publish(uri, version, self.shown[uri].marks)

    def report(self, uri: str, text: str, tier: Tier) -> tuple[Placed, tuple[Finding, ...]] | str:
        """The letter with its findings; or, where it is none, why."""
        path = to_fs_path(uri)
        try:
            letter = placed(text, Path(path) if path else None)
        except NoLetter as error:
            return str(error)
        rulebook = Rulebook(every_rule(), senses(tier), letter.silent, frozenset(self.fine.get(uri, ())))
        return letter, proofread(letter.letter, rulebook).findings

    def publish(self, uri: str, version: int | None, marks: list[lsp.Diagnostic]) -> None:
        told = lsp.PublishDiagnosticsParams(uri=uri, diagnostics=marks, version=version)
        self.text_document_publish_diagnostics(told)


@cache
def senses(tier: Tier) -> Senses:
    return load_senses(tier)


def made() -> Desk:
    """A server with all that it answers."""
    server = Desk()

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    async def opened(desk: Desk, told: lsp.DidOpenTextDocumentParams) -> None:
        desk.soon(told.text_document.uri, "quick")

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def typed(desk: Desk, told: lsp.DidChangeTextDocumentParams) -> None:
        desk.soon(told.text_document.uri, "quick", PAUSE)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    async def saved(desk: Desk, told: lsp.DidSaveTextDocumentParams) -> None:
        desk.soon(told.text_document.uri, "full")

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(desk: Desk, told: lsp.DidCloseTextDocumentParams) -> None:
        uri = told.text_document.uri
        if waiting := desk.waiting.pop(uri, None):
            waiting.cancel()
        desk.shown.pop(uri, None)
        desk.fine.pop(uri, None)
        desk.publish(uri, None, [])

    @server.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION,
        lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll]),
    )
    def actions(desk: Desk, told: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = told.text_document.uri
        return list(fixes(uri, desk.shown.get(uri, Shown()), told.range, set(told.context.only or ())))

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hovered(desk: Desk, told: lsp.HoverParams) -> lsp.Hover | None:
        shown = desk.shown.get(told.text_document.uri, Shown())
        found = [words(finding) for finding, _, marked in shown.at(lsp.Range(told.position, told.position)) if marked]
        if not found:
            return None
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, "\n\n---\n\n".join(found)))

    @server.command(FINE)
    def fine(desk: Desk, uri: str, rule: str, phrase: str) -> None:
        kept = desk.fine.setdefault(uri, set())
        if len(kept) < MOST_FINE:
            kept.add(Fine(rule, phrase))
        desk.soon(uri, "quick")

    return server


def serve() -> None:
    """Serves the editor that started this process, on standard input and output; ends with it."""
    made().start_io()
