"""What no assistant may change, as it stands on the desk; told as JSON."""

import json

from sincerely.desk.opened import open_desk


def state() -> dict[str, list[list[str]]]:
    actor = open_desk()
    from sincerely.desk.models import Contact, Desk, Host, Message

    mine = {"desk": actor.desk}
    fields = ("id", "state", "to", "cc", "bcc", "sender", "contact", "subject", "body", "consent_by", "sha256")
    drafts = Message.objects.filter(**mine, state="draft").values_list("id", "to", "cc", "bcc", "sender", "contact", "body")
    return {
        "settled": [list(map(str, row)) for row in Message.objects.filter(**mine).exclude(state="draft").values_list(*fields)],
        "drafts": [list(map(str, row)) for row in drafts.order_by("id")],
        "contacts": [list(map(str, row)) for row in Contact.objects.filter(**mine).order_by("id").values_list()],
        "desk": [list(map(str, row)) for row in Desk.objects.filter(pk=actor.desk).values_list()],
        "asked": [list(map(str, row)) for row in Host.objects.values_list()],
    }


if __name__ == "__main__":
    print(json.dumps(state()))
