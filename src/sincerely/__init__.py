"""Sincerely: the follow-up desk for people who look for work."""

from zoneinfo import ZoneInfo, reset_tzpath

__version__ = "0.1.0"

# Clocks go by the zones that come with the program (tzdata). A system's own may be older: the plan would differ by machine.
reset_tzpath(to=())
ZoneInfo.clear_cache()
