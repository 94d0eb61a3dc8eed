"""Work outside the loop that listens: the desk is read on one thread, and each mail is handed over on its own."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import connections

Result = TypeVar("Result")


class Reader:
    """One thread for all that must not run twice at once. It ends with the program."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, "reader")

    async def __call__(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._pool, closing, work)

    def end(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)


async def apart(work: Callable[[], Result]) -> Result:
    """Does one thing on a thread of its own, to its end even where nobody waits for it any more."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Result] = loop.create_future()

    def tell(result: Result | None, error: BaseException | None) -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(result)  # type: ignore[arg-type]

    def run() -> None:
        result, error = None, None
        try:
            result = closing(work)
        except BaseException as caught:
            error = caught
        if not loop.is_closed():
            loop.call_soon_threadsafe(tell, result, error)

    threading.Thread(target=run, name="hand-over", daemon=True).start()
    return await answer


def closing(work: Callable[[], Result]) -> Result:
    """Does it, and gives its connection to the database back."""
    try:
        return work()
    finally:
        connections.close_all()
