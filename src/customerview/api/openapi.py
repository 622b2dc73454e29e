"""The OpenAPI 3.1 document, made from the declarations of actions and the shapes of answers; nothing in it is written twice."""

from __future__ import annotations

import functools
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse

from customerview.instructions import catalogue
from customerview.instructions.bereavement.receive_unmatched_report import ReceiveUnmatchedReport
from customerview.intake import BatchReceived, DeathNotification, PaymentBatch, Received
from customerview.kernel import Action, action_name

from . import answers, checks, inbox, presented
from .actions import description, with_choices
from .customers import REGISTER
from .problems import endpoint
from .requests import SCOPES

Json = dict[str, Any]
REF = "#/components/schemas/{name}"

INTRODUCTION = """\
The same records and actions as the pages, for other systems.

Get a token at `/oauth/token` and send it as a bearer token. No personal data is ever part of an address. Every read of a record
needs a `Reason` header, is logged before anything is read, and can be seen by the customer. Whatever is not done is explained by a
problem document (RFC 9457): `type` is a stable code, `detail` says what to do.

Send the number you saw as `If-Match`: what happened since, and bears on your action, is then shown to you first. Send an
`Idempotency-Key`, and a repeat does nothing more. `Accept-Language: cy` is answered in Welsh."""


@functools.cache
def openapi() -> Json:
    """The whole document."""
    actions = [cls for _, cls in sorted(catalogue().actions.items())]
    return {
        "openapi": "3.1.0",
        "info": {"title": "Customer View", "version": "1", "description": INTRODUCTION, "license": {"name": "MIT", "identifier": "MIT"}},
        "servers": [{"url": "/"}],
        "security": [{"client": ["records"]}],
        "paths": _reads() | _acts(actions),
        "components": {
            "schemas": _schemas(actions),
            "parameters": PARAMETERS,
            "responses": {name: _problem(sentence) for name, sentence in PROBLEMS.items()},
            "securitySchemes": {"client": {
                "type": "oauth2",
                "flows": {"clientCredentials": {"tokenUrl": "/oauth/token", "scopes": dict(zip(SCOPES, SCOPE_WORDS, strict=True))}},
            }},
        },
    }  # fmt: skip


SCOPE_WORDS = (
    "Search, read and act on records, each with a reason.",
    "Follow the feed of facts, as this client's role and line may.",
    "Check proofs by share codes.",
    "Read what people sent straight to the organisation whose system this is.",
)


def as_text() -> str:
    """The document as it is kept in docs/reference/openapi.json."""
    return msgspec.json.format(msgspec.json.encode(openapi()), indent=1).decode() + "\n"


def _schemas(actions: list[type[Action]]) -> Json:
    shapes = [s for s in vars(answers).values() if isinstance(s, type) and issubclass(s, msgspec.Struct) and s is not answers.Answer]
    _, found = msgspec.json.schema_components(
        [
            *actions,
            *shapes,
            checks.CheckAnswered,
            checks.CheckAsked,
            presented.CredentialAnswered,
            presented.CredentialShown,
            inbox.Inbox,
            inbox.SentOpened,
            inbox.Acknowledged,
            inbox.WhichSent,
            BatchReceived,
            DeathNotification,
            PaymentBatch,
            Received,
        ],
        ref_template=REF,
    )
    for cls in actions:
        found[cls.__name__]["description"] = description(cls)
        with_choices(cls, found[cls.__name__])
    for shape in found.values():
        if "description" in shape:
            shape["description"] = " ".join(shape["description"].split())
    return dict(sorted(found.items()))


def _reads() -> Json:
    return {
        "/api/v1/customers/{customer}": {"parameters": [_parameter("customer")], "get": _operation(
            "show_customer", "Read a customer's record", "As it is now, as it was known at a moment, and about a day.",
            _answer("CustomerShown", etag=True), ["Reason", "known", "on"], "401 403 404 422",
        )},
        "/api/v1/customers/{customer}/duties": {"parameters": [_parameter("customer")], "get": _operation(
            "list_duties", "What is owed", "Open duties of or for one customer: the latest and most harmful first.",
            _answer("Duties", etag=True), ["Reason"], "401 403 404 422",
        )},
        "/api/v1/customers/search": {"post": _operation(
            "search_customers", "Find a customer", "By National Insurance number, or by name with a date of birth or a postcode. Near "
            "misses are told as what they are. Each customer found is logged as looked at.",
            _answer("CustomersFound"), ["Reason"], "400 401 403 413 415 422",
        ) | {"requestBody": {"required": True, "content": _json("SearchFor")}}},
        "/api/v1/actions": {"get": _operation(
            "list_actions", "Everything that can be done", "Each action with the JSON schema of what is sent to do it.",
            _answer("Actions"), [], "401 403",
        )},
        "/api/v1/facts": {"get": _operation(
            "follow_feed", "Follow the feed of facts", "Every fact at least once, in order within a customer. Facts that are not shared "
            "with this client are left out.", _answer("Facts"), ["after", "limit"], "401 403 422",
        ) | {"security": [{"client": ["feed"]}]}},
    }  # fmt: skip


def _acts(actions: list[type[Action]]) -> Json:
    paths = {}
    for cls in actions:
        name = action_name(cls)
        if name == REGISTER:
            paths["/api/v1/customers"] = {"post": _act(cls, name, "401 403 404 409 413 415 422 400 503")}
        elif not cls.about.opens_record:
            paths[f"/api/v1/customers/{{customer}}/actions/{name}"] = {
                "parameters": [_parameter("customer")], "post": _act(cls, name, "400 401 403 404 409 413 415 422 503"),
            }  # fmt: skip
    paths["/api/v1/death-notifications"] = {
        "post": _operation(
            "notify_of_death",
            "Report somebody's death",
            "It is recorded with the one customer it can only mean, or else becomes an item that "
            "the bereavement team has to match. The same reference again does nothing more.",
            _answer("Received", status="201"),
            [],
            "400 401 403 404 413 415 422 503",
        )
        | {"requestBody": {"required": True, "content": _json("DeathNotification")}, "x-may": list(ReceiveUnmatchedReport.about.may)}
    }
    paths["/api/v1/payments"] = {
        "post": _operation(
            "hand_in_payments",
            "Hand in payments made as expected",
            "A service line's own system hands in what it paid, by the batch. Each payment "
            "is kept as it came, and the batch is digested in the line's own stream. The same reference again does nothing more; the same "
            "reference with other payments is refused. What turns out not to be as expected becomes a fact of the customer afterwards.",
            _answer("BatchReceived", status="201") | _answer("BatchReceived"),
            [],
            "400 401 403 413 415 422 503",
        )
        | {"requestBody": {"required": True, "content": _json("PaymentBatch")}, "x-may": ["line_system"]}
    }
    paths["/api/v1/proofs/check"] = {
        "post": _operation(
            "check_proof",
            "Check a proof by its share code",
            "With the date of birth of the person who gave the code. They see that this client "
            "checked, when and why. A code that is wrong, has ended or was cancelled, and a wrong date of birth, are answered alike. Tries are "
            "limited for each code and for each client.",
            _answer("CheckAnswered"),
            [],
            "400 401 403 413 415 422 429 503",
        )
        | {"security": [{"client": ["checks"]}], "requestBody": {"required": True, "content": _json("CheckAsked")}, "x-may": ["checker"]}
    }
    paths["/api/v1/proofs/credential"] = {
        "post": _operation(
            "check_credential",
            "Check a digital credential that you were shown",
            "An SD-JWT VC, with the key binding of the wallet that showed it for your "
            "audience and nonce, or a W3C credential. It is not kept, and the person is not told: the published keys and status lists would tell you the same.",
            _answer("CredentialAnswered"),
            [],
            "400 401 403 413 415 422 503",
        )
        | {
            "security": [{"client": ["checks"]}],
            "requestBody": {"required": True, "content": _json("CredentialShown")},
            "x-may": ["checker"],
        }
    }
    return paths | _inbox()


def _inbox() -> Json:
    own = {"security": [{"client": ["inbox"]}], "x-may": ["organisation's checker"]}
    which = {"requestBody": {"required": True, "content": _json("WhichSent")}}
    return {
        "/api/v1/inbox": {"get": _operation(
            "follow_inbox", "Follow your inbox", "Proofs that people sent straight to your organisation: each that came or moved since `after`, at "
            "least once, in that order. What is no longer shared is told as that.", _answer("Inbox"), ["after", "limit"], "401 403 422",
        ) | own},
        "/api/v1/inbox/open": {"post": _operation(
            "read_sent_proof", "Read a proof in your inbox", "It is written down before it is shown, and the customer sees that your organisation "
            "opened it and when. Says whether the proof is still current.", _answer("SentOpened"), [], "400 401 403 404 413 415 422 429 503",
        ) | own | which},
        "/api/v1/inbox/acknowledge": {"post": _operation(
            "acknowledge_sent_proof", "Mark a proof as dealt with", "The customer sees it. Again does nothing more.", _answer("Acknowledged"), [],
            "400 401 403 404 413 415 422 429 503",
        ) | own | which},
    }  # fmt: skip


def _act(cls: type[Action], name: str, problems: str) -> Json:
    guards = catalogue().guards_before(cls)
    said = description(cls)
    if guards:
        said += "\n\nAsked first:\n" + "\n".join(f"- {g.words.en} (`{g.rule}`)" for g in guards)
    operation = _operation(
        name, cls.about.title.en, said, _answer("Done", status="201", etag=True) | {"200": {
            "description": "Asked with `dry`: what would follow.", "content": _json("Done")}},
        ["Reason-if-any", "If-Match", "Idempotency-Key", "Grounds", "Override", "propose", "dry"], problems,
    )  # fmt: skip
    return operation | {"requestBody": {"required": True, "content": _json(cls.__name__)}, "x-may": list(cls.about.may)}


def _operation(name: str, title: str, said: str, good: Json, parameters: list[str], problems: str) -> Json:
    bad = {code: {"$ref": f"#/components/responses/{code}"} for code in sorted(problems.split())}
    return {"operationId": name, "summary": title, "description": said, "parameters": [_parameter(p) for p in parameters],
            "responses": dict(sorted((good | bad).items()))}  # fmt: skip


def _answer(schema: str, *, status: str = "200", etag: bool = False) -> Json:
    found: Json = {"description": "As asked.", "content": _json(schema)}
    if etag:
        found["headers"] = {"ETag": {"schema": {"type": "string"}, "description": "The number of the record's last fact."}}
    return {status: found}


def _json(schema: str) -> Json:
    return {"application/json": {"schema": {"$ref": REF.format(name=schema)}}}


def _problem(sentence: str) -> Json:
    return {"description": sentence, "content": {"application/problem+json": {"schema": {"$ref": REF.format(name="ProblemDocument")}}}}


def _parameter(name: str) -> Json:
    return {"$ref": f"#/components/parameters/{name}"}


PROBLEMS = {
    "400": "What was sent cannot be read.", "401": "No token, or one that is not known any more.",
    "403": "This client may not do this, or the token has not the scope.", "404": "There is no such record.",
    "409": "An instruction stands in the way (`in_the_way` says what would satisfy it), or something that bears on it happened "
           "since the number seen (`facts`).",
    "413": "Too much was sent.", "415": "It is not JSON.", "422": "Fields are wrong: `problems` names every one. Or the key was used for "
           "something else.",
    "429": "Too many tries. Wait as long as `Retry-After` says.",
    "503": "Busy or unavailable; nothing was done. Try again.",
}  # fmt: skip


def _in(place: str, name: str, said: str, *, required: bool = False, **schema: Any) -> Json:
    return {"name": name, "in": place, "description": said, "required": required, "schema": schema}


PARAMETERS: Json = {
    "customer": _in("path", "customer", "The customer's id.", required=True, type="string", format="uuid"),
    "Reason": _in("header", "Reason", "Why the record is read. Kept, and shown to the customer. Percent-encode what ASCII cannot say.",
                  required=True, type="string", minLength=3, maxLength=300, pattern="^[A-Za-z][ -$&-~]*[!-$&-~]$"),
    "Reason-if-any": _in("header", "Reason", "Why the record is opened, if it is not simply to do this.",
                         type="string", minLength=3, maxLength=300, pattern="^[A-Za-z][ -$&-~]*[!-$&-~]$"),
    "known": _in("query", "known", "What did we know at this moment?", type="string", format="date-time"),
    "on": _in("query", "on", "About which day?", type="string", format="date"),
    "after": _in("query", "after", "The `next` of the page before; nothing for the beginning.", type="string", maxLength=100),
    "limit": _in("query", "limit", "How many facts are read at most.", type="integer", minimum=1, maximum=1000, default=200),
    "If-Match": _in("header", "If-Match", "The number seen, as in ETag.", type="string", pattern='^"[0-9]{1,9}"$'),
    "Idempotency-Key": _in("header", "Idempotency-Key", "A repeat with the same key does nothing more.",
                           type="string", pattern="^[!-~]{1,200}$"),
    "Grounds": _in("header", "Grounds", "The reason an instruction asks for, or why one is overridden. Kept with what was done.",
                   type="string", maxLength=1000, pattern="^[ -$&-~]*$"),
    "Override": _in("header", "Override", "The instructions to go past, by a role that may; opens a review. Separated by commas.",
                    type="string", maxLength=500, pattern="^[a-z_, ]*$"),
    "propose": _in("query", "propose", "If only a second person's agreement is missing, let it wait for them.", type="boolean", default=False),
    "dry": _in("query", "dry", "Ask everything and do nothing.", type="boolean", default=False),
}  # fmt: skip


def tell(request: HttpRequest) -> HttpResponse:
    """The document itself; anybody may read it."""
    return answers.answer(openapi())


document = endpoint(get=tell)
