"""Every operation of the API, by every kind of caller, on what is theirs and what is not.

A token leads to one desk, whatever its owner may read elsewhere as a member: all there is, is one's own or it is missing.
"""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from tests.desk.conftest import NOW, furnish
from tests.desk.members.conftest import found_centre
from tests.faces.api.conftest import Program
from tests.faces.web.members.world import GUESSED, NOUNS, things

from sincerely.desk.access import Actor
from sincerely.desk.actions.tokens import make_token, revoke_token
from sincerely.desk.callers import Scope
from sincerely.faces.api import openapi
from sincerely.faces.api.routes import API, OPERATIONS

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
# A coach to whom the owner granted their desk, and who runs the organisation: nobody has more to do with it.
PEOPLE = {"owner": "Alice", "coach": "Mia", "admin": "Ada"}
MADE = ("share", "comment", "account", "token", "grant")
PATHS = {told["operationId"]: told for ways in json.loads(openapi.text(API))["paths"].values() for told in ways.values()}
# They name what belongs to a row that the address names before, or a person.
ASIDE = {"name": "cv.pdf", "person": GUESSED, "version": GUESSED}
NUMBERS = re.compile(rf"\b\d+\b|{GUESSED}")


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """Built once; what each cell does is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        centre = found_centre()
        scenes = {who: centre.desk(name) for who, name in PEOPLE.items()}
        own = {who: everything(scene, f"{who} Works") for who, scene in scenes.items()}
        alice = scenes["owner"]
        from sincerely.desk.actions.grants import grant

        for who in scenes:
            own[who]["grant"] = GUESSED
        own["owner"]["grant"] = grant(alice.actor, centre.places["Mia"], now=NOW).id
        gone = thrown_away(alice)
        tokens = {who: make_token(scene.actor, name=who, scopes=list(Scope), now=NOW)[1] for who, scene in scenes.items()}
        columns = {"theirs": own["owner"], "deleted": gone, "guessed": dict.fromkeys((*NOUNS, *MADE), GUESSED)}
        yield {"own": own, "columns": columns, "tokens": tokens, "alice": alice}
        transaction.set_rollback(True)


def everything(scene: Any, employer: str) -> dict[str, Any]:
    """One of each noun that an address can name."""
    from sincerely.desk.actions.accounts import set_account
    from sincerely.desk.actions.shares import share_by_link
    from sincerely.desk.models import Comment

    found = things(scene, employer)
    smtp = {"name": "smtp", "host": "smtp.example.com", "username": "me"}
    told = {"carrier": smtp, "mailbox": {}, "secrets": {"password": "words"}, "now": NOW}
    found["account"] = set_account(scene.actor, f"{scene.application}@own.example", **told).id
    found["share"] = share_by_link(scene.actor, found["message"], now=NOW)[0].id
    said = {"share_id": found["share"], "words": "Warmer?", "said_at": NOW}
    found["comment"] = Comment.objects.create(message_id=found["message"], **said).pk
    found["token"] = make_token(scene.actor, name="Another", now=NOW)[0].id
    return found


def thrown_away(scene: Any) -> dict[str, Any]:
    """Numbers of rows that are no more."""
    from sincerely.desk import models

    found = everything(furnish(scene.actor), "Gone Works")
    for table, noun in (
        (models.Watch, "watch"),
        (models.Application, "application"),
        (models.Employer, "employer"),
        (models.Account, "account"),
        (models.Token, "token"),
    ):
        table.objects.filter(pk=found[noun]).delete()
    return found | {"grant": GUESSED}


def in_address(name: str) -> list[str]:
    return re.findall(r"{(\w+)}", OPERATIONS[name].path)


def example(name: str) -> Any:
    """The body that the API's own description shows; None where it takes none."""
    return PATHS[name].get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")


def asked(program: Program, name: str, found: dict[str, Any], body: Any = None, query: str = "") -> tuple[int, str]:
    """What a program is told, with the example's body where no other is given; all that it did is undone."""
    op = OPERATIONS[name]
    way = op.path.format(**{word: ASIDE.get(word) or found[word] for word in in_address(name)})
    body = example(name) if body is None else body
    headers = {"Authorization": f"Bearer {program.token}"} if program.token else {}
    headers |= {"Idempotency-Key": "one"} if op.keyed else {}
    data = b"some bytes" if op.takes_file else json.dumps(body).encode() if body is not None else b""
    with transaction.atomic():
        answer = program.client.generic(op.method, f"/api{way}{query}", data, "application/json", headers=headers)
        transaction.set_rollback(True)
    return answer.status_code, NUMBERS.sub("N", answer.content.decode(errors="replace"))


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_one_comes_in_with_a_token_of_ones_own_that_stands_and_suffices(world, name) -> None:
    alice: Actor = world["alice"].actor
    found, scope = world["own"]["owner"], OPERATIONS[name].scope
    _, runs_out = make_token(alice, name="Old", scopes=list(Scope), days=1, now=NOW - timedelta(days=2))
    gone, revoked = make_token(alice, name="Gone", scopes=list(Scope), now=NOW)
    revoke_token(alice, gone.id, now=NOW)
    _, narrow = make_token(alice, name="Narrow", scopes=[other for other in Scope if other is not scope], now=NOW)
    _, just = make_token(alice, name="Just", scopes=[scope], now=NOW)
    told = [asked(Program(token), name, found)[0] for token in ("", runs_out, revoked, "guessed", narrow)]
    assert told == [401, 401, 401, 401, 403]
    assert asked(Program(just), name, found)[0] not in (401, 403)


@pytest.mark.parametrize("name", sorted(name for name in OPERATIONS if in_address(name)))
def test_what_is_not_ones_own_is_missing_and_nothing_tells_why(world, name) -> None:
    wrong = []
    for who in PEOPLE:
        program = Program(world["tokens"][who])
        guess = asked(program, name, world["columns"]["guessed"])
        for column, found in {"own": world["own"][who], **world["columns"]}.items():
            # Grants are the owner's alone: nobody else gave one.
            own = found is world["own"][who] and (who == "owner" or "grant" not in in_address(name))
            told = asked(program, name, found)
            if told[0] >= 500 or (told[0] == 404) == own:
                wrong.append(f"as {who}, {column}: {told}")
            elif not own and told != guess:
                wrong.append(f"as {who}, {column}: {told}, but of a guess {guess}")
    assert not wrong, "\n".join(wrong)
