"""A draft in the person's own mailbox: filed there, and noticed when it is sent from there."""

import ssl

import imap_tools
import pytest
from tests.faces.relay.office import Office

pytestmark = pytest.mark.server


def drafts(office: Office, remove: bool = False) -> list[bytes]:
    """What lies in the Drafts folder, as a mail program sees it."""
    servers, me = office.seeker.servers, office.seeker.account
    context = ssl.create_default_context(cafile=str(servers.certificate))
    with imap_tools.MailBox(servers.host, servers.dovecot.imaps, ssl_context=context).login(
        me.address, me.password, "Drafts"
    ) as box:
        found = list(box.fetch(mark_seen=False))
        assert all("\\Draft" in mail.flags for mail in found)
        if remove:
            box.delete([mail.uid for mail in found])
        return [mail.obj.as_bytes() for mail in found]


def filed(office: Office) -> str:
    """A thank-you to Ada with a blind copy, approved and filed as a draft; its number."""
    number = str(office.seeker.ask("write", "Ada Okafor")["message"]["id"])
    office.seeker.type("approve", number, "--yes")
    said = office.seeker.type("send", number, "--draft")
    assert "It lies in Drafts" in said
    assert office.seeker.ask("show", "--message", number)["message"]["state"] == "approved"
    assert "Nothing waits" in office.seeker.type("send")
    return number


def test_a_draft_that_is_sent_through_the_relay_is_the_message_of_the_desk(relay: Office) -> None:
    filed(relay)
    (raw,) = drafts(relay, remove=True)
    code, words = relay.send(raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"), relay.contact(0).address)
    assert code == 250, words
    assert ("Ada Okafor", "thank-you", "sent") in relay.messages()
    assert [touch["contact_name"] for touch in relay.seeker.ask("due")["today"]] == ["Bo Lind"]


def test_a_draft_that_is_sent_elsewhere_is_noticed_in_sent(office: Office) -> None:
    number = filed(office)
    (raw,) = drafts(office, remove=True)
    servers, me = office.seeker.servers, office.seeker.account
    context = ssl.create_default_context(cafile=str(servers.certificate))
    with imap_tools.MailBox(servers.host, servers.dovecot.imaps, ssl_context=context).login(me.address, me.password) as box:
        box.append(raw, "Sent", flag_set=["\\Seen"])
    office.seeker.type("sync")
    assert office.seeker.ask("show", "--message", number)["message"]["state"] == "sent"


def test_a_draft_that_is_thrown_away_still_waits_on_the_desk(office: Office) -> None:
    number = filed(office)
    drafts(office, remove=True)
    office.seeker.type("sync")
    assert office.seeker.ask("show", "--message", number)["message"]["state"] == "approved"
    assert "It lies in Drafts" in office.seeker.type("send", number, "--draft")
    assert len(drafts(office)) == 1
