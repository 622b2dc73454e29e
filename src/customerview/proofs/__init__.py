"""Proofs of benefit: the content of the letter, from the fact that froze it; share codes, and checking a proof by one.

    letter = letter_of(issued, sender="Customer View")       a correspondence.Letter, for HTML and PDF alike
    code = new_code(); digest_of(code, born)                 the code is shown once; its digest is kept
    text = scanned(issued)                                   what the QR of a proof holds, signed; published() are the keys
    pdf = sealed(as_pdf(letter))                             PAdES; whoever trusts authority() is shown that it is ours
    checked = check(code, born, place=…, organisation=…, purpose=…)
"""

from .certificates import authority
from .checking import Checked, as_typed, check, digest_of, in_groups, new_code
from .keys import published, ring, rings, rotate, sign
from .letter import LEVELS, letter_of
from .scanning import scanned
from .sealing import sealed

__all__ = [
    "LEVELS", "Checked", "as_typed", "authority", "check", "digest_of", "in_groups", "letter_of", "new_code", "published", "ring", "rings", "rotate",
    "scanned", "sealed", "sign",
]  # fmt: skip
