"""`POST /api/v1/death-notifications`: a report of a death from another service, whomever it is about."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from customerview.instructions.bereavement.receive_unmatched_report import ReceiveUnmatchedReport
from customerview.instructions.bereavement.report_death import ReportDeath
from customerview.intake import DEATH_FIELDS, DEATH_SOURCES, DeathNotification, receive_death
from customerview.kernel import Problem, Words
from customerview.perform import Invalid

from .answers import answer
from .fields import read_fields
from .problems import NotOk, endpoint
from .requests import caller, object_of


def notify(request: HttpRequest) -> HttpResponse:
    """Record it with the customer it means, or as an item to be matched."""
    who = caller(request, "records")
    if not all(who.actor.roles & set(action.about.may) for action in (ReportDeath, ReceiveUnmatchedReport)):
        raise NotOk(403, "not-allowed", Words("This client's role cannot do this.", "Ni all rôl y cleient hwn wneud hyn."))
    told = DeathNotification(**read_fields(DeathNotification, object_of(request), DEATH_FIELDS, None))
    wrong = []
    if told.source not in DEATH_SOURCES:
        sentence = f"{', '.join(DEATH_SOURCES)}."
        wrong.append(Problem("source", Words(f"It is one of: {sentence}", f"Mae'n un o: {sentence}")))
    if told.died and told.died < told.born:
        wrong.append(Problem("died", Words("Nobody dies before they are born.", "Nid oes neb yn marw cyn cael ei eni.")))
    if wrong:
        raise Invalid(wrong)
    return answer(receive_death(told, by=who.actor, secret=who.records), 201)


deaths = endpoint(post=notify)
