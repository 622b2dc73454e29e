"""Proofs of benefit: the content of the letter, from the fact that froze it; share codes, and checking a proof by one.

    letter = letter_of(issued, sender="Customer View")       a correspondence.Letter, for HTML and PDF alike
    code = new_code(); digest_of(code, born)                 the code is shown once; its digest is kept
    text = scanned(issued)                                   what the QR of a proof holds, signed; published() are the keys
    pdf = sealed(as_pdf(letter))                             PAdES; whoever trusts authority() is shown that it is ours
    text = credential(issued, made, at)                      SD-JWT VC or W3C VC; status_list("2026-11") says which hold no longer
    checked = check(code, born, place=…, organisation=…, purpose=…)
"""

from .certificates import authority
from .checking import Checked, as_typed, check, digest_of, in_groups, new_code
from .credentials import MEDIA, credential, type_of
from .issuer import base_url, did
from .keys import published, ring, rings, rotate, sign
from .letter import LEVELS, TITLE, letter_of
from .scanning import scanned
from .sealing import sealed
from .status import Taken, new_place, status_list, withdraw

__all__ = [
    "LEVELS", "MEDIA", "TITLE", "Checked", "Taken", "as_typed", "authority", "base_url", "check", "credential", "did", "digest_of",
    "in_groups", "letter_of", "new_code", "new_place", "published", "ring", "rings", "rotate", "scanned", "sealed", "sign",
    "status_list", "type_of", "withdraw",
]  # fmt: skip
