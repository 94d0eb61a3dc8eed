"""Drafts in a real mailbox."""

import ssl
from datetime import UTC, datetime

import imap_tools
import pytest
from tests.servers.fixtures import MailServers

from sincerely.post.address import Address
from sincerely.post.carriers import CarrierError, Failure, draft
from sincerely.post.envelope import Envelope, compose

pytestmark = pytest.mark.server
DATE = datetime(2026, 3, 2, 10, 30, tzinfo=UTC)


def test_a_draft_holds_its_blind_copies_and_is_filed_once(mail_servers: MailServers) -> None:
    ann = mail_servers.person("ann")
    mail = Envelope(
        sender=Address("Ann", ann.address),
        to=(Address("Jörg Müller", "jo@example.org"),),
        bcc=(Address("", "me.too@example.org"), Address("", "and.you@example.org")),
        subject="Grüße",
        text="Grüße,\n\nAnn\n",
    )
    carrier = draft.Carrier(
        draft.Config(
            mail_servers.host, ann.address, ann.password, mail_servers.dovecot.imaps, ca_file=str(mail_servers.certificate)
        )
    )
    marks: list[int] = []
    for number in (1, 1, 2):
        raw = compose(mail, f"<{number}@example.org>", DATE)
        receipt = carrier.deliver(raw, ann.address, mail.recipients, lambda: marks.append(1))
        assert (receipt.sent, receipt.place) == (False, "Drafts")
    assert len(marks) == 3
    context = ssl.create_default_context(cafile=str(mail_servers.certificate))
    with imap_tools.MailBox(mail_servers.host, mail_servers.dovecot.imaps, ssl_context=context).login(
        ann.address, ann.password, "Drafts"
    ) as box:
        found = list(box.fetch(mark_seen=False))
    assert [each.obj["Message-ID"] for each in found] == ["<1@example.org>", "<2@example.org>"]
    assert {each.bcc for each in found} == {("me.too@example.org", "and.you@example.org")}
    assert {each.text for each in found} == {"Grüße,\r\n\r\nAnn\r\n"}


def test_what_is_no_mail_is_no_draft() -> None:
    with pytest.raises(CarrierError) as caught:
        draft.Carrier(draft.Config("localhost", "ann")).deliver(b"", "ann@example.org", ["jo@example.org"])
    assert (caught.value.kind, caught.value.own) == (Failure.PERMANENT, True)
