"""The time zone of this machine."""

from tzlocal import get_localzone_name


def own_zone() -> str:
    """Its IANA name; UTC where it says none."""
    try:
        return str(get_localzone_name() or "UTC")
    except Exception:
        return "UTC"
