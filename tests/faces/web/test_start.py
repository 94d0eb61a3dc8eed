"""The first run, and the sample desk to look round in."""

from datetime import timedelta

import pytest
from tests.desk.conftest import NOW

from sincerely.desk.errors import DeskError, NotThere
from sincerely.desk.models import Desk, History, Message
from sincerely.desk.opened import owner
from sincerely.desk.queries.due import due


def test_three_steps_lead_from_nothing_to_an_interview(visitor) -> None:
    assert visitor.client.get("/").headers["Location"] == "/start"
    assert visitor.send("/start", name="Ada Moore", zone="Europe/Dublin").headers["Location"] == "/start/sending"
    visitor.page("/start/sending")
    assert visitor.send("/start/sending", way="program").headers["Location"] == "/start/interview"
    visitor.page("/start/interview")
    answer = visitor.send("/start/interview", employer="Larch", start="2026-03-03T09:00", people="Ines <ines@larch.example>")
    assert "Ines" in visitor.page(answer.headers["Location"])
    assert owner().who == "Ada Moore"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"name": ""}, "name is missing"),
        ({"name": "Ada", "email": "nobody"}, "not an e-mail address"),
        ({"name": "Ada", "zone": "Mars"}, "is not known"),
    ],
)
def test_what_cannot_be_is_told_and_no_desk_is_started(visitor, fields, words) -> None:
    page = visitor.send("/start", status=422, phone="01632 960 001", **fields).content.decode()
    assert words in page
    assert "01632 960 001" in page
    with pytest.raises(NotThere):
        owner()


def test_a_desk_that_stands_is_not_started_again(visitor, scene) -> None:
    assert visitor.send("/start", name="Eve").headers["Location"] == "/"
    assert owner().who == "Alice Archer"


@pytest.mark.parametrize("fields", [{"address": "", "password": "x"}, {"address": "a@b.example", "password": ""}])
def test_a_mailbox_needs_an_address_and_a_password(visitor, scene, fields) -> None:
    assert "Please give both" in visitor.send("/start/sending", status=422, way="mailbox", **fields).content.decode()


def test_a_mailbox_that_nobody_answers_at_is_not_kept(visitor, scene) -> None:
    fields = {"way": "mailbox", "address": "a@b.example", "password": "x", "smtp_host": "127.0.0.1", "smtp_port": "1"}
    page = visitor.send("/start/sending", status=422, **fields).content.decode()
    assert "Nothing was kept" in page
    assert 'value="x"' not in page


@pytest.mark.parametrize("port", ["0", "70000", "x", "99999999999999999999"])
def test_a_port_that_cannot_be_is_told(visitor, scene, port) -> None:
    fields = {"way": "mailbox", "address": "a@b.example", "password": "x", "smtp_port": port}
    assert "between 1 and 65535" in visitor.send("/start/sending", status=422, **fields).content.decode()


@pytest.fixture
def sample(visitor):
    visitor.send("/sample")
    from sincerely.desk.sample import sample_owner

    return sample_owner()


def test_the_sample_desk_shows_something_of_everything(visitor, sample) -> None:
    page = visitor.page("/")
    assert "This is a sample desk." in page
    day = due(sample, NOW)
    assert day.late
    assert day.unread
    assert day.interviews
    assert Message.objects.filter(state="draft").count() == 1
    assert not day.clock_behind


@pytest.mark.parametrize("days", range(7))
def test_it_does_so_on_every_day_of_the_week(visitor, days) -> None:
    moment = NOW + timedelta(days=days, hours=7 * days % 24)
    visitor.at(moment).send("/sample")
    assert visitor.page("/").count("<li>") > 5


def test_the_terminal_knows_no_sample(visitor, sample) -> None:
    with pytest.raises(NotThere):
        owner()


def test_nothing_leaves_the_sample(visitor, sample) -> None:
    from sincerely.desk.actions.accounts import set_account
    from sincerely.desk.actions.handing_over import hand_to_person
    from sincerely.post.carriers import mailto

    with pytest.raises(DeskError, match="nothing leaves it"):
        set_account(sample, "a@b.example", carrier={}, mailbox={}, secrets={}, now=NOW)
    with pytest.raises(DeskError, match="nothing leaves it"):
        hand_to_person(sample, Message.objects.get().pk, mailto.Carrier(), now=NOW)


def test_one_click_removes_the_sample_with_all_that_is_on_it(visitor, sample) -> None:
    assert visitor.send("/sample/remove").headers["Location"] == "/start"
    assert not Desk.objects.exists()
    assert not History.objects.exists()
    assert not Message.objects.exists()


def test_ones_own_desk_takes_the_place_of_the_sample(sample) -> None:
    from sincerely.desk.actions.desk import start_desk

    start_desk(name="Ada", now=NOW)
    assert [desk.name for desk in Desk.objects.all()] == ["Ada"]


def test_no_sample_comes_beside_ones_own_desk(visitor, scene) -> None:
    assert "stands here already" in visitor.send("/sample", status=422).content.decode()
    visitor.send("/sample/remove")
    assert owner().who == "Alice Archer"
