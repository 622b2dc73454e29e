"""Given, when, then: a story about one customer, played through the real `perform` on a ledger in memory.

    from customerview.learning.people import CASE_MANAGER, CUSTOMER, TEAM_LEADER
    from customerview.learning.expected import approval, needs, refused
    from customerview.learning.story import given

    given(AwardReported(award="PIP-1", …)).at(date(2026, 3, 3)).when(SuspendPayment(award="PIP-1", …), by=CASE_MANAGER) \\
        .then(needs(RecordContactAttempt), approval("team_leader"))
    given().when(SendMessage(subject="rent"), by=CUSTOMER).then(MessageReceived) \\
        .owes("answer_journal_message", by=5, owner="pip.case").later(6).late("answer_journal_message")

- `given(*facts)` begins on Monday 2 March 2026 at 10 in the morning, with a registered customer unless a fact says so. It takes
  facts as they would have been recorded by others (duties open, shares follow); `and_given` adds more, now.
- `at(day)` or `later(working_days)` moves the clock, never back. `also(other, *facts)` begins another person's record in the same
  ledger; then say `on=other`.
- `when(action, by=…)` performs. If it is not done and the next step is not `then(…)` naming why, the story fails and says why.
- `then(…)`: kinds of fact or whole facts that followed; or what stood in the way, from `expected.py`, each by rule if you name it.
- `owes(duty, by=…)`: an open duty of that name or rule; `by` is a day, a moment, or a number of working days from the last action.
  `owes_nothing(duty)`, `late(duty)`, `shared_with(*recipients, rule=…)`, `shown(rule, at="contact", saying=…)`, `not_shown(…)`.
- `agreed_by(actor)` lets the second person agree to what was proposed with `when(…, propose=True)`.
- `record`, `last` (the facts of the last action), `number_of(kind)` help to write the next step.

Steps by which instructions catch something (what stood in the way, duties owed, shared, shown) are kept in `catches`. A story
that is not strict only notes whether each held: so the same story shows what happens when its rules are taken out.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, Self
from uuid import UUID

import msgspec

from customerview.instructions import catalogue as every_instruction
from customerview.instructions.personal_details.facts import CustomerRegistered
from customerview.kernel import LONDON, Action, Actor, Catalogue, Fact, Record, Recorded
from customerview.kernel.facts import FactShared
from customerview.ledger import MemoryLedger
from customerview.perform import Invalid, NotAllowed, NotDone, Override, Refused, circumstances, perform

from .expected import NotForThem, Stopped, Wrong
from .people import AGENT, HISTORY, RHIAN
from .stage import Begun, Catch, Happened, StoryFailed, due, is_fact, moment, registered, what_happened

DAY = date(2026, 3, 2)
"""A Monday in weeks without bank holidays."""


def given(*facts: Fact, on: date | datetime = DAY, house: Catalogue | None = None) -> Story:
    """Begin a story that must go as told."""
    return Story(house or every_instruction(), on=on).begin(RHIAN, facts)


class Story:
    """One story being played. Every step returns it, so that it reads as sentences."""

    def __init__(self, house: Catalogue, *, on: date | datetime = DAY, strict: bool = True, ledger: Any = None) -> None:
        """`ledger`: another one than memory, that can also `load` a record, give `streams` and say what time it is (`at`)."""
        self.house, self.strict = house, strict
        self.ledger = ledger or MemoryLedger(house, at=moment(on))
        self.catches: list[Catch] = []
        self.last: list[Recorded] = []
        self.stopped: NotDone | None = None
        self.outcomes: list[Any] = []

    # What happened before

    def begin(self, stream: UUID, facts: tuple[Fact, ...]) -> Self:
        if not any(isinstance(f, CustomerRegistered) for f in facts):
            facts = (registered(stream), *facts)
        perform(Begun(happened=facts), on=stream, by=HISTORY, ledger=self.ledger, catalogue=self.house)
        return self

    def also(self, other: UUID, *facts: Fact) -> Self:
        """Begin another person's record."""
        return self._settled().begin(other, facts)

    def and_given(self, *facts: Fact, on: UUID = RHIAN, by: Actor = HISTORY) -> Self:
        """More that happened, now."""
        self._settled()
        by = msgspec.structs.replace(by, roles=by.roles | {"job"})
        self.last = perform(Happened(happened=facts), on=on, by=by, ledger=self.ledger, catalogue=self.house).facts
        return self

    def source_age(self, line: str, age: timedelta | None) -> Self:
        """How long ago a service line was last heard from; None: it does not answer."""
        self.ledger.source_ages[line] = age
        return self

    # The clock

    def at(self, when: date | datetime) -> Self:
        """Move to a day (ten in the morning) or a moment."""
        self._settled()
        to = moment(when)
        if to < self.ledger.at:
            raise StoryFailed(f"A story does not go back: from {self.ledger.at} to {to}.")
        self.ledger.at = to
        return self

    def later(self, working_days: int = 0, *, days: int = 0, hours: int = 0) -> Self:
        """So many working days, days or hours later."""
        if working_days:
            return self.at(self._calendar(RHIAN).add(self.today, working_days))
        return self.at(self.ledger.at + timedelta(days=days, hours=hours))

    @property
    def today(self) -> date:
        return self.ledger.at.astimezone(LONDON).date()

    # What somebody does

    def when(
        self, action: Action, *, by: Actor = AGENT, on: UUID = RHIAN, reason: str = "", override: Override | None = None,
        propose: bool = False, key: str = "",
    ) -> Self:  # fmt: skip
        """Somebody does something. What stands in the way has to be said by the next step, `then`."""
        self._settled()
        self.last, self.stopped, self.outcomes = [], None, []
        try:
            done = perform(
                action, on=on, by=by, ledger=self.ledger, catalogue=self.house, reason=reason, override=override, propose=propose, key=key
            )
            self.last, self.outcomes = done.facts, done.outcomes
        except NotDone as stopped:
            self.stopped = stopped
            self.outcomes = stopped.outcomes if isinstance(stopped, Refused) else []
        return self

    def agreed_by(self, second: Actor, *, on: UUID = RHIAN) -> Self:
        """The second person agrees to what waits for them."""
        waits = self.ledger.load(on).proposals.open
        if not waits:
            raise StoryFailed("Nothing waits for a second person.")
        return self.when(self.house.actions["approve_proposal"](proposal=max(waits)), by=second, on=on)

    # What follows

    def then(self, *expected: type[Fact] | Fact | Stopped | Wrong | NotForThem) -> Self:
        """These facts followed, or this stood in the way."""
        stopped, stops = self.stopped, any(not is_fact(e) for e in expected)
        if stopped and not stops:
            self._settled()
        self.stopped = None
        before = len(self.catches)
        for one in expected:
            if isinstance(one, Stopped):
                self._caught_by_guard(one)
            elif isinstance(one, Wrong):
                self._demand(isinstance(stopped, Invalid) and any(one.field in ("", p.field) for p in stopped.problems),
                             f"The form was to be wrong at {one.field or 'some field'}; {what_happened(stopped)}")  # fmt: skip
            elif isinstance(one, NotForThem):
                self._demand(isinstance(stopped, NotAllowed), f"They were not to be allowed this; {what_happened(stopped)}")
            else:
                self._followed(one)
        if isinstance(stopped, Refused) and not any(c.holds for c in self.catches[before:]):
            raise StoryFailed(f"Something else still stands in the way: {what_happened(stopped)}")
        return self

    def not_then(self, *kinds: type[Fact]) -> Self:
        """No such fact followed from the last action."""
        for kind in kinds:
            self._demand(not any(isinstance(f.fact, kind) for f in self.last), f"{kind.__name__} followed, and should not.")
        return self

    def owes(
        self, duty: str, *, by: date | datetime | int | None = None, owner: str = "", per: str | None = None, on: UUID = RHIAN
    ) -> Self:  # fmt: skip
        """A duty is open, due by then, owed by them."""
        self._settled()
        found = self.ledger.load(on).duties.of(duty)
        then = self._calendar(on).add(self.today, by) if isinstance(by, int) else by
        fits = [
            o for o in found
            if (then is None or (o.due_at == then if isinstance(then, datetime) else o.due == then))
            and owner in ("", o.owner) and per in (None, o.per)
        ]  # fmt: skip
        rule = self._rule_called(duty)
        said = self.house.duties[fits[0].duty].words.say("en", **fits[0].values) if fits else ""
        owed = f"owed by {due(fits[0])} by {fits[0].owner}" if fits else f"{duty} owed"
        there = "; ".join(f"due {due(o)}, owned by {o.owner}, per {o.per!r}" for o in found) or "nothing of that name"
        return self._catch(
            bool(fits), rule, owed, said, f"{duty} was to be owed (by {then}, owner {owner or 'anybody'}); there is {there}."
        )

    def owes_nothing(self, duty: str = "", *, on: UUID = RHIAN) -> Self:
        """No such duty is open; without a name, none at all."""
        self._settled()
        book = self.ledger.load(on).duties
        found = book.of(duty) if duty else list(book.open.values())
        self._demand(not found, f"Nothing was to be owed; there is {', '.join(o.duty for o in found)}.")
        return self

    def late(self, duty: str, *, on: UUID = RHIAN) -> Self:
        """The duty is open and its deadline is over."""
        self._settled()
        found = [o for o in self.ledger.load(on).duties.of(duty) if o.is_late(self.ledger.at)]
        return self._catch(bool(found), self._rule_called(duty), "seen to be late", "", f"{duty} was to be late by now.")

    def shared_with(self, *recipients: str, rule: str = "", on: UUID = RHIAN) -> Self:
        """A fact was shared with them at the moment it was recorded."""
        self._settled()
        wanted = {s.name for s in self.house.shares if rule in ("", s.name, s.rule)}
        shared = [f.fact for f in self.ledger.streams[on] if isinstance(f.fact, FactShared) and f.fact.share in wanted]
        got = {f.recipient for f in shared}
        found = self._rule_called(rule or (shared[0].share if shared else ""))
        words = next((s.words.en for s in self.house.shares if s.name in {f.share for f in shared}), "")
        return self._catch(
            bool(got) and set(recipients) <= got, found, f"shared at once with {', '.join(sorted(got))}", words,
            f"It was to be shared with {', '.join(recipients) or 'somebody'}; it was with {', '.join(sorted(got)) or 'nobody'}.",
        )  # fmt: skip

    def shown(self, rule: str, *, at: str = "contact", saying: str = "", by: Actor = AGENT, on: UUID = RHIAN) -> Self:
        """A line stands at the head of the screen at this moment."""
        lines = self._lines(rule, at, by, on)
        fits = [line for line in lines if saying in line]
        return self._catch(bool(fits), rule, f"shown at {at}", fits[0] if fits else "",
                           f"{rule} was to show “{saying}” at {at}; it shows {lines or 'nothing'}.")  # fmt: skip

    def not_shown(self, rule: str, *, at: str = "contact", saying: str = "", by: Actor = AGENT, on: UUID = RHIAN) -> Self:
        self._demand(not any(saying in line for line in self._lines(rule, at, by, on)), f"{rule} shows “{saying}” at {at}, and should not.")
        return self

    def knows(self, sentence: str, check: Callable[[Record], bool], *, on: UUID = RHIAN) -> Self:
        """The record says so: `knows("the award is suspended", lambda record: …)`."""
        self._settled()
        self._demand(check(self.ledger.load(on)), f"The record was to say: {sentence}.")
        return self

    # What helps to write the next step

    @property
    def record(self) -> Record:
        return self._settled().ledger.load(RHIAN)

    def number_of(self, kind: type[Fact], *, on: UUID = RHIAN) -> int:
        """The number of the latest fact of a kind."""
        return max(f.number for f in self.ledger.streams[on] if isinstance(f.fact, kind))

    # How it is checked

    def _settled(self) -> Self:
        if self.stopped is not None:
            stopped, self.stopped = self.stopped, None
            raise StoryFailed(f"It was not done: {what_happened(stopped)}")
        return self

    def _demand(self, holds: bool, otherwise: str) -> None:
        if not holds:
            raise StoryFailed(otherwise)

    def _catch(self, holds: bool, rule: str, how: str, said: str, otherwise: str) -> Self:
        self.catches.append(Catch(rule=rule, how=how, words=said, holds=holds))
        if not holds and self.strict:
            raise StoryFailed(otherwise)
        return self

    def _caught_by_guard(self, expected: Stopped) -> None:
        found = [o for o in self.outcomes if expected.fits(o)]
        how = {
            "refused": "refused",
            "needs": "required",
            "approval": "a second person required",
            "reason": "a reason required",
            "held": "held",
        }
        said = found[0].words.en if found else ""
        satisfied = f" ({found[0].satisfied_by})" if found and found[0].satisfied_by else ""
        there = "; ".join(f"{o.kind} {o.satisfied_by} by {o.rule}: {o.words.en}" for o in self.outcomes) or "nothing stood in the way"
        self._catch(bool(found), found[0].rule if found else expected.rule, how[expected.kind] + satisfied, said,
                    f"Expected {expected}; {there}.")  # fmt: skip

    def _followed(self, expected: type[Fact] | Fact) -> None:
        happened = [f.fact for f in self.last]
        kind = isinstance(expected, type)
        found = any(isinstance(f, expected) for f in happened) if kind else expected in happened
        self._demand(found, f"{expected.__name__ if kind else expected} did not follow; there followed {happened or 'nothing'}.")

    def _lines(self, rule: str, at: str, by: Actor, on: UUID) -> list[str]:
        self._settled()
        record = self.ledger.load(on)
        record.on = self.today
        asked = circumstances(by, self.ledger.at, record, self.house, ages=self.ledger.source_ages)
        return [line.words.en for v in self.house.views if rule in (v.name, v.rule) and at in v.at for line in v.shows(record, asked)]

    def _calendar(self, on: UUID) -> Any:
        return self.house.calendars.of(self.house.nation(self.ledger.load(on)), self.today)

    def _rule_called(self, name: str) -> str:
        return next((r.rule for r in self.house.rules if name in (r.name, r.rule)), name)
