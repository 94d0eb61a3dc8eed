"""The description is whole and true: everything is in it, with errors and examples that fit."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sincerely.faces.api import openapi
from sincerely.faces.api.routes import API, OPERATIONS

DESCRIPTION = json.loads(openapi.text(API))
TOLD = [(way, method, told) for way, methods in DESCRIPTION["paths"].items() for method, told in methods.items()]


def test_every_operation_is_described_in_full() -> None:
    for way, method, told in TOLD:
        where = f"{method} {way}"
        assert told["summary"], where
        assert told["description"], where
        assert told["tags"], where
        assert {"400", "403", "413"} <= set(told["responses"]), where
        assert [status for status in told["responses"] if status.startswith("2")], where
        assert all("example" in one for one in told["parameters"]), where
    names = [told["operationId"] for _, _, told in TOLD]
    assert len(names) == len(set(names))
    assert set(OPERATIONS) | {"about", "me", "pair", "check"} == set(names)


def test_every_refusal_is_a_problem() -> None:
    for name, told in DESCRIPTION["components"]["responses"].items():
        assert list(told["content"]) == ["application/problem+json"], name
    for way, _, told in TOLD:
        for status, answer in told["responses"].items():
            assert status < "4" or answer == {"$ref": f"#/components/responses/E{status}"}, way


def test_every_example_fits_its_schema() -> None:
    count = 0
    for where, schema, example in examples():
        wrong = [error.message for error in Draft202012Validator(whole(schema)).iter_errors(example)]
        assert not wrong, f"{where}: {wrong[:3]}"
        count += 1
    assert count > len(TOLD)


def examples() -> Any:
    """Each example of the description: where it stands, its schema, and itself."""
    for way, method, told in TOLD:
        for one in told["parameters"]:
            yield f"{method} {way} {one['name']}", one["schema"], one["example"]
        contents = [told.get("requestBody", {}).get("content", {})]
        contents += [answer.get("content", {}) for answer in told["responses"].values()]
        for content in contents:
            for kind, said in content.items():
                assert "example" in said, f"{method} {way} {kind}"
                yield f"{method} {way} {kind}", said["schema"], said["example"]
    for name, told in DESCRIPTION["components"]["responses"].items():
        (said,) = told["content"].values()
        yield name, said["schema"], said["example"]


def whole(schema: dict[str, Any]) -> dict[str, Any]:
    return {**schema, "components": DESCRIPTION["components"]}


@pytest.mark.django_db
def test_it_is_served_without_a_token_and_says_its_version(program) -> None:
    program.token = None
    told = program.get("/openapi.json")
    assert told["openapi"].startswith("3.1")
    assert told["components"]["securitySchemes"]["Bearer"]["scheme"] == "bearer"


@pytest.mark.django_db
def test_it_can_be_read_as_a_page_without_script_or_foreign_host(program) -> None:
    program.token = None
    page = program.get("/docs").decode()
    assert page.count("<details") == len(TOLD)
    assert "<script" not in page
    assert "default-src 'none'" in program.headers["Content-Security-Policy"]
