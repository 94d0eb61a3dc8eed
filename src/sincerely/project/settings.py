"""Django's settings for one desk: everything lies under one home, on SQLite unless told otherwise."""

from functools import partial

from sincerely.project.home import database, home, sealing_keys, secret_key

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
USE_I18N = False
LOGGING_CONFIG = None

# Faces that a command starts. They know nothing of each other: they meet here.
FACES = {"relay": "sincerely.faces.relay", "feed": "sincerely.faces.feed"}
