"""Run as a process of its own: builds a desk, or sends one mail through it with a server that ends the process.

child.py build                   a desk with an interview that is over
child.py send POINT WHOM NOW     sends the same mail each time; dies at the point; prints what the mail program is told
"""

import sys
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from tests.desk.child import Carrier, build, die
from tests.desk.conftest import NOTE


class Deadly(Carrier):
    """Dies before the mark too."""

    def deliver(self, raw, sender, recipients, before_data):
        if self.point == "before-mark":
            die()
        return super().deliver(raw, sender, recipients, before_data)


def send(point: str, whom: str, now: datetime) -> str:
    from sincerely.desk.opened import open_desk

    actor = open_desk()
    from sincerely.desk.relay import Outcome, Revise, Shown, Submission, examine
    from sincerely.desk.relay.contacts import send_on
    from sincerely.desk.relay.others import note, pass_on
    from sincerely.proof.rulebook import only

    head = f"From: alice@archer.example\r\nTo: {whom}\r\nSubject: Thank you\r\nMessage-ID: <same@archer.example>\r\n\r\n"
    mail = Submission("alice@archer.example", (whom,), (head + NOTE.replace("\n", "\r\n") + "\r\n").encode())
    read = examine(actor, mail, lambda: only([]), now, Revise.RELAY, Shown())
    if isinstance(read, Outcome):
        return read.fate
    carrier = Deadly(point)
    if read.mail is not None:
        return send_on(actor, mail, read.mail, read.rows, carrier, now).fate
    if point == "before-commit":
        # Taken, and dead before it is written down.
        import sincerely.desk.relay.others as others

        others.note = lambda marks, state: die()
        assert note is not others.note
    return pass_on(actor, mail, carrier, lambda: None, now).fate


if __name__ == "__main__":
    if sys.argv[1] == "build":
        build(1)
        from sincerely.desk.models import Message

        Message.objects.all().delete()
    else:
        print(send(sys.argv[2], sys.argv[3], datetime.fromisoformat(sys.argv[4])))
