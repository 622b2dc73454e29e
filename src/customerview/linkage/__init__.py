"""Who is this? One matcher for sign-in, claims, notifications and the search of colleagues and of the API.

    from customerview.linkage import search
    with reading(secret, catalogue()) as view:
        found = search(view, nino="QQ123456C")                      or name="Rhian Morgan", born=…, postcode="QA1 1AA"

Results are looks: whoever shows them logs each. `identify` and `known_sign_in` are for sign-in, by an access of kind "matching".
"""

from .acted_for import A_PAGE, ActedFor, Attention, people_of
from .between_people import link_people
from .matching import Identified, identify, known_sign_in
from .searching import Found, search

__all__ = ["A_PAGE", "ActedFor", "Attention", "Found", "Identified", "identify", "known_sign_in", "link_people", "people_of", "search"]
