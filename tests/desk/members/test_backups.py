"""A copy of a desk for many holds no password of an account and nobody's sign-in."""

import sqlite3
from contextlib import closing

from sincerely.desk.actions.backups import of_accounts


def test_accounts_in_a_copy_have_no_password_and_nobody_is_signed_in() -> None:
    with closing(sqlite3.connect(":memory:")) as copy:
        copy.execute("CREATE TABLE auth_user (id INTEGER, password TEXT)")
        copy.execute("CREATE TABLE django_session (session_key TEXT)")
        copy.execute("INSERT INTO auth_user VALUES (1, 'pbkdf2_sha256$1000000$salt$hash')")
        copy.execute("INSERT INTO django_session VALUES ('secret')")
        for statement in of_accounts(copy):
            copy.execute(statement)
        assert copy.execute("SELECT password FROM auth_user").fetchall() == [("!",)]
        assert copy.execute("SELECT * FROM django_session").fetchall() == []


def test_a_desk_without_accounts_is_copied_as_it_is() -> None:
    with closing(sqlite3.connect(":memory:")) as copy:
        assert of_accounts(copy) == []
