"""`python -m tests.proofs.tsa PORT FOLDER`: a timestamp authority as a process of its own, by pyHanko's; its root is FOLDER/time.pem."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps import DummyTimeStamper


def certified(subject: str, key, issuer: str, issuer_key, *, root: bool) -> x509.Certificate:
    now = datetime.now(UTC)
    name = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, n)]) for n in (subject, issuer)]
    made = (
        x509.CertificateBuilder().subject_name(name[0]).issuer_name(name[1]).public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5)).not_valid_after(now + timedelta(days=2))
        .add_extension(x509.BasicConstraints(ca=root, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )  # fmt: skip
    if not root:
        made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return made.sign(issuer_key, hashes.SHA256())


def authority(folder: Path) -> DummyTimeStamper:
    root_key, key = (rsa.generate_private_key(65537, 2048) for _ in range(2))
    root = certified("Time root", root_key, "Time root", root_key, root=True)
    own = certified("Time authority", key, "Time root", root_key, root=False)
    private = key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "time.pem").write_bytes(root.public_bytes(serialization.Encoding.PEM))
    return DummyTimeStamper(asn1.Certificate.load(own.public_bytes(serialization.Encoding.DER)), keys.PrivateKeyInfo.load(private))


def main(port: int, folder: Path) -> None:
    giving = authority(folder)

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.said(200, b"ready", "text/plain")

        def do_POST(self) -> None:
            asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            self.said(200, giving.request_tsa_response(asked).dump(), "application/timestamp-reply")

        def said(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    HTTPServer(("127.0.0.1", port), Answers).serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
