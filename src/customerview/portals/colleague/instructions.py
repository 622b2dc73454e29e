"""Instructions, for everybody: each as one sentence, with what it rests on, what it learned from, and how it has done."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from customerview.identity import audience
from customerview.instructions import catalogue
from customerview.kernel import LONDON, Duty, Guard, Rule, Share, View, in_words
from customerview.kernel.owed import months_after
from customerview.kernel.words import MONTHS
from customerview.ledger import reading

from .naming import of_no_case, team_name
from .pages import show

KINDS = {"guard": "Asked before", "duty": "Must be done", "share": "Shared", "view": "Shown", "check": "Checked", "entitlement": "Prompt"}
MONTHS_SHOWN = 12


class Month(NamedTuple):
    """One bar of the chart."""

    name: str
    asked: int
    stopped: int
    overridden: int


@audience("colleague")
@require_GET
def every(request: HttpRequest) -> HttpResponse:
    known = catalogue()
    chapters = []
    for chapter in known.chapters:
        names = list(dict.fromkeys(r.rule for r in known.rules if r.chapter == chapter.name))
        if names:
            chapters.append((chapter.title.rstrip("."), [(name, _title(name), sentence(name)) for name in names]))
    return show(request, "instructions.html", {"chapters": chapters, "edition": known.edition})


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def pieces(name: str) -> list[Rule]:
    return [r for r in catalogue().rules if r.rule == name]


def sentence(name: str) -> str:
    """The instruction as one sentence: what the first of its pieces says."""
    return of_no_case(pieces(name)[0].words.en)


@audience("colleague")
@require_GET
def one(request: HttpRequest, rule: str) -> HttpResponse:
    found = pieces(rule)
    if not found:
        raise Http404
    guards = [r.name for r in found if isinstance(r, Guard)]
    with reading(request.access, catalogue(), request.actor) as view:
        months = last_months(view, rule, guards) if guards else []
        open_now = view.execute(
            "SELECT count(*), count(*) FILTER (WHERE late_from <= now()) FROM open_duty WHERE rule = %s", (rule,)
        ).fetchone()  # fmt: skip
        context = {
            "title": _title(rule), "sentence": sentence(rule), "pieces": [piece(r) for r in found], "source": found[0].source,
            "chapter": next((c.title for c in catalogue().chapters if c.name == found[0].chapter), ""),
            "learned_from": sorted({c for r in found for c in r.learned_from}), "months": months,
            "figures_rows": [[{"text": cell} for cell in row] for row in figures(rule, found)],
            "month_rows": [[{"text": m.name}, {"text": m.asked}, {"text": m.stopped}, {"text": m.overridden}] for m in months],
            "most": max((m.asked for m in months), default=0), "open_now": open_now if any(isinstance(r, Duty) for r in found) else None,
            "history": history(found), "edition": catalogue().edition,
        }  # fmt: skip
        return show(request, "instruction.html", context, view=view)


def piece(rule: Rule) -> dict[str, Any]:
    """One piece of an instruction: when, what, who, by when."""
    said: dict[str, Any] = {
        "kind": KINDS.get(rule.kind, rule.kind),
        "words": of_no_case(rule.words.en),
        "when": "",
        "who": "",
        "within": "",
        "past": "",
    }
    if isinstance(rule, Guard):
        on = [a.about.title.en for a in catalogue().actions.values() if rule.stands_before(a)]
        said["when"] = "Before: " + "; ".join(dict.fromkeys(on))
        said["past"] = "May be overridden, with a reason, by: " + ", ".join(
            catalogue().roles[r].title.lower() if r in catalogue().roles else r for r in rule.overridden_by
        )  # fmt: skip
    elif isinstance(rule, Duty):
        said["when"] = "After: " + "; ".join(_plain(f) for f in rule.after)
        said["who"] = team_name(rule.owner) if isinstance(rule.owner, str) else "The team that the fact concerns"
        said["within"] = _within(rule)
        said["past"] = "Until: " + "; ".join(_plain(f) for f in rule.until) if rule.until else ""
    elif isinstance(rule, Share):
        said["when"] = "At the moment of: " + "; ".join(_plain(f) for f in rule.after)
    elif isinstance(rule, View):
        said["when"] = "At: " + ", ".join(at.replace("_", " ") for at in rule.at)
    return said


def _plain(kind: type) -> str:
    """ "PaymentSuspended" as words."""
    name = kind.__name__
    return "".join((" " + c.lower()) if c.isupper() and i else c for i, c in enumerate(name))


def _within(rule: Duty) -> str:
    if not isinstance(rule.within, str):
        return "A day that depends on the case"
    figures_ = catalogue().figures
    owner = next((o for o in (rule.name, rule.rule, "common") if figures_.has(o, rule.within)), "")
    value = figures_.get(owner, rule.within, datetime.now(LONDON).date()) if owner else "?"
    unit = "hours" if rule.within.endswith("_hours") else "months" if rule.within.endswith("_months") else "working days"
    return "The same working day" if value == 0 and unit == "working days" else f"{value} {unit.removesuffix('s') if value == 1 else unit}"


def figures(rule: str, found: list[Rule]) -> list[tuple[str, str, str, str]]:
    """Each figure with its value, the day it holds from, and where it comes from."""
    owners = dict.fromkeys([rule, *(r.name for r in found)])
    return [
        (f.name.replace("_wd", " (working days)").replace("_", " "), str(f.value), in_words(f.since) if isinstance(f.since, date) else "", f.source)
        for owner in owners for f in catalogue().figures.all(owner)
    ]  # fmt: skip


def history(found: list[Rule]) -> list[str]:
    said = []
    for r in found:
        if r.since > date.min:
            said.append(f"{_title(r.name)}: in force since {in_words(r.since)}.")
        if r.retired < date.max:
            said.append(f"{_title(r.name)}: retired on {in_words(r.retired)}.")
    return said


COUNTED = """
    SELECT date_trunc('month', at AT TIME ZONE 'Europe/London')::date, count(*), count(*) FILTER (WHERE outcomes @> %s::jsonb AND NOT done),
        count(*) FILTER (WHERE %s = ANY(overridden))
    FROM asking WHERE at >= %s::date AND rules && %s::text[] GROUP BY 1
"""


def last_months(view, rule: str, guards: list[str]) -> list[Month]:
    """How often it was asked, stopped something and was overridden, in each of the last twelve months."""
    first = datetime.now(LONDON).date().replace(day=1)
    begin = months_after(first, 1 - MONTHS_SHOWN)
    counted = {
        row[0]: row[1:]
        for row in view.execute(COUNTED, ('[{"rule": "%s"}]' % rule, rule, begin, guards)).fetchall()  # noqa: UP031
    }
    months = [months_after(begin, n) for n in range(MONTHS_SHOWN)]
    return [Month(f"{MONTHS['en'][m.month - 1][:3]} {m.year}", *counted.get(m, (0, 0, 0))) for m in months]
