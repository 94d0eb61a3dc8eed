"""A language model behind an OpenAI-compatible address: one question, one answer, within limits."""

import json
from dataclasses import dataclass, field
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import httpx2

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
# A small model on an old laptop writes some five words a second: this is room for a page.
MOST_SECONDS = 120.0
MOST_BYTES = 1024 * 1024


class GhostError(Exception):
    """A model that cannot be asked or did not answer; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers: `address` ends before /chat/completions, as in http://127.0.0.1:11434/v1."""

    address: str
    model: str
    key: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        try:
            parts = urlsplit(self.address)
        except ValueError:
            raise GhostError(f"{self.address!r} is no address. A model on this machine: http://127.0.0.1:11434/v1") from None
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise GhostError(f"{self.address!r} does not begin with http:// or https://. Give the address of your model.")
        if parts.scheme == "http" and not self.local:
            raise GhostError(f"{parts.hostname} is another machine: letters go there by https:// only.")
        if parts.username or parts.password:
            raise GhostError("Leave name and password out of the model's address. A key is given by itself.")
        if parts.query or parts.fragment:
            raise GhostError("The model's address ends with its path, such as /v1. Leave out what follows a ? or #.")

    @property
    def questions(self) -> str:
        """Where questions go."""
        return self.address.rstrip("/") + "/chat/completions"

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or ""

    @property
    def local(self) -> bool:
        """True where nothing that is asked leaves this machine."""
        return self.host in LOOPBACK


def ask(endpoint: Endpoint, system: str, question: str) -> str:
    """The model's answer to one question, as text; raises GhostError. No redirect is followed: the letter would go along."""
    said = {"role": "system", "content": system}, {"role": "user", "content": question}
    body = {"model": endpoint.model, "messages": said, "temperature": 0, "stream": False}
    # A packed answer could burst.
    headers = {"Accept-Encoding": "identity"} | ({"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {})
    # No proxy stands between this machine and itself: it would read the letter.
    with httpx2.Client(timeout=MOST_SECONDS, trust_env=not endpoint.local) as client:
        try:
            with client.stream("POST", endpoint.questions, json=body, headers=headers, follow_redirects=False) as answer:
                status, content = answer.status_code, bounded(answer)
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
            raise unreachable(endpoint, error) from None
    if status != 200:
        raise refused(endpoint, status)
    return words_in(content, endpoint)


def unreachable(endpoint: Endpoint, error: Exception) -> GhostError:
    return GhostError(f"The model at {endpoint.host} cannot be asked ({type(error).__name__}). Does it run?")


def refused(endpoint: Endpoint, status: int) -> GhostError:
    return GhostError(f"The model at {endpoint.host} refused the question (status {status}). Check its address, name and key.")


def bounded(answer: httpx2.Response) -> bytes:
    """What a server says, as long as it is not too much and does not take too long."""
    until, parts, size = monotonic() + MOST_SECONDS, [], 0
    if answer.headers.get("content-encoding", "identity") != "identity":
        return b""
    for part in answer.iter_raw():
        size += len(part)
        if size > MOST_BYTES or monotonic() > until:
            raise GhostError("The model's answer is too long, or takes too long. Try a smaller model.")
        parts.append(part)
    return b"".join(parts)


def words_in(content: bytes, endpoint: Endpoint) -> str:
    try:
        found: Any = json.loads(content)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        found = None
    if not isinstance(found, str):
        raise GhostError(f"{endpoint.host} answered, but not as a language model does. Does the address end in /v1?")
    return found
