"""What Django is told besides where workers do the work (`SINCERELY_WORKERS=on`): their queue, and what processes share."""

from importlib.util import find_spec
from typing import Any

SHARED = "sincerely_shared"


def with_workers(apps: list[str], database: dict[str, Any]) -> dict[str, Any]:
    """The settings, by name. Workers need PostgreSQL, and the extra `many`."""
    if not database["ENGINE"].endswith("postgresql"):
        raise SystemExit(
            "sincerely: workers need PostgreSQL. Set SINCERELY_DATABASE_URL=postgresql://user:password@host:5432/name."
        )
    if find_spec("procrastinate") is None:
        raise SystemExit("sincerely: workers need more packages. Install them: pip install 'sincerely[many]'.")
    return {
        "INSTALLED_APPS": [*apps, "procrastinate.contrib.django"],
        "PROCRASTINATE_AUTODISCOVER_MODULE_NAME": "",
        "PROCRASTINATE_ON_APP_READY": "sincerely.project.jobs.add_to",
        "WAKE": "sincerely.project.jobs.wake",
        # What slows callers down is counted by all web processes together.
        "CACHES": {
            "default": {
                "BACKEND": "django.core.cache.backends.db.DatabaseCache",
                "LOCATION": SHARED,
                "OPTIONS": {"MAX_ENTRIES": 100_000},
            }
        },
        # A process keeps some connections open: making one takes longer than most questions.
        "DATABASES": {"default": pooled(database)},
    }


def pooled(database: dict[str, Any]) -> dict[str, Any]:
    """The same database, asked over connections that are kept and looked at before each use: a server may have started anew."""
    pool = {"min_size": 1, "max_size": 16, "timeout": 10, "max_idle": 300}
    return database | {"CONN_HEALTH_CHECKS": True, "OPTIONS": database["OPTIONS"] | {"pool": pool}}
