"""A real Dovecot: mailboxes over IMAP (TLS and STARTTLS), delivery over LMTP, and the passwords that Postfix asks for."""

import os
import pwd
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.servers.ground import free_port, need, running

SETTINGS = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = required
ssl_cert = <{certificate}
ssl_key = <{key}
auth_mechanisms = plain login {mechanisms}
auth_username_format = %Lu
auth_failure_delay = 0
mail_location = maildir:~/Maildir
mail_max_userip_connections = 200
# ann+Sent@example.org goes into her folder of that name; where there is none, into the inbox.
lmtp_save_to_detail_mailbox = yes
first_valid_uid = 1
{tokens}
passdb {{
  driver = passwd-file
  mechanisms = plain login
  args = {folder}/users/%Lu
}}
userdb {{
  driver = passwd-file
  args = {folder}/users/%Lu
}}
namespace inbox {{
  inbox = yes
  mailbox Drafts {{
    auto = create
    special_use = \\Drafts
  }}
  mailbox Sent {{
    auto = create
    special_use = \\Sent
  }}
  mailbox Junk {{
    auto = create
    special_use = \\Junk
  }}
}}
service imap-login {{
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
# No waiting after the wrong passwords that tests try.
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service auth {{
  inet_listener {{
    address = 127.0.0.1
    port = {auth}
  }}
}}
"""
TOKEN_PASSDB = """
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {}/tokens.conf
}}
"""
# doc.dovecot.org: "Open Authentication v2.0 database"; the token is added to the address.
TOKENS = """
introspection_mode = get
introspection_url = {}
username_attribute = username
active_attribute = active
active_value = true
"""


@dataclass(frozen=True)
class Dovecot:
    """Where it listens. `imap` begins in the clear and asks for STARTTLS; `imaps` is TLS from the first byte."""

    folder: Path
    imap: int
    imaps: int
    lmtp: int
    auth: int

    def add(self, address: str, password: str) -> None:
        """A new mailbox, open at once."""
        owner = pwd.getpwnam("mail")
        home = self.folder / "homes" / address
        home.mkdir(parents=True)
        for path in (home, home.parent):
            path.chmod(0o755)
        os.chown(home, owner.pw_uid, owner.pw_gid)
        # A file for each: Dovecot looks at a file again only once its second has passed.
        entry = f"{address.lower()}:{{PLAIN}}{password}:{owner.pw_uid}:{owner.pw_gid}::{home}::\n"
        (self.folder / "users" / address.lower()).write_text(entry)


@contextmanager
def dovecot(
    folder: Path, certificate: Path, key: Path, *, again: Dovecot | None = None, introspection: str = ""
) -> Iterator[Dovecot]:
    """Starts it in a folder of its own, and ends it. `again`: the same one, after its end.

    `introspection`: the address at which it asks whose a token is; then it takes XOAUTH2 and OAUTHBEARER too.
    """
    need(["dovecot"], "dovecot-imapd dovecot-lmtpd")
    server = again or Dovecot(folder, *(free_port() for _ in range(4)))
    (folder / "users").mkdir(exist_ok=True)
    settings = folder / "dovecot.conf"
    (folder / "tokens.conf").write_text(TOKENS.format(introspection))
    more = {"mechanisms": "xoauth2 oauthbearer", "tokens": TOKEN_PASSDB.format(folder)} if introspection else {}
    given = {"mechanisms": "", "tokens": "", **more}
    settings.write_text(SETTINGS.format(**vars(server), certificate=certificate, key=key, **given))
    with running(["dovecot", "-F", "-c", str(settings)], server.imaps, folder / "dovecot.out"):
        yield server
