"""The named points at which a process that sends can die: between any two steps that the world or the database sees."""

import os
import signal
import smtplib
from collections.abc import Callable
from typing import Any

Step = tuple[Any, str, bool]


def die() -> None:
    """As by kill -9: nothing is closed, flushed or told."""
    os.kill(os.getpid(), signal.SIGKILL)


def steps() -> dict[str, Step]:
    """Each point: what is called there, and whether death comes after the call rather than before it."""
    from sincerely.desk.loops import outbox, recovery
    from sincerely.post.carriers import smtp

    return {
        "before the claim": (outbox, "claim", False),
        "in the claim's transaction": (outbox, "reports_before_sending", False),
        "claimed": (outbox, "claim", True),
        "signed in": (smtp.Carrier, "_open", True),
        "addressed": (smtp.Carrier, "_address", True),
        "DATA taken, not marked": (smtplib.SMTP, "docmd", True),
        "answered": (smtp.Carrier, "_last_answer", True),
        "in the transaction that says sent": (outbox, "left", True),
        "said sent": (outbox, "delivered", True),
        "failure known, not written": (outbox, "failed", False),
        "in the recovery's transaction": (recovery, "note", False),
    }


SENDS = ("marked, nothing sent", "half of the body sent", "body sent, no dot", "dot sent, no answer read")


def names() -> tuple[str, ...]:
    """All points, in the order in which a message passes them."""
    return (*steps(), *SENDS)


def arm(point: str) -> None:
    """Makes this process die at the point, if it comes there."""
    if point in SENDS:
        smtplib.SMTP.send = sending(point, smtplib.SMTP.send)  # type: ignore[method-assign]
        return
    place, name, after = steps()[point]
    setattr(place, name, deadly(getattr(place, name), after))


def deadly(call: Callable[..., Any], after: bool) -> Callable[..., Any]:
    def called(*args: Any, **kwargs: Any) -> Any:
        if after:
            call(*args, **kwargs)
        die()

    return called


def sending(point: str, send: Callable[..., Any]) -> Callable[..., Any]:
    """smtplib's send, which gets commands as text, and the message and its last dot as bytes."""

    def sent(server: smtplib.SMTP, data: Any) -> None:
        dot, message = data == b".\r\n", isinstance(data, bytes)
        if (point == SENDS[0] and message) or (point == SENDS[2] and dot):
            die()
        if point == SENDS[1] and message and not dot:
            send(server, data[: len(data) // 2])
            die()
        send(server, data)
        if point == SENDS[3] and dot:
            die()

    return sent
