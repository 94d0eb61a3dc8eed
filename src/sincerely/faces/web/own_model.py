"""Your own model: the language model that may write with you. There is none until you set one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from sincerely.desk.actions.ghosts import forget_model, set_model, try_model
from sincerely.desk.errors import DeskError
from sincerely.desk.queries.ghosts import model_of
from sincerely.faces.web.members.outside import outside_address
from sincerely.faces.web.opening import DeskRequest
from sincerely.faces.web.words import plainly

# Where the three best known programs answer (their documentation: ollama.com, llama.cpp's server, lmstudio.ai).
USUAL = (
    ("Ollama", "http://127.0.0.1:11434/v1"),
    ("llama.cpp", "http://127.0.0.1:8080/v1"),
    ("LM Studio", "http://127.0.0.1:1234/v1"),
)


def page(request: DeskRequest, status: int = 200, **more: object) -> HttpResponse:
    values = {"model": model_of(request.desk.actor), "usual": USUAL}
    return render(request, "own-model.html", values | more, status=status)


@require_safe
def own_model(request: DeskRequest) -> HttpResponse:
    return page(request)


@require_POST
def change(request: DeskRequest) -> HttpResponse:
    """One of the buttons of the page."""
    desk, given = request.desk, request.POST
    try:
        if given.get("do") == "forget":
            forget_model(desk.actor, now=desk.now)
            messages.success(request, "Your model and its key are forgotten.")
        elif given.get("do") == "try":
            known = model_of(desk.actor)
            outside_address(known.address if known else "")
            return page(request, said=try_model(desk.actor))
        else:
            address = given.get("address", "").strip()
            outside_address(address)
            key = None if given.get("keep") else given.get("key", "")
            name, agreed = given.get("model", ""), bool(given.get("elsewhere"))
            set_model(desk.actor, address=address, model=name, key=key, elsewhere=agreed, now=desk.now)
            messages.success(request, "Kept. Try it.")
    except DeskError as error:
        return page(request, 422, error=plainly(error), form=given)
    return redirect("own-model")


ROUTES = [
    path("settings/model", own_model, name="own-model"),
    path("settings/model/change", change, name="own-model-change"),
]
