"""Style, script and pictures, from this machine alone."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware  # type: ignore[import-untyped]


class StaticFiles(WhiteNoiseMiddleware):  # type: ignore[misc]
    """WhiteNoise, with each file read whole: they are small, and an answer that streams would hold up others."""

    @staticmethod
    def serve(static_file: Any, request: HttpRequest) -> HttpResponse:
        found = static_file.get_response(request.method, request.META)
        body = b""
        if found.file is not None:
            with found.file as file:
                body = file.read()
        return HttpResponse(body, status=found.status, headers=dict(found.headers))


@cache
def asset(name: str) -> str:
    """The address of a static file, with a hash of its content, so that browsers keep it until it changes."""
    content = Path(f"{settings.STATIC_ROOT}/{name}").read_bytes()
    return f"{settings.STATIC_URL}{name}?v={sha256(content).hexdigest()[:12]}"
