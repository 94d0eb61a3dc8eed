"""The web desk for many, in the test's own process: the accounts' tables are made once, each test gets what it writes undone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client, override_settings
from tests.desk.conftest import NOW, Scene
from tests.desk.members.conftest import Centre, centre  # noqa: F401

HOST = "127.0.0.1"


@contextmanager
def for_many_people() -> Iterator[None]:
    """The settings of many, for the time of the block."""
    from sincerely.project.for_many import for_many

    told = for_many(Path(), settings.TEMPLATES, {"SINCERELY_ADDRESS": "http://desk.example"})
    # Slow hashes keep passwords safe; these are none.
    told |= {
        "EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend",
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
    }
    apps = told.pop("INSTALLED_APPS")
    # The apps look at the other settings as they are loaded.
    with override_settings(**told), override_settings(INSTALLED_APPS=apps):
        yield


@pytest.fixture(scope="session")
def their_tables(django_db_setup: None, django_db_blocker: Any) -> None:
    """The accounts' tables in the test's database."""
    from django.db import connection

    with for_many_people(), django_db_blocker.unblock():
        assert "desk.sqlite3" not in str(connection.settings_dict["NAME"]), "This is no test's database."
        call_command("migrate", verbosity=0)


@pytest.fixture
def many(their_tables: None) -> Iterator[None]:
    """A desk for many, as long as the test lasts."""
    with for_many_people():
        yield


@pytest.fixture
def at_noon(many: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands at NOW; nobody has tried to sign in yet."""
    from django.core.cache import cache

    monkeypatch.setenv("SINCERELY_NOW", NOW.isoformat())
    cache.clear()


@pytest.fixture
def signed_in(at_noon: None, db: None) -> Callable[[Any], Client]:
    """A browser in which a member is signed in."""

    return browser_of


def browser_of(member: Any) -> Client:
    """A browser in which a member is signed in; their account is made where there is none."""
    from allauth.account.models import EmailAddress
    from django.contrib.auth import get_user_model

    from sincerely.desk.models import Person

    person = Person.objects.get(pk=member.person)
    told = {"username": person.email, "email": person.email, "first_name": person.name}
    user, new = get_user_model().objects.get_or_create(pk=person.login, defaults=told)
    if new:
        EmailAddress.objects.create(user=user, email=person.email, verified=True, primary=True)
    client = Client(SERVER_NAME=HOST, REMOTE_ADDR=HOST)
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture
def stranger(at_noon: None, db: None) -> Client:
    """A browser in which nobody is signed in."""
    return Client(SERVER_NAME=HOST, REMOTE_ADDR=HOST)


@pytest.fixture
def alice(at_noon: None, centre: Centre) -> Scene:  # noqa: F811
    """Alice's desk, with an interview that is just over."""
    return centre.desk("Alice")
