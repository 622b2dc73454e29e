"""`POST /api/v1/customers/search`: finding a customer. Nothing about anybody is part of the address; every result is a look."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from customerview.instructions import catalogue
from customerview.kernel import Field, Problem, Words
from customerview.ledger import look, reading
from customerview.linkage import search as find
from customerview.perform import Invalid

from .answers import CustomerFound, CustomersFound, SearchFor, answer
from .fields import read_fields
from .problems import endpoint
from .requests import caller, object_of, reason

SHOWN = 10
ASKED = {
    "nino": Field(question=Words("National Insurance number", "Rhif Yswiriant Gwladol"), kind="nino"),
    "postcode": Field(question=Words("Postcode", "Cod post"), kind="postcode"),
}
TOO_LITTLE = Words("Give a National Insurance number, or a name with a date of birth or a postcode.",
                   "Rhowch rif Yswiriant Gwladol, neu enw gyda dyddiad geni neu god post.")  # fmt: skip


def look_for(request: HttpRequest) -> HttpResponse:
    """Who may be meant."""
    who = caller(request, "records")
    why = reason(request)
    asked = SearchFor(**read_fields(SearchFor, object_of(request), ASKED, None))
    if not (asked.nino or (asked.name.strip() and (asked.born or asked.postcode))):
        raise Invalid([Problem("nino", TOO_LITTLE)])
    with reading(who.records, catalogue(), who.actor) as view:
        found = find(view, nino=asked.nino, name=asked.name, born=asked.born, postcode=asked.postcode, limit=SHOWN)
    for one in found:
        look(who.records, one.stream, who.actor, reason=why, withheld=bool(who.actor.tiers))
    return answer(CustomersFound(customers=[
        CustomerFound(customer=f.stream, name=f.name, born=f.born, postcode=f.postcode, nino_end=f.nino_end,
                      matches_on=list(f.matches_on), near=list(f.near), exact=f.exact)
        for f in found
    ]))  # fmt: skip


search = endpoint(post=look_for)
