"""Signing in, sessions, and for whom each route is.

    from customerview.identity import audience

    @audience("customer", "representative")        public, customer, representative, organisation, colleague, client
    def home(request): …

The middleware refuses a route that states no audience. It sets `request.actor` (the kernel's Actor, None when nobody is signed
in), `request.access` (the secret for `reading`, `writing` and `look`) and `request.signed_in` (name, own record, idle time).
`kept_for(request)` is what this person had typed on this page when their time ran out: begin the form with it.
"""

from .acting import act_for, back_at_the_desk
from .audiences import AUDIENCES, audience, audience_of
from .colleagues import seen as colleague_seen
from .customers import may_try
from .hashing import hasher
from .organisations import for_a_moment, new_key, new_sign_up_code, organisation
from .place import place_of
from .session import SignedIn, begin, digest_of, end, kept_for

__all__ = [
    "AUDIENCES",
    "SignedIn",
    "act_for",
    "audience",
    "audience_of",
    "back_at_the_desk",
    "begin",
    "colleague_seen",
    "digest_of",
    "end",
    "for_a_moment",
    "hasher",
    "kept_for",
    "may_try",
    "new_key",
    "new_sign_up_code",
    "organisation",
    "place_of",
]  # fmt: skip
