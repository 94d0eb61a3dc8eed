"""Which servers people may name where desks are kept for many: those of the internet, and those that the operator named."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings

from sincerely.desk.errors import DeskError
from sincerely.watch.errors import FetchError
from sincerely.watch.hosts import host_name, is_public, system_resolver


def outside(host: str, port: int = 443) -> None:
    """Raises DeskError for a server inside the operator's own network; alone every server is one's own business."""
    if not settings.MEMBERS:
        return
    try:
        name = host_name(host)
        if name in settings.INNER_HOSTS:
            return
        found = system_resolver(name, port)
    except FetchError as error:
        raise DeskError(str(error)) from None
    if not all("%" not in one and is_public(ip_address(one)) for one in found):
        raise DeskError(f"{host} is no server on the internet. Ask whoever runs this desk to allow it.")


def outside_address(url: str) -> None:
    """The same for an address; one that is empty or cannot be read is left to who reads it next."""
    try:
        host = urlsplit(url).hostname if url.isascii() else None
    except ValueError:
        return
    if host:
        outside(host)
