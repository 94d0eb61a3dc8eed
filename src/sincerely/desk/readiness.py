"""Whether this process can do its work: the database answers, its tables are up to date, and the key opens what is sealed."""

from django.db import Error

from sincerely.desk.errors import DeskError, query
from sincerely.desk.models import Account
from sincerely.desk.opened import compared
from sincerely.desk.sealing import unseal


def missing() -> str:
    """What is missing, in one line that holds no address and no secret; "" where nothing is."""
    try:
        return looked_at()
    except (DeskError, Error, OSError):
        return "The database cannot be reached."


@query
def looked_at() -> str:
    if compared()[0]:
        return "The tables are not up to date: sincerely worker --prepare"
    sealed = Account.objects.exclude(sealed="").values_list("sealed", flat=True).first()
    try:
        unseal(sealed or "")
    except DeskError:
        return "The key here does not open what is sealed: give every machine the same sealing.key."
    return ""
