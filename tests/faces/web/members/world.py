"""Everybody of the matrix, each with a desk and one of every noun on it; and what Alice shares, keeps, and has thrown away."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from tests.desk.conftest import NOW, Scene, furnish
from tests.desk.members.commons import made, offered, on, published, say
from tests.desk.members.conftest import Centre

GUESSED = 10**9
# Who plays each caller; as the first three nobody is signed in.
CALLERS = {
    "anonymous": "",
    "link": "",
    "expired": "",
    "other": "Eve",
    "member": "Dora",
    "coach": "Mia",
    "admin": "Ada",
    "owner": "Alice",
}
COLUMNS = ("own", "shared", "foreign", "deleted", "guessed")
Things = dict[str, Any]
# The nouns that an address can number, and how one is made on a desk.
NOUNS: dict[str, Callable[[Scene], int]] = {
    "desk": lambda scene: scene.actor.desk,
    "application": lambda scene: scene.application,
    "interview": lambda scene: scene.interview,
    "contact": lambda scene: scene.bob,
    "employer": lambda scene: scene.employer,
    "message": lambda scene: scene.draft().id,
    "received": lambda scene: answer(scene),
    "watch": lambda scene: watch(scene).pk,
    "posting": lambda scene: posting(scene).pk,
}


def answer(scene: Scene) -> int:
    from sincerely.desk.actions.replies import log_received

    row = log_received(scene.actor, scene.application, contact=scene.bob, nature="human", text="Thank you.", at=NOW, now=NOW)
    return row.id


def watch(scene: Scene) -> Any:
    from sincerely.desk.models import Watch

    told = {"host": "willow.example", "added_at": NOW, "next_at": NOW}
    address = f"https://willow.example/{scene.application}"
    return Watch.objects.get_or_create(desk_id=scene.actor.desk, address=address, defaults=told)[0]


def posting(scene: Scene) -> Any:
    from sincerely.desk.models import Watched

    seen = {"title": "Nurse", "first_seen": NOW, "last_seen": NOW}
    return Watched.objects.get_or_create(desk_id=scene.actor.desk, watch=watch(scene), key="7", defaults=seen)[0]


def things(scene: Scene, employer: str) -> Things:
    """One of each noun, at an employer of this name."""
    from sincerely.desk.actions.applications import update_employer

    update_employer(scene.actor, scene.employer, name=employer, now=NOW)
    return {noun: make(scene) for noun, make in NOUNS.items()}


def thrown_away(found: Things) -> Things:
    """The same numbers, without their rows."""
    from sincerely.desk import models

    for table, noun in ((models.Watch, "watch"), (models.Application, "application"), (models.Employer, "employer")):
        table.objects.filter(pk=found[noun]).delete()
    return found


def a_world(centre: Centre) -> dict[str, dict[str, Things]]:
    """By caller and column the things, by noun."""
    alice = centre.desk("Alice")
    gone = thrown_away(things(alice, "Yard Works"))
    kept, shared = things(furnish(alice.actor), "Mill House"), things(furnish(alice.actor), "Hill Farm")
    owns = {who: things(centre.desk(who), "Own Place") for who in ("Eve", "Dora", "Mia", "Ada")} | {"Alice": dict(kept)}
    for found in (kept, shared, gone, owns["Alice"]):
        found |= {"organisation": None, "invitation": None}
    add_sharing(centre, alice, kept, shared, gone)
    guessed = dict.fromkeys((*NOUNS, "organisation", "grant", "key", "review"), GUESSED)
    guessed |= {"invitation": "guessed", "feed": "guessed", "link": "guessed"}
    add_organisations(centre, owns, kept, shared, gone, guessed)
    add_commons(centre, owns, kept, shared, gone, guessed)
    columns = {"shared": shared, "foreign": kept, "deleted": gone, "guessed": guessed}
    return {caller: {"own": owns.get(who, owns["Alice"]), **columns} for caller, who in CALLERS.items()}


def add_sharing(centre: Centre, alice: Scene, kept: Things, shared: Things, gone: Things) -> None:
    """Mia may read one application of Alice's and all of Sam's desk; a grant to Noor was taken back."""
    from sincerely.desk.actions.feeds import new_token, revoke_token
    from sincerely.desk.actions.grants import grant, revoke
    from sincerely.desk.models import Desk

    centre.join("Sam")
    sam = centre.desk("Sam")
    grant(sam.actor, centre.places["Mia"], now=NOW)
    shared["grant"] = grant(alice.actor, centre.places["Mia"], application=shared["application"], now=NOW).id
    kept["grant"] = grant(sam.actor, centre.places["Noor"], now=NOW).id
    gone["grant"] = grant(alice.actor, centre.places["Noor"], now=NOW).id
    revoke(alice.actor, gone["grant"], now=NOW)
    shared["desk"] = sam.actor.desk
    centre.arrive("Gone")
    gone["desk"] = centre.desk("Gone").actor.desk
    Desk.objects.filter(pk=gone["desk"]).delete()
    gone["feed"] = kept["feed"] = new_token(alice.actor, now=NOW)
    revoke_token(alice.actor, now=NOW)
    shared["feed"] = new_token(alice.actor, now=NOW)
    add_reviews(centre, alice, kept, shared, gone)


def add_reviews(centre: Centre, alice: Scene, kept: Things, shared: Things, gone: Things) -> None:
    """A link to one note stands and another has run out; Dora reviews one note, Noor another, and one was taken back."""
    from sincerely.desk.actions.shares import revoke_share, share_by_link, share_with_member

    note, dora, noor = shared["message"], centre.people["Dora"].person, centre.people["Noor"].person
    shared["link"] = kept["link"] = share_by_link(alice.actor, note, now=NOW)[1]
    gone["link"] = share_by_link(alice.actor, note, now=NOW - timedelta(days=30), days=14)[1]
    shared["review"] = share_with_member(alice.actor, note, dora, now=NOW).id
    kept["review"] = share_with_member(alice.actor, kept["message"], noor, now=NOW).id
    gone["review"] = share_with_member(alice.actor, kept["message"], dora, now=NOW).id
    revoke_share(alice.actor, gone["review"], now=NOW)


def add_commons(centre: Centre, owns: dict[str, Things], kept: Things, shared: Things, gone: Things, guessed: Things) -> None:
    """Noor shows an example and says something; the other organisation has its own; Alice and Noor keep one to themselves."""
    from sincerely.desk.actions.examples import withdraw_example
    from sincerely.desk.actions.remarks import take_back
    from sincerely.desk.actions.templates import withdraw_template

    def shown(who: str, keeper: str) -> Things:
        example = published(centre.people[who])
        remark = say(centre.people[who], on("example", example))
        return {"example": example, "remark": remark, "template": offered(centre.people[keeper])}

    inside = shown("Noor", "Ada")
    for own in owns.values():
        own |= inside
    centre.join("Yan", "seeker", kept["organisation"])
    kept |= shown("Yan", "Zoe") | {"mine": made(centre.people["Noor"])}
    shared |= {"mine": made(centre.people["Alice"])}
    owns["Alice"] |= {"mine": shared["mine"]}
    gone |= shown("Noor", "Ada") | {"mine": made(centre.people["Alice"])}
    take_back(centre.people["Noor"], gone["remark"])
    withdraw_example(centre.people["Noor"], gone["example"])
    withdraw_example(centre.people["Alice"], gone["mine"])
    withdraw_template(centre.people["Ada"], gone["template"])
    guessed |= dict.fromkeys(("example", "remark", "template", "mine"), GUESSED)


def add_organisations(
    centre: Centre, owns: dict[str, Things], kept: Things, shared: Things, gone: Things, guessed: Things
) -> None:
    """The centre is everybody's own; another organisation is foreign; one is gone. Each has a member and an invitation."""
    from sincerely.desk.actions.organisations import found_organisation, invite, revoke_invitation
    from sincerely.desk.admission import Operator
    from sincerely.desk.models import Invitation, Organisation

    elsewhere, closed = (found_organisation(name, now=NOW).id for name in ("Elsewhere", "Closed"))
    Organisation.objects.filter(pk=closed).delete()
    centre.join("Zoe", "admin", elsewhere)

    def link(organisation: int, email: str = "") -> tuple[str, int]:
        token = invite(Operator(), organisation, role="seeker", email=email, now=NOW)
        return token, Invitation.objects.order_by("-id").values_list("id", flat=True)[0]

    inside = link(centre.organisation)[1]
    for name, own in owns.items():
        own |= {"organisation": centre.organisation, "membership": centre.places["Noor"], "waiting": inside}
        own |= {"invitation": link(elsewhere, f"{name.lower()}@people.example")[0]}
    owns["Alice"]["grant"] = shared["grant"]
    kept |= {"organisation": elsewhere, "membership": centre.places["Zoe"], "waiting": link(elsewhere)[1]}
    gone |= {"organisation": closed, "membership": centre.places["Zoe"], "waiting": kept["waiting"]}
    guessed |= {"membership": GUESSED, "waiting": GUESSED}
    kept["invitation"] = link(elsewhere, "nobody@people.example")[0]
    shared["invitation"] = link(elsewhere)[0]
    gone["invitation"], void = link(elsewhere)
    revoke_invitation(Operator(), elsewhere, void, now=NOW)
