"""Django's settings for one desk: everything lies under one home, on SQLite unless told otherwise."""

import os
from functools import partial
from pathlib import Path

from sincerely.project.home import database, home, machine_zone, sealing_keys, secret_key

HOME = home()
SECRET_KEY = secret_key(HOME)
SEALING_KEYS = partial(sealing_keys, HOME)
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
INSTALLED_APPS = ["sincerely.desk"]
DATABASES = {"default": database(HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
# Django lets the whole process tell the time of TIME_ZONE from here on; this asks what the machine's own is.
MACHINE_ZONE = partial(machine_zone, os.environ.get("TZ"))
USE_I18N = False
LOGGING_CONFIG = None

# Faces that a command starts. They know nothing of each other: they meet here.
FACES = {name: f"sincerely.faces.{name}" for name in ("relay", "feed", "web", "mcp")}

# The web desk.
WEB = Path(__file__).resolve().parents[1] / "faces" / "web"
ROOT_URLCONF = "sincerely.project.urls"
ASGI_APPLICATION = "sincerely.project.asgi.application"
MIDDLEWARE = [
    "sincerely.faces.api.door.in_words",
    "sincerely.faces.web.middleware.guarded",
    "sincerely.faces.api.door.apart",
    "sincerely.faces.web.static_files.StaticFiles",
    "sincerely.faces.web.troubles.within_limits",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "sincerely.faces.web.middleware.at_the_desk",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "OPTIONS": {
            "builtins": ["sincerely.faces.web.words"],
            "context_processors": [
                "django.template.context_processors.csrf",
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "sincerely.faces.web.frame.frame",
            ],
        },
    }
]
STATIC_URL = "/static/"
STATIC_ROOT = WEB / "static"
WHITENOISE_ALLOW_ALL_ORIGINS = False
# Addresses of assets carry their content's hash: they may be kept for ever.
WHITENOISE_MAX_AGE = 31_536_000
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
CSRF_COOKIE_NAME = "sincerely-csrf"
CSRF_COOKIE_SAMESITE = SESSION_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "sincerely.faces.web.troubles.forged"
SECURE_REFERRER_POLICY = "same-origin"
# A letter with its attachments; what is larger is refused before it is read.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

# Servers inside this network that people may name as theirs, where desks are kept for many.
INNER_HOSTS = frozenset(os.environ.get("SINCERELY_INNER_HOSTS", "").lower().split())
# Alone, the desk is this machine's; for many, people sign in and each has their own.
ADDRESS = os.environ.get("SINCERELY_ADDRESS", "http://127.0.0.1:8025").rstrip("/")
MEMBERS = os.environ.get("SINCERELY_MEMBERS", "") == "on"
if MEMBERS:
    from sincerely.project.for_many import for_many

    globals().update(for_many(HOME, TEMPLATES))
# With workers, on any number of machines, the pages do nothing beside answering; else one process does it all.
WORKERS = os.environ.get("SINCERELY_WORKERS", "") == "on"
WORKER = "sincerely.project.worker"
# Whom the desk tells that something may go; nobody where no workers are.
WAKE = ""
if WORKERS:
    from sincerely.project.with_workers import with_workers

    globals().update(with_workers(INSTALLED_APPS, DATABASES["default"]))
# Where health, readiness and figures are asked for, such as 127.0.0.1:9464; nowhere where it is not said.
STATUS = os.environ.get("SINCERELY_STATUS", "")
if STATUS or os.environ.get("OTEL_EXPORTER_OTLP_ENDPOINT"):
    MIDDLEWARE = ["sincerely.project.observing.observed", *MIDDLEWARE]
