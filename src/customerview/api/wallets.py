"""What wallet apps ask for (OpenID4VCI 1.0): an offer by its address, a nonce, and the credential itself.

Errors are the protocol's, as at the address for tokens: wallets know them. Whoever asks is proved by the token they got for an offer.
"""

from __future__ import annotations

import re

import msgspec
from django.http import HttpRequest, HttpResponse

from customerview.identity import audience
from customerview.proofs import NotTaken, nonce, offer, take

from .language import spoken
from .problems import endpoint
from .tokens import oauth_error, oauth_json

MOST_BYTES = 20_000


def give_offer(request: HttpRequest, handle: str) -> HttpResponse:
    """The offer, while it may be taken up; who does not know the number can do nothing with it."""
    found = offer(handle, spoken())
    return oauth_json(200, found) if found else oauth_error(404, "not_found", "There is no such offer, or it has ended.")


def give_nonce(request: HttpRequest) -> HttpResponse:
    """What a proof of a key must hold."""
    return oauth_json(200, {"c_nonce": nonce()})


def give_credential(request: HttpRequest) -> HttpResponse:
    """The credential, bound to the key that the wallet proved it holds."""
    held = re.fullmatch(r"Bearer ([A-Za-z0-9_-]{20,100})", request.headers.get("Authorization", ""), re.IGNORECASE)
    if not held:
        return oauth_error(401, "invalid_token", "Send the token.", {"WWW-Authenticate": 'Bearer realm="customerview"'})
    if request.content_type != "application/json":
        return oauth_error(400, "invalid_credential_request", "Send it as application/json.")
    sent = request.read(MOST_BYTES + 1)
    if len(sent) > MOST_BYTES:
        return oauth_error(413, "invalid_credential_request", "Send less.")
    try:
        return oauth_json(200, {"credentials": [{"credential": take(held.group(1), msgspec.json.decode(sent))}]})
    except (msgspec.DecodeError, UnicodeDecodeError):
        return oauth_error(400, "invalid_credential_request", "It is not JSON.")
    except NotTaken as why:
        if why.error == "invalid_token":
            return oauth_error(401, why.error, str(why), {"WWW-Authenticate": 'Bearer error="invalid_token"'})
        return oauth_error(400, why.error, str(why))


offers = audience("public")(endpoint(get=give_offer))
nonces = audience("public")(endpoint(post=give_nonce))
credentials = endpoint(post=give_credential)
