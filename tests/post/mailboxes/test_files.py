"""Mail that lies on this machine."""

import os
from pathlib import Path

import pytest

from sincerely.post.mailboxes import MailboxError, eml, mailboxes, maildir
from sincerely.post.setting import questions

DAY = 24 * 60 * 60


def test_every_mailbox_in_the_folder_is_found() -> None:
    assert set(mailboxes()) == {"imap", "maildir", "eml"}
    for module in mailboxes().values():
        assert module.Mailbox.label
        assert all(question.help for question in questions(module.Config))


def test_a_file_and_a_folder_of_files_are_read(tmp_path: Path) -> None:
    for name in ("b.eml", "a.eml", "notes.txt"):
        (tmp_path / name).write_bytes(name.encode())
    with eml.Mailbox(eml.Config(str(tmp_path))) as mailbox:
        assert [mail.raw for mail in mailbox.fetch({})] == [b"a.eml", b"b.eml"]
    with eml.Mailbox(eml.Config(str(tmp_path / "b.eml"))) as mailbox:
        (mail,) = mailbox.fetch({})
    assert (mail.raw, mail.whole) == (b"b.eml", True)
    assert 0 < mail.uid < 2**63


def test_the_same_mail_keeps_its_number_under_another_name(tmp_path: Path) -> None:
    numbers = set()
    for name in ("one.eml", "two.eml"):
        (tmp_path / name).write_bytes(b"the same")
        with eml.Mailbox(eml.Config(str(tmp_path / name))) as mailbox:
            numbers |= {mail.uid for mail in mailbox.fetch({})}
    assert len(numbers) == 1


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(MailboxError), eml.Mailbox(eml.Config(str(tmp_path / "none.eml"))):
        pass


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for folder in ("", ".Jobs"):
        for part in ("cur", "new", "tmp"):
            (tmp_path / folder / part).mkdir(parents=True)
    return tmp_path


def put(home: Path, name: str, arrived: int) -> None:
    (home / name).write_bytes(name.encode())
    os.utime(home / name, (arrived, arrived))


def test_a_maildir_is_read_in_order_of_arrival(home: Path) -> None:
    put(home, "new/3.host", 300 * DAY)
    put(home, "cur/1.host:2,S", 100 * DAY)
    put(home, ".Jobs/cur/2.host:2,", 200 * DAY)
    put(home, "tmp/half", 400 * DAY)
    with maildir.Mailbox(maildir.Config(str(home), "INBOX, Jobs")) as mailbox:
        found = [(mail.folder, mail.raw) for mail in mailbox.fetch({})]
    assert found == [("INBOX", b"cur/1.host:2,S"), ("INBOX", b"new/3.host"), ("Jobs", b".Jobs/cur/2.host:2,")]


def test_a_flag_set_by_another_program_makes_no_new_mail(home: Path) -> None:
    put(home, "new/1.host", 100 * DAY)
    with maildir.Mailbox(maildir.Config(str(home))) as mailbox:
        (before,) = mailbox.fetch({})
        (home / "new/1.host").rename(home / "cur/1.host:2,S")
        (after,) = mailbox.fetch({})
    assert before.position == after.position


def test_mail_that_came_long_before_the_last_one_read_is_left_out(home: Path) -> None:
    put(home, "new/1.host", 100 * DAY)
    put(home, "new/2.host", 200 * DAY)
    with maildir.Mailbox(maildir.Config(str(home))) as mailbox:
        *_, last = mailbox.fetch({})
        put(home, "new/3.host", 198 * DAY)
        assert [mail.raw for mail in mailbox.fetch({"INBOX": last.position})] == [b"new/3.host", b"new/2.host"]


def test_two_mails_of_one_moment_have_numbers_of_their_own(home: Path) -> None:
    put(home, "new/1.host", 100 * DAY)
    put(home, "new/2.host", 100 * DAY)
    with maildir.Mailbox(maildir.Config(str(home))) as mailbox:
        assert len({mail.uid for mail in mailbox.fetch({})}) == 2


def test_a_folder_that_is_no_maildir_is_said(tmp_path: Path) -> None:
    with pytest.raises(MailboxError), maildir.Mailbox(maildir.Config(str(tmp_path))):
        pass
