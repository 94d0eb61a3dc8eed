"""An editor with the real server behind it: marks, hovers and quick fixes in letters."""

import asyncio
import json
import sys
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

pytestmark = [pytest.mark.anyio, pytest.mark.server]
LETTER = (
    "Subject: Site Nurse interview on Monday\n\n👋 Dear Ms Okafor,\r\n\nThank you for your time. "
    "I recieve every answer gladly. You are an idiot.\n\n"
    "Kind regards,\nMaya Lind\n"
)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class Editor(LanguageClient):
    """Opens and changes files, and waits for what is said of them."""

    def __init__(self) -> None:
        super().__init__("editor", "1")
        self.told: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()

        @self.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def heard(told: lsp.PublishDiagnosticsParams) -> None:
            self.told.put_nowait(told)

    def open(self, uri: str, text: str) -> None:
        item = lsp.TextDocumentItem(uri=uri, language_id="plaintext", version=1, text=text)
        self.text_document_did_open(lsp.DidOpenTextDocumentParams(item))

    def type(self, uri: str, version: int, *edits: lsp.TextEdit) -> None:
        changes = [lsp.TextDocumentContentChangePartial(range=edit.range, text=edit.new_text) for edit in edits]
        self.text_document_did_change(
            lsp.DidChangeTextDocumentParams(lsp.VersionedTextDocumentIdentifier(version=version, uri=uri), changes)
        )

    async def marks(self) -> list[lsp.Diagnostic]:
        return list((await asyncio.wait_for(self.told.get(), 60)).diagnostics)

    async def actions(self, uri: str, where: lsp.Range, *only: str) -> list[lsp.CodeAction]:
        asked = lsp.CodeActionContext(diagnostics=[], only=list(only) or None)
        told = lsp.CodeActionParams(lsp.TextDocumentIdentifier(uri), where, asked)
        return list(await self.text_document_code_action_async(told) or [])


@asynccontextmanager
async def editor():
    opened = Editor()
    await opened.start_io(sys.executable, "-m", "sincerely", "lsp")
    await opened.initialize_async(lsp.InitializeParams(capabilities=lsp.ClientCapabilities()))
    opened.initialized(lsp.InitializedParams())
    yield opened
    await opened.shutdown_async(None)
    opened.exit(None)


def words(text: str, mark: lsp.Diagnostic) -> str:
    """What a mark stands on, counted as editors do: in halves of UTF-16."""
    line = text.replace("\r\n", "\n").split("\n")[mark.range.start.line].encode("utf-16-le")
    return line[2 * mark.range.start.character : 2 * mark.range.end.character].decode("utf-16-le")


def of(marks: list[lsp.Diagnostic], rule: str) -> lsp.Diagnostic:
    return next(mark for mark in marks if mark.code == rule)


async def test_marks_stand_on_their_words_and_a_quick_fix_mends_them(tmp_path: Path) -> None:
    uri = (tmp_path / "note.txt").as_uri()
    async with editor() as opened:
        opened.open(uri, LETTER)
        marks = await opened.marks()
        misspelt, insult = of(marks, "language/spelling"), of(marks, "hostility/insult")
        assert words(LETTER, misspelt) == "recieve"
        assert "idiot" in words(LETTER, insult)
        assert insult.severity == lsp.DiagnosticSeverity.Error
        hover = await opened.text_document_hover_async(lsp.HoverParams(lsp.TextDocumentIdentifier(uri), misspelt.range.start))
        assert "receive" in hover.contents.value
        fix = next(one for one in await opened.actions(uri, misspelt.range) if getattr(one, "edit", None))
        opened.type(uri, 2, *fix.edit.changes[uri])
        assert "language/spelling" not in [mark.code for mark in await opened.marks()]


async def test_what_the_person_calls_fine_is_left_alone_and_a_closed_letter_shows_nothing(tmp_path: Path) -> None:
    uri = (tmp_path / "note.md").as_uri()
    async with editor() as opened:
        opened.open(uri, LETTER)
        misspelt = of(await opened.marks(), "language/spelling")
        assert "“recieve” is fine here" in [one.title for one in await opened.actions(uri, misspelt.range)]
        asked = lsp.ExecuteCommandParams("sincerely.fine", [uri, "language/spelling", "recieve"])
        await opened.workspace_execute_command_async(asked)
        assert "language/spelling" not in [mark.code for mark in await opened.marks()]
        assert await opened.actions(uri, misspelt.range, "refactor") == []
        opened.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri)))
        assert await opened.marks() == []


async def test_what_is_on_record_beside_the_letter_is_known(tmp_path: Path) -> None:
    record = {"company": "Larkfield Clinic", "contacts": [{"name": "Helen Ward"}], "candidate": {"name": "Maya Lind"}}
    (tmp_path / ".sincerely.json").write_text(json.dumps(record))
    uri = (tmp_path / "note.txt").as_uri()
    async with editor() as opened:
        opened.open(uri, "Dear Ms Wart,\n\nThank you for your time on Monday.\n\nKind regards,\nMaya Lind\n")
        assert of(await opened.marks(), "language/name").range.start == lsp.Position(0, 8)


async def test_what_is_no_letter_is_told_in_one_line_and_the_next_is_read(tmp_path: Path) -> None:
    async with editor() as opened:
        for name, text in (
            ("long.txt", "word " * 60_000),
            ("parts.eml", "Content-Type: multipart/mixed; boundary=x\n\n--x\n"),
            ("coded.eml", "From: a@b.example\nContent-Transfer-Encoding: base64\n\nSGVsbG8=\n"),
        ):
            opened.open((tmp_path / name).as_uri(), text)
            (mark,) = await opened.marks()
            assert mark.severity == lsp.DiagnosticSeverity.Information
            assert mark.range.end == lsp.Position(0, 0)
        opened.open((tmp_path / "note.txt").as_uri(), LETTER)
        assert len(await opened.marks()) > 1
