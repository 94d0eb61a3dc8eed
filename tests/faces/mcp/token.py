"""A token with the scopes that are asked for, told as JSON. `revoked`: taken back; `old`: run out; `other`: of Carol's desk."""

import json
import sys
from datetime import timedelta

from sincerely.desk.opened import open_desk


def made(words: list[str]) -> dict[str, str]:
    actor = open_desk()
    from tests.desk.conftest import NOW

    from sincerely.desk.actions.desk import start_desk
    from sincerely.desk.actions.tokens import make_token, revoke_token

    if "other" in words:
        actor = start_desk(name="Carol Cole", email="carol@cole.example", zone="Europe/Dublin", now=NOW)
    scopes = [word for word in words if word not in ("revoked", "old", "other")]
    at = NOW - timedelta(days=2) if "old" in words else NOW
    row, secret = make_token(actor, name="Helper", scopes=scopes, days=1, now=at)
    if "revoked" in words:
        revoke_token(actor, row.id, now=NOW)
    return {"secret": secret}


if __name__ == "__main__":
    print(json.dumps([made(words) for words in json.load(sys.stdin)]))
