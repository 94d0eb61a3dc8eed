"""Every page of the web desk, one file each; a page brings its own addresses."""

from sincerely.faces.web import (
    add,
    applications,
    approve,
    guide,
    insight,
    interview,
    leaving,
    letter,
    live,
    people,
    pursuit,
    rehearse,
    sample,
    settling,
    start,
    theme,
    today,
    versions,
    write,
    writing,
)

NOTES = (writing, write, live, versions, approve, leaving, rehearse, letter)
PAGES = (today, add, pursuit, interview, *NOTES, applications, people, insight, settling, start, sample, theme, guide)

PATTERNS = [pattern for page in PAGES for pattern in page.ROUTES]
