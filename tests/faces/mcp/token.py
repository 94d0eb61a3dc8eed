"""A token with the scopes that are asked for, told as JSON. `revoked`: taken back; `old`: run out; `other`: of Carol's desk."""

import json
import sys
from datetime import timedelta

from sincerely.desk.opened import open_desk


def made(words: list[str]) -> dict[str, str]:
    actor = open_desk()
    from tests.desk.conftest import NOW

    from sincerely.desk.access import Actor
    from sincerely.desk.actions.tokens import make_token, revoke_token
    from sincerely.desk.models import Desk, Person

    if "other" in words:
        person = Person.objects.create(name="Carol Cole", email="carol@cole.example", created_at=NOW)
        desk = Desk.objects.create(name="Carol Cole", zone="Europe/Dublin", person=person, created_at=NOW)
        actor = Actor(desk.pk, desk.name)
    scopes = [word for word in words if word not in ("revoked", "old", "other")]
    at = NOW - timedelta(days=2) if "old" in words else NOW
    row, secret = make_token(actor, name="Helper", scopes=scopes, days=1, now=at)
    if "revoked" in words:
        revoke_token(actor, row.id, now=NOW)
    return {"secret": secret}


if __name__ == "__main__":
    print(json.dumps([made(words) for words in json.load(sys.stdin)]))
