"""Old and new programs work on one database for a while: changes of its tables only add. And what runs them is sound."""

import importlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.db import migrations
from django.db.models import NOT_PROVIDED

ROOT = Path(__file__).resolve().parents[2]
# Until here a desk was one program's own; rolling upgrades begin after it.
FIRST = 15
NEWER = sorted(path.stem for path in (ROOT / "src/sincerely/desk/migrations").glob("[0-9]*.py") if int(path.stem[:4]) >= FIRST)
ADDING = (migrations.CreateModel, migrations.AddIndex, migrations.AddConstraint)


@pytest.mark.parametrize("name", NEWER)
def test_a_program_of_before_can_still_write_to_every_table(name: str) -> None:
    operations = importlib.import_module(f"sincerely.desk.migrations.{name}").Migration.operations
    made = {operation.name.lower() for operation in operations if isinstance(operation, migrations.CreateModel)}
    for operation in operations:
        if isinstance(operation, migrations.AddField) and operation.model_name.lower() not in made:
            field = operation.field
            filled = field.null or field.db_default is not NOT_PROVIDED
            assert filled, f"{operation.model_name}.{operation.name}: give it null=True or a db_default"
        elif not isinstance(operation, migrations.AddField):
            assert isinstance(operation, ADDING), f"{name}: {type(operation).__name__} takes from programs of before"


def test_the_units_are_what_systemd_takes() -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not here: the units are not looked at")
    for unit in (ROOT / "docs/deploy").glob("*.service"):
        command = ["systemd-analyze", "verify", "--man=no", str(unit)]
        said = subprocess.run(command, capture_output=True, text=True, check=False).stderr.splitlines()
        assert [line for line in said if "is not executable" not in line and unit.name.partition("@")[0] in line] == []


def test_the_container_file_takes_what_is_there_and_sets_what_is_known() -> None:
    words = (ROOT / "Containerfile").read_text(encoding="utf-8")
    copied = [line.split()[1:-1] for line in words.splitlines() if line.startswith("COPY ") and "--from" not in line]
    assert all((ROOT / name).exists() for names in copied for name in names)
    known = set(re.findall(r"SINCERELY_[A-Z_]+", (ROOT / "docs/settings.md").read_text(encoding="utf-8")))
    units = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs/deploy").iterdir())
    assert set(re.findall(r"SINCERELY_[A-Z_]+", words + units)) <= known
