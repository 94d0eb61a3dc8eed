"""A real Postfix: takes mail with STARTTLS or TLS and a password, and hands it to Dovecot; what Dovecot refuses bounces."""

import os
import pwd
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.servers.dovecot import Dovecot
from tests.servers.ground import HOST, free_port, need, running

MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/postfix.log
maillog_file_prefixes = {folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = {host}
mydestination =
mynetworks =
alias_maps =
virtual_mailbox_domains = {domains}
virtual_transport = lmtp:inet:127.0.0.1:{lmtp}
default_transport = error:no mail leaves this machine
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:{auth}
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
smtpd_error_sleep_time = 0
in_flow_delay = 0
message_size_limit = 20000000
sender_bcc_maps = {copies}
"""
MASTER = """
127.0.0.1:{smtp} inet n - n - - smtpd
127.0.0.1:{smtps} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""
DOMAINS = ("example.com", "example.org", "example.net")


@dataclass(frozen=True)
class Postfix:
    """Where it listens. `smtp` begins in the clear and offers STARTTLS; `smtps` is TLS from the first byte."""

    folder: Path
    smtp: int
    smtps: int


@contextmanager
def postfix(folder: Path, certificate: Path, key: Path, behind: Dovecot, copies: str = "") -> Iterator[Postfix]:
    """Starts it in a folder of its own, before a Dovecot, and ends it. `copies`: where it files a copy of all that is sent."""
    need(["postfix"], "postfix")
    server = Postfix(folder, free_port(), free_port())
    owner = pwd.getpwnam("postfix")
    for name in ("settings", "queue", "data"):
        (folder / name).mkdir()
    os.chown(folder / "data", owner.pw_uid, owner.pw_gid)
    ports = {"smtp": server.smtp, "smtps": server.smtps, "lmtp": behind.lmtp, "auth": behind.auth}
    words = {
        "folder": folder,
        "host": HOST,
        "copies": f"static:{copies}" if copies else "",
        "domains": ", ".join(DOMAINS),
        "certificate": certificate,
        "key": key,
        **ports,
    }
    (folder / "settings" / "main.cf").write_text(MAIN.format(**words))
    (folder / "settings" / "master.cf").write_text(MASTER.format(**words))
    # `postfix start` would leave its daemon behind where the tests are killed; the daemon itself stays our child.
    settings = str(folder / "settings")
    subprocess.run(["postfix", "-c", settings, "check"], check=True, capture_output=True)
    daemons = subprocess.run(["postconf", "-c", settings, "-h", "daemon_directory"], check=True, capture_output=True, text=True)
    with running([f"{daemons.stdout.strip()}/master", "-c", settings, "-d"], server.smtp, folder / "postfix.out"):
        yield server
