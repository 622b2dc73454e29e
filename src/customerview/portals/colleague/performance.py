"""The journey's data for the team that runs it: where people stop and why, how long it takes; bars with the table beside, and a CSV."""

from __future__ import annotations

import csv
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from customerview.identity import audience
from customerview.instructions import BENEFITS
from customerview.instructions.personal_details.formats import FORMATS
from customerview.instructions.proofs.facts import ANSWERS, PURPOSES, WAYS
from customerview.kernel import LONDON, Words
from customerview.performance import CHANNELS, SATISFACTION, STEPS, TIMES, Measured, comments, measured, rows

from .pages import show

DAYS = (7, 28, 365)


def _days(request: HttpRequest) -> int:
    text = request.GET.get("days", "")
    return int(text) if text.isdecimal() and int(text) in DAYS else 28


@audience("colleague")
@require_safe
def journey(request: HttpRequest) -> HttpResponse:
    until, days = datetime.now(LONDON).date(), _days(request)
    m = measured(until - timedelta(days=days), until)
    return show(request, "performance.html", {
        "m": m, "days": days, "spans": DAYS, "comments": comments(), "charts": [
            _chart("How far people come", "Step", [("Came, and could prove a benefit", m.online("eligible")), *_named(m, "reached", "step", STEPS), ("Done", m.online("done"))]),
            _chart("What had to be mended", "Question", _named(m, "wrong", "step", STEPS)),
            _chart("How long it took", "Time", _named(m, "time", "detail", TIMES)),
            _chart("Done, by channel", "Channel", _named(m, "done", "channel", CHANNELS)),
            _chart("Done, by way", "Way", _named(m, "done", "detail", WAYS)),
            _chart("Proved, by benefit", "Benefit", _named(m, "proved", "benefit", BENEFITS)),
            _chart("Proved, by purpose", "Purpose", _named(m, "proved", "step", {code: p.words for code, p in PURPOSES.items()})),
            _chart("In which form", "Form", _named(m, "form", "step", FORMATS)),
            _chart("Whether the form was there at once", "Form", [("At once", m.of("form", detail="met")), ("Made by people, in days", m.of("form", detail="not_met"))]),
            _chart("Checks by share code", "Answer", _named(m, "checked", "detail", ANSWERS)),
            _chart("How satisfied they were", "Answer", _named(m, "satisfaction", "detail", SATISFACTION)),
        ],
    })  # fmt: skip


def _named(m: Measured, event: str, by: str, names: dict[str, Words]) -> list[tuple[str, int]]:
    return [(words.en[:1].upper() + words.en[1:], m.of(event, **{by: code})) for code, words in names.items()]


def _chart(title: str, of: str, bars: list[tuple[str, int]]) -> dict[str, Any]:
    most = max((n for _, n in bars), default=0) or 1
    return {
        "title": title,
        "of": of,
        "bars": [{"name": name, "times": n, "width": round(100 * n / most, 1)} for name, n in bars],
        "any": any(n for _, n in bars),
    }


@audience("colleague")
@require_safe
def journey_csv(request: HttpRequest) -> HttpResponse:
    """Every count of these days, by day, benefit, channel and step."""
    until = datetime.now(LONDON).date()
    response = HttpResponse(
        content_type="text/csv; charset=utf-8", headers={"Content-Disposition": 'attachment; filename="proof-journey.csv"'}
    )
    write = csv.writer(response)
    write.writerow(("day", "event", "step", "benefit", "channel", "detail", "times"))
    write.writerows(
        (r.day.isoformat(), r.event, r.step, r.benefit, r.channel, r.detail, r.times)
        for r in rows(until - timedelta(days=_days(request)), until)
    )
    return response
