"""Backup, export, and everything erased."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from sincerely.desk.actions.backups import backup as copy
from sincerely.desk.actions.erasing import erase_desk
from sincerely.desk.actions.exports import export_desk
from sincerely.faces.web.opening import DeskRequest
from sincerely.faces.web.remembering import forget
from sincerely.faces.web.tables import named


@require_safe
def keeping(request: DeskRequest) -> HttpResponse:
    return render(request, "keeping.html")


@require_POST
def backup(request: DeskRequest) -> HttpResponse:
    """The whole desk as one file, without passwords."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "desk.backup"
        copy(file, now=request.desk.now)
        data = file.read_bytes()
    name = f"sincerely-{request.desk.today:%Y-%m-%d}.backup"
    return named(HttpResponse(data, content_type="application/octet-stream"), name)


@require_POST
def export(request: DeskRequest) -> HttpResponse:
    """Everything as JSON, without passwords."""
    data = json.dumps(export_desk(request.desk.actor), ensure_ascii=False, indent=1)
    return named(HttpResponse(data, content_type="application/json"), f"sincerely-{request.desk.today:%Y-%m-%d}.json")


@require_POST
def erase(request: DeskRequest) -> HttpResponse:
    """Everything is gone; the first run begins again."""
    erase_desk(request.desk.actor, request.POST.get("name", ""))
    forget()
    return redirect("start")


ROUTES = [
    path("settings/keeping", keeping, name="keeping"),
    path("settings/keeping/backup", backup, name="backup"),
    path("settings/keeping/export", export, name="export"),
    path("settings/keeping/erase", erase, name="erase"),
]
