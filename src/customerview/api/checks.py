"""`POST /api/v1/proofs/check`: the same check as the page's, for organisations' own systems.

A checker's token opens this and nothing else: the database lets it reach no record. What it is told comes from `proofs.check`, which
reaches the one record the code is for, writes the check down for the customer to see, and counts tries per code and per client.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from customerview.instructions.proofs.facts import ProofIssued
from customerview.kernel import LONDON, Problem, Words
from customerview.perform import Invalid
from customerview.proofs import Checked, as_typed, check, letter_of

from .answers import Answer, answer
from .fields import read_fields
from .language import said, spoken
from .problems import NotOk, endpoint
from .requests import caller, object_of

NOT_A_CODE = Words(
    "Give the share code: 9 letters and numbers, like 7KM 2QX 9TB.", "Rhowch y cod rhannu: 9 llythyren a rhif, fel 7KM 2QX 9TB."
)
NOT_BORN = Words("Give a date of birth that is not to come.", "Rhowch ddyddiad geni nad yw eto i ddod.")
TOO_MANY = Words("There were too many tries. It says nothing about the proof. Try again in an hour, or ask for a letter.",
                 "Bu gormod o geisiadau. Nid yw'n dweud dim am y prawf. Rhowch gynnig arall arni ymhen awr, neu gofynnwch am lythyr.")  # fmt: skip
SENTENCES = {
    "current": Words("This proof is still current.", "Mae'r prawf hwn yn dal yn gyfredol."),
    "no_longer_current": Words("This proof is no longer current. Ask the person for a new proof.",
                               "Nid yw'r prawf hwn bellach yn gyfredol. Gofynnwch i'r person am brawf newydd."),
    "cannot_check_now": Words("We cannot check now. It says nothing about the proof. Try again later, or ask for a letter.",
                              "Ni allwn wirio nawr. Nid yw'n dweud dim am y prawf. Rhowch gynnig arall arni yn nes ymlaen, neu gofynnwch am lythyr."),
    "not_confirmed": Words("We cannot confirm this. It does not mean the proof is false: ask for a new code or a letter.",
                           "Ni allwn gadarnhau hyn. Nid yw'n golygu bod y prawf yn ffug: gofynnwch am god newydd neu lythyr."),
}  # fmt: skip


class CheckAsked(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A share code, the date of birth of the person who gave it, and why it is checked. The person can read why."""

    code: Annotated[str, msgspec.Meta(min_length=9, max_length=20)]
    born: date
    purpose: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]


class ProofShown(msgspec.Struct, frozen=True, kw_only=True):
    """What the person shared: the letter's own words, as frozen on the day of issue."""

    reference: str
    issued: date
    age_in_days: int
    says: list[str]
    details: dict[str, str]
    table: list[dict[str, str]]


class CheckAnswered(Answer):
    """One answer. `not_confirmed` is the same for a code that is wrong, has ended or was cancelled, and for a wrong date of birth."""

    answer: str
    """current, no_longer_current, cannot_check_now or not_confirmed."""
    words: str
    reference: str = ""
    """Of the check; keep it with your record."""
    at: datetime | None = None
    proof: ProofShown | None = None
    """Only when the proof is current."""


def ask(request: HttpRequest) -> HttpResponse:
    """Check one proof."""
    who = caller(request, "checks")
    asked = CheckAsked(**read_fields(CheckAsked, object_of(request), {}, None))
    code, wrong = as_typed(asked.code), []
    if not code:
        wrong.append(Problem("code", NOT_A_CODE))
    if asked.born > datetime.now(LONDON).date():
        wrong.append(Problem("born", NOT_BORN))
    if wrong:
        raise Invalid(wrong)
    checked = check(code, asked.born, place=f"client {who.client.id}", organisation=who.client.name, purpose=asked.purpose,
                    verified=str(who.client.organisation or ""), most="share_code_tries_by_client")  # fmt: skip
    if checked.answer == "locked":
        raise NotOk(429, "too-many", TOO_MANY, headers={"Retry-After": "3600"})
    return answer(answered(checked))


def answered(checked: Checked) -> CheckAnswered:
    return CheckAnswered(
        answer=checked.answer, words=said(SENTENCES[checked.answer]), reference=checked.reference, at=checked.at,
        proof=shown(checked.proof, checked.at) if checked.proof and checked.at else None,
    )  # fmt: skip


def shown(issued: ProofIssued, at: datetime) -> ProofShown:
    """What a proof says, without the paper."""
    letter = letter_of(issued, settings.BRAND_NAME, spoken())
    says: list[str] = []
    details: dict[str, str] = {}
    table: list[dict[str, str]] = []
    for block in letter.blocks:
        match type(block).__name__:
            case "Paragraph":
                says.append(block.text)
            case "Items":
                says += block.items
            case "Details":
                details |= dict(block.rows)
            case "Table":
                table += [dict(zip(block.head, row, strict=True)) for row in block.rows]
    age = (at.astimezone(LONDON).date() - issued.issued).days
    return ProofShown(reference=issued.reference, issued=issued.issued, age_in_days=age, says=says, details=details, table=table)


checks = endpoint(post=ask)
