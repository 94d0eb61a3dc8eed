"""Every page of the web desk, one file each; a page brings its own addresses."""

from sincerely.faces.web import applications, guide, sample, settling, start, theme, today

PAGES = (today, applications, settling, start, sample, theme, guide)

PATTERNS = [pattern for page in PAGES for pattern in page.ROUTES]
