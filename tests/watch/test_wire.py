"""Encrypted pages: the connection goes to the address that was looked at, the certificate must be the name's."""

import ssl
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from tests.watch.ground import listening, near, saying

from sincerely.watch.errors import FetchError
from sincerely.watch.fetch import fetch


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for jobs.example that vouches for itself, with its key, in one file."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "jobs.example")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2120, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("jobs.example")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    plain = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = tmp_path_factory.mktemp("certificate") / "both.pem"
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + key.private_bytes(*plain))
    return file


def encrypted(certificate: Path, body: bytes):
    """A server that speaks TLS and notes the name it was asked by."""
    names: list[str | None] = []
    ground = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ground.load_cert_chain(certificate)
    ground.sni_callback = lambda connection, name, context: names.append(name)

    def talk(connection, head: bytes) -> None:
        with ground.wrap_socket(connection, server_side=True) as secure:
            asked = secure.recv(65536)
            saying(body)(secure, asked)

    return talk, names


@pytest.mark.parametrize(("host", "trusted"), [("jobs.example", True), ("other.example", True), ("jobs.example", False)])
def test_a_certificate_must_be_trusted_and_of_that_name(certificate: Path, host: str, trusted: bool) -> None:
    talk, names = encrypted(certificate, b"<p>hello")

    def trust() -> ssl.SSLContext:
        return ssl.create_default_context(cafile=certificate if trusted else None)

    # The handshake begins at once: nothing may be read before it.
    with listening(talk, hears=False) as server:
        network = near(server.port, trust=trust)
        if trusted and host == "jobs.example":
            assert fetch(f"https://{host}:{server.port}/", network=network).body == b"<p>hello"
        else:
            with pytest.raises(FetchError, match="certificate"):
                fetch(f"https://{host}:{server.port}/", network=network)
    assert names == [host]
