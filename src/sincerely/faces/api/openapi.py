"""The description of the API (OpenAPI 3.1), completed: problems as what they are, scopes, files, and an example everywhere."""

import json
from functools import cache
from typing import Any

from ninja import NinjaAPI

from sincerely.faces.api.examples import example
from sincerely.faces.api.linking import link
from sincerely.faces.api.problems import TYPE, problem

JSON = "application/json"
PROBLEMS = {
    400: "The request cannot be read.",
    401: "There is no token, or it does not stand.",
    403: "The token does not allow this.",
    404: "It is not on this desk.",
    409: "What stands on the desk forbids it now.",
    413: "The body is too large.",
    415: "The body is no JSON.",
    422: "A value does not fit, or the desk refuses it; the words say why.",
    429: "Too many requests, or the desk is busy: wait.",
}
BEARER = {"type": "http", "scheme": "bearer", "description": "A token: sincerely token new NAME."}


@cache
def text(api: NinjaAPI) -> str:
    """The description as JSON; it does not change while the program runs."""
    return json.dumps(api.get_openapi_schema(path_prefix="api/"), ensure_ascii=False)


def completed(schema: Any) -> Any:
    """The same description with what the framework leaves out."""
    schema["components"] |= {
        "securitySchemes": {"Bearer": BEARER},
        "responses": {f"E{status}": refusal(status) for status in PROBLEMS},
    }
    known = schema["components"]["schemas"]
    for methods in schema["paths"].values():
        for told in methods.values():
            complete(told, known)
    schema["components"]["links"] = link(schema["paths"], known)
    return schema


def complete(told: dict[str, Any], known: dict[str, Any]) -> None:
    """One operation."""
    op = told.pop("x-operation", None)
    if op is not None:
        told["security"] = [{"Bearer": [str(op.scope)]}]
        if op.takes_file:
            file = {"schema": {"type": "string", "format": "binary"}, "example": "the bytes of the file"}
            told["requestBody"] = {"required": True, "content": {"application/octet-stream": file}}
        if op.media:
            told["responses"][200]["content"] = {op.media: {"schema": {"type": "string"}, "example": "the file"}}
    if told["operationId"] == "check":
        told["security"] = [{"Bearer": ["check"]}, {}]
    for status, answer in told["responses"].items():
        content = answer.get("content", {})
        if int(status) in PROBLEMS:
            told["responses"][status] = {"$ref": f"#/components/responses/E{status}"}
        elif JSON in content:
            content[JSON]["example"] = example(content[JSON]["schema"], known, told["operationId"])
    body = told.get("requestBody", {}).get("content", {})
    if JSON in body:
        body[JSON]["example"] = example(body[JSON]["schema"], known, told["operationId"], what="body")
    for one in told["parameters"]:
        one.setdefault("example", example(one["schema"], known, one["name"]))


def refusal(status: int) -> dict[str, Any]:
    """How one status from 400 on is answered."""
    said = json.loads(problem(status, KIND[status], PROBLEMS[status]).content)
    content = {TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}, "example": said}}
    return {"description": PROBLEMS[status], "content": content}


KIND = {
    400: "not-json",
    401: "not-let-in",
    403: "too-narrow",
    404: "not-there",
    409: "held",
    413: "too-large",
    415: "not-json",
    422: "refused",
    429: "too-many",
}
