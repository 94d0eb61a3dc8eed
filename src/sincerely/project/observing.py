"""How long answers take, by the name of the page: an address may hold a secret, a name does not."""

from collections.abc import Callable
from time import perf_counter

from django.http import HttpRequest, HttpResponse

from sincerely.project.metering import meter
from sincerely.project.telemetry import span


def observed(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Measures each answer, and traces it where traces are wanted."""

    def observe(request: HttpRequest) -> HttpResponse:
        begin = perf_counter()
        with span("page") as told:
            response = answer(request)
            match = request.resolver_match
            page = (match.view_name if match else "") or "none"
            told(page=page, status=response.status_code)
        meter().pages.labels(page, response.status_code).observe(perf_counter() - begin)
        return response

    return observe
