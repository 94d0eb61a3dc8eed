"""Every page where desks are kept for many: those of one's own desk, and those of members.

What concerns the whole machine is for its operator alone: a backup holds everybody's desk. So is the sample desk.
"""

from django.urls import include, path

from sincerely.faces.web import routes, sample
from sincerely.faces.web.members import (
    account,
    articles,
    coach,
    examples,
    joining,
    moderation,
    organisation,
    reading,
    reviewing,
    sharing,
    templates,
)

# In this order: an address such as advice/templates is no article.
ADVICE = (templates, examples, moderation, articles)
MEMBERS = (organisation, joining, sharing, coach, reading, reviewing, account, *ADVICE)
OF_THE_MACHINE = {"backup", *(pattern.name for pattern in sample.ROUTES)}
# Members read the same articles on pages where they can speak of them.
IN_PLACE = {pattern.name for pattern in articles.ROUTES}
OWN = [pattern for pattern in routes.PATTERNS if pattern.name not in OF_THE_MACHINE | IN_PLACE]
PATTERNS = [
    *OWN,
    *(pattern for page in MEMBERS for pattern in page.ROUTES),
    path("account/", include("allauth.account.urls")),
    path("account/two-steps/", include("allauth.mfa.urls")),
]
