"""Providers whose mailboxes take a token in place of a password, as their own pages describe them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MICROSOFT_LOGIN = "https://login.microsoftonline.com"


@dataclass(frozen=True, slots=True)
class Provider:
    """Where one signs in, what is asked for, and the mail servers that take the token.

    `scopes` are the permissions that reading and sending need; `lasting` those that only make the sign-in last. `issuer`: what
    an answer that names its issuer must name (RFC 9207); one that ends in a slash is the beginning of it. `device_url` is empty
    where the provider gives no mail to devices; `extra` are further words of its
    authorization request. `keeps_sent`: it is known to file what it sends. `made_at`: where
    the person makes a client of their own.
    """

    name: str
    label: str
    authorize_url: str
    token_url: str
    scopes: tuple[str, ...]
    imap_host: str
    smtp_host: str
    device_url: str = ""
    issuer: str = ""
    lasting: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)
    keeps_sent: bool = False
    made_at: str = ""

    @property
    def scope(self) -> str:
        return " ".join((*self.scopes, *self.lasting))


# developers.google.com/identity/protocols/oauth2/native-app; its page on limited-input devices lists no scope of Gmail.
GOOGLE = Provider(
    name="google",
    label="Google",
    authorize_url="https://accounts.google.com/o/oauth2/v2/auth",
    token_url="https://oauth2.googleapis.com/token",  # noqa: S106
    scopes=("https://mail.google.com/",),
    imap_host="imap.gmail.com",
    smtp_host="smtp.gmail.com",
    issuer="https://accounts.google.com",
    # Without both, Google gives a token for an hour and nothing to renew it with.
    extra={"access_type": "offline", "prompt": "consent"},
    # support.google.com: "Send email from a printer, scanner, or app"; Gmail files what its SMTP server takes.
    keeps_sent=True,
    made_at="console.cloud.google.com, under Clients, as a desktop app",
)
# learn.microsoft.com: "Authenticate an IMAP, POP or SMTP connection using OAuth", and "OAuth 2.0 device authorization grant".
MICROSOFT = Provider(
    name="microsoft",
    label="Microsoft",
    authorize_url=f"{MICROSOFT_LOGIN}/common/oauth2/v2.0/authorize",
    token_url=f"{MICROSOFT_LOGIN}/common/oauth2/v2.0/token",
    device_url=f"{MICROSOFT_LOGIN}/common/oauth2/v2.0/devicecode",
    scopes=("https://outlook.office.com/IMAP.AccessAsUser.All", "https://outlook.office.com/SMTP.Send"),
    lasting=("offline_access",),
    imap_host="outlook.office365.com",
    smtp_host="smtp.office365.com",
    issuer=f"{MICROSOFT_LOGIN}/",
    made_at="entra.microsoft.com, under App registrations, as a mobile and desktop app with the address http://127.0.0.1",
)
PROVIDERS = {provider.name: provider for provider in (GOOGLE, MICROSOFT)}
