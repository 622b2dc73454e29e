"""The certificates of the keys that seal, each in a private file of its own beside the keys: `seal_<kid>.pem`.

Made on first use and signed by the installation's own authority, which readers do not know until they are given
`authority()`. An operator whose trust service certifies the same key puts that certificate, and those above it, in the file.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier
from django.conf import settings

from customerview.config.home import kept
from customerview.instructions import catalogue
from customerview.kernel import LONDON

from .key import LASTS, Key, public_key

DOCUMENT_SIGNING = ObjectIdentifier("1.3.6.1.5.5.7.3.36")
USES = (DOCUMENT_SIGNING, ExtendedKeyUsageOID.EMAIL_PROTECTION)
"""Both: poppler's pdfsig knows only the second, and calls a certificate without it an unknown issue."""
AUTHORITY_YEARS = 20


def chain(key: Key, folder: Path) -> str:
    """The certificate of one of the seal's keys, then those above it, as PEM."""
    return kept(f"seal_{key.kid}.pem", lambda: _certified(key, folder), folder)


def authority(folder: Path) -> str:
    """The certificate of the installation's own authority, as PEM."""
    text = kept("seal_authority.pem", _authority, folder)
    return text[text.index("-----BEGIN CERTIFICATE-----") :]


def _authority() -> str:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name("seal authority")
    made = (
        _begun(name, name, key.public_key(), timedelta(days=365 * AUTHORITY_YEARS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(key_cert_sign=True, crl_sign=True), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return (private + made.public_bytes(serialization.Encoding.PEM)).decode()


def _certified(own: Key, folder: Path) -> str:
    """A certificate for one of the seal's keys by our own authority."""
    text = kept("seal_authority.pem", _authority, folder).encode()
    above, above_key = x509.load_pem_x509_certificate(text), serialization.load_pem_private_key(text, None)
    days = catalogue().figures.get("common", LASTS["seal"], datetime.now(LONDON).date())
    made = (
        _begun(_name("seal"), above.subject, public_key(own), timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(digital_signature=True, content_commitment=True), critical=True)
        .add_extension(x509.ExtendedKeyUsage(USES), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(above.public_key()), critical=False)  # type: ignore[arg-type]
        .sign(above_key, hashes.SHA256())  # type: ignore[arg-type]
    )
    return (made.public_bytes(serialization.Encoding.PEM) + above.public_bytes(serialization.Encoding.PEM)).decode()


def _begun(subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, lasts: timedelta) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key).serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5)).not_valid_after(now + lasts)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )  # fmt: skip


def _name(what: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, settings.BRAND_NAME),
            x509.NameAttribute(NameOID.COMMON_NAME, f"{settings.BRAND_NAME} {what}"),
        ]
    )


def _usage(**uses: bool) -> x509.KeyUsage:
    every = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign",
             "crl_sign", "encipher_only", "decipher_only")  # fmt: skip
    return x509.KeyUsage(**{use: uses.get(use, False) for use in every})
