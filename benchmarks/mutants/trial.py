"""Faults on trial: each is planted in a fork of one warm process, and the tests that reach it run until one fails."""

import os
import pickle
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from time import process_time
from types import CodeType, FunctionType, ModuleType
from typing import Any, NamedTuple

import pytest
from benchmarks.mutants.faults import Fault

# An endless loop is found by time: a test may take so many times as long as without a fault, and so many seconds more.
SLOWER = 10
PATIENCE = 1
# One that fills the memory is found at so many bytes.
ROOM = 4 * 1024**3


class Ran(NamedTuple):
    """What one test reaches, as (file, function), and the seconds that it takes."""

    reached: frozenset[tuple[str, str]]
    seconds: float


class Trials:
    """A plugin of pytest: in place of one run of the tests, one for each fault. `judged(fault, killed)` hears of each."""

    def __init__(self, faults: list[Fault], judged: Callable[[Fault, bool], None]) -> None:
        self.faults, self.judged = faults, judged

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Runs all tests once as they are, then those that reach a fault, the quickest first."""
        files = {str(fault.file) for fault in self.faults}
        ran: list[Ran] | None = forked(lambda: watched(session, files))
        if ran is None or len(ran) < len(session.items):
            raise pytest.UsageError("The tests fail before any fault is planted: mend them first.")
        for fault in self.faults:
            reaching = [(one.seconds, place) for place, one in enumerate(ran) if (str(fault.file), fault.function) in one.reached]
            tests = [(session.items[place], seconds) for seconds, place in sorted(reaching)]
            self.judged(fault, forked(lambda fault=fault, tests=tests: survives(session, tests, fault)) is not True)
        return True


def watched(session: pytest.Session, files: set[str]) -> list[Ran]:
    """Runs every test without a fault; stops at the first that fails."""
    found = []
    for item, following in pairs(session.items):
        reached: set[tuple[str, str]] = set()

        def see(frame: Any, event: str, argument: Any, reached: set[tuple[str, str]] = reached) -> None:
            if event == "call" and frame.f_code.co_filename in files:
                reached.add((frame.f_code.co_filename, frame.f_code.co_qualname))

        forget()
        begin = process_time()
        sys.setprofile(see)
        passed = run(session, item, following)
        sys.setprofile(None)
        if not passed:
            break
        found.append(Ran(frozenset(reached), process_time() - begin))
    return found


def survives(session: pytest.Session, tests: list[tuple[pytest.Item, float]], fault: Fault) -> bool:
    """Whether all tests pass with the fault; each comes with the seconds that it takes without."""
    forget()
    plant(fault)
    for (item, seconds), following in pairs(tests):
        signal.setitimer(signal.ITIMER_PROF, PATIENCE + SLOWER * seconds)
        if not run(session, item, following and following[0]):
            return False
    return True


def run(session: pytest.Session, item: pytest.Item, following: pytest.Item | None) -> bool:
    """Runs one test; False where it, or one before it, failed."""
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
    return not session.testsfailed


def pairs(tests: list[Any]) -> Iterator[tuple[Any, Any]]:
    """Each test with the one after it, the last with None."""
    return zip(tests, [*tests[1:], None], strict=True)


def plant(fault: Fault) -> None:
    """Puts the fault's code into the function wherever that is referred to."""
    module = next(module for module in modules() if module.__file__ == str(fault.file))
    held: Any = module
    for name in fault.function.split("."):
        held = vars(held)[name]
    bare(held).__code__ = code_of(fault.code, fault.function)


def bare(held: Any) -> FunctionType:
    """The function itself, out of what decorates it."""
    while not isinstance(held, FunctionType):
        if isinstance(held, property):
            held = held.fget
        elif isinstance(held, cached_property):
            held = held.func
        else:
            held = held.__wrapped__ if hasattr(held, "__wrapped__") else held.__func__
    return held


def code_of(code: CodeType, function: str) -> CodeType:
    """The code of a function within that of its module."""
    inner = [constant for constant in code.co_consts if isinstance(constant, CodeType)]
    for one in inner:
        if one.co_qualname == function:
            return one
    return code_of(next(one for one in inner if function.startswith(f"{one.co_qualname}.")), function)


def forget() -> None:
    """Empties every memory of answers, for they may be those of sounder code."""
    for module in modules():
        for held in vars(module).values():
            if hasattr(held, "cache_clear"):
                held.cache_clear()


def modules() -> list[ModuleType]:
    """The modules of the program that are loaded."""
    return [module for name, module in sys.modules.items() if name.startswith("sincerely.") and getattr(module, "__file__", None)]


def forked(act: Callable[[], Any]) -> Any:
    """What an act gives in a fork of this process; None where the fork dies, hangs or fills the memory."""
    readable, writable = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            for stream in (1, 2):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
            resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
            signal.signal(signal.SIGPROF, signal.SIG_DFL)
            with os.fdopen(writable, "wb") as pipe:
                pickle.dump(act(), pipe)
        finally:
            os._exit(0)
    os.close(writable)
    with os.fdopen(readable, "rb") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    return pickle.loads(told) if told else None


def on_trial(faults: list[Fault], tests: list[str], root: Path, judged: Callable[[Fault, bool], None]) -> int:
    """Tries the faults with tests of the repository; pytest's own exit status."""
    from hypothesis import settings

    settings.register_profile("faults", deadline=None, derandomize=True, database=None)
    settings.load_profile("faults")
    silent = [f"no:{plugin}" for plugin in ("terminal", "cacheprovider", "django", "xdist")]
    options = ["-o", "addopts=", "-s", "--import-mode=importlib", f"--rootdir={root}", *(f"-p{name}" for name in silent)]
    return pytest.main([*options, *tests], plugins=[Trials(faults, judged)])
