"""A form that is larger than anything the desk takes: a kind page, whoever sends it and however."""

import socket
from pathlib import Path

import pytest

from sincerely.faces.web.capped import MOST_BYTES

pytestmark = pytest.mark.server
KIND = "That is too much at once"


def test_a_file_that_is_too_large_is_told_of_in_the_browser(desk_at, opened, tmp_path: Path) -> None:
    file = tmp_path / "film.csv"
    with file.open("wb") as large:
        large.truncate(MOST_BYTES + 5_000_000)
    page = opened(desk_at().address, "/applications")
    page.locator("input[type=file]").evaluate("field => field.closest('details')?.setAttribute('open', '')")
    page.set_input_files("input[type=file]", file)
    page.locator("form:has(input[type=file]) button").click()
    assert page.get_by_role("heading", level=1).inner_text() == KIND


def answer_to(address: str, head: str, body: bytes) -> bytes:
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=20) as line:
        line.sendall(f"POST /theme HTTP/1.1\r\nHost: {host}:{port}\r\n{head}\r\n\r\n".encode() + body)
        return line.recv(65536)


def test_an_announced_size_is_refused_though_nothing_came(desk_at) -> None:
    answer = answer_to(desk_at().address, f"Content-Length: {MOST_BYTES + 1}", b"")
    assert answer.startswith(b"HTTP/1.1 413")


def test_pieces_without_an_end_are_refused(desk_at) -> None:
    piece = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
    answer = answer_to(desk_at().address, "Transfer-Encoding: chunked", piece * (MOST_BYTES // 0x100000 + 1))
    assert answer.startswith(b"HTTP/1.1 413")
