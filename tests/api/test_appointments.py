"""Appointments over the API, from the declarations alone: a provider reports and sends its list, a colleague's client books under the same guards."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from customerview.instructions import catalogue
from customerview.instructions.health_assessments.facts import AssessmentReferred
from customerview.instructions.personal_details.facts import RouteFailed, RouteRecorded
from customerview.kernel import LONDON

MOBILE = RouteRecorded(route="mobile", value="07700 900123")


def soon() -> datetime:
    today = datetime.now(LONDON).date()
    return datetime.combine(catalogue().calendars.of("england_and_wales", today).add(today, 6), time(10), LONDON)


def test_a_provider_reports_and_its_list_is_compared(desk):
    customer = desk.customer(MOBILE, AssessmentReferred(award="PIP-1", benefit="PIP", line="PIP"))
    provider, at = desk.token("line_system", line="ASSESSMENT"), soon()
    said = {"reference": "HA-12", "how": "centre", "at": at.isoformat(), "minutes": 60, "place": "Mill Street"}
    assert desk.act(customer, "report_appointment", provider, said).status_code == 201
    record = desk.get(f"customers/{customer}", desk.token("agent", team="pip.case")).json()["record"]
    ((number, one),) = record["appointments"]["open"].items()
    assert one["reference"] == "HA-12" and one["referral"] == 3
    listed = {"listed": [{"reference": "HA-12", "at": (at + timedelta(hours=1)).isoformat()}, {"reference": "HA-13", "at": at.isoformat()}]}
    answer = desk.act(customer, "report_diary", provider, listed)
    assert answer.status_code == 201, answer.content
    duties = desk.get(f"customers/{customer}/duties", desk.token("agent", team="pip.case")).json()
    assert "appointment_in_one_diary" in str(duties)
    cancelled = {"appointment": int(number), "wish": "provider", "why": "staff", "rebook": True}
    assert desk.act(customer, "cancel_appointment", provider, cancelled).status_code == 201
    assert "rebook_interrupted_assessment" in str(desk.get(f"customers/{customer}/duties", desk.token("agent", team="pip.case")).json())


def test_a_booking_is_refused_with_the_ways_that_are_left(desk):
    customer = desk.customer(MOBILE, RouteFailed(route="mobile", how="dead_line"), RouteRecorded(route="phone", value="01632 960123"))
    agent = desk.token("agent", team="pip.case")
    booking = {"how": "mobile", "at": soon().isoformat(), "minutes": 30, "purpose": "review", "agreed": True}
    refused = desk.act(customer, "book_appointment", agent, booking)
    assert refused.status_code == 409 and "phone call to a landline" in refused.content.decode()
    assert desk.act(customer, "book_appointment", agent, booking | {"how": "phone"}).status_code == 201
    sunday = soon() + timedelta(days=6 - soon().weekday())
    wrong = desk.act(customer, "book_appointment", agent, booking | {"how": "phone", "at": sunday.isoformat()})
    assert wrong.status_code == 422 and wrong.json()["problems"][0]["field"] == "at"
