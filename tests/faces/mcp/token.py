"""A token of the desk with the scopes that are asked for, taken back at once where `revoked` is among them; told as JSON."""

import json
import sys

from sincerely.desk.opened import open_desk


def made(scopes: list[str]) -> dict[str, str]:
    actor = open_desk()
    from tests.desk.conftest import NOW

    from sincerely.desk.actions.tokens import make_token, revoke_token

    row, secret = make_token(actor, name="Helper", scopes=[scope for scope in scopes if scope != "revoked"], now=NOW)
    if "revoked" in scopes:
        revoke_token(actor, row.id, now=NOW)
    return {"secret": secret}


if __name__ == "__main__":
    print(json.dumps(made(json.load(sys.stdin))))
