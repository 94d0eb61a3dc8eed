"""The web desk as an ASGI application: `uvicorn sincerely.project.asgi:application`."""

import asyncio
import os
from collections.abc import Callable

from django.conf import settings
from django.core.asgi import get_asgi_application

from sincerely.faces.web.capped import App, Receive, Scope, Send, capped

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sincerely.project.settings")


def told(app: App) -> App:
    """`app`, with /health and /ready before all doors, for what spreads callers over several processes."""
    from sincerely.project.status import WAYS, Answer

    def ask(way: Callable[[], Answer]) -> Answer:
        from django.db import close_old_connections

        try:
            return way()
        finally:
            close_old_connections()

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] not in ("/health", "/ready"):
            return await app(scope, receive, send)
        status, kind, body = await asyncio.to_thread(ask, WAYS[scope["path"]])
        headers = [(b"content-type", kind.encode()), (b"cache-control", b"no-store")]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return answer


def whole() -> App:
    """The application; figures and traces go where the operator wants them."""
    pages = told(capped(get_asgi_application()))
    if settings.STATUS:
        from sincerely.project.status import serve_status

        serve_status(settings.STATUS)
    if os.environ.get("OTEL_EXPORTER_OTLP_ENDPOINT"):
        from sincerely.project.telemetry import start_telemetry

        start_telemetry("sincerely-web")
    return pages


application = whole()
