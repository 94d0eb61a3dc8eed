"""What stands below an article, a template and an example: what members say of it, whether it helped, and what they report."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from sincerely.desk.actions.moderation import complain
from sincerely.desk.actions.remarks import opine, remark, take_back
from sincerely.desk.admission import NOTHING
from sincerely.desk.commons import About
from sincerely.desk.errors import DeskError, NotThere
from sincerely.desk.queries.commons import places_of, remarks, remarks_on
from sincerely.faces.web.asked import number_in
from sincerely.faces.web.clock import now
from sincerely.faces.web.look import rulebook
from sincerely.faces.web.members.clocks import own_clocks
from sincerely.faces.web.members.door import MemberRequest
from sincerely.faces.web.paging import paged

Step = Callable[[MemberRequest, About, str], str]
Page = Callable[..., HttpResponse]


def said_of(request: MemberRequest, about: About) -> dict[str, Any]:
    """What a page needs to show what was said of something; raises NotThere."""
    page = paged(remarks_on(request.member, about), request)
    said = {"page": page, "remarks": remarks(request.member, page.object_list), "typed": {}}
    return said | around(request)


def around(request: MemberRequest) -> dict[str, Any]:
    """What every page of the advice says of its reader: where they are a member, and where they keep the advice."""
    places = places_of(request.member)
    kept = [place for place in places if place.keeps]
    return {"organisations": places, "kept": kept, "kept_ids": [place.id for place in kept], "clocks": own_clocks(request)}


def member_of_some(request: MemberRequest) -> dict[str, Any]:
    """The same; raises NotThere for who is in no organisation: there is nobody to share with."""
    reader = around(request)
    if not reader["organisations"]:
        raise NotThere(NOTHING)
    return reader


def keeper(request: MemberRequest) -> dict[str, Any]:
    """The same; raises NotThere for who keeps nothing."""
    reader = around(request)
    if not reader["kept"]:
        raise NotThere(NOTHING)
    return reader


def done(request: MemberRequest, about: About, back: str, page: Page) -> HttpResponse:
    """Does what the button says and leads back; what cannot be done is told on the page, and nothing typed is lost."""
    verb, _, key = request.POST.get("do", "").partition(":")
    try:
        words = STEPS.get(verb, nothing)(request, about, key)
    except NotThere:
        raise
    except DeskError as error:
        return page(request, about.key, status=422, wrong=str(error), typed=request.POST)
    messages.success(request, words)
    return redirect(f"{back}#said")


def meant(about: About, key: str) -> About:
    """The thing of the page, or with a number a remark on it."""
    return About("remark", number_in({"remark": key}, "remark")) if key else about


def say(request: MemberRequest, about: About, key: str) -> str:
    given = request.POST
    place = number_in(given, "organisation") if given.get("organisation") else None
    words, named = given.get("words", ""), bool(given.get("named"))
    remark(request.member, about, words=words, named=named, organisation=place, rulebook=rulebook(), now=now())
    return "Said. Thank you."


def helped(request: MemberRequest, about: About, key: str) -> str:
    opine(request.member, meant(about, key), True, now=now())
    return "Thank you: that helps others to find it."


def not_helped(request: MemberRequest, about: About, key: str) -> str:
    opine(request.member, meant(about, key), False, now=now())
    return "Thank you: others will find it further down."


def neither(request: MemberRequest, about: About, key: str) -> str:
    opine(request.member, meant(about, key), None, now=now())
    return "Taken back."


def unsay(request: MemberRequest, about: About, key: str) -> str:
    take_back(request.member, number_in({"remark": key}, "remark"))
    return "Taken back. It is gone."


def report(request: MemberRequest, about: About, key: str) -> str:
    complain(request.member, meant(about, key), reason=request.POST.get(f"reason:{key}", ""), now=now())
    return "Reported. An editor of your organisation will look at it."


def nothing(request: MemberRequest, about: About, key: str) -> str:
    raise DeskError("That button is not known here. Load the page again.")


STEPS: dict[str, Step] = {
    "say": say,
    "helped": helped,
    "not": not_helped,
    "neither": neither,
    "unsay": unsay,
    "report": report,
}
