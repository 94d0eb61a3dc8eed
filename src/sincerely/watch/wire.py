"""A connection that goes to one address only, and ends when its time is up, however slowly the other side speaks."""

from collections.abc import Callable, Iterable, Sequence
from ssl import SSLContext
from typing import Any

import httpcore2


class Wire(httpcore2.NetworkBackend):
    """Connects to the given addresses, whatever host is asked for; `left` gives the seconds that remain."""

    def __init__(self, addresses: Sequence[str], left: Callable[[], float]) -> None:
        self.addresses = addresses
        self.left = left
        self.network = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        trouble: Exception = httpcore2.ConnectError("no address")
        for address in self.addresses[:3]:
            try:
                return Stream(self.network.connect_tcp(address, port, timeout=min(self.left(), 5.0)), self.left)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                trouble = error
        raise trouble


class Stream(httpcore2.NetworkStream):
    """A stream whose every step counts against the one limit."""

    def __init__(self, stream: httpcore2.NetworkStream, left: Callable[[], float]) -> None:
        self.stream = stream
        self.left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.stream.read(max_bytes, self.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.stream.write(buffer, self.left())

    def close(self) -> None:
        self.stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        return Stream(self.stream.start_tls(ssl_context, server_hostname, self.left()), self.left)

    def get_extra_info(self, info: str) -> Any:
        return self.stream.get_extra_info(info)
