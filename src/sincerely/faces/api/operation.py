"""An operation: one action or query of the desk at one address. Its form follows from the desk's own signature."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status
from ninja.params.functions import Body, Header, Path, Query
from pydantic import BaseModel, ConfigDict, Field, create_model

from sincerely.desk.access import Actor
from sincerely.desk.actions.errands import fingerprint, once
from sincerely.desk.callers import Scope
from sincerely.desk.errors import NotThere
from sincerely.desk.queries.desk import desk
from sincerely.desk.rulebooks import rulebook_of
from sincerely.desk.shapes import as_dict
from sincerely.faces.api.clock import now
from sincerely.faces.api.door import Bearer
from sincerely.faces.api.forms import form
from sincerely.faces.api.paging import MOST, USUAL, page
from sincerely.faces.api.problems import Problem, Refused
from sincerely.proof.senses import Tier

# What the API itself gives a verb; all else comes from the caller. `data` is a body as it is, and `type` its kind.
GIVEN = frozenset({"actor", "now", "rulebook", "data"})
WITH_BODY = frozenset({"POST", "PUT", "PATCH"})
Limit = Annotated[int, Field(ge=1, le=MOST, description="How many at most.")]
Cursor = Annotated[str, Field(max_length=200, description="Where to go on: `next` of the page before.")]
Key = Annotated[str, Field(pattern=r"^[\x21-\x7e]{1,255}$", description="The same request once more? The same key.")]


@dataclass(frozen=True)
class Operation:
    """`verb` at `method` and `path`. Its name, unless told, is its operationId.

    `conflicts`: what stands on the desk may forbid it now.
    `keyed`: it can lead to a send, and is done once for each Idempotency-Key. `tier`: how closely letters are read.
    `media`: what kind of file it gives.
    """

    method: str
    path: str
    verb: Callable[..., Any]
    scope: Scope
    summary: str
    name: str = ""
    status: int = 200
    conflicts: bool = False
    keyed: bool = False
    tier: Tier = "quick"
    media: str = ""

    @property
    def takes_file(self) -> bool:
        return "data" in signature(self.verb).parameters

    @property
    def id(self) -> str:
        return self.name or self.verb.__name__

    @property
    def errors(self) -> list[int]:
        """Every status from 400 on that it can answer."""
        with_body, in_path = self.method in WITH_BODY and bool(told(self)), bool(in_path_of(self))
        wanted = {
            400: True,
            401: True,
            403: True,
            404: in_path,
            409: self.conflicts or self.keyed,
            413: True,
            415: with_body,
            422: True,
            429: True,
        }
        return [status for status, occurs in wanted.items() if occurs]


def operation(method: str) -> Callable[..., Operation]:
    def made(path: str, verb: Callable[..., Any], scope: Scope, summary: str, **more: Any) -> Operation:
        return Operation(method, path, verb, scope, summary, **more)

    return made


get, post, put, patch, delete = (operation(method) for method in ("GET", "POST", "PUT", "PATCH", "DELETE"))


def in_path_of(op: Operation) -> list[str]:
    return re.findall(r"{(\w+)}", op.path)


def told(op: Operation) -> dict[str, Parameter]:
    """What the caller tells beside the address, by name."""
    taken = GIVEN | set(in_path_of(op)) | ({"type"} if op.takes_file else set())
    return {name: one for name, one in signature(op.verb).parameters.items() if name not in taken}


def add(router: Router, op: Operation, tag: str) -> None:
    """Puts an operation at its address."""
    kinds = get_type_hints(op.verb)
    gives = kinds.get("return")
    listed = get_origin(gives) is list
    answer = page_of(get_args(gives)[0]) if listed else None if gives is type(None) or op.media else gives
    status = 204 if answer is None and not op.media else op.status
    fields = [Parameter("request", Parameter.POSITIONAL_OR_KEYWORD, annotation=HttpRequest)]
    fields += [named(name, form(kinds[name], body=False), Path(...)) for name in in_path_of(op)]
    fields += asked(op, kinds)
    if listed:
        fields += [named("limit", Limit, Query(USUAL)), named("cursor", Cursor, Query(""))]
    if op.keyed:
        fields += [named("key", Key, Header(..., alias="Idempotency-Key"))]

    def view(request: HttpRequest, **values: Any) -> Any:
        piece = {name: values.pop(name) for name in ("limit", "cursor") if listed}
        found = done(op, request, values)
        if op.media:
            return HttpResponse(found, content_type=op.media)
        return Status(status, page(found, **piece) if listed else found)

    view.__name__ = view.__qualname__ = op.id
    view.__doc__ = op.verb.__doc__
    view.__signature__ = Signature(fields)  # type: ignore[attr-defined]
    router.add_api_operation(
        op.path,
        [op.method],
        view,
        auth=Bearer(op.scope),
        response={status: answer} | dict.fromkeys(op.errors, Problem),
        operation_id=op.id,
        summary=op.summary,
        tags=[tag],
        openapi_extra={"x-operation": op},
    )


def done(op: Operation, request: HttpRequest, values: dict[str, Any]) -> Any:
    """What the desk answers."""
    actor: Actor = request.auth.actor  # type: ignore[attr-defined]
    key, form_told = values.pop("key", ""), values.pop("told", None)
    words = {name: getattr(form_told, name) for name in form_told.model_fields_set} if form_told is not None else {}
    given = given_by_us(op, request, actor)

    def work() -> Any:
        try:
            return op.verb(actor, **values, **words, **given)
        except NotThere as error:
            if in_address(error, {name: values[name] for name in in_path_of(op)}):
                raise
            raise Refused(422, "not-there", str(error)) from None

    if not op.keyed:
        return work()
    body = form_told.model_dump(mode="json") if form_told is not None else None
    asked_for = fingerprint(op.id, values, body)
    return once(actor, values["message"], key, asked_for, lambda: dict(as_dict(work())), now=now())


# What an address calls a noun of the desk, where it has another word for it.
IN_ADDRESS = {"reply": "received", "mailbox": "account"}


def in_address(error: NotThere, values: Mapping[str, Any]) -> bool:
    """True where the address itself names what is not there, and not its body."""
    return bool(values) and (not error.noun or values.get(IN_ADDRESS.get(error.noun, error.noun)) == error.key)


def given_by_us(op: Operation, request: HttpRequest, actor: Actor) -> Mapping[str, Any]:
    wanted = signature(op.verb).parameters
    given: dict[str, Any] = {}
    if "now" in wanted:
        given["now"] = now()
    if "rulebook" in wanted:
        given["rulebook"] = rulebook_of(desk(actor), op.tier)
    if op.takes_file:
        given["data"] = request.body
    if op.takes_file and "type" in wanted:
        given["type"] = request.content_type or ""
    return given


def asked(op: Operation, kinds: Mapping[str, Any]) -> list[Parameter]:
    """The parameters for what the caller tells: one form in a body, or each by its name in the address."""
    words = told(op)
    if not words:
        return []
    if op.method not in WITH_BODY:
        return [named(name, form(kinds[name], body=False), Query(default_of(one))) for name, one in words.items()]
    fields: dict[str, Any] = {name: (form(kinds[name], body=True), default_of(one)) for name, one in words.items()}
    title = f"{op.id.title().replace('_', '')}Form"
    model = create_model(title, __config__=ConfigDict(extra="forbid", title=title), **fields)
    needed = any(one.default is Parameter.empty for one in words.values())
    return [named("told", model, Body(...) if needed else Body(model()))]


def default_of(one: Parameter) -> Any:
    if one.default is Parameter.empty:
        return ...
    return list(one.default) if isinstance(one.default, tuple) else one.default


def named(name: str, kind: Any, default: Any) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=kind)


PAGES: dict[Any, type[BaseModel]] = {}


def page_of(kind: Any) -> type[BaseModel]:
    """The shape of a page of these."""
    if kind not in PAGES:
        name = f"{kind.__name__.removesuffix('Shape')}Page"
        PAGES[kind] = create_model(name, items=(list[kind], ...), next=(str | None, ...))
    return PAGES[kind]
