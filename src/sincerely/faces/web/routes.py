"""Every page of the web desk, one file each; a page brings its own addresses."""

from sincerely.faces.web import (
    add,
    advice,
    applications,
    approve,
    calendar,
    digest,
    eyes,
    fine,
    guide,
    insight,
    interview,
    jobs,
    keeping,
    leaving,
    letter,
    live,
    look,
    own_model,
    people,
    policy,
    programs,
    pursuit,
    rehearse,
    reword,
    sample,
    sending,
    settings,
    settling,
    signing_in,
    start,
    theme,
    today,
    versions,
    wholes,
    write,
    writing,
)

NOTES = (writing, write, live, eyes, look, versions, approve, leaving, rehearse, letter, reword)
SETTINGS = (settings, sending, signing_in, policy, fine, calendar, digest, programs, own_model, keeping)
LISTS = (applications, people, wholes, jobs, insight)
PAGES = (today, add, pursuit, interview, *NOTES, *LISTS, *SETTINGS, settling, start, sample, theme, guide, advice)

PATTERNS = [pattern for page in PAGES for pattern in page.ROUTES]
