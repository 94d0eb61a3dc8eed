"""Only this machine, only pages that were asked for by name, and headers that keep every other host out."""

import pytest

from sincerely.faces.web.routes import PATTERNS

# What is there before a desk is.
OPEN = ("start", "help", "advice", "theme", "sample", "sample-remove")


def test_without_a_desk_everything_leads_to_the_first_run(visitor) -> None:
    for pattern in PATTERNS:
        if not pattern.pattern.converters and pattern.name not in OPEN:
            answer = visitor.client.get("/" + str(pattern.pattern))
            assert (answer.status_code, answer.headers.get("Location")) == (302, "/start"), pattern.name


@pytest.mark.parametrize("caller", ["192.0.2.7", "::ffff:192.0.2.7", "2001:db8::1", "", "nonsense"])
def test_another_machine_sees_nothing(visitor, scene, caller) -> None:
    answer = visitor.client.get("/", REMOTE_ADDR=caller)
    assert answer.status_code == 403
    assert b"Alice" not in answer.content


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Forwarded-Host", "X-Real-IP"])
def test_a_proxy_before_the_desk_is_refused(visitor, scene, header) -> None:
    assert visitor.client.get("/", headers={header: "127.0.0.1"}).status_code == 403


@pytest.mark.parametrize("host", ["desk.example", "127.0.0.1.example", "localhost.example:8025", "evil@127.0.0.1", ""])
def test_a_foreign_name_for_this_machine_is_refused(visitor, scene, host) -> None:
    for way in ("/", "/help", "/static/desk.css"):
        answer = visitor.client.get(way, HTTP_HOST=host or " ")
        assert answer.status_code == 403


@pytest.mark.parametrize("host", ["localhost:8025", "127.0.0.1:9", "[::1]:8025"])
def test_this_machine_by_its_own_names_is_let_in(visitor, scene, host) -> None:
    assert visitor.client.get("/", HTTP_HOST=host).status_code == 200


@pytest.mark.parametrize("way", ["/", "/help", "/start", "/nothing", "/static/desk.css"])
def test_every_answer_keeps_other_hosts_out(visitor, scene, way) -> None:
    headers = visitor.client.get(way).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert "Access-Control-Allow-Origin" not in headers


def test_pages_are_never_kept_by_the_browser(visitor, scene) -> None:
    assert visitor.client.get("/").headers["Cache-Control"] == "no-store"


def test_cookies_go_to_this_desk_alone(visitor, scene) -> None:
    cookies = visitor.client.get("/").cookies
    assert cookies
    for cookie in cookies.values():
        assert cookie["samesite"] == "Strict"
        assert cookie["httponly"]


def test_a_form_from_elsewhere_is_refused_in_kind_words(visitor, scene) -> None:
    from django.test import Client

    stranger = Client(enforce_csrf_checks=True, SERVER_NAME="127.0.0.1", REMOTE_ADDR="127.0.0.1")
    answer = stranger.post("/theme", {"theme": "dark"})
    assert answer.status_code == 403
    assert "load the page again" in answer.content.decode()


def test_a_page_that_is_not_there_says_so(visitor, scene) -> None:
    assert "There is nothing here" in visitor.page("/nothing", status=404)


def test_a_fault_of_the_program_says_so_and_shows_nothing_of_it(visitor, scene, monkeypatch) -> None:
    from sincerely.faces.web import today

    def fails(*words: object) -> None:
        raise RuntimeError("secret words")

    monkeypatch.setattr(today, "due", fails)
    visitor.client.raise_request_exception = False
    page = visitor.page("/", status=500)
    assert "our fault" in page
    assert "secret words" not in page


def test_the_theme_is_kept_and_leads_back_only_to_the_desk(visitor, scene) -> None:
    assert visitor.send("/theme", theme="dark", back="/help").headers["Location"] == "/help"
    assert '<html lang="en" data-theme="dark">' in visitor.page("/")
    for elsewhere in ("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "evil"):
        assert visitor.send("/theme", theme="light", back=elsewhere).headers["Location"] == "/"
    visitor.send("/theme", theme="", back="/")
    assert "data-theme" not in visitor.page("/")
