"""Shortcuts for tests of the commons: what a page would do, in one line each."""

from typing import Any

from tests.desk.conftest import NOW

from sincerely.proof.rulebook import Rulebook, only

RULES: Rulebook = only(["hostility/insult", "professional/placeholder", "professional/sign-off"])
LETTER = (
    "Dear Helen,\n\nThank you for your time on Tuesday. I enjoyed hearing how Larkfield plans its 45 night shifts.\n\n"
    "Kind regards,\nAlice"
)
FRAME = "Dear {name},\n\nThank you for your time. I enjoyed hearing about [what you talked about].\n\nKind regards,\n{me}"


def on(noun: str, key: Any) -> Any:
    from sincerely.desk.commons import About

    return About(noun, key)


def say(member: Any, about: Any, words: str = "This helped me.", now: Any = NOW, **more: Any) -> int:
    from sincerely.desk.actions.remarks import remark

    return remark(member, about, words=words, now=now, rulebook=RULES, **more)


def opine(member: Any, about: Any, helped: bool | None = True, now: Any = NOW) -> None:
    from sincerely.desk.actions.remarks import opine as act

    act(member, about, helped, now=now)


def made(member: Any, now: Any = NOW, **more: Any) -> int:
    from sincerely.desk.actions.examples import make_example

    return make_example(member, now=now, **{"title": "After a long talk", "text": LETTER, **more})


def publish(member: Any, number: int, seen: str = "", now: Any = NOW) -> None:
    from sincerely.desk.actions.examples import publish_example
    from sincerely.desk.queries.commons import example

    publish_example(member, number, seen=seen or example(member, number, own=True).edition, now=now, rulebook=RULES)


def published(member: Any, **more: Any) -> int:
    number = made(member, **more)
    publish(member, number)
    return number


def offered(member: Any, now: Any = NOW, **more: Any) -> int:
    from sincerely.desk.actions.templates import offer_template

    told = {"title": "Thank you", "stage": "thank-you", "channel": "email", "subject": "Thank you for your time", "body": FRAME}
    return offer_template(member, now=now, rulebook=RULES, **(told | more))


def complain(member: Any, about: Any, reason: str = "It names somebody.", now: Any = NOW) -> None:
    from sincerely.desk.actions.moderation import complain as act

    act(member, about, reason=reason, now=now)


def rule(member: Any, about: Any, what: str = "hide", reason: str = "It names somebody.", now: Any = NOW) -> None:
    from sincerely.desk.actions.moderation import rule as act

    act(member, about, what, reason=reason, now=now)


def heard(member: Any, about: Any) -> list[Any]:
    """The remarks on something, as a member reads them."""
    from sincerely.desk.queries.commons import remarks, remarks_on

    return remarks(member, remarks_on(member, about))


def words(member: Any, about: Any) -> list[str]:
    return [row.words for row in heard(member, about)]
