"""What no assistant may change, as it stands on the desk; told as JSON."""

import json

from sincerely.desk.opened import open_desk


def state() -> dict[str, list[list[str]]]:
    """Everything but what lies beside a draft and what was logged, of which `touched` tells for whom; `drafts` stand apart."""
    actor = open_desk()
    from sincerely.desk.models import (
        Account,
        Address,
        Application,
        Contact,
        Desk,
        Event,
        Feed,
        Host,
        Interview,
        Message,
        Token,
        Version,
        Watch,
    )

    mine = {"desk": actor.desk}
    words = ("id", "to", "cc", "bcc", "sender", "contact", "application", "subject", "body", "allowed_rules")
    drafts = Message.objects.filter(**mine, state="draft").order_by("id")
    kept = {
        "drafts": drafts.values_list(*words),
        "settled": Message.objects.filter(**mine).exclude(state="draft").order_by("id").values_list(),
        "agreed watches": Watch.objects.filter(**mine, proposed_by="").values_list(),
        "hosts asked": Host.objects.values_list(),
        "desk": Desk.objects.filter(pk=actor.desk).values_list(),
    }
    beside = Version.objects.filter(message__desk=actor.desk).exclude(proposed_by="").values_list("message__contact")
    logged = Event.objects.filter(**mine, kind=Event.Kind.SENT).values_list("contact")
    kept["touched"] = sorted({*beside, *logged})
    for model in (Account, Address, Application, Contact, Feed, Interview, Token):
        kept[model.__name__] = model.objects.filter(**mine).order_by("pk").values_list()
    return {name: [list(map(str, row)) for row in rows] for name, rows in kept.items()}


if __name__ == "__main__":
    print(json.dumps(state()))
