"""The web desk as an ASGI application: `uvicorn sincerely.project.asgi:application`."""

import os

from django.core.asgi import get_asgi_application

from sincerely.faces.web.capped import capped

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sincerely.project.settings")
application = capped(get_asgi_application())
