"""Every operation of the web, for every kind of caller, on what is theirs and what is not: as matrix.toml decides."""

import re
import tomllib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from tests.desk.members.conftest import found_centre
from tests.faces.web.members.conftest import HOST, browser_of, for_many_people
from tests.faces.web.members.world import CALLERS, COLUMNS, a_world

TABLE = tomllib.loads(Path(__file__).with_name("matrix.toml").read_text())
KINDS = {kind: {who: row.split() for who, row in rows.items()} for kind, rows in TABLE["kinds"].items()}
# Each route with its kind, and the noun that its address numbers.
ROUTES = {name: [*row.split(), ""][:2] for row, names in TABLE["routes"].items() for name in names.split()}
# Without the mark pytest-django makes no database for these tests: they would use one's own.
pytestmark = pytest.mark.django_db
# What differs between two pages that tell the same: the form's secret, and the address that was asked for.
# A refusal says the number that was asked for.
NUMBERED = re.compile(r"(?<=There is no message )\d+")
ARTICLE = "check-in"
SECRETS = re.compile(r'(?<=csrfmiddlewaretoken" value=")\w+|(?<="X-CSRFToken": ")\w+')


def routes() -> dict[str, list[str]]:
    """Every route with what its address says, in order."""
    from sincerely.project.urls_for_many import urlpatterns

    def walk(patterns: list[Any], words: list[str]) -> Iterator[tuple[str, list[str]]]:
        for pattern in patterns:
            said = [*words, *pattern.pattern.converters]
            yield from walk(pattern.url_patterns, said) if hasattr(pattern, "url_patterns") else [(pattern.name or "", said)]

    return dict(walk(urlpatterns, []))


@pytest.fixture(scope="module")
def world(their_tables: None, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """Built once; every cell is undone."""
    patch = pytest.MonkeyPatch()
    with for_many_people(), django_db_blocker.unblock(), transaction.atomic():
        from tests.desk.conftest import NOW

        from sincerely.desk.pacing import Turnstile

        patch.setenv("SINCERELY_NOW", NOW.isoformat())
        # As many guesses as there are cells would be too many.
        patch.setattr("sincerely.faces.web.look.MISSES", Turnstile(10**6, timedelta(minutes=10)))
        patch.setattr("sincerely.faces.web.look.PER_CALLER", Turnstile(10**6, timedelta(minutes=10)))
        patch.setattr("sincerely.faces.web.look.PER_LINK", Turnstile(10**6, timedelta(minutes=10)))
        centre = found_centre()
        found = a_world(centre)
        browsers = {who: browser_of(centre.people[name]) if name else Client(SERVER_NAME=HOST) for who, name in CALLERS.items()}
        yield {"things": found, "browsers": browsers, "centre": centre}
        transaction.set_rollback(True)
    patch.undo()


def test_every_route_is_in_the_table_and_no_other(many: None) -> None:
    assert set(routes()) == set(ROUTES)


def test_every_row_of_the_table_is_whole() -> None:
    for kind, rows in KINDS.items():
        assert list(rows) == list(CALLERS), kind
        assert all(len(row) == len(COLUMNS) for row in rows.values()), kind


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(ROUTES))
def test_an_operation_is_open_to_whom_the_table_says(world, name) -> None:
    kind, noun = ROUTES[name]
    wrong = []
    for caller, row in KINDS[kind].items():
        for column, wanted in zip(COLUMNS if noun else COLUMNS[:1], row, strict=False):
            if wanted != "-":
                wrong += [
                    f"{method} as {caller}, {column}: {found}, not {wanted}"
                    for method, found in answers(world, name, noun, caller, column)
                    if found != wanted
                ]
    assert not wrong, "\n".join(wrong)


def answers(world: dict[str, Any], name: str, noun: str, caller: str, column: str) -> Iterator[tuple[str, str]]:
    """By method what a caller is told."""
    way = way_to(name, noun, world["things"][caller][column])
    guess = way_to(name, noun, world["things"][caller]["guessed"]) if noun else way
    fields = TABLE["fields"].get(name, "").format_map(world["things"][caller][column]) if name in TABLE["fields"] else ""
    for method in ("get", "post"):
        told = asked(world, caller, method, way, fields)
        if told[0] == 404 and told != asked(world, caller, method, guess, fields):
            yield method, "missing, but not as for a guess"
        elif told[0] != 405:
            yield method, word_of(*told)


def asked(world: dict[str, Any], caller: str, method: str, way: str, fields: str) -> tuple[int, str]:
    """What a caller is told, with all that it did undone."""
    client = world["browsers"][caller]
    cookies = client.cookies.output()
    with transaction.atomic():
        if method == "get":
            answer = client.get(way, REMOTE_ADDR=HOST)
        else:
            answer = client.post(way, fields, "application/x-www-form-urlencoded", REMOTE_ADDR=HOST)
        transaction.set_rollback(True)
    if client.cookies.output() != cookies:
        client.cookies.load(cookies.replace("Set-Cookie: ", ""))
    if 300 <= answer.status_code < 400:
        return answer.status_code, answer.headers["Location"]
    said = SECRETS.sub("", answer.content.decode(errors="replace").replace(way, "WAY"))
    return answer.status_code, NUMBERED.sub("", said) if said.startswith("{") else said


def word_of(status: int, told: str) -> str:
    if status == 404:
        return "missing"
    return (
        "sign-in" if status == 302 and told.startswith("/account/login/?next") else "open" if status < 500 else f"broken {status}"
    )


def way_to(name: str, noun: str, things: dict[str, Any]) -> str:
    """The address of a route, for one set of things."""
    said = {"way": "change", "place": 1, "name": "stages" if name == "insight-csv" else ARTICLE}
    numbered = things | {"number": things.get(noun), "token": things.get(noun), "pk": things.get(noun)}
    numbered["invitation"] = things.get("waiting")
    return reverse(name, kwargs={word: said.get(word) or numbered[word] for word in routes()[name]})
