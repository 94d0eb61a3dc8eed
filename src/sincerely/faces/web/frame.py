"""What every page has around it: the way to the others, the theme, and whose desk it is."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True)
class Place:
    """A page that the head of every page leads to; `parts` are the routes at which it counts as open, `key` opens it.

    `needs`: what must be there for it: an open desk, a member who signed in, or nothing.
    """

    route: str
    words: str
    key: str = ""
    parts: tuple[str, ...] = ()
    needs: str = "desk"


OF_SETTINGS = ("sending", "policy", "own-words", "calendar", "digest", "reviewing", "programs", "own-model", "keeping", "sharing")
OF_MEMBERS = ("organisation", "caseload", "invited", "shared-desk", "shared-application", "shared-note", "reviews-asked")
OF_ADVICE = ("article", "templates", "template", "examples", "example", "example-make", "example-own", "moderation")
# In the order of a day. A page that is not built yet is not shown.
PLACES = (
    Place("today", "Today", "t"),
    Place("applications", "Applications", "a", ("application", "interview", "thread", "employer")),
    Place("contacts", "People", "p", ("contact",)),
    Place("jobs", "Jobs", "w", ("posting",)),
    Place("insight", "Insight"),
    Place("settings", "Settings", "", OF_SETTINGS),
    Place("advice", "Advice", "", OF_ADVICE, "member"),
    Place("organisations", "Members", "", OF_MEMBERS, "member"),
    Place("account", "Account", "", (), "member"),
    Place("help", "Help", "h", (), ""),
)
THEMES = ("light", "dark")


def frame(request: HttpRequest) -> dict[str, Any]:
    """What base.html needs on every page."""
    here = request.resolver_match.url_name if request.resolver_match else ""
    theme = request.COOKIES.get("theme", "")
    return {
        "desk": getattr(request, "desk", None),
        "member": getattr(request, "member", None),
        "places": [
            (place.words, way, here == place.route or here in place.parts, place.key)
            for place, way in ways()
            if not place.needs or getattr(request, place.needs, None)
        ],
        "theme": theme if theme in THEMES else "",
    }


def ways() -> list[tuple[Place, str]]:
    """The pages that are there, with their addresses."""
    found = []
    for place in PLACES:
        try:
            found.append((place, reverse(place.route)))
        except NoReverseMatch:
            continue
    return found
