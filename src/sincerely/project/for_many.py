"""What Django is told besides where desks are kept for many (`SINCERELY_MEMBERS=on`): accounts at the door, and a desk for each.

Alone, none of this is loaded.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

ADDRESS = "http://127.0.0.1:8025"
APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]
DOOR = "sincerely.faces.web.members.door"
# The same order as alone; before the desk is opened it is found out who asks.
MIDDLEWARE = [
    f"{DOOR}.guarded",
    "sincerely.faces.api.door.apart",
    f"{DOOR}.StaticFiles",
    "sincerely.faces.web.troubles.within_limits",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    f"{DOOR}.at_ones_desk",
]
# NIST SP 800-63B: length and known passwords matter, mixed characters do not.
PASSWORDS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("MinimumLengthValidator", {"min_length": 10}),
        ("UserAttributeSimilarityValidator", {}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]


def for_many(home: Path, templates: list[dict[str, Any]], environment: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """The settings, by name. `SINCERELY_ADDRESS` is where people reach the desk, `SINCERELY_MAIL_URL` what mails them codes."""
    address = environment.get("SINCERELY_ADDRESS", ADDRESS).rstrip("/")
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path:
        raise SystemExit("sincerely: SINCERELY_ADDRESS is not like https://desk.example.org.")
    safe = parts.scheme == "https"
    return {
        "MEMBERS": True,
        "ADDRESS": address,
        "INSTALLED_APPS": [*APPS, "sincerely.desk"],
        "MIDDLEWARE": MIDDLEWARE,
        "ROOT_URLCONF": "sincerely.project.urls_for_many",
        "TEMPLATES": [of_members(row) for row in templates],
        "ALLOWED_HOSTS": list(dict.fromkeys([parts.hostname, "127.0.0.1", "localhost", "[::1]"])),
        "CSRF_TRUSTED_ORIGINS": [address],
        "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
        "AUTH_PASSWORD_VALIDATORS": PASSWORDS,
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "/",
        # A link in a mail leads to a page as who one is: Lax. Every form still needs its token.
        "SESSION_COOKIE_NAME": "sincerely-session",
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SECURE": safe,
        "CSRF_COOKIE_SECURE": safe,
        "SESSION_COOKIE_AGE": 14 * 24 * 3600,
        "SECURE_HSTS_SECONDS": 365 * 24 * 3600 if safe else 0,
        # The server hears this machine alone: only the proxy before it can say this.
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https") if safe else None,
        "ALLAUTH_TRUSTED_PROXY_COUNT": 1 if safe else 0,
        **accounts(safe),
        **mail(home, environment, parts.hostname),
    }


def of_members(row: dict[str, Any]) -> dict[str, Any]:
    """The templates of members before those of the accounts' own program."""
    options = row["OPTIONS"]
    processors = [*options["context_processors"], "django.contrib.auth.context_processors.auth"]
    folders = [*row["DIRS"], row["DIRS"][0].with_name("members") / "templates"]
    return row | {"DIRS": folders, "APP_DIRS": True, "OPTIONS": options | {"context_processors": processors}}


def accounts(safe: bool) -> dict[str, Any]:
    """django-allauth: e-mail and password, the address verified by a code, a second step by app, key or recovery code."""
    return {
        "ACCOUNT_LOGIN_METHODS": {"email"},
        "ACCOUNT_SIGNUP_FIELDS": ["email*", "password1*"],
        "ACCOUNT_SIGNUP_FORM_CLASS": "sincerely.faces.web.members.signing_up.Named",
        "ACCOUNT_UNIQUE_EMAIL": True,
        "ACCOUNT_CHANGE_EMAIL": True,
        "ACCOUNT_EMAIL_VERIFICATION": "mandatory",
        "ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED": True,
        "ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED": True,
        "ACCOUNT_PREVENT_ENUMERATION": True,
        "ACCOUNT_EMAIL_NOTIFICATIONS": True,
        "ACCOUNT_EMAIL_SUBJECT_PREFIX": "Sincerely: ",
        "ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE": True,
        "ACCOUNT_SESSION_REMEMBER": True,
        "MFA_ADAPTER": "sincerely.faces.web.members.accounts.SecondStep",
        "MFA_SUPPORTED_TYPES": ["totp", "recovery_codes", "webauthn"],
        "MFA_PASSKEY_LOGIN_ENABLED": True,
        "MFA_TOTP_ISSUER": "Sincerely",
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": not safe,
    }


def mail(home: Path, environment: Mapping[str, str], host: str) -> dict[str, Any]:
    """What sends codes: smtp://name:password@host:587, or smtps:// on 465; without it they lie as files in the home."""
    sender = environment.get("SINCERELY_MAIL_FROM", f"Sincerely <sincerely@{host}>")
    url = environment.get("SINCERELY_MAIL_URL")
    if not url:
        files = "django.core.mail.backends.filebased.EmailBackend"
        return {"DEFAULT_FROM_EMAIL": sender, "EMAIL_BACKEND": files, "EMAIL_FILE_PATH": home / "mail"}
    parts = urlsplit(url)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise SystemExit("sincerely: SINCERELY_MAIL_URL is not like smtp://name:password@mail.example.org:587.")
    safe = parts.scheme == "smtps"
    plain = dict(parse_qsl(parts.query)).get("security") == "none"
    return {
        "DEFAULT_FROM_EMAIL": sender,
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if safe else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": safe,
        "EMAIL_USE_TLS": not safe and not plain,
        "EMAIL_TIMEOUT": 15,
    }
