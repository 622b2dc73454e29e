"""Customers with a history, and colleagues who are signed in: by cookie, for sign-in itself is another room's story."""

from __future__ import annotations

import time
from datetime import date, timedelta
from uuid import UUID, uuid4

import msgspec
import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client
from django.utils import timezone

from customerview.identity import SignedIn
from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardReported, Component
from customerview.instructions.personal_details.facts import (
    AddressChanged,
    CustomerRegistered,
    LanguageChosen,
    RouteRecorded,
    RouteSuitabilitySaid,
)
from customerview.instructions.representatives.facts import AuthorityRecorded
from customerview.instructions.stopping_payments.facts import PaymentSuspended
from customerview.instructions.support_needs.facts import AdjustmentAgreed, NeedRecorded, TakeCareSaid
from customerview.kernel import Actor, Fact, Recorded
from customerview.ledger import look, open_access, projections
from customerview.ledger.bulk import load_streams
from customerview.ledger.contract import Change

TODAY = timezone.localdate()


def colleague(*roles: str, id: str = "10000001", team: str = "pip.case", line: str = "PIP") -> Actor:
    held = [catalogue().roles[r] for r in roles or ("case_manager",)]
    return Actor(
        kind="colleague", id=id, roles=frozenset(r.code for r in held), teams=(team,), line=line,
        tiers=frozenset().union(*(r.tiers for r in held)),
    )  # fmt: skip


SAM = colleague()
LEE = colleague("team_leader", id="10000002")
ESA = colleague("decision_maker", id="10000003", team="esa.case", line="ESA")
LEAD = colleague("support_lead", id="10000004", team="support", line="SUPPORT")


class Town:
    """A database with customers in it, and colleagues who sign in to it."""

    def __init__(self, database) -> None:
        self.database = database

    def tell(self, *facts: Fact | tuple[Fact, timedelta], by: str = "job:story", stream: UUID | None = None) -> UUID:
        """A customer with this history, each fact an hour after the one before, or at its own age."""
        stream = stream or uuid4()
        now = timezone.now()
        history = []
        for n, told in enumerate(facts, start=1):
            fact, ago = told if isinstance(told, tuple) else (told, timedelta(hours=len(facts) - n + 1))
            at = now - ago
            history.append(Recorded(stream=stream, number=n, fact=fact, by=by, at=at, effective=timezone.localdate(at)))
        record = catalogue().fold.of(stream, history)
        change = Change(stream=stream, after=0, facts=history, record=record, owed=list(record.duties.open.values()), discharged=[])
        with self.database.connect("worker") as db:
            load_streams(db, catalogue(), [(history, record)])
            for project in projections():
                project(db, change)
            db.execute(
                "INSERT INTO source_heard SELECT unnest(%s::text[]), now() ON CONFLICT (line) DO UPDATE SET heard = now()", (["PIP"],)
            )
        return stream

    def rhian(self, *more: Fact) -> UUID:
        """Rhian: an appointee, Welsh, large print, an address to be given to nobody; PIP in payment, ESA suspended."""
        return self.tell(*RHIAN(), *more)

    def session(self, actor: Actor, name: str = "Sam Patel") -> str:
        """The name of a signed-in session."""
        now = time.time()
        who = SignedIn(actor=actor, name=name, subject=actor.id, access=open_access(actor), id_token="", since=now, seen=now)
        session = SessionStore()
        session["signed_in"] = msgspec.to_builtins(who)
        session.save()
        return session.session_key

    def client(self, actor: Actor = SAM) -> Client:
        client = Client()
        client.cookies["cv_session"] = self.session(actor)
        return client

    def sign_in(self, page, actor: Actor = SAM, name: str = "Sam Patel") -> None:
        """The same in a browser."""
        page.context.add_cookies([{"name": "cv_session", "value": self.session(actor, name), "url": "http://localhost"}])

    def opened_by(self, client: Client, stream: UUID, why: str = "checking a letter for a colleague") -> Client:
        """The client has given a reason for this record."""
        answer = client.post(f"/staff/customers/{stream}/open", {"reason": "checking", "why": why})
        assert answer.status_code == 302, answer.content
        return client

    def seen(self, stream: UUID, actor: Actor = SAM):
        """What the record is now."""
        from customerview.ledger import reading

        secret = open_access(actor)
        look(secret, stream, actor, reason="a test looks")
        with reading(secret, catalogue()) as view:
            return view.whole(stream)


@pytest.fixture
def made_up(settings):
    """People here are invented, so numbers that begin with Q are let through."""
    settings.MADE_UP = True


def RHIAN() -> list[Fact | tuple[Fact, timedelta]]:
    days = lambda n: timedelta(days=n)  # noqa: E731
    return [
        (CustomerRegistered(source="PIP", given="Rhian", family="Morgan", title="Ms", born=date(1961, 3, 4), nino="QQ123456C", sex="f"), days(900)),
        (AddressChanged(role="home", lines=("3 Mill Lane", "Flintshire"), postcode="QA1 1AA"), days(899)),
        (RouteRecorded(route="phone", value="01632960001", times="after 11am only", preferred=True), days(898)),
        (RouteRecorded(route="mobile", value="07700900982"), days(898)),
        (RouteSuitabilitySaid(route="text", suits=False), days(898)),
        (LanguageChosen(language="cy"), days(897)),
        (
            AuthorityRecorded(
                authority="A1", type="appointee", holder="gwen", name="Gwen Morgan", lines=("PIP", "ESA"), starts=date(2024, 5, 2),
            ),
            days(800),
        ),
        (NeedRecorded(need="understanding", tier="support", said="One thing at a time, please"), days(700)),
        (AdjustmentAgreed(adjustment="one_question"), days(700)),
        (TakeCareSaid(instruction="give_no_address"), days(600)),
        (
            AwardReported(
                award="PIP-1", benefit="PIP", line="PIP", amount=57960, frequency="four_weeks", starts=date(2023, 1, 9),
                components=(Component(code="daily_living", level="enhanced", pence=11060), Component(code="mobility", level="standard", pence=2920)),
                next_payment=TODAY + days(3),
            ),
            timedelta(hours=2),
        ),
        (
            AwardReported(
                award="ESA-1", benefit="ESA", line="ESA", amount=14590, frequency="week", starts=date(2022, 2, 1),
                components=(Component(code="support", pence=14590),),
            ),
            timedelta(minutes=90),
        ),
        (PaymentSuspended(award="ESA-1", benefit="ESA", line="ESA", ground="whereabouts", since=TODAY - days(21)), timedelta(minutes=80)),
    ]  # fmt: skip


@pytest.fixture
def town(database) -> Town:
    return Town(database)
