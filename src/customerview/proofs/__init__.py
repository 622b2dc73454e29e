"""Proofs of benefit: the content of the letter, from the fact that froze it; share codes, and checking a proof by one.

letter = letter_of(issued, sender="Customer View")       a correspondence.Letter, for HTML and PDF alike
code = new_code(); digest_of(code, born)                 the code is shown once; its digest is kept
text = scanned(issued)                                   what the QR of a proof holds, signed; published() are the keys
pdf = sealed(as_pdf(letter))                             PAdES; whoever trusts authority() is shown that it is ours
made = new_offer()                                       for a wallet app, which takes the proof bound to a key of its own
text = credential(issued, made, at)                      SD-JWT VC or W3C VC; status_list("2026-11") says which hold no longer
checked = check(code, born, place=…, organisation=…, purpose=…)
"""

from .checking import Checked, as_typed, check, digest_of, in_groups, new_code
from .credentials import MEDIA, credential, type_of
from .issuer import base_url, did
from .keys import authority, published, ring, rings, sign, signer
from .letter import TITLE, letter_of
from .levels import LEVELS
from .local_keys import rotate
from .scanning import scanned
from .sealing import sealed
from .showing import Presented, in_rows, presented
from .signing_process import serve
from .status import Taken, in_a_free_place, new_place, status_list, withdraw
from .wallet_issuing import NotTaken, nonce, take
from .wallet_metadata import issuer_metadata, server_metadata
from .wallet_offers import PRE_AUTHORISED, link, new_offer, offer, take_up

__all__ = [
    "LEVELS", "MEDIA", "PRE_AUTHORISED", "TITLE", "Checked", "NotTaken", "Presented", "Taken", "as_typed", "authority", "base_url", "check",
    "credential", "did", "digest_of", "in_a_free_place", "in_groups", "in_rows", "issuer_metadata", "letter_of", "link", "new_code",
    "new_offer", "new_place", "nonce", "offer", "presented", "published", "ring", "rings", "rotate", "scanned", "sealed", "serve", "server_metadata",
    "sign", "signer", "status_list", "take", "take_up", "type_of", "withdraw",
]  # fmt: skip
