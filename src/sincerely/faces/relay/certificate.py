"""The relay's own certificate: made at its first start, kept for its owner alone, known by its fingerprint."""

import ssl
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from sincerely.faces.relay.files import replace

# Apple's programs trust none that is valid for longer than 825 days (support.apple.com/103769).
VALID = timedelta(days=800)
# A new one is made so long before the old one ends.
RENEWED = timedelta(days=30)
# Clocks of two machines differ.
SLACK = timedelta(days=1)
FILE = "relay.pem"
# The certificate without its key, for the lists of trust of mail programs and systems.
SHARED = "relay.crt"


class BadCertificate(ValueError):
    """A certificate or key that cannot be used; one line that says which file and what to do."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """Where it lies and how it is known: SHA-256 of it, in pairs of hex digits. `own`: it vouches for itself."""

    context: ssl.SSLContext
    fingerprint: str
    own: bool


def own_certificate(folder: Path, now: datetime) -> Certificate:
    """The certificate in a folder, made anew where there is none or it ends soon."""
    path = folder / FILE
    if not (path.exists() and lasts(path, now)):
        write(path, now)
    return loaded(path, path, own=True)


def given_certificate(certificate: Path, key: Path | None) -> Certificate:
    """A certificate that the person has; raises BadCertificate."""
    return loaded(certificate, key or certificate, own=False)


def loaded(certificate: Path, key: Path, *, own: bool) -> Certificate:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(certificate, key, password=lambda: "")
        found = x509.load_pem_x509_certificate(certificate.read_bytes())
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and not isinstance(error, ssl.SSLError) else "it cannot be used"
        raise BadCertificate(f"{certificate}: {why}. Give a certificate in PEM with its key, without a password.") from None
    return Certificate(context, found.fingerprint(hashes.SHA256()).hex(":").upper(), own)


def lasts(path: Path, now: datetime) -> bool:
    """Whether a certificate of ours is whole and valid for a while."""
    try:
        found = x509.load_pem_x509_certificate(path.read_bytes())
    except (OSError, ValueError):
        return False
    return found.not_valid_before_utc <= now < found.not_valid_after_utc - RENEWED


def write(path: Path, now: datetime) -> None:
    """Makes a certificate for this machine under its loopback names; it and its key come into one file of 0600."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Sincerely on this machine")])
    places: list[x509.GeneralName] = [x509.DNSName("localhost")]
    places += [x509.IPAddress(IPv4Address("127.0.0.1")), x509.IPAddress(IPv6Address("::1"))]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - SLACK)
        .not_valid_after(now + VALID)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(places), critical=False)
        .sign(key, hashes.SHA256())
    )
    form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    public = made.public_bytes(serialization.Encoding.PEM)
    replace(path, public + key.private_bytes(*form))
    replace(path.with_name(SHARED), public)
