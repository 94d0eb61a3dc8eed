"""Words that are code elsewhere are words here: in every stored field, on every page, in a real browser."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.faces.web.browser.crawling import READABLE, crawled

pytestmark = [pytest.mark.server, pytest.mark.slow]
FILLING = Path(__file__).with_name("filling.py")

# Our own, by the place in a page where each would work; ALERT is put in for what they do.
OWN = [
    "<script>ALERT</script>",
    "</script><script>ALERT</script>",
    "</title><script>ALERT</script>",
    "</textarea><script>ALERT</script><textarea>",
    '"><script>ALERT</script>',
    "'><img src=x onerror=ALERT>",
    '" autofocus onfocus="ALERT" x="',
    "' onmouseover='ALERT' x='",
    "<svg onload=ALERT>",
    "<svg><style><img src=x onerror=ALERT></style></svg>",
    '<math><mtext><style><a title="</style><img src=x onerror=ALERT>"></style></mtext></math>',
    "<iframe srcdoc='<script>parent.ALERT</script>'>",
    "<a href='javascript:ALERT'>here</a>",
    "javascript:ALERT",
    "<img src=https://elsewhere.example/x.png>",
    "<link rel=stylesheet href=https://elsewhere.example/x.css>",
    "<style>@import url(https://elsewhere.example/x.css);</style>",
    "<meta http-equiv=refresh content='0;url=https://elsewhere.example/'>",
    "<base href=https://elsewhere.example/>",
    "<form action=https://elsewhere.example/><input name=a></form>",
    "<object data=https://elsewhere.example/></object>",
    "<div hx-get=https://elsewhere.example/ hx-trigger=load>x</div>",
    "<div hx-on:htmx:load=ALERT hx-trigger='load[ALERT]' hx-get='/'>x</div>",
    "<div data-hx-get='/settings' data-hx-trigger=load hx-vals='js:{x: ALERT}'>x</div>",
    "{{ 7 * 7 }}{% now 'Y' %}{{ request.META }}",
    "{%csrf_token%}{{ settings.SECRET_KEY }}",
    "&lt;script&gt;ALERT&lt;/script&gt;",
    "&#60;script&#62;ALERT&#60;/script&#62;",
    "<scr\u200bipt>ALERT</scr\u200bipt>",
    "\uff1cscript\uff1eALERT\uff1c/script\uff1e",
    "\u202eEVIL\u202c ]]> --> <!-- <script>ALERT</script>",
    "`${ALERT}`",
    "x\\u003cscript\\u003eALERT",
]
ALERT = "alert(document.domain)"
# The public lists are long: so many desks share them.
PARTS = 6


def hostile_desk(desk_at, tmp_path: Path, words: Iterable[str]):
    """A desk with these words in every field, served."""
    (tmp_path / "words.json").write_text(json.dumps(list(words)), encoding="utf-8")
    home = tmp_path / "home-0"
    environment = {**os.environ, "SINCERELY_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, FILLING, tmp_path / "words.json"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return desk_at(started=False)


def test_nothing_that_is_stored_is_ever_run(desk_at, opened, tmp_path) -> None:
    desk = hostile_desk(desk_at, tmp_path, [word.replace("ALERT", ALERT) for word in OWN])
    visited = set(crawled(opened(desk.address), desk.address))
    assert READABLE - visited == set()


@pytest.mark.corpus
@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_of_the_public_lists_is_ever_run(desk_at, opened, tmp_path, shared, part) -> None:
    folders = (shared / "data/hostile/xss-payload-list/Intruder", shared / "data/hostile/blns")
    files = [path for folder in folders for path in sorted(folder.rglob("*.txt"))]
    words = [line for path in files for line in path.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
    share = len(words) // PARTS + 1
    desk = hostile_desk(desk_at, tmp_path, words[part * share :][:share])
    visited = set(crawled(opened(desk.address), desk.address))
    assert READABLE - visited == set()
