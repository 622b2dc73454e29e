"""A PDF sealed so that common readers show who made it and that nothing was changed: PAdES B-B, still PDF/UA-1 and PDF/A-3a; B-T
where an authority for time is named.

Done when a letter is downloaded, not when it is made: a seal costs as much as the letter.
"""

from __future__ import annotations

import io
import logging
from functools import lru_cache

from asn1crypto import x509
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError
from pyhanko_certvalidator.registry import SimpleCertificateStore

from . import keys
from .trusted_time import authority_of_time

log = logging.getLogger(__name__)
FIELD = "Seal"
ROOM, ROOM_WITH_TIME = 6000, 30_000
"""Hexadecimal digits kept for the signature, and for one with a timestamp and the certificates of who gave it. Ours need a third of it;
being told spares pyHanko a rehearsal, and the authority for time a second question."""


class Sealer(signers.Signer):
    """Signs by the one door to the keys, wherever they are."""

    def __init__(self, kid: str, certificates: list[x509.Certificate]) -> None:
        store = SimpleCertificateStore()
        store.register_multiple(certificates)
        super().__init__(signing_cert=certificates[0], cert_registry=store)
        self.kid = kid

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        kid, signature = keys.sign("seal", lambda kid: data)
        if kid != self.kid or digest_algorithm != "sha256":
            raise RuntimeError("The seal's key was turned over meanwhile.")
        return encode_dss_signature(int.from_bytes(signature[:32]), int.from_bytes(signature[32:]))


class Writer(IncrementalPdfFileWriter):
    """Leaves the metadata as the letter has them: rewritten, they are no longer those PDF/A asks for."""

    def _update_meta(self) -> None:
        pass


def sealed(pdf: bytes, words: str = "Seal") -> bytes:
    """The PDF with our seal over all of it. `words` are what a screen reader says of it.

    An authority for time that does not answer holds nobody's letter up: the seal then has our own clock's time, and the log says so.
    """
    asked = authority_of_time()
    try:
        return _sealed(pdf, words, asked)
    except TimestampRequestError as error:
        log.warning("a seal has no trusted time: %s", error)
        return _sealed(pdf, words, None)


def _sealed(pdf: bytes, words: str, asked: TimeStamper | None) -> bytes:
    sealer = _sealer(keys.ring("seal")[0].kid)
    # A line must have ended before ours begin: typst ends without one.
    writer = Writer(io.BytesIO(pdf if pdf.endswith(b"\n") else pdf + b"\n"))
    made = signers.sign_pdf(
        writer,
        signers.PdfSignatureMetadata(
            field_name=FIELD,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=True,
            docmdp_permissions=MDPPerm.NO_CHANGES,
        ),
        signer=sealer,
        new_field_spec=SigFieldSpec(
            FIELD, readable_field_name=words, invis_sig_settings=InvisSigSettings(set_print_flag=True, box_out_of_bounds=True)
        ),
        bytes_reserved=ROOM_WITH_TIME if asked else ROOM,
        timestamper=asked,
    )
    return bytes(made.getvalue())


@lru_cache(maxsize=4)
def _sealer(kid: str) -> Sealer:
    return Sealer(kid, keys.chain(kid))
