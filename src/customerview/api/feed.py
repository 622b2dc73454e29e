"""`GET /api/v1/facts`: the feed, for this client's role and line. A cursor that was reached is never behind a fact not yet passed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from customerview.instructions import catalogue
from customerview.kernel import Words
from customerview.ledger import reading
from customerview.ledger.feed import Cursor, read_feed

from .answers import Facts, FieldProblem, answer
from .language import said
from .problems import NotOk, endpoint
from .requests import caller, count_asked
from .shown import fact_in_feed

NO_CURSOR = Words("This is not a cursor of the feed.", "Nid cyrchwr y ffrwd yw hwn.")


def follow(request: HttpRequest) -> HttpResponse:
    """The facts after a cursor."""
    who = caller(request, "feed")
    limit = count_asked(request, "limit", default=200, most=1000)
    try:
        after = Cursor.read(request.GET.get("after", ""))
    except ValueError as error:
        raise NotOk(422, "invalid", NO_CURSOR, problems=[FieldProblem(field="after", words=said(NO_CURSOR))]) from error
    with reading(who.feed, catalogue()) as view:
        page = read_feed(view.db, catalogue().kinds, after, limit=limit)
    shown = [fact_in_feed(happened, who.client) for happened in page.facts]
    return answer(Facts(facts=[f for f in shown if f], next=str(page.cursor), more=len(page.facts) == limit))


facts = endpoint(get=follow)
