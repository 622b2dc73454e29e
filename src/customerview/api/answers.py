"""What the API answers with. The docstrings here are the descriptions in the OpenAPI document."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from django.http import HttpResponse

from .language import spoken


class Answer(msgspec.Struct, kw_only=True):
    """Base of everything that is answered."""


class FieldProblem(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with one field."""

    field: str
    words: str


class InTheWay(msgspec.Struct, frozen=True, kw_only=True):
    """What one operational instruction says, and what would satisfy it: an action, a role's approval, or a reason."""

    rule: str
    kind: str
    words: str
    satisfied_by: str = ""
    missing: list[str] = []


class FactShown(Answer):
    """A fact as this client may see it. Without words it is not shared with this client, who only did it."""

    customer: UUID
    number: int
    kind: str
    code: int
    at: datetime
    effective: date
    by: str
    """Who did it, and for which team; never a colleague's own number."""
    cause: str = ""
    words: str | None = None
    data: dict[str, Any] = {}


class ProblemDocument(msgspec.Struct, kw_only=True, omit_defaults=True):
    """Why something was not done (RFC 9457). `problems` name every field that is wrong, `in_the_way` the instructions that
    stand before the action, `facts` what happened since the number seen, which is now `number`."""

    type: str
    title: str
    status: int
    detail: str
    problems: list[FieldProblem] = []
    in_the_way: list[InTheWay] = []
    facts: list[FactShown] = []
    number: int = 0


class Done(Answer):
    """What was done: the facts that followed, in order."""

    customer: UUID
    number: int
    """The number of the customer's last fact: send it as If-Match with the next action."""
    facts: list[FactShown]
    proposed: bool = False
    """It waits for a second person's agreement."""
    again: bool = False
    """It had been done before, by this Idempotency-Key; nothing was done now."""


class CustomerShown(Answer):
    """A customer's record: the facts folded by theme."""

    customer: UUID
    number: int
    at: datetime | None
    """When its last fact was recorded."""
    known: datetime | None
    on: date | None
    record: dict[str, Any]
    sources: dict[str, int | None]
    """How many seconds ago each service line was last heard from."""


class DutyShown(Answer):
    """Something somebody has to do, by when."""

    id: str
    duty: str
    rule: str
    words: str
    opened_by: int
    opened_at: datetime
    begins: date
    due: date
    due_at: datetime | None
    late: bool
    owner: str
    owner_name: str
    person: str
    offered_to: str
    harm: int
    """1 danger to life, 2 money or a death, 3 the rest."""
    by_doing: list[str]
    promise: str | None
    """What the customer is told we promised."""


class Duties(Answer):
    """What is owed to or for one customer."""

    customer: UUID
    number: int
    duties: list[DutyShown]


class GuardShown(msgspec.Struct, frozen=True, kw_only=True):
    """An instruction that is asked before the action."""

    rule: str
    kind: str
    words: str
    source: str


class ActionShown(Answer):
    """Something that can be done, and the JSON schema of what is sent to do it."""

    name: str
    title: str
    description: str
    asks: bool
    """True: instructions are asked first and may stand in the way. False: it records, and is never refused by one."""
    may: list[str]
    allowed: bool
    """Whether this client's role may do it at all."""
    effect: str
    protects: bool
    opens_record: bool
    own_line_only: bool
    guards: list[GuardShown]
    schema: dict[str, Any]


class Actions(Answer):
    """Everything that can be done."""

    actions: list[ActionShown]


class Facts(Answer):
    """A page of the feed, in order within each customer; every fact at least once."""

    facts: list[FactShown]
    next: str
    """Ask again with this as `after`. It stays the same when there is nothing new."""
    more: bool
    """There may be more at once."""


class SearchFor(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Who is looked for: by National Insurance number, or by name with a date of birth or a postcode."""

    nino: Annotated[str, msgspec.Meta(max_length=20)] = ""
    name: Annotated[str, msgspec.Meta(max_length=120)] = ""
    born: date | None = None
    postcode: Annotated[str, msgspec.Meta(max_length=12)] = ""


class CustomerFound(msgspec.Struct, frozen=True, kw_only=True):
    """One customer who may be the one looked for. `matches_on` are what agrees wholly, `near` what nearly does."""

    customer: UUID
    name: str
    born: date | None
    postcode: str
    nino_end: str
    matches_on: list[str]
    near: list[str]
    exact: bool


class CustomersFound(Answer):
    """Who may be the one looked for, the likeliest first. Each is logged as looked at."""

    customers: list[CustomerFound]


def answer(body: Any, status: int = 200, *, headers: dict[str, str] | None = None, media_type: str = "application/json") -> HttpResponse:
    """What is sent back."""
    response = HttpResponse(msgspec.json.encode(body), status=status, content_type=media_type)
    response["Content-Language"] = spoken()
    for name, value in (headers or {}).items():
        response[name] = value
    return response
