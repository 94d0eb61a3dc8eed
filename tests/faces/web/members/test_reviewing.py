"""A note shown to another member: found among their reviews, by them alone, as long as both are there."""

import re

import pytest
from tests.desk.conftest import NOTE, NOW


@pytest.fixture
def share(alice, centre) -> int:
    from sincerely.desk.actions.shares import share_with_member

    return share_with_member(alice.actor, alice.draft().id, centre.people["Mia"].person, now=NOW).id


def shown(alice) -> int:
    """The number of the only draft on her desk."""
    from sincerely.desk.queries.messages import messages

    return messages(alice.actor)[0].id


def test_a_member_comments_and_votes_on_what_is_shown_to_them(alice, centre, signed_in, share) -> None:
    mia = signed_in(centre.people["Mia"])
    assert f"/reviews/{share}" in mia.get("/reviews").content.decode()
    page = mia.get(f"/reviews/{share}").content.decode()
    assert "night shifts" in page
    edition = re.search(r'name="seen" value="(\w{16})"', page)[1]
    assert mia.post(f"/reviews/{share}", {"do": "say", "about": "", "words": "Good.", "seen": edition}).status_code == 302
    assert mia.post(f"/reviews/{share}", {"do": "vote", "vote": "send", "seen": edition}).status_code == 302
    owner = signed_in(centre.people["Alice"]).get(f"/write/{shown(alice)}/eyes").content.decode()
    assert "Mia" in owner
    assert alice.message(shown(alice)).body == NOTE


def told(client, way: str) -> str:
    """A page without what is new on each: the form's secret, and its own address."""
    return re.sub(r'value="\w{64}"|"X-CSRFToken": "\w+"', "", client.get(way).content.decode().replace(way, ""))


def test_nobody_else_finds_it(alice, centre, signed_in, stranger, share) -> None:
    for name in ("Dora", "Ada", "Eve", "Alice", "Noor"):
        client = signed_in(centre.people[name])
        assert client.get(f"/reviews/{share}").status_code == 404
        assert told(client, f"/reviews/{share}") == told(client, "/reviews/999999")
    assert stranger.get(f"/reviews/{share}").status_code == 302


def test_it_ends_with_the_membership_of_either(alice, centre, signed_in, share) -> None:
    from sincerely.desk.models import Membership

    mia = signed_in(centre.people["Mia"])
    Membership.objects.filter(pk=centre.places["Alice"]).update(left_at=NOW)
    assert mia.get(f"/reviews/{share}").status_code == 404
    Membership.objects.filter(pk=centre.places["Alice"]).update(left_at=None)
    assert mia.get(f"/reviews/{share}").status_code == 200
    Membership.objects.filter(pk=centre.places["Mia"]).update(left_at=NOW)
    assert mia.get(f"/reviews/{share}").status_code == 404


def test_only_who_is_in_the_same_organisation_can_be_asked(alice, centre) -> None:
    from sincerely.desk.actions.shares import share_with_member
    from sincerely.desk.errors import DeskError

    for name in ("Eve", "Alice"):
        with pytest.raises(DeskError, match="no organisation with you"):
            share_with_member(alice.actor, alice.draft().id, centre.people[name].person, now=NOW)


def test_an_erased_member_leaves_comments_that_are_nobodys(alice, centre, signed_in, share) -> None:
    from sincerely.desk.actions.persons import erase_person
    from sincerely.desk.queries.reviews import reviews

    mia = signed_in(centre.people["Mia"])
    mia.post(f"/reviews/{share}", {"do": "say", "about": "", "words": "Good."})
    mia.post(f"/reviews/{share}", {"do": "vote", "vote": "change", "seen": "x"})
    assert reviews(alice.actor, shown(alice), NOW).comments[0].who == "Mia"
    erase_person(centre.people["Mia"], "mia@people.example")
    left = reviews(alice.actor, shown(alice), NOW)
    assert (left.comments[0].who, left.comments[0].words, left.shares[0].reviewer) == ("Somebody", "Good.", "Somebody")
    assert left.shares[0].vote.choice == "change"
