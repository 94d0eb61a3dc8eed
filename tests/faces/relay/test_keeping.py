"""What the relay keeps of itself: a certificate and the hash of a password, for their owner alone."""

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from sincerely.faces.relay import certificate, password
from sincerely.faces.relay.answers import reply
from sincerely.faces.relay.certificate import BadCertificate, given_certificate, own_certificate
from sincerely.faces.relay.password import Doorkeeper, has_password, is_password, new_password

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_the_certificate_is_made_once_and_again_before_it_ends(tmp_path: Path) -> None:
    first = own_certificate(tmp_path, NOW)
    assert own_certificate(tmp_path, NOW + timedelta(days=700)).fingerprint == first.fingerprint
    assert own_certificate(tmp_path, NOW + timedelta(days=771)).fingerprint != first.fingerprint
    assert {path.name for path in tmp_path.iterdir()} == {"relay.pem", "relay.crt"}
    assert mode(tmp_path / "relay.pem") == 0o600
    assert b"PRIVATE" not in (tmp_path / "relay.crt").read_bytes()


def test_the_certificate_is_for_this_machine_and_what_apples_programs_take(tmp_path: Path) -> None:
    own_certificate(tmp_path, NOW)
    found = x509.load_pem_x509_certificate((tmp_path / "relay.crt").read_bytes())
    names = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["localhost"]
    assert found.not_valid_after_utc - found.not_valid_before_utc < timedelta(days=825)
    assert not found.extensions.get_extension_for_class(x509.BasicConstraints).value.ca


@pytest.mark.parametrize("content", [b"", b"nonsense", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_a_damaged_certificate_is_made_anew_and_a_given_one_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / certificate.FILE).write_bytes(content)
    with pytest.raises(BadCertificate, match="Give a certificate"):
        given_certificate(tmp_path / certificate.FILE, None)
    assert own_certificate(tmp_path, NOW).own
    with pytest.raises(BadCertificate, match="No such file"):
        given_certificate(tmp_path / "missing.pem", None)


def test_a_given_certificate_is_used(tmp_path: Path) -> None:
    own = own_certificate(tmp_path, NOW)
    given = given_certificate(tmp_path / "relay.pem", None)
    assert (given.fingerprint, given.own) == (own.fingerprint, False)
    assert given.context.minimum_version == ssl.TLSVersion.TLSv1_2
    with pytest.raises(BadCertificate):
        given_certificate(tmp_path / "relay.crt", None)


def test_the_password_is_known_again_and_stands_nowhere(tmp_path: Path) -> None:
    assert not has_password(tmp_path)
    first = new_password(tmp_path)
    assert is_password(tmp_path, first.encode())
    assert mode(tmp_path / password.FILE) == 0o600
    assert first not in (tmp_path / password.FILE).read_text()
    second = new_password(tmp_path)
    assert first != second
    assert not is_password(tmp_path, first.encode())
    assert is_password(tmp_path, second.encode())


@pytest.mark.parametrize("given", [b"", b"wrong", b"\xff\xfe", b"x" * 10_000_000])
def test_no_other_password_opens(tmp_path: Path, given: bytes) -> None:
    new_password(tmp_path)
    assert not is_password(tmp_path, given)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"salt": 1, "scrypt": 2}', b'{"salt": "zz", "scrypt": ""}', b"\xff"])
def test_a_damaged_file_lets_nobody_in(tmp_path: Path, content: bytes) -> None:
    (tmp_path / password.FILE).write_bytes(content)
    assert not is_password(tmp_path, b"")


def test_the_doorkeeper_opens_again_after_a_while() -> None:
    clock = iter([0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 61.0])
    keeper = Doorkeeper(lambda: next(clock))
    for _ in range(password.MOST_WRONG):
        assert not keeper.closed
        keeper.was_wrong()
    assert keeper.closed
    assert not keeper.closed


def test_a_reply_without_words_is_still_one() -> None:
    assert reply(550, "5.7.1", ("\r\n",)) == "550 5.7.1 -"
