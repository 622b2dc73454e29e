"""`POST /api/v1/proofs/credential`: a digital credential that an organisation was shown, checked for it and not kept.

Its system asked the wallet with a nonce of its own: it gives us that and its own name, and is told whether the wallet signed for both.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import msgspec
from django.http import HttpRequest, HttpResponse

from customerview.kernel import Words
from customerview.proofs import presented

from .answers import Answer, answer
from .fields import read_fields
from .language import said
from .problems import endpoint
from .requests import caller, object_of

SENTENCES = {
    "current": Words("We issued this, and it still holds.", "Ni a gyhoeddodd hwn, ac mae'n dal yn ddilys."),
    "no_longer_current": Words("We issued this, and it no longer holds. Ask the person for a new proof.",
                               "Ni a gyhoeddodd hwn, ac nid yw'n ddilys bellach. Gofynnwch i'r person am brawf newydd."),
    "not_ours": Words("We did not issue this, or it was changed.", "Nid ni a gyhoeddodd hwn, neu cafodd ei newid."),
    "not_by_its_wallet": Words("It belongs to a wallet, which did not sign it for your audience and nonce just now.",
                               "Mae'n perthyn i waled, na lofnododd ef ar gyfer eich audience a'ch nonce nawr."),
}  # fmt: skip


class CredentialShown(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """An SD-JWT VC with what was disclosed of it and, from a wallet, its key binding JWT; or a W3C credential as a JWT."""

    credential: Annotated[str, msgspec.Meta(min_length=20, max_length=60_000)]
    audience: Annotated[str, msgspec.Meta(max_length=500)] = ""
    """Whom the wallet was asked to sign for: `aud` of the key binding."""
    nonce: Annotated[str, msgspec.Meta(max_length=500)] = ""
    """What the wallet was asked to sign, made by your system for this one showing."""


class CredentialAnswered(Answer):
    """`holder`: proved, when the wallet that took it signed for your audience and nonce; none, when it is a file that anybody can show."""

    answer: str
    """current, no_longer_current or not_confirmed."""
    words: str
    holder: str
    shown: dict[str, Any] = {}
    until: datetime | None = None


def ask(request: HttpRequest) -> HttpResponse:
    """Check one credential."""
    caller(request, "checks")
    asked = CredentialShown(**read_fields(CredentialShown, object_of(request), {}, None))
    found = presented(asked.credential, audience=asked.audience, nonce=asked.nonce)
    return answer(
        CredentialAnswered(
            answer=found.answer,
            words=said(SENTENCES[found.why or found.answer]),
            holder=found.holder,
            shown=found.shown,
            until=found.until,
        )
    )


credentials = endpoint(post=ask)
