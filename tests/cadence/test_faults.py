"""The faults that are planted to try the tests: each is a small change to one function, and no word about the function is one."""

from pathlib import Path

from benchmarks.mutants.faults import Fault, faults
from benchmarks.mutants.trial import bare, code_of

from sincerely.cadence.matter import Matter
from sincerely.cadence.workdays import closed_for

SOURCE = '''
LIMIT = 3

def worth(days, names=("a",)):
    """Says whether it is worth it."""
    if days <= LIMIT and not names:
        return [name for name in names if name]
    return f"in {days + 1} days"

class Box:
    def full(self):
        return self.held is not None
'''


def found(tmp_path: Path) -> list[Fault]:
    file = tmp_path / "source.py"
    file.write_text(SOURCE)
    return list(faults(file))


def test_every_kind_of_fault_is_planted_once(tmp_path: Path) -> None:
    changes = {(fault.before, fault.after) for fault in found(tmp_path)}
    assert {
        ("days <= LIMIT", "days < LIMIT"),
        ("days <= LIMIT", "days > LIMIT"),
        ("days <= LIMIT and (not names)", "days <= LIMIT or not names"),
        ("days <= LIMIT and (not names)", "days <= LIMIT"),
        ("not names", "names"),
        ("days + 1", "days - 1"),
        ("1", "2"),
        ("if days <= LIMIT and (not names):", "if False:"),
        ("return self.held is not None", "return"),
        ("self.held is not None", "self.held is None"),
    } <= changes
    assert len(found(tmp_path)) == len({(fault.line, fault.before, fault.after) for fault in found(tmp_path)})


def test_docstrings_defaults_and_constants_of_the_module_stay(tmp_path: Path) -> None:
    told = {fault.before for fault in found(tmp_path)}
    assert not told & {"'Says whether it is worth it.'", "'a'", "3", "LIMIT = 3"}
    assert {fault.function for fault in found(tmp_path)} == {"worth", "Box.full"}


def test_a_fault_acts_in_the_function_that_it_names(tmp_path: Path) -> None:
    fault = next(fault for fault in found(tmp_path) if fault.after == "days - 1")
    space: dict[str, object] = {"LIMIT": 3}
    worth = type(found)(code_of(fault.code, "worth"), space)
    assert worth(5, ()) == "in 4 days"


def test_the_function_is_found_under_what_decorates_it() -> None:
    assert bare(closed_for).__name__ == "closed_for"
    assert bare(vars(Matter)["of"]).__name__ == "of"
    assert bare(vars(Matter)["last"]).__name__ == "last"
