"""Pen: case and facts in, a first draft out; no two alike. Pure."""

from sincerely.pen.background import Background, BadBackground, read_background
from sincerely.pen.brief import Brief, Candidate, Contact, Draft, Fit, Interview, Source
from sincerely.pen.drafting import draft
from sincerely.pen.fits import fits

__all__ = [
    "Background",
    "BadBackground",
    "Brief",
    "Candidate",
    "Contact",
    "Draft",
    "Fit",
    "Interview",
    "Source",
    "draft",
    "fits",
    "read_background",
]
