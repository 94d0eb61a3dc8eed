"""Where desks are kept for many, nobody makes the machine speak to servers inside its own network."""

import pytest
from django.test import override_settings

from sincerely.desk.errors import DeskError


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "10.0.0.5", "169.254.169.254", "[::1]", "0x7f000001", "2130706433", "192.168.1.1"]
)
def test_an_inner_server_is_no_mail_server(many, host) -> None:
    from sincerely.faces.web.members.outside import outside, outside_address

    with pytest.raises(DeskError):
        outside(host.strip("[]"))
    with pytest.raises(DeskError):
        outside_address(f"http://{host}/calendar")


def test_one_that_the_operator_named_is(many) -> None:
    from sincerely.faces.web.members.outside import outside

    with override_settings(INNER_HOSTS=frozenset({"localhost"})):
        outside("localhost")


def test_a_server_of_the_internet_is_taken(many) -> None:
    from sincerely.faces.web.members.outside import outside

    outside("93.184.215.14")


def test_the_form_of_a_mailbox_asks_no_inner_server(signed_in, centre, alice, monkeypatch) -> None:
    from sincerely.post.carriers import smtp

    monkeypatch.setattr(smtp, "probe", lambda config: pytest.fail("The server was asked."))
    fields = {"address": "alice@people.example", "password": "x", "smtp_host": "127.0.0.1", "imap_host": "127.0.0.1"}
    answer = signed_in(centre.people["Alice"]).post("/start/sending", fields | {"way": "mailbox"})
    assert answer.status_code == 422
    assert "no server on the internet" in answer.content.decode()


def test_alone_every_server_is_ones_own_business() -> None:
    from sincerely.faces.web.members.outside import outside

    outside("127.0.0.1")
