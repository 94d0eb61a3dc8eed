"""The same plan for the same case on every machine, whatever its language, clock and zones, and the chances of its process."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from tests.cadence.telling import ANA, BEN, CHO, at, cancelled, interview, promised, read, received, sent, told

from sincerely.cadence import Policy, plan, plan_shape, read_case

PLANNER = """
import json, sys
from datetime import datetime
from sincerely.cadence import Policy, plan, plan_shape, read_case
told = json.load(sys.stdin)
print(json.dumps([plan_shape(plan(read_case(case), Policy(), datetime.fromisoformat(now))) for case, now in told]))
"""
PLACES = (
    ("Europe/London", "GB", "ENG"),
    ("Asia/Riyadh", "SA", ""),
    ("America/Vancouver", "CA", "BC"),
    ("Australia/Lord_Howe", "AU", "NSW"),
)
MOMENTS = ("2026-03-26 12:00", "2026-04-02 16:00", "2026-11-04 18:00")


def searches() -> list[tuple[dict[str, Any], str]]:
    """Cases and moments: a panel over Easter, a call, an absence, a question, in places whose calendars are hard."""
    easter = [
        interview("i", "2026-03-25", "10:00", "11:00", "ana", "ben", "cho"),
        interview("k", "2026-04-20", "10:00", "11:00", "cho", "ana"),
        cancelled("k", "2026-03-26 09:00"),
        sent("thank-you", "ben", "2026-03-25 12:00", "call"),
        received("away", "cho", "2026-03-25 12:30"),
        promised("2026-04-01", "2026-03-25 13:00"),
        received("question", "ben", "2026-03-26 10:00"),
        read("ben", "2026-03-26 10:10"),
    ]
    autumn = [interview("i", "2026-11-03", "20:00", "21:00", "ana", "ben"), received("bounce", "cho", "2026-11-03 22:00")]
    cases = []
    for zone, country, region in PLACES:
        employer = {"name": "Acme", "zone": zone, "country": country, "region": region}
        cases += [
            (told(*events, employer=employer, contacts=[CHO, ANA, BEN]), at(now).isoformat())
            for events in (easter, autumn)
            for now in MOMENTS
        ]
    return cases


def plans_elsewhere(surroundings: Mapping[str, str]) -> list[dict[str, Any]]:
    """The plans of another process in other surroundings."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "TZ", "PYTHON"))}
    ran = subprocess.run(
        [sys.executable, "-c", PLANNER],
        input=json.dumps(searches()),
        env=inherited | surroundings,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(ran.stdout)


def plans_here() -> list[dict[str, Any]]:
    return [plan_shape(plan(read_case(case), Policy(), datetime.fromisoformat(now))) for case, now in searches()]


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Apia"},
        {"PYTHONHASHSEED": "4711", "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8"},
        {"PYTHONHASHSEED": "0", "LC_ALL": "C", "PYTHONUTF8": "0"},
        {"LANGUAGE": "de:fr", "LANG": "de_DE.UTF-8", "LC_TIME": "ar_SA.UTF-8"},
    ],
    ids=["Samoa", "a Turkish system in Newfoundland", "no language at all", "German words, Arabic dates"],
)
def test_surroundings_change_no_plan(surroundings: dict[str, str]) -> None:
    assert plans_elsewhere(surroundings) == plans_here()


def test_a_system_with_other_zones_plans_alike(tmp_path: Path) -> None:
    honolulu = files("tzdata").joinpath("zoneinfo", "Pacific", "Honolulu").read_bytes()
    for zone, *_ in PLACES:
        file = tmp_path / zone
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(honolulu)
    assert plans_elsewhere({"PYTHONTZPATH": str(tmp_path)}) == plans_here()


def test_the_searches_have_much_to_plan() -> None:
    found = plans_here()
    assert sum(len(one["touches"]) for one in found) > 40
    assert sum(len(one["owed"]) for one in found) > 40
