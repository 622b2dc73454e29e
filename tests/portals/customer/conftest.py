"""Rhian, who gets two benefits, and Gwen, who is her appointee; whoever signs in is known by their sign-in."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.contrib.sessions.backends.db import SessionStore

from customerview.identity import digest_of
from customerview.instructions import catalogue
from customerview.instructions.letters_and_notifications.facts import LetterWritten
from customerview.instructions.proofs.facts import ProofIssued
from customerview.kernel import LONDON, Actor, job
from customerview.ledger import look, open_access, reading, writing
from customerview.perform import perform

RHIAN_SUB, GWEN_SUB = "urn:fdc:gov.uk:2022:test-customer", "urn:fdc:gov.uk:2022:test-appointee"
AGENT = Actor(kind="colleague", id="4711", roles=frozenset({"agent", "case_manager", "team_leader"}), teams=("pip.case",), line="PIP")
TODAY = datetime.now(LONDON).date()


def line(code: str) -> Actor:
    return Actor(kind="client", id=f"{code.lower()}.system", roles=frozenset({"line_system"}), line=code)


class Town:
    """Some people, and what lines and colleagues did for them."""

    def __init__(self, database, issuer: str) -> None:
        self.database, self.issuer = database, issuer
        self.rhian = self.register("Rhian", "Morgan", date(1961, 3, 4), "QQ123456C", RHIAN_SUB)
        self.gwen = self.register("Gwen", "Morgan", date(1985, 11, 30), "QQ223456C", GWEN_SUB)
        self.other = self.register("Owain", "Secretname", date(1970, 1, 1), "QQ323456C", "somebody-else")
        self.years_ago = date(2020, 1, 1)
        self.give_awards()

    def register(self, given: str, family: str, born: date, nino: str, subject: str) -> UUID:
        stream = uuid4()
        self.do("register_customer", stream, given=given, family=family, born=born, nino=nino, source="PIP", lines=("1 High Street", "Mold"),
                postcode="QA1 1AA", nation="england_and_wales", mobile="07700 900 456", email=f"{given.lower()}@example.com")  # fmt: skip
        self.do("match_identity", stream, subject=digest_of(self.issuer, subject), provider="test")
        return stream

    def give_awards(self) -> None:
        self.do("report_award", self.rhian, line("PIP"), award="PIP-1", benefit="PIP", amount=57960, frequency="four_weeks",
                starts=date(2024, 5, 2), next_payment=TODAY + timedelta(days=5))  # fmt: skip
        self.do("report_award", self.rhian, line("ESA"), award="ESA-1", benefit="ESA", amount=29180, frequency="fortnight",
                starts=date(2021, 2, 1), next_payment=TODAY + timedelta(days=3))  # fmt: skip

    def do(self, name: str, stream: UUID, by: Actor | None = None, /, **fields):
        with self.database.using("worker"):
            return perform(
                catalogue().actions[name](**fields),
                on=stream,
                by=by or job("opening"),
                ledger=writing(None, catalogue()),
                catalogue=catalogue(),
            )

    def act(self, holder: UUID, person: UUID, **more) -> str:
        """Make one person the other's appointee: the two halves of one link."""
        link = f"A-{uuid4().hex[:8]}"
        fields = {
            "type": "appointee",
            "holder": str(holder),
            "name": "Gwen Morgan",
            "starts": date(2024, 5, 2),
            "document": "BF57",
        } | more
        self.do("record_authority", person, authority=link, **fields)
        self.do("record_acts_for", holder, authority=link, type="appointee", person=person)
        return link

    def look_at(self, stream: UUID, reason: str, withheld: bool = False) -> None:
        look(open_access(AGENT), stream, AGENT, reason=reason, withheld=withheld)

    def fact(self, stream: UUID, number: int):
        """One fact, as whoever may see everything sees it."""
        with self.database.using("worker"), reading(None, catalogue()) as view:
            return view.fact(stream, number).fact

    def letters(self, stream: UUID):
        """The letters written so far, as they were written."""
        with self.database.using("worker"), reading(None, catalogue()) as view:
            return [f.fact for f in view.timeline(stream, kinds=[LetterWritten.kind.code])]

    def latest_proof(self, stream: UUID) -> ProofIssued:
        with self.database.using("worker"), reading(None, catalogue()) as view:
            return next(f.fact for f in view.timeline(stream, kinds=[ProofIssued.kind.code], limit=1))

    def letter_state(self, stream: UUID, letter: str) -> str:
        """How far a letter has come."""
        with self.database.using("worker"), reading(None, catalogue()) as view:
            return view.record(stream).sendings.letters[letter].state

    def time_runs_out(self) -> None:
        """Twenty-one minutes go by for everybody who is signed in."""
        with self.database.using("web"), self.database.connect("web") as db:
            for (key,) in db.execute("SELECT session_key FROM django_session").fetchall():
                session = SessionStore(key)
                if "signed_in" in session:
                    session["signed_in"] = session["signed_in"] | {"seen": session["signed_in"]["seen"] - 21 * 60}
                    session.save()

    def facts(self, stream: UUID, kind: str) -> int:
        with self.database.connect("worker") as db:
            code = catalogue().kinds.by_name[kind].kind.code
            return db.execute("SELECT count(*) FROM fact WHERE stream = %s AND kind = %s", (stream, code)).fetchone()[0]


@pytest.fixture(scope="module")
def town(database, identity_provider) -> Town:
    return Town(database, identity_provider.issuer)


@pytest.fixture
def as_rhian(page, town, service):
    sign_in(page, "Rhian Morgan")
    return page


def sign_in(page, name: str) -> None:
    page.goto("/account/")
    page.get_by_role("button", name=name).click()
    page.wait_for_url(lambda url: "/account/" in url or "/for-whom" in url)


@pytest.fixture
def looked_at(axe, service):
    """looked_at(page, "name"): no fault, nothing off the side, in both languages, wide and narrow; pictures where they are asked for."""
    folder = os.environ.get("CUSTOMERVIEW_PICTURES")

    def look(page, name: str) -> None:
        for lang in ("cy", "en"):
            page.context.add_cookies([{"name": "cv_lang", "value": lang, "url": service.url}])
            page.reload()
            assert page.locator("html").get_attribute("lang") == lang
            for width in (320, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                assert axe(page) == []
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, lang)
                if folder:
                    page.screenshot(path=Path(folder) / f"{name}-{lang}-{width}.png", full_page=True)

    return look
