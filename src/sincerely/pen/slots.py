"""The facts of a brief as words that fit into frames."""

import re
from dataclasses import dataclass
from typing import TypeVar

from sincerely.pen.brief import Brief, Fit, Source
from sincerely.pen.dates import calendar_day, past_day
from sincerely.pen.fits import head_sound
from sincerely.pen.names import Address, address
from sincerely.pen.replies import Wish, wish
from sincerely.pen.topics import Topic, topics
from sincerely.pen.words import PAPERS
from sincerely.terms import Channel

ROLE_NOUNS = re.compile(
    r"\b(?:role|position|job|post|scheme|programme|program)$|\b(?:apprenticeship|internship|traineeship|placement|fellowship)\b",
    re.IGNORECASE,
)
WITH_ARTICLE = re.compile(
    r"(?:university|department|ministry|museum|institute|school|college|city|borough|county|board|faculty|centre|center|office)\s+(?:of|for)\b",
    re.IGNORECASE,
)
CODE = re.compile(
    r"\s*[(\[](?:[mwfdxh/ ]{3,}|[^()\[\]]*\d[^()\[\]]*)[)\]]"
    r"|\s*[-–,]?\s*\b(?:ref|req|id|job)\b\.?\s*(?:no\.?|:|#)?\s*[\w-]*\d[\w-]*",
    re.IGNORECASE,
)
T = TypeVar("T")
TALKS = {"phone": "call", "video": "call", "on-site": "meeting"}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the frames can say: `words` by slot; topics and fits in the order in which this seat takes them."""

    words: dict[str, str]
    address: Address
    role: str
    company: str
    topics: tuple[Topic, ...]
    fits: tuple[Fit, ...]
    wish: Wish


def facts_of(brief: Brief) -> Facts:
    """The facts of a brief, cleaned; a missing one has no slot, so that no frame can name it."""
    role = role_name(brief.role)
    company = company_name(brief.company)
    told = tuple(topic for topic in topics(brief.interview.notes) if not names_contact(topic, brief))
    spoken_of = turned(told, brief.seat)
    shown = turned(tuple(fit for fit in brief.fits if fit.topic.strip()), brief.seat)
    wanted = wish(brief.reply)
    words = {
        "name": " ".join(brief.candidate.name.split()),
        "phone": brief.candidate.phone.strip(),
        "email": brief.candidate.email.strip(),
        "company": company,
        "role": role,
        "role_named": role and named(role),
        **talk_words(brief.interview.format),
        **days(brief),
        **topic_words(spoken_of),
        **fit_words(shown),
        "proposed": wanted.words if wanted.kind == "time" else "",
        "wanted": wanted.words if wanted.kind == "papers" else "",
    }
    optional = ("when", "on_date")
    return Facts(
        words={slot: text for slot, text in words.items() if text or slot in optional},
        address=address(brief.contact, brief.british),
        role=role,
        company=company,
        topics=spoken_of,
        fits=shown,
        wish=wanted,
    )


def talk_words(form: str) -> dict[str, str]:
    """How an interview of that form is spoken of."""
    return {
        "talk": TALKS.get(form, "conversation"),
        "met": "met" if form in ("on-site", "video") else "spoke",
        "see": "see me" if form == "on-site" else "speak with me",
        "seeing": "seeing me" if form == "on-site" else "speaking with me",
    }


def topic_words(spoken_of: tuple[Topic, ...]) -> dict[str, str]:
    """The first two topics; the first is a `thing` too where it has a name of its own."""
    first, second = (*spoken_of, None, None)[:2]
    return {
        "topic": first.phrase if first else "",
        "thing": first.phrase if first and first.thing else "",
        "second": second.phrase if second else "",
    }


def days(brief: Brief) -> dict[str, str]:
    """The interview's day, and the promised one where it lies after it; a letter, which is read days later, names the date."""
    held, today = brief.interview.date, brief.today
    when = on_date = ""
    if held and held <= today:
        on_date = f" on {calendar_day(held, today, brief.british)}"
        when = on_date if brief.channel is Channel.LETTER else f" {past_day(held, today, brief.british)}"
    owed = brief.promised if brief.promised and not (held and brief.promised <= held) else None
    promised = calendar_day(owed, today, brief.british) if owed else ""
    return {"when": when, "on_date": on_date, "promised": promised}


def role_name(role: str) -> str:
    """The role's bare name: without reference numbers, "(m/f/d)" and the like, commas in brackets."""
    name = CODE.sub("", " ".join(role.split())).strip(" ,;.-–")
    name = re.sub(r"^(?:the|an?)\s+(?=\S)", "", name, flags=re.IGNORECASE)
    first, comma, rest = name.partition(", ")
    return f"{first} ({rest})" if comma and "(" not in name else name


def named(role: str) -> str:
    """ "the Sous Chef role", and "the Summer Internship" as it is."""
    return f"the {role}" if ROLE_NOUNS.search(role) else f"the {role} role"


def company_name(company: str) -> str:
    """The company's name as it stands in a sentence."""
    name = " ".join(company.split())
    return f"the {name}" if WITH_ARTICLE.match(name) else name


def names_contact(topic: Topic, brief: Brief) -> bool:
    """True where a topic names the reader: nobody is told about themselves."""
    said = {word.removesuffix("'s") for word in topic.phrase.casefold().split()}
    return bool(said & {word for word in brief.contact.name.casefold().split() if len(word) > 2})


def turned(items: tuple[T, ...], seat: int) -> tuple[T, ...]:
    """The items beginning with this seat's own, so that each interviewer reads of another one first."""
    start = seat % len(items) if items else 0
    return items[start:] + items[:start]


def fit_kind(fit: Fit) -> str:
    """Which frames a fit is told in."""
    if fit.topic.split()[0] in ("a", "an") or fit.topic.split()[-1].lower() in PAPERS:
        return "holds"
    if fit.source in (Source.WORK, Source.VOLUNTEER) and (fit.place or fit.role):
        return "work" if fit.place else "post"
    if fit.source is Source.STUDY and fit.place:
        return "study"
    if fit.source in (Source.CERTIFICATE, Source.LANGUAGE):
        return str(fit.source)
    return "skill"


def fit_words(shown: tuple[Fit, ...]) -> dict[str, str]:
    """The slots of the first two fits; those of the second end in 2."""
    words = {}
    for number, fit in zip(("", "2"), shown, strict=False):
        role = role_name(fit.role)
        words[f"fit{number}"] = fit.topic
        words[f"fit{number}_place"] = company_name(fit.place)
        words[f"fit{number}_role"] = role and f"{'an' if head_sound(role) else 'a'} {role}"
    return words
