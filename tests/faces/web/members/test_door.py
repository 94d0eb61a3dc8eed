"""The door: nobody learns who has an account, guesses are slowed down, cookies stay where they belong."""

import re

import pytest
from tests.faces.web.members.test_matrix import SECRETS

from sincerely.project.for_many import for_many

PASSWORD = "correct horse bat"


def with_password(email: str) -> None:
    """An account has a password now."""
    from django.contrib.auth import get_user_model

    user = get_user_model().objects.get(email=email)
    user.set_password(PASSWORD)
    user.save()


def told(answer) -> tuple[int, str]:
    """Where an answer leads, or what it says without its form's secret and the address that was typed."""
    said = answer.headers.get("Location") or SECRETS.sub("", answer.content.decode())
    return answer.status_code, re.sub(r"\w+@people\.example", "", said)


@pytest.mark.parametrize(
    ("way", "fields"),
    [
        ("/account/login/", {"login": "{}", "password": "not the right one"}),
        ("/account/password/reset/", {"email": "{}"}),
        ("/account/signup/", {"name": "Xi", "email": "{}", "password1": "correct horse bat"}),
    ],
)
def test_nobody_is_told_who_has_an_account(signed_in, centre, way, fields) -> None:
    from django.test import Client

    signed_in(centre.people["Alice"])
    answers = []
    for email in ("alice@people.example", "nobody@people.example"):
        stranger = Client(SERVER_NAME="127.0.0.1", REMOTE_ADDR="127.0.0.1")
        stranger.get(way)
        answers.append(told(stranger.post(way, {name: value.format(email) for name, value in fields.items()})))
    assert answers[0] == answers[1]


def test_guesses_of_a_password_are_slowed_down(signed_in, stranger, centre) -> None:
    email = "alice@people.example"
    signed_in(centre.people["Alice"])
    with_password(email)
    for number in range(12):
        stranger.post("/account/login/", {"login": email, "password": f"guess number {number}"})
    assert stranger.post("/account/login/", {"login": email, "password": PASSWORD}).status_code != 302


@pytest.mark.parametrize("password", ["short", "password123", "12345678901", "alice@people"])
def test_a_weak_password_is_not_taken(stranger, password) -> None:
    answer = stranger.post("/account/signup/", {"name": "Alice", "email": "alice@people.example", "password1": password})
    assert answer.status_code == 200
    assert 'class="wrong"' in answer.content.decode()


def test_under_a_certificate_cookies_go_over_it_alone(tmp_path) -> None:
    told = for_many(tmp_path, [], {"SINCERELY_ADDRESS": "https://desk.example.org"})
    assert all(told[name] for name in ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS"))
    assert told["ALLOWED_HOSTS"][0] == "desk.example.org"


@pytest.mark.parametrize("address", ["desk.example.org", "ftp://desk.example.org", "https://desk.example.org/path", ""])
def test_an_address_that_is_none_is_refused_at_once(tmp_path, address) -> None:
    with pytest.raises(SystemExit, match="SINCERELY_ADDRESS"):
        for_many(tmp_path, [], {"SINCERELY_ADDRESS": address})


def test_the_session_is_out_of_reach_of_scripts(signed_in, stranger, centre) -> None:
    signed_in(centre.people["Alice"])
    with_password("alice@people.example")
    stranger.post("/account/login/", {"login": "alice@people.example", "password": PASSWORD})
    cookie = stranger.cookies["sincerely-session"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_a_strange_name_for_this_host_is_refused(stranger) -> None:
    assert stranger.get("/account/login/", HTTP_HOST="evil.example").status_code == 403


def test_a_form_from_elsewhere_is_refused(signed_in, centre) -> None:
    from django.test import Client

    known = signed_in(centre.people["Alice"])
    strict = Client(enforce_csrf_checks=True, SERVER_NAME="127.0.0.1", REMOTE_ADDR="127.0.0.1")
    strict.cookies = known.cookies
    assert strict.post("/sharing/give", {"coach": 1, "what": "desk"}).status_code == 403


def test_an_account_is_erased_with_everything(signed_in, centre, alice) -> None:
    from django.contrib.auth import get_user_model

    from sincerely.desk.models import Desk

    known = signed_in(centre.people["Alice"])
    assert known.post("/account/erase", {"email": "alice@people.example"}).status_code == 302
    assert not Desk.objects.exists()
    assert not get_user_model().objects.filter(email="alice@people.example").exists()
    assert known.get("/").headers["Location"].startswith("/account/login/")


def test_the_secret_of_a_second_step_is_sealed(many) -> None:
    from allauth.mfa.adapter import get_adapter

    adapter = get_adapter()
    sealed = adapter.encrypt("JBSWY3DPEHPK3PXP")
    assert "JBSWY3DPEHPK3PXP" not in sealed
    assert adapter.decrypt(sealed) == "JBSWY3DPEHPK3PXP"
