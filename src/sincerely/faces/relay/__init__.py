"""The relay: an SMTP submission server (RFC 6409) through which any mail program sends by way of the desk's gate."""

from sincerely.faces.relay.certificate import BadCertificate
from sincerely.faces.relay.password import new_password
from sincerely.faces.relay.serving import CannotListen, Desk, Place, serve

__all__ = ["BadCertificate", "CannotListen", "Desk", "Place", "new_password", "serve"]
