"""The first page is light: all that a browser fetches for it, compressed as a server for many would send it."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings

MOST = 150_000
LINKED = re.compile(r'(?:href|src)="(/static/[^"?]+)[^"]*"')
FONT = re.compile(r'url\("(fonts/[^"]*-latin-[46]00[^"]*)"\)')


def weight_of(page: str) -> int:
    """The page, its style and scripts, and the letters of Western Europe in both weights."""
    files = [Path(settings.STATIC_ROOT) / way.removeprefix("/static/") for way in LINKED.findall(page)]
    assert len(files) >= 8, files
    fonts = [file.parent / font for file in files if file.name == "fonts.css" for font in FONT.findall(file.read_text())]
    assert len(fonts) == 2
    return len(gzip.compress(page.encode())) + sum(len(gzip.compress(file.read_bytes())) for file in (*files, *fonts))


@pytest.mark.parametrize("way", ["/", "/applications", "/people", "/insight"])
def test_a_page_weighs_less_than_150_kb(visitor, scene, way) -> None:
    assert weight_of(visitor.page(way)) < MOST


def test_the_first_run_weighs_less_than_150_kb(visitor) -> None:
    assert weight_of(visitor.page("/start")) < MOST
