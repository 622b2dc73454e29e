"""The pages that show: home, money, details, support, people, who looked, what happened. None of them can write."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from customerview.identity import audience
from customerview.instructions import LINES, catalogue, team_name
from customerview.instructions.awards_and_payments.facts import COMPONENTS, FREQUENCIES
from customerview.instructions.contacts.facts import ContactEnded
from customerview.instructions.personal_details.facts import ADDRESS_ROLES, LANGUAGES, ROUTES
from customerview.instructions.personal_details.formats import FORMATS
from customerview.instructions.representatives.why_opened import said
from customerview.instructions.support_needs.facts import ADJUSTMENTS, SUPPORTS
from customerview.kernel import Record, in_words
from customerview.kernel.actor import team_of
from customerview.kernel.values import nino_in_pairs
from customerview.portals.layout import current, t

from .appointments import ahead
from .asked_after import asked_after
from .asked_for_you import asked_for_you
from .money import benefit, paydays, payments, troubles
from .own import own_record, show
from .promises import needed, promises

MONEY_FACTS = range(300, 350)
A_PAGE = 20
SILENT = timedelta(days=1)
"""When a service has said nothing for so long, what it told us may be out of date, and the page says so."""


@audience("customer", "representative")
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    with own_record(request) as own:
        return show(request, "home.html", own, {
            "troubles": troubles(own), "paydays": paydays(own)[:3], "promises": promises(own), "needed": needed(own),
            "asks": asked_after(own), "appointments": ahead(own),
            "may_prove": own.may("issue_proof"), "may_switch": own.acting or bool(own.record.authority.acts_for),
        })  # fmt: skip


@audience("customer", "representative")
@require_safe
def benefits(request: HttpRequest) -> HttpResponse:
    with own_record(request) as own:
        shown, ages = [], own.view.ages()
        for award in own.awards:
            now = award.at(own.today)
            shown.append({
                "award": award.award, "name": benefit(award.benefit), "amount": now.amount, "frequency": t(FREQUENCIES[now.frequency]) if now.frequency in FREQUENCIES else now.frequency,
                "parts": [(t(COMPONENTS[c.code]) if c.code in COMPONENTS else c.code, c.pence, c.unit) for c in now.components],
                "starts": award.starts, "ends": award.ends, "next": award.next_payment, "stopped": own.record.suspensions.stopped(award.award),
                "held": award.award in own.record.suspensions.holds, "asked": asked_for_you(own, award.award), "source": t(LINES[award.line]) if award.line in LINES else award.line, "heard": award.heard,
                "silent": own.now - age if (age := ages.get(award.line)) and age > SILENT else None,
            })  # fmt: skip
        taken = [
            (benefit(d.benefit), t(LINES[d.to]) if d.to in LINES else d.to, d.pence)
            for d in own.record.payments.deductions.values()
            if own.covers(d.line)
        ]
        recent = own.view.timeline(own.stream, kinds=[c for c in catalogue().kinds.by_code if c in MONEY_FACTS], limit=12)
        said = [
            [{"text": in_words(f.day, current()), "whole": True}, {"text": words}]
            for f in recent
            if own.covers(getattr(f.fact, "line", "")) and (words := f.say("customer", current()))
        ]
        return show(request, "benefits.html", own, {
            "awards": shown, "taken": taken, "recent": bool(said), "recent_rows": said, "paid": payments(own),
        })  # fmt: skip


@audience("customer", "representative")
@require_safe
def details(request: HttpRequest) -> HttpResponse:
    with own_record(request) as own:
        person = own.record.person
        return show(request, "details.html", own, {
            "private": not own.acting and any(not way.safe for way in (*person.addresses.values(), *person.routes.values())),
            "person": person, "nino": nino_in_pairs(person.nino), "roles": ADDRESS_ROLES, "routes": ROUTES,
            "format": (t(FORMATS[person.format]) if person.format in FORMATS else person.format).capitalize(),
            "language": t(LANGUAGES[person.language]) if person.language in LANGUAGES else person.language,
        })  # fmt: skip


@audience("customer", "representative")
@require_safe
def support(request: HttpRequest) -> HttpResponse:
    with own_record(request) as own:
        needs, person = own.record.needs, own.record.person
        return show(request, "support.html", own, {
            "needs": sorted(needs.held.values(), key=lambda n: n.number), "adjustments": [
                (t(ADJUSTMENTS[a.adjustment]) if a.adjustment in ADJUSTMENTS else a.adjustment, a.since) for a in needs.adjustments.values()
            ],
            "offers": [(o.number, t(SUPPORTS[o.support]) if o.support in SUPPORTS else o.support, o.day) for o in needs.offers.values()],
            "never": [t(ROUTES[r.route]) for r in person.routes.values() if not r.suits and r.route in ROUTES],
        })  # fmt: skip


@audience("customer", "representative")
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Who acts for them, whom they let us talk to; and the way to tell us something nobody else sees."""
    with own_record(request) as own:
        held = own.record.authority.in_force(own.today)
        return show(request, "people.html", own, {
            "acting": [a for a in held if a.acts], "consents": [a for a in held if not a.acts], "private": True,
            "lines": lambda a: ", ".join(t(LINES[one]) for one in a.lines if one in LINES) or t("everything we pay", "popeth rydym yn ei dalu"),
        })  # fmt: skip


@audience("customer", "representative")
@require_safe
def looks(request: HttpRequest) -> HttpResponse:
    """Who has looked, and why: team and reason, no staff names. What safety holds back is not here, nor its gap."""
    with own_record(request) as own:
        found = own.view.looks(own.stream, before=_before(request), limit=A_PAGE + 1)
        shown = [
            {"at": look["at"], "who": _who(look["actor"], own.record), "reason": said(look["reason"], current())} for look in found[:A_PAGE]
        ]
        return show(
            request,
            "looks.html",
            own,
            {"looks": shown, "more": found[A_PAGE - 1]["number"] if len(found) > A_PAGE else None, "private": True},
        )


def _who(code: str, record: Record) -> str:
    if code.startswith("representative:"):
        return who_acted(code, record)
    if team := team_of(code):
        return t(team_name(team))
    return (
        t("A system of the department", "Un o systemau’r adran")
        if code.startswith("client:")
        else t("A colleague of the department", "Cydweithiwr o’r adran")
    )


def who_acted(code: str, record: Record) -> str:
    """Whoever acted, by name and body as far as the record still says."""
    who = code.partition(":")[2]
    holder = team_of(code) or who
    named = next((a.name for a in record.authority.held.values() if a.holder == holder and a.name), "")
    person = record.authority.staff.get(who, "")
    return ", ".join(filter(None, [person, named])) or t("Somebody who acted for you", "Rhywun a weithredodd ar eich rhan")


@audience("customer", "representative")
@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """Everything that happened, in the words written for the customer. What a contact came to is told to the customer alone: it may
    have been about whoever acts for them."""
    with own_record(request) as own:
        alone = request.actor.kind == "customer"  # type: ignore[attr-defined]
        kinds = [code for code, kind in catalogue().kinds.by_code.items() if "customer" in kind.kind.said]
        found = own.view.timeline(own.stream, before=_before(request), kinds=kinds, limit=A_PAGE + 1)
        shown: list[dict[str, Any]] = [
            {"at": f.at, "said": f.say("customer", current()), "summed_up": f.fact.summary if alone and isinstance(f.fact, ContactEnded) else ""}
            for f in found[:A_PAGE] if own.told(f)
        ]  # fmt: skip
        return show(request, "history.html", own, {"happened": shown, "more": found[A_PAGE - 1].number if len(found) > A_PAGE else None})


def _before(request: HttpRequest) -> int | None:
    text = request.GET.get("before", "")
    return int(text) if text.isdecimal() and len(text) < 10 else None
