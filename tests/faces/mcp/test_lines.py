"""Lines on standard input have an end."""

import io

from hypothesis import given
from hypothesis import strategies as st

from sincerely.faces.mcp.serving import Lines


def read(data: bytes, most: int) -> list[str]:
    lines = Lines(io.BytesIO(data), most)
    return list(iter(lines.readline, ""))


def test_a_line_that_is_too_long_is_no_call_and_the_next_is_read() -> None:
    assert read(b"x" * 30 + b"\nnext\n", 10) == ["too long\n", "next\n"]
    assert read(b"x" * 9 + b"\nlast", 10) == ["x" * 9 + "\n", "last"]


@given(st.lists(st.binary(max_size=20)), st.integers(1, 8))
def test_no_line_is_longer_than_it_may_be_and_none_is_lost(parts: list[bytes], most: int) -> None:
    data = b"\n".join(parts)
    for found, line in zip(read(data, most), io.BytesIO(data), strict=True):
        whole = len(line) < most or (len(line) == most and line.endswith(b"\n"))
        assert found == (line.decode("utf-8", "replace") if whole else "too long\n")
