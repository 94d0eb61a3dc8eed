"""A bad line before a real mail server: it resets, withholds, delays, cuts and makes up answers, at the step that it is told."""

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from random import Random
from typing import BinaryIO

RESET = struct.pack("ii", 1, 0)
STEPS = ("EHLO", "MAIL", "RCPT", "DATA", ".")
DEEDS = ("reset before", "reset after", "withhold", "delay", "half answer", "451 4.3.0 not now", "554 5.3.0 never", "what?")


@dataclass(frozen=True)
class Fault:
    """What goes wrong at a step of SMTP; the step `.` is the last dot, `body` what stands before it.

    reset before: the server never hears it. reset after, withhold: it does, and its answer is lost, or kept back for ever.
    delay: the answer comes `seconds` later. half answer: it breaks off. half: half of the body arrives.
    Other deeds are an answer of the line's own, to what the server never hears.
    """

    step: str
    deed: str
    seconds: float = 0.5


def every_fault() -> list[Fault]:
    """Each deed at each step."""
    return [Fault(step, deed) for step in STEPS for deed in DEEDS] + [Fault("body", "half"), Fault("body", "reset before")]


def at_random(seed: int, share: float) -> Callable[[], Fault | None]:
    """A line that fails for this share of calls, in any way."""
    chance, faults = Random(seed), every_fault()

    def choose() -> Fault | None:
        return replace(chance.choice(faults), seconds=chance.uniform(0.05, 0.5)) if chance.random() < share else None

    return choose


@contextmanager
def fault_proxy(server: int, choose: Callable[[], Fault | None]) -> Iterator[int]:
    """Passes SMTP in the clear on to a port of this machine, each call with the fault chosen for it; gives its own port."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
        threading.Thread(target=_accept, args=(listener, server, choose), daemon=True).start()
        yield int(listener.getsockname()[1])
        listener.shutdown(socket.SHUT_RDWR)


def _accept(listener: socket.socket, server: int, choose: Callable[[], Fault | None]) -> None:
    with suppress(OSError):
        while True:
            caller, _ = listener.accept()
            threading.Thread(target=_serve, args=(caller, server, choose()), daemon=True).start()


def _serve(caller: socket.socket, server: int, fault: Fault | None) -> None:
    with caller, suppress(OSError), socket.create_connection(("127.0.0.1", server), 30) as behind:
        Line(caller, behind, fault).carry()


class Line:
    """One call, from the greeting to its end."""

    def __init__(self, caller: socket.socket, behind: socket.socket, fault: Fault | None) -> None:
        for side in (caller, behind):
            side.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.caller, self.behind, self.fault = caller, behind, fault
        self.heard: BinaryIO = caller.makefile("rb")
        self.answers: BinaryIO = behind.makefile("rb")

    def carry(self) -> None:
        self.caller.sendall(self.answer())
        for line in self.heard:
            word = line[:4].strip().upper().decode("latin-1")
            if not self.pass_on(word, line):
                return
            if word == "DATA" and self.last.startswith(b"354") and not self.carry_message():
                return

    def carry_message(self) -> bool:
        """The body, then the dot as a step of its own; False where the call has ended."""
        body: list[bytes] = []
        for line in self.heard:
            if line == b".\r\n":
                break
            body.append(line)
        else:
            # The caller died: what came of the body still arrives.
            self.behind.sendall(b"".join(body))
            return False
        whole = b"".join(body)
        if self.fault and self.fault.step == "body":
            self.behind.sendall(whole[: len(whole) // 2] if self.fault.deed == "half" else b"")
            return self.reset()
        self.behind.sendall(whole)
        return self.pass_on(".", b".\r\n")

    def pass_on(self, step: str, line: bytes) -> bool:
        """One step and its answer; False where the call has ended."""
        if self.fault is None or self.fault.step != step:
            self.behind.sendall(line)
            self.last = self.answer()
            self.caller.sendall(self.last)
            return True
        deed, self.fault, seconds = self.fault.deed, None, self.fault.seconds
        if deed not in DEEDS[:5]:
            self.last = f"{deed}\r\n".encode()
            self.caller.sendall(self.last)
            # A server that was never told of the end forgets the message when its line goes.
            return step != "."
        if deed == "reset before":
            return self.reset()
        self.behind.sendall(line)
        self.last = self.answer()
        if deed == "reset after":
            return self.reset()
        if deed == "withhold":
            self.heard.read()
            return False
        if deed == "half answer":
            self.caller.sendall(self.last[: max(1, self.last.rfind(b"\n", 0, -1) + 3)])
            return False
        time.sleep(seconds)
        self.caller.sendall(self.last)
        return True

    def answer(self) -> bytes:
        """The server's whole answer, of one line or several."""
        lines = [self.answers.readline()]
        while lines[-1][3:4] == b"-":
            lines.append(self.answers.readline())
        return b"".join(lines)

    def reset(self) -> bool:
        """Hangs up hard on the caller; the server's line ends with this one."""
        self.heard.close()
        self.caller.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        self.caller.close()
        return False
