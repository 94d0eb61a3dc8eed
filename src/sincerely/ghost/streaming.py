"""A model's words as they come: the server-sent events of the OpenAI form, within limits of time and size."""

import asyncio
import codecs
import json
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from time import monotonic
from typing import Any

import httpx2

from sincerely.ghost.endpoint import Endpoint, GhostError, refused, unreachable

# A model that is not in memory yet takes a minute or two to load from a slow disk.
FIRST_WORD = 120.0
# Between two words of a model that runs on an old laptop there is about a second.
NEXT_WORD = 45.0
WHOLE = 300.0
# A note has some 1,500 characters; each comes in an event of some 250 bytes.
MOST_BYTES = 4 * 1024 * 1024
MOST_LINE = 256 * 1024
MOST_SAID = 20_000
# Small models lose themselves (SmolLM2 with 135 million parameters said one sentence forty times): no note says one four times.
ROUND = re.compile(r"(?=([^.!?\n]{12,200}[.!?\n]\s*))(?:\1){4}")
LATELY = 1_000
SLOW = "Your model takes too long. Nothing was changed. Try again, or a smaller model."
CUT = "Your model stopped in the middle of its answer. Nothing was changed. Try again."


async def words_of(endpoint: Endpoint, body: bytes) -> AsyncIterator[str]:
    """What a model answers to `body`, a request of the OpenAI form with `stream`, piece by piece; raises GhostError.

    No redirect is followed and no packed answer is read: the first would pass letters on, the second could burst.
    """
    until, size, said, lately, ended = monotonic() + WHOLE, 0, 0, "", False
    async with answering(endpoint, body) as answer:
        if answer.status_code != 200:
            raise refused(endpoint, answer.status_code)
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if answer.headers.get("content-encoding", "identity") != "identity" or kind not in (
            "text/event-stream",
            "application/json",
        ):
            raise GhostError(f"{endpoint.host} answered, but not as a language model does. Does the address end in /v1?")
        pieces = answer.aiter_raw()
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        left = ""
        while not ended:
            raw = await next_of(pieces, min(NEXT_WORD if said else FIRST_WORD, until - monotonic()))
            size += len(raw or b"")
            if size > MOST_BYTES or said > MOST_SAID:
                raise GhostError("Your model's answer is far too long. Nothing was changed. Try again, or another model.")
            *lines, left = (left + decode(raw or b"", final=raw is None)).split("\n")
            if raw is None:
                lines, left = [*lines, left], ""
            if kind == "application/json":
                # Some servers do not stream: the whole answer comes at once.
                left = "\n".join([*lines, left])
                lines = [f"data: {left}"] if raw is None else []
            elif len(left) > MOST_LINE:
                raise GhostError(CUT)
            for line in lines:
                word, ended = read_event(line, endpoint)
                said += len(word)
                if word:
                    yield word
                lately = (lately + word)[-LATELY:]
                if word.rstrip()[-1:] in tuple(".!?") and ROUND.search(lately):
                    raise GhostError("Your model says the same again and again. Nothing was changed. Try a larger model.")
                if ended:
                    break
            if raw is None and not ended:
                raise GhostError(CUT)


@asynccontextmanager
async def answering(endpoint: Endpoint, body: bytes) -> AsyncIterator[httpx2.Response]:
    """An answer that begins to come in; what goes wrong on the wire is told in one line."""
    headers = {"Content-Type": "application/json", "Accept": "text/event-stream", "Accept-Encoding": "identity"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    # No proxy stands between this machine and itself: it would read the letter.
    try:
        async with (
            httpx2.AsyncClient(timeout=FIRST_WORD, trust_env=not endpoint.local) as client,
            client.stream("POST", endpoint.questions, content=body, headers=headers, follow_redirects=False) as answer,
        ):
            yield answer
    except httpx2.TimeoutException:
        raise GhostError(SLOW) from None
    except httpx2.RemoteProtocolError:
        raise GhostError(CUT) from None
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
        raise unreachable(endpoint, error) from None


async def next_of(pieces: AsyncIterator[bytes], seconds: float) -> bytes | None:
    """The next bytes, None at the end; raises GhostError where they do not come in time."""
    try:
        # Not wait_for: before Python 3.12 it may swallow that its caller went away.
        async with asyncio.timeout(max(seconds, 0.0)):
            return await anext(pieces, None)
    except TimeoutError:
        raise GhostError(SLOW) from None


def read_event(line: str, endpoint: Endpoint) -> tuple[str, bool]:
    """The words in one line of the stream, and whether it was the last; other lines of the form say nothing."""
    field, _, value = line.strip("\r").partition(":")
    value = value.strip()
    if field != "data" or not value:
        return "", False
    if value == "[DONE]":
        return "", True
    try:
        event: Any = json.loads(value)
        choice = event["choices"][0] if event.get("choices") else {}
        whole = choice.get("message")
        word = (whole or choice.get("delta") or {}).get("content") or ""
        over, wrong = choice.get("finish_reason"), event.get("error")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise GhostError("Your model answered something that cannot be read. Nothing was changed. Try again.") from None
    if wrong or not isinstance(word, str):
        raise GhostError(f"{endpoint.host} reports an error of its own instead of an answer. Nothing was changed. Look there.")
    if over == "length":
        raise GhostError("Your model ran out of room in the middle. Give it more context there, or ask about fewer words.")
    return word, bool(over or whole)


def in_turn(pieces: AsyncIterator[str]) -> Iterator[str]:
    """The same words for a caller that waits for each."""
    with asyncio.Runner() as runner:
        try:
            while (piece := runner.run(following(pieces))) is not None:
                yield piece
        finally:
            runner.run(closed(pieces))


async def following(pieces: AsyncIterator[str]) -> str | None:
    return await anext(pieces, None)


async def closed(pieces: AsyncIterator[str]) -> None:
    end = getattr(pieces, "aclose", None)
    if end is not None:
        await end()
