"""A PDF sealed so that common readers show who made it and that nothing was changed: PAdES B-B, still PDF/UA-1 and PDF/A-3a.

Done when a letter is downloaded, not when it is made: a seal costs as much as the letter.
"""

from __future__ import annotations

import io
from functools import lru_cache

from asn1crypto import x509
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko_certvalidator.registry import SimpleCertificateStore

from . import keys
from .certificates import chain

FIELD = "Seal"
ROOM = 6000
"""Bytes kept for the signature. Ours need a third of it; being told spares pyHanko a rehearsal."""


class Sealer(signers.Signer):
    """Signs with the key ring's own function: a key in a safe of its own would be asked here."""

    def __init__(self, kid: str, certificates: list[x509.Certificate]) -> None:
        store = SimpleCertificateStore()
        store.register_multiple(certificates)
        super().__init__(signing_cert=certificates[0], cert_registry=store)
        self.kid = kid

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        kid, signature = keys.sign("seal", data)
        if kid != self.kid or digest_algorithm != "sha256":
            raise RuntimeError("The seal's key was turned over meanwhile.")
        return encode_dss_signature(int.from_bytes(signature[:32]), int.from_bytes(signature[32:]))


class Writer(IncrementalPdfFileWriter):
    """Leaves the metadata as the letter has them: rewritten, they are no longer those PDF/A asks for."""

    def _update_meta(self) -> None:
        pass


def sealed(pdf: bytes, words: str = "Seal") -> bytes:
    """The PDF with our seal over all of it. `words` are what a screen reader says of it."""
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
        bytes_reserved=ROOM,
    )
    return bytes(made.getvalue())


@lru_cache(maxsize=4)
def _sealer(kid: str) -> Sealer:
    return Sealer(kid, chain(kid))
