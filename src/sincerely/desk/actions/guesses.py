"""What an invite gives away of the employer: guesses, each shown as one."""

import re
from collections.abc import Iterable

from sincerely.post.address import Address, employer_domain
from sincerely.post.invites import Invite

# Senders and rooms that are nobody: RFC 2142 names some, calendar programs the others.
NOBODY = re.compile(
    r"^(?:no-?_?reply|do-?not-?reply|notifications?|calendar(?:-notification)?|invites?|mailer-daemon|postmaster)\b", re.I
)
RESOURCE = re.compile(r"@(?:resource|group)\.calendar\.google\.com$|^(?:room|conf(?:erence)?room|resource)[-._+\d@]", re.I)
# Companies whose domain says who runs the calendar, not who invites.
SCHEDULERS = frozenset(
    {
        *("calendly.com", "cal.com", "google.com", "zoom.us", "goodtime.io", "hirevue.com"),
        *("greenhouse.io", "lever.co", "ashbyhq.com", "workable.com", "smartrecruiters.com", "myworkday.com", "icims.com"),
        *("jobvite.com", "teamtailor.com", "recruitee.com", "personio.de", "personio.com", "bamboohr.com", "breezy.hr"),
    }
)
NAME = r"(?P<name>[^\W\d_][\w&.'’\- ]{1,60}?)"
AT = [
    re.compile(rf"\binterview\b.*?\b(?:at|@)\s+{NAME}\s*(?:$|[-–—|:,(])", re.I),
    re.compile(rf"\b(?:interview|call|chat|talk|conversation)\s+with\s+{NAME}\s*(?:$|[-–—|:,(])", re.I),
    re.compile(rf"^{NAME}\s*(?:[-–—|:]|\s)\s*(?:\w+\s+)?interview\b", re.I),
    re.compile(rf"\binterview\s*[-–—|:]\s*{NAME}\s*(?:$|[-–—|:,(])", re.I),
]
ROLE = [
    re.compile(
        r"\b(?:position|role|post|job)\s+(?:of|as)\s+(?:an?\s+|the\s+)?(?P<role>[\w&/+.#' \-]{3,80}?)\s*(?:$|\bat\b|[-–—|:,(@])",
        re.I,
    ),
    re.compile(
        r"\binterview\s+for\s+(?:an?\s+|the\s+)?(?P<role>[\w&/+.#' \-]{3,80}?)\s*(?:$|\b(?:at|role|position|with)\b|[-–—|:,(@])",
        re.I,
    ),
]
WORD = re.compile(r"[^\W_]+(?:[&'’.\-][^\W_]+)*")


def people(invite: Invite, own: frozenset[str], own_name: str) -> tuple[Address, ...]:
    """Who is invited beside the candidate, each once; the organizer where nobody else is."""

    def other(person: Address) -> bool:
        email = person.email.lower()
        nobody = NOBODY.search(email) or RESOURCE.search(email) or email in own
        return bool(email) and not nobody and squeezed(person.name) != squeezed(own_name)

    invited = {person.email.lower(): person for person in invite.attendees if other(person)}
    if not invited and invite.organizer is not None and other(invite.organizer):
        return (invite.organizer,)
    return tuple(invited.values())


def domain(invite: Invite, panel: Iterable[Address], own: frozenset[str]) -> str:
    """The domain of those who invite; empty where it tells nothing."""
    organizer = (invite.organizer,) if invite.organizer and invite.organizer.email.lower() not in own else ()
    for person in (*organizer, *panel):
        found = employer_domain(person.email)
        if found and found not in SCHEDULERS:
            return found
    return ""


def employer_name(invite: Invite, domain: str, panel: tuple[Address, ...], own_name: str) -> str:
    """The employer's name, or nothing: as the invite writes what the domain says; without a domain, what the summary says."""
    if domain:
        label = domain.partition(".")[0]
        return written_as(label, f"{invite.summary}\n{invite.location}\n{invite.description}") or label.replace("-", " ").title()
    persons = {squeezed(person.name) for person in panel} | {squeezed(own_name)}
    for pattern in AT:
        match = pattern.search(" ".join(invite.summary.split())[:300])
        if match and squeezed(match["name"]) not in persons:
            return match["name"].strip(" .-")
    return ""


def written_as(label: str, text: str) -> str:
    """The words of a text that, run together, are a domain's label: "Acme Widgets" of acmewidgets."""
    wanted = squeezed(label)
    words = list(WORD.finditer(text[:20_000]))
    for start in range(len(words)):
        run = ""
        for end in range(start, min(start + 5, len(words))):
            run += squeezed(words[end].group())
            if run == wanted and text[words[start].start() - 1 : words[start].start()] not in ("@", ".", "/", "-"):
                found = text[words[start].start() : words[end].end()]
                return found if found != found.lower() else found.title()
            if not wanted.startswith(run):
                break
    return ""


def role(invite: Invite) -> str:
    """The role that the summary names, or nothing."""
    summary = " ".join(invite.summary.split())[:300]
    found = next((match for pattern in ROLE if (match := pattern.search(summary))), None)
    return found["role"].strip() if found else ""


def format(invite: Invite) -> str:
    """Phone, video or on-site, by where the invite takes place."""
    place, text = invite.location.lower(), f"{invite.summary}\n{invite.description}".lower()[:20_000]
    online = ("zoom", "teams", "meet.google", "webex", "whereby", "video", "gotomeeting", "skype", "online", "virtual")
    by_phone = re.compile(r"\bphone\b|\btelephone\b|\bcall you\b|\btel:|^\+?[\d\s().\-]{7,}$")
    if any(word in place for word in online):
        return "video"
    if by_phone.search(place):
        return "phone"
    if place:
        return "on-site"
    if any(word in text for word in online):
        return "video"
    return "phone" if by_phone.search(text) else ""


def person_name(person: Address) -> str:
    """The name of someone invited; where only an address is known, what it says."""
    if person.name and "@" not in person.name:
        return " ".join(person.name.split())
    local = person.email.partition("@")[0].partition("+")[0]
    return " ".join(part.capitalize() for part in re.split(r"[._\-]+", local) if part) or person.email


def squeezed(text: str) -> str:
    """Letters and digits alone, in small letters."""
    return "".join(character for character in text.casefold() if character.isalnum())
