"""Reading and changing one customer: every read is logged as a look, with its reason, before anything is read."""

from __future__ import annotations

from uuid import UUID, uuid4, uuid5

from django.http import HttpRequest, HttpResponse

from customerview.instructions import catalogue
from customerview.kernel import Action, Record, Words, fields_of
from customerview.ledger import begun, look, reading, writing
from customerview.perform import Override, Performed, perform

from .answers import Done, Duties, answer
from .fields import action_of
from .problems import NotOk, endpoint
from .requests import (
    Caller,
    caller,
    day_asked,
    flag_asked,
    header_text,
    idempotency_key,
    moment_asked,
    number_seen,
    object_of,
    reason,
)
from .shown import duties_shown, fact_shown, record_shown

NO_CUSTOMER = Words("There is no such record.", "Nid oes cofnod o'r fath.")
REGISTER = "register_customer"
NEW_STREAMS = UUID("6f1c1f0e-5d0c-4a57-9b0b-0a7f2f6b9f11")
"""A registration sent again with its key names the same new record."""


def show(request: HttpRequest, customer: UUID) -> HttpResponse:
    """The record: now, as known at a moment, about a day."""
    who = caller(request, "records")
    known, on = moment_asked(request, "known"), day_asked(request, "on")
    _look(request, who, customer)
    with reading(who.records, catalogue(), who.actor) as view:
        record = view.record(customer, known=known, on=on)
        if not record.begun and (known is None or not view.record(customer).begun):
            raise NotOk(404, "not-found", NO_CUSTOMER)
        shown = record_shown(record, known=known, on=on, ages=view.ages())
    return answer(shown, headers={"ETag": f'"{record.number}"'})


def owed(request: HttpRequest, customer: UUID) -> HttpResponse:
    """What is owed to or for the customer, open now."""
    who = caller(request, "records")
    _look(request, who, customer)
    with reading(who.records, catalogue(), who.actor) as view:
        record = view.record(customer)
        if not record.begun:
            raise NotOk(404, "not-found", NO_CUSTOMER)
        shown = Duties(customer=customer, number=record.number, duties=duties_shown(record, who.actor, view.now()))
    return answer(shown, headers={"ETag": f'"{record.number}"'})


def act(request: HttpRequest, customer: UUID, action: str) -> HttpResponse:
    """Do an action for the customer."""
    who = caller(request, "records")
    cls = catalogue().actions.get(action)
    if cls is None or cls.about.opens_record:  # whoever opens a record does not choose its id
        raise NotOk(404, "not-found", Words("There is no such action.", "Nid oes gweithred o'r fath."))
    return do(request, who, cls, customer)


def register(request: HttpRequest) -> HttpResponse:
    """A new customer."""
    who = caller(request, "records")
    key = idempotency_key(request)
    customer = uuid5(NEW_STREAMS, f"{who.client.id} {key}") if key else uuid4()
    return do(request, who, catalogue().actions[REGISTER], customer)


def do(request: HttpRequest, who: Caller, cls: type[Action], customer: UUID) -> HttpResponse:
    """One action through the one door. What stands against the client itself is said before its fields are read."""
    if not who.actor.roles & set(cls.about.may):
        raise NotOk(403, "not-allowed", Words("This client's role cannot do this.", "Ni all rôl y cleient hwn wneud hyn."))
    seen, key, grounds = number_seen(request), idempotency_key(request), header_text(request, "Grounds")
    override, propose, dry = _override(request, grounds), flag_asked(request, "propose"), flag_asked(request, "dry")
    sent = object_of(request)
    _look(request, who, customer, instead=f"To record: {cls.about.title.en}"[:300], new=cls.about.opens_record)
    action = action_of(cls, sent, _record(cls, who, customer))
    done = perform(
        action, on=customer, by=who.actor, ledger=writing(who.records, catalogue()), catalogue=catalogue(), seen=seen, key=key,
        reason=grounds, override=override, propose=propose, dry=dry,
    )  # fmt: skip
    return _done(done, who, customer, dry=dry)


def _done(done: Performed, who: Caller, customer: UUID, *, dry: bool) -> HttpResponse:
    number = done.facts[-1].number if done.facts else done.record.number if done.record else 0
    shown = [fact_shown(f, who.client, own=True) for f in done.facts]
    body = Done(customer=customer, number=number, facts=[f for f in shown if f], proposed=done.proposed, again=done.again)
    if dry:
        return answer(body, 200)
    return answer(body, 201, headers={"ETag": f'"{number}"', "Location": f"/api/v1/customers/{customer}"})


def _override(request: HttpRequest, grounds: str) -> Override | None:
    """The instructions to be gone past, from the Override header; Grounds says why."""
    rules = tuple(rule.strip() for rule in header_text(request, "Override").split(",") if rule.strip())
    return Override(rules=rules, reason=grounds) if rules else None


def _look(request: HttpRequest, who: Caller, customer: UUID, instead: str = "", new: bool = False) -> None:
    """Written before anything is read. No row for what does not exist; `new`: a record about to begin."""
    why = reason(request, instead)
    if not new and not begun(who.records, customer):
        raise NotOk(404, "not-found", NO_CUSTOMER)
    look(who.records, customer, who.actor, reason=why, withheld=bool(who.actor.tiers))


def _record(cls: type[Action], who: Caller, customer: UUID) -> Record:
    """The record by which a question's choices are known; an empty one where no choice depends on it."""
    if not any(callable(asked.choices) for asked in fields_of(cls).values()):
        return catalogue().fold.empty(customer)
    with reading(who.records, catalogue(), who.actor) as view:
        return view.whole(customer)


customers = endpoint(post=register)
customer = endpoint(get=show)
duties = endpoint(get=owed)
action = endpoint(post=act)
