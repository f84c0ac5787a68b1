"""A self-signed certificate for a host, and its fingerprint, which people compare beside the join code.

There is no authority that could vouch for a training room's machine: a client accepts the certificate whose
fingerprint it was given, and no other.
"""

import contextlib
import datetime
import hashlib
import hmac
import os
import ssl
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import CallError
from simulator.journal.disk import cannot_write
from simulator.language.said import say

NAME = "drillroom"
DAYS = 30
SHOWN = 32
"""Hexadecimal signs of a fingerprint that are shown and compared: 128 bits."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate and its key, in files of their own."""

    certificate: Path
    key: Path
    fingerprint: str
    """SHA-256 of the certificate, in hexadecimal."""

    @property
    def shown(self) -> str:
        """The fingerprint as people compare it: `3f2a 90bc …`."""
        return grouped(self.fingerprint)


def grouped(fingerprint: str) -> str:
    """A fingerprint in groups of four, as much of it as is compared."""
    return " ".join(fingerprint[start : start + 4] for start in range(0, SHOWN, 4))


def kept_certificate(folder: Path) -> Certificate:
    """The certificate that lies in a folder, or a new one: whoever was told its fingerprint still knows the host.

    Raises as `make_certificate`.
    """
    places = _places(folder)
    with contextlib.suppress(OSError, ValueError):
        kept = Certificate(*places, _fingerprint_in(places[0].read_text(encoding="ascii")))
        host_context(kept)
        return kept
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise cannot_write(folder, error) from error
    return make_certificate(folder)


def make_certificate(folder: Path) -> Certificate:
    """A new certificate in a folder. Raises `CallError` where what makes it is not installed, and `WriteError`."""
    try:
        certificate, key = _made()
    except ImportError as error:
        remedy = say("install the extra 'shared', or say --insecure in a network that you trust")
        raise CallError(say("this machine cannot make a certificate"), remedy) from error
    places = _places(folder)
    for place, written in zip(places, (certificate, key), strict=True):
        _write(place, written)
    return Certificate(*places, _fingerprint_in(certificate.decode("ascii")))


def _places(folder: Path) -> tuple[Path, Path]:
    return folder / "room-certificate.pem", folder / "room-key.pem"


def _fingerprint_in(certificate: str) -> str:
    return fingerprint_of(ssl.PEM_cert_to_DER_cert(certificate))


def _made() -> tuple[bytes, bytes]:
    """Certificate and key as PEM: an elliptic curve, for the clocks of machines that differ by a day."""
    # Loaded here: only a host on a network needs it.
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now, day = datetime.datetime.now(datetime.UTC), datetime.timedelta(days=1)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - day)
        .not_valid_after(now + DAYS * day)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    written = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    return made.public_bytes(serialization.Encoding.PEM), written


def _write(place: Path, written: bytes) -> None:
    try:
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "wb") as file:
            file.write(written)
    except OSError as error:
        raise cannot_write(place, error) from error


def fingerprint_of(certificate: bytes) -> str:
    """The fingerprint of a certificate in DER."""
    return hashlib.sha256(certificate).hexdigest()


def fits(fingerprint: str, said: str) -> bool:
    """Whether a fingerprint is the one that somebody was told, however it is written; in constant time."""
    bare = "".join(sign for sign in said.lower() if sign in "0123456789abcdef")
    return len(bare) >= SHOWN and hmac.compare_digest(fingerprint[:SHOWN], bare[:SHOWN])


def host_context(certificate: Certificate) -> ssl.SSLContext:
    """What a host encrypts with."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.load_cert_chain(certificate.certificate, certificate.key)
    return context


def guest_context() -> ssl.SSLContext:
    """What a client encrypts with; the certificate's fingerprint is compared by `fits` before anything is said."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
