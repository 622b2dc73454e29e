"""The one record this person may see, read-only; and the page around everything they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from customerview.instructions import catalogue
from customerview.instructions.appointments.slices import line_it_is_about
from customerview.instructions.letters_and_notifications.safe_ways import in_the_account
from customerview.kernel import LONDON, Actor, Record, Recorded
from customerview.ledger import View, reading
from customerview.perform import may_do
from customerview.portals.layout import t


class Own:
    """The record of whoever is signed in, or of the one person they act for, as they may see it."""

    def __init__(self, view: View, actor: Actor, stream: UUID) -> None:
        self.view, self.actor, self.stream = view, actor, stream
        self.record: Record = view.record(stream)
        self.now: datetime = datetime.now(LONDON)
        self.today: date = self.now.date()
        self.acting = actor.kind == "representative"

    @cached_property
    def whole(self) -> Record:
        """Everything the record holds: for foreseeing what an action would make, never for showing."""
        return self.view.whole(self.stream)

    @property
    def through(self) -> str:
        """The body whose staff acts here; empty when somebody acts themselves."""
        held = self.record.authority.held.values() if self.actor.body else ()
        return next((a.name for a in held if a.holder == self.actor.holder and a.name), "")

    @property
    def awards(self) -> list[Any]:
        """Awards in payment or not yet begun; for somebody who acts, those that what they were given covers."""
        held = [a for a in self.record.awards.held.values() if a.ends is None or a.ends >= self.today]
        return [a for a in held if self.covers(a.line)]

    @property
    def unopened(self) -> list[Any]:
        """Our messages that they have not opened."""
        return [m for m in self.record.messages.unopened.values() if self.covers(m.line)]

    def covers(self, line: str) -> bool:
        return not self.acting or self.record.authority.why_not(self.actor.holder, self.today, line) is None

    def shows(self, letter: str, number: int) -> bool:
        """Whether a letter may be seen here at all: not one that is held because somebody else might see it."""
        return in_the_account(letter, number, self.whole)

    def told(self, happened: Recorded) -> bool:
        """Whether what somebody acts for covers what a fact is about: its line's business, or that of the letter it tells of."""
        fact = happened.fact
        if one := self.record.appointments.of(getattr(fact, "appointment", happened.number)):
            return self.covers(line_it_is_about(one, self.record))
        if self.acting and hasattr(fact, "appointment"):  # of one agreed with the customer alone, or long ago
            return False
        letter = getattr(fact, "letter", "")
        if letter and not self.shows(letter, happened.number):
            return False
        if not self.acting or not letter:
            return self.covers(getattr(fact, "line", ""))
        sending = self.record.sendings.letters.get(letter)
        written = self.view.fact(self.stream, sending.written) if sending else None
        return written is not None and self.covers(self.record.awards.line_of(getattr(written.fact, "about", "")))

    def may(self, action: str) -> bool:
        """Whether this person may do this at all: what they may not is not offered."""
        return may_do(catalogue().actions[action], self.actor, self.record, catalogue()) is None


@contextmanager
def own_record(request: HttpRequest) -> Iterator[Own]:
    """In a transaction that cannot write. Whoever no longer acts for the person is shown nothing."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor.acting_for is None:
        raise PermissionDenied
    with reading(request.access, catalogue(), actor) as view:  # type: ignore[attr-defined]
        own = Own(view, actor, actor.acting_for)
        if not own.record.begun or (own.acting and own.record.authority.why_not(actor.holder, own.today) is not None):
            raise PermissionDenied
        yield own


def show(request: HttpRequest, template: str, own: Own, context: dict[str, Any] | None = None, *, status: int = 200) -> HttpResponse:
    """The page, with the menu, who is acted for, and when the time runs out."""
    path, new = request.path, len(own.unopened)
    messages = t("Messages ({new} new)", "Negeseuon ({new} newydd)", new=new) if new else t("Messages", "Negeseuon")
    menu = [
        (reverse("customer:home"), t("Home", "Hafan")), (reverse("customer:benefits"), t("Benefits and payments", "Budd-daliadau a thaliadau")),
        (reverse("customer:messages"), messages), (reverse("customer:details"), t("Details", "Manylion")),
        (reverse("customer:support"), t("What helps", "Beth sy’n helpu")),
    ]  # fmt: skip
    signed_in = request.signed_in  # type: ignore[attr-defined]
    return render(
        request, f"customer/{template}",
        {
            "navigation": [
                {"href": at, "text": text, "current": path == at or (path.startswith(at) and at != reverse("customer:home"))} for at, text in menu
            ],
            "home_at": reverse("customer:home"), "sign_out_at": reverse("sign_out"), "signed_in_as": signed_in.name, "own": own,
            "record": own.record, "today": own.today, "acting_for": str(own.record.person.name or "") if own.acting else "", "acting_through": own.through,
            "idle_seconds": signed_in.idle_seconds, "private": False, "back": "",
            "footer_links": [
                {"href": reverse(f"about_{name}"), "text": text}
                for name, text in (
                    ("help", t("Help and contact", "Help a chysylltu")), ("privacy", t("Privacy", "Preifatrwydd")),
                    ("cookies", t("Cookies", "Cwcis")), ("accessibility", t("Accessibility statement", "Datganiad hygyrchedd")),
                )
            ],
            **(context or {}),
        },
        status=status,
    )  # fmt: skip
