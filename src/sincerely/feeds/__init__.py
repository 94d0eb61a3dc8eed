"""What is owed and planned, as a calendar: a file, a subscription, or pushed to a CalDAV server. No database."""

from sincerely.feeds.calendar import Entry, Kind, calendar

__all__ = ["Entry", "Kind", "calendar"]
