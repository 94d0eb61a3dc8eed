"""How mail servers are reached: TLS with the certificate always checked, and failures in words."""

import socket
import ssl
from ipaddress import ip_address

from sincerely.post.setting import setting

SECURITY = ("starttls", "tls", "none")
LOGINS = ("password", "oauth2")
LONGEST_WORDS = 200


class NoConnection(Exception):
    """What a person is told when a connection could not be made; nothing was sent, and no secret was shown."""


class Unreachable(OSError):
    """What a person is told when something does not answer for now; trying again later may help."""


def security_setting(default: str) -> str:
    """The choice of TLS, the same wherever a server is reached."""
    found: str = setting("Encryption: starttls, tls, or none (only to this machine itself)", default, choices=SECURITY)
    return found


def tls_context(ca_file: str) -> ssl.SSLContext:
    """Checks certificate and host name, by the system's authorities and those of `ca_file` besides."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except (OSError, ssl.SSLError) as error:
            raise NoConnection("The file of certificates cannot be read. Check the setting ca_file.") from error
    return context


def refuse_clear_text(host: str, security: str) -> None:
    """Passwords and letters never cross a network unencrypted."""
    if security not in SECURITY:
        raise NoConnection(f"The encryption must be one of {', '.join(SECURITY)}.")
    if security == "none" and not is_loopback(host):
        raise NoConnection("Without encryption only this machine itself is spoken to. Choose starttls or tls.")


def is_loopback(host: str) -> bool:
    """True for this machine itself, by name or number; no name is looked up."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def failure_words(error: Exception, host: str, port: int) -> str:
    """Why a connection failed and what to do, in one line."""
    match error:
        case NoConnection() | Unreachable():
            return str(error)
        case ssl.SSLCertVerificationError():
            return f"The certificate of {host} is not trusted: {error.verify_message}. Nothing was sent. Check the server's name."
        case ssl.SSLError():
            return f"No encrypted connection to {host}, port {port}. Check the port and the setting starttls or tls."
        case socket.gaierror() | UnicodeError():
            return f"No server is found under the name {host}. Check the name and your network."
        case TimeoutError():
            return f"{host} did not answer in time. Check the port ({port}) and your network."
        case ConnectionRefusedError():
            return f"Nobody listens at {host}, port {port}. Check the port."
        case _:
            return f"The connection to {host}, port {port}, failed or was cut. Check your network and try again."


def one_line(words: bytes | str) -> str:
    """A server's answer for a person: one line, short, without control characters."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())[:LONGEST_WORDS]
