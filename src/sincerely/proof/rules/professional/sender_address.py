"""A sender's address or display name that does not fit an application.

*What it looks for*: nicknames, boasts, jokes and intimacies in the address or in the name beside it, addresses of
throw-away mail services, random strings, and an address at the present employer's (facts: `candidate.employer`). The
candidate's own name is taken out first, so that no surname is a fault.
*Why it matters*: in a study with recruiters, informal addresses lowered hirability as spelling errors do (van
Toorenburg, Oostrom and Pollet, "What a Difference Your E-Mail Makes", Cyberpsychology, Behavior, and Social
Networking 18:3, 2015); an employer may read what passes through its own mail.
*Remedy*: write from an address that is only your name.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from sincerely.proof.address import Address, bare_address, read_address
from sincerely.proof.finding import Mark, Remedy
from sincerely.proof.names import folded, name_tokens, tokens
from sincerely.proof.reading import Reading
from sincerely.proof.rule import Example, Rule
from sincerely.proof.rules.professional._address_words import looks_random, unfit_words
from sincerely.proof.wordlists import wordlist
from sincerely.terms import Channel, Part, Severity, Span

HERE = Path(__file__).parent
THROWAWAY = re.compile(r"(?:temp|trash|throw-?away|disposable|10-?min|burner|fake|spam)[a-z-]*(?:mail|inbox|box)|mailinator")
PICTOGRAPH = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf\u2764]|[~*^|]{2,}|^[~*=]")
SURE_LENGTH = 5
ACADEMIC = re.compile(r"\.(?:edu|ac)(?:\.|$)")

IRIS = {"candidate": {"name": "Iris Cockburn"}}
BODY = "Dear Mr Sand,\n\nThank you for Monday.\n\nKind regards,\nIris Cockburn"


def sent_from(sender: str, **candidate: str) -> Example:
    """An example of a message from one sender."""
    named = {"name": "Iris Cockburn"} | candidate
    contacts = [{"name": "Tom Sand", "email": "t.sand@sandboats.example"}]
    return Example(body=BODY, quote=sender, message={"from": sender}, record={"candidate": named, "contacts": contacts})


RULE = Rule(
    severity=Severity.WARNING,
    title="The sender's address does not fit",
    why="Recruiters judge informal addresses as harshly as spelling errors (van Toorenburg, Oostrom and Pollet, 2015).",
    flags=(
        sent_from("Iris Cockburn <sexyiris99@mail.example>"),
        sent_from("partyanimal_iris@mail.example"),
        sent_from("Iris Cockburn <dark.lord.666@mail.example>"),
        sent_from("Iris Cockburn <ilovecats4ever@mail.example>"),
        sent_from("iris.cockburn.b33r.g0d@mail.example"),
        sent_from("Iris <iris@trashmail.example>"),
        sent_from("Beer Queen Iris <iris.cockburn@mail.example>"),
        sent_from("Iris Cockburn <icockburn@northdocks.example>", employer="North Docks Ltd"),
        sent_from("Iris Cockburn <a1b2c3d4e5@mail.example>"),
    ),
    passes=(
        sent_from("Iris Cockburn <iris.cockburn@mail.example>"),
        sent_from("icockburn1984@mail.example"),
        sent_from("Kit Dickinson-Stoner <kit.stoner@mail.example>", name="Kit Dickinson-Stoner"),
        sent_from("Princess Okafor <princess.okafor@mail.example>", name="Princess Okafor"),
        sent_from("Iris Cockburn <iris.cockburn.baker@mail.example>", employer="North Docks Ltd"),
        sent_from("iris@cockburn.example", employer="North Docks Ltd"),
        sent_from("Nguyen Van Phuc <phuc.nguyen.welder@mail.example>", name="Nguyễn Văn Phúc"),
        sent_from("s1234567@student.northbay.edu", name="Ama Sarpong"),
        sent_from(""),
    ),
    channels=frozenset({Channel.EMAIL}),
)


def look(reading: Reading) -> Iterator[Mark]:
    address = read_address(reading.letter.sender)
    if address is None:
        return
    facts = reading.facts
    remedy = own_address(reading, address)
    name = name_tokens(facts.candidate.name or address.name) | frozenset(tokens(facts.candidate.name))
    reason = unfit_address(address, name)
    if reason:
        yield Mark(Part.FROM, address.span, reason, remedy)
    elif is_employers(address.domain, facts.candidate.employer) and not fits_anyway(reading, address, name):
        yield Mark(
            Part.FROM,
            address.span,
            f"This address belongs to your present employer, {facts.candidate.employer}.",
            remedy,
            why="An employer can read what passes through its own mail, and the address ends with the job.",
        )
    elif facts.candidate.name and (word := unfit_display(address.name, name)):
        span = Span(0, max(1, reading.letter.sender.rfind(address.name) + len(address.name)))
        plain = Remedy(f"Show your plain name: {facts.candidate.name}.")
        yield Mark(Part.FROM, span, f"The name shown with your address (“{word}”) does not fit an application.", plain)


def own_address(reading: Reading, address: Address) -> Remedy:
    """Another address of the candidate's that is on record, or the form that a good one has."""
    known = reading.facts.candidate.email
    name = tokens(reading.facts.candidate.name)
    if known and bare_address(known) != address.bare:
        return Remedy(f"Send it from {known}.", replacement=known)
    form = f"{name[0]}.{name[-1]}@…" if len(name) > 1 else "first.last@…"
    return Remedy(f"Send it from an address of your own that is only your name, such as {form}")


def unfit_address(address: Address, name: frozenset[str]) -> str:
    """Why an address does not fit, in one sentence; empty where it does."""
    domain = address.domain.casefold()
    labels = domain.split(".")
    if not wordlist("_disposable_domains", HERE).isdisjoint(labels[:-1]) or THROWAWAY.search(domain):
        return f"{domain} lends addresses for a short time: an answer may never reach you."
    if ACADEMIC.search(domain):
        return ""
    words = list(dict.fromkeys(unfit_words(address.local, name)))
    if words:
        return f"“{words[0]}” in your address does not fit an application."
    if looks_random(address.local) and not any(word[:3] in folded(address.local) for word in name):
        return "This address looks made up at random, and your name is not in it."
    return ""


def unfit_display(display: str, name: frozenset[str]) -> str:
    """What in a display name does not fit; empty where all does."""
    if match := PICTOGRAPH.search(display):
        return match[0]
    left = [word for word in tokens(display) if word not in name]
    return next(iter(unfit_words(" ".join(left), name)), "") if left else ""


def is_employers(domain: str, employer: str) -> bool:
    """True where a label of the domain is the employer's name, its first words joined, all its telling words, or its initials."""
    plain = folded(employer.replace("&", " and ").replace("'", "").replace("’", ""))
    words = re.findall(r"[^\W_]+", plain)
    telling = [word for word in words if word not in wordlist("_company_words", HERE)]
    if not telling:
        return False
    names = {"".join(kept[:count]) for kept in (words, telling) for count in range(1, len(kept) + 1)}
    initials = {"".join(word[0] for word in kept) for kept in (words, telling) if len(kept) >= 3}
    initials |= {"".join(word[0] for word in kept[:-1]) + kept[-1] for kept in (words, telling) if len(kept) >= 2}
    labels = [label.replace("-", "") for label in domain.casefold().split(".")[:-1]]
    whole = "".join(telling)
    return any(
        (label in names and len(label) >= SURE_LENGTH)
        or label in (whole, *initials)
        or (len(whole) >= SURE_LENGTH and whole in label)
        for label in labels
    )


def fits_anyway(reading: Reading, address: Address, name: frozenset[str]) -> bool:
    """True where the domain is the candidate's own name, or the addressee's too: who applies within the house may use "
    "its mail."""
    domain = address.domain.casefold()
    others = [read_address(text) for text in (*reading.letter.to, *(contact.email for contact in reading.facts.contacts))]
    return domain.split(".")[0] in name or any(other and other.domain.casefold() == domain for other in others)
