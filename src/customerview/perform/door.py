"""How an action is done: in one transaction may they? load, guards, facts, shares, duties, projections."""

from __future__ import annotations

import hashlib
from datetime import date
from uuid import UUID

import msgspec

from customerview.kernel import (
    LONDON,
    Action,
    Actor,
    Asked,
    Catalogue,
    Fact,
    Guard,
    Outcome,
    Problem,
    Record,
    Recorded,
    SecondPerson,
    Words,
    action_name,
)
from customerview.kernel.facts import (
    KERNEL_FACTS,
    ActionProposed,
    DutiesReset,
    DutyAccepted,
    DutyAllocated,
    DutyDeclined,
    DutyOffered,
    FactCorrected,
    FactShared,
    GuardOverridden,
    ProposalApproved,
    ReasonGiven,
    ReceiptRecorded,
)
from customerview.ledger.contract import Asking, Change, Conflict, Ledger, Unit

from .asking import NOT_YOUR_LINE, answers, circumstances, may_do
from .not_done import Busy, Invalid, KeyUsedTwice, NewerFacts, NotAllowed, NotDone, NotThere, Refused

TRIES = 8
"""How often a conflict is answered by reloading before somebody is told that the record is busy."""


MOVES_OF_WORK = (FactShared, ReceiptRecorded, DutyOffered, DutyAccepted, DutyDeclined, DutyAllocated, DutiesReset)


class Override(msgspec.Struct, frozen=True):
    """Going past named rules, with a reason. Only roles the guard names may; it opens a review."""

    rules: tuple[str, ...]
    reason: str


class Performed(msgspec.Struct, kw_only=True):
    """What was done: the facts, the record after, and what the guards said. `again`: it had been done before, by this key."""

    facts: list[Recorded]
    record: Record | None
    outcomes: list[Outcome] = []
    again: bool = False
    proposed: bool = False


class _Call(msgspec.Struct, kw_only=True):
    action: Action
    on: UUID
    by: Actor
    seen: int | None
    key: str
    reason: str
    override: Override | None
    propose: bool
    cause: str
    run: str
    dry: bool


def perform(
    action: Action, *, on: UUID, by: Actor, ledger: Ledger, catalogue: Catalogue, seen: int | None = None, key: str = "",
    reason: str = "", override: Override | None = None, propose: bool = False, cause: str = "", run: str = "", dry: bool = False,
) -> Performed:  # fmt: skip
    """Do an action on a stream, by a person or a named job.

    `seen` is the number of the last fact the person saw; `key` makes a repeat harmless; `propose` lets it wait for a second
    person when only their agreement is missing; `dry` asks everything and writes nothing. Raises NotAllowed, NotThere,
    Invalid, Refused, NewerFacts, KeyUsedTwice or Busy; nothing half-happens.
    """
    call = _Call(
        action=action, on=on, by=by, seen=seen, key=key, reason=reason, override=override, propose=propose, cause=cause, run=run,
        dry=dry,
    )  # fmt: skip
    for tried in range(TRIES):
        try:
            with ledger.transaction(queue=on if tried else None) as unit:
                done = _once(call, unit, catalogue)
        except Conflict:
            continue
        if isinstance(done, NotDone):
            raise done
        return done
    raise Busy(Words("This record is very busy. Nothing was changed. Try again in a moment.",
                     "Mae'r cofnod hwn yn brysur iawn. Ni newidiwyd dim. Rhowch gynnig arall arni mewn munud."))  # fmt: skip


def _once(call: _Call, unit: Unit, catalogue: Catalogue) -> Performed | NotDone:
    digest = hashlib.sha256(msgspec.json.encode([action_name(type(call.action)), str(call.on), call.action])).digest()
    if call.key:
        kept = unit.done_before(call.by.code, call.key)
        if kept is not None:
            if kept.digest != digest:
                return KeyUsedTwice(Words("This was already sent with other answers. Start again.",
                                          "Anfonwyd hwn eisoes gydag atebion eraill. Dechreuwch eto."))  # fmt: skip
            return Performed(facts=unit.facts(call.on, kept.first, kept.last), record=None, again=True)
    record = unit.load(call.on)
    at = max(unit.now(), record.at) if record.at else unit.now()
    record.on = at.astimezone(LONDON).date()
    problem = _not_possible_at_all(call, record, catalogue)
    if problem is not None:
        return problem
    asked = circumstances(call.by, at, record, catalogue, ages=unit.ages(), reason=call.reason, run=call.run)
    if call.seen is not None and call.seen < record.number and (newer := _bearing(call, unit, catalogue)):
        return NewerFacts(newer, record.number)
    action, first, asked = _what_is_done(call, record, asked, catalogue)
    if isinstance(first, NotDone):
        return first
    if problems := action.problems(record, asked):
        return Invalid(problems)
    return _ask_and_do(call, action, first, record, asked, unit, catalogue, digest)


def _not_possible_at_all(call: _Call, record: Record, catalogue: Catalogue) -> NotDone | None:
    about = type(call.action).about
    if about.opens_record and record.begun:
        return NotAllowed(Words("This record was begun already.", "Mae'r cofnod hwn eisoes wedi'i ddechrau."))
    if not about.opens_record and not record.begun:
        return NotThere(Words("There is no such record.", "Nid oes cofnod o'r fath."))
    if (why := may_do(call.action, call.by, record, catalogue, on=call.on)) is not None:
        return NotAllowed(why)
    if about.own_line_only and (line := call.action.line(record)) and line != call.by.line:
        return NotAllowed(NOT_YOUR_LINE)
    return None


def _bearing(call: _Call, unit: Unit, catalogue: Catalogue) -> list[Recorded]:
    """The newer facts by others that bear on this: of the kinds the action names; when it asks and names none, any about the person.

    That a share arrived, or that work changed hands, says nothing about the person and interrupts nobody.
    """
    about = type(call.action).about
    newer = [f for f in unit.facts(call.on, (call.seen or 0) + 1, None) if f.by != call.by.code]
    if about.bears:
        return [f for f in newer if isinstance(f.fact, about.bears)]
    return [f for f in newer if not isinstance(f.fact, MOVES_OF_WORK)] if about.asks else []


def _what_is_done(
    call: _Call, record: Record, asked: Asked, catalogue: Catalogue
) -> tuple[Action, list[Fact] | NotDone, Asked]:  # fmt: skip
    """The action itself, or the proposed one a second person agrees to, with the facts that go before it."""
    if not isinstance(call.action, SecondPerson):
        return call.action, [], asked
    proposal = record.proposals.open.get(call.action.proposal)
    if proposal is None:
        return call.action, NotThere(Words("This no longer waits for anybody.", "Nid yw hwn yn aros am neb mwyach.")), asked
    kind, _, who = proposal.by.partition(":")
    proposer = Actor(kind=kind, id=who.partition("@")[0], teams=tuple(filter(None, [who.partition("@")[2]])))
    if proposer.id == call.by.id or proposal.approver not in call.by.roles:
        return call.action, NotAllowed(Words("A different person, in the role asked for, has to agree.",
                                             "Rhaid i berson gwahanol, yn y rôl a ofynnir, gytuno.")), asked  # fmt: skip
    proposed = msgspec.msgpack.decode(proposal.body, type=catalogue.actions[proposal.action])
    agreed: list[Fact] = [ProposalApproved(proposal=call.action.proposal, action=proposal.action)]
    return proposed, agreed, msgspec.structs.replace(asked, by=proposer, approvals=(call.by,))


def _ask_and_do(
    call: _Call, action: Action, first: list[Fact], record: Record, asked: Asked, unit: Unit, catalogue: Catalogue, digest: bytes
) -> Performed | NotDone:  # fmt: skip
    name = action_name(type(action))
    guards = catalogue.guards_before(type(action))
    outcomes = [o for guard in guards for o in answers(guard, action, record, asked)]
    standing, overridden = _override(call, outcomes, guards)
    if isinstance(standing, NotDone):
        return standing
    log = Asking(
        stream=call.on, at=asked.at, by=call.by.code, action=name, digest=digest, edition=catalogue.edition, run=call.run,
        rules=[g.name for g in guards], outcomes=outcomes, overridden=overridden, done=not standing,
    )  # fmt: skip
    if standing and call.propose and all(o.kind == "approval" for o in standing):
        asked_of = ActionProposed(
            action=name, approver=standing[0].satisfied_by, body=msgspec.msgpack.encode(action), rules=tuple(o.rule for o in standing),
            why=call.reason,
        )  # fmt: skip
        done = _write(call, [asked_of], record, asked, asked.today, unit, catalogue, digest)
        unit.log(log)
        return Performed(facts=done, record=record, outcomes=outcomes, proposed=True)
    if standing:
        if not call.dry:
            unit.log(log)
        return Refused(standing)
    why = call.override.reason if call.override else ""
    first += [GuardOverridden(rule=rule, action=name, why=why) for rule in overridden]
    first += [ReasonGiven(rule=o.rule, action=name, why=asked.reason) for o in outcomes if o.kind == "reason" and asked.reason]
    facts = first + action.facts(record, asked)
    if wrong := [w for fact in facts if isinstance(fact, FactCorrected) and (w := _wrong_correction(fact, call, unit))]:
        return Invalid(wrong)
    done = _write(call, facts, record, asked, action.takes_effect(asked), unit, catalogue, digest)
    if type(action).about.asks and not call.dry:
        unit.log(log)
    return Performed(facts=done, record=record, outcomes=outcomes)


def _override(
    call: _Call, outcomes: list[Outcome], guards: list[Guard]
) -> tuple[list[Outcome] | NotDone, list[str]]:  # fmt: skip
    """What still stands in the way once approvals, reasons and overrides are counted; and the rules overridden."""
    approvals = (call.by,) if isinstance(call.action, SecondPerson) else ()
    standing = [o for o in outcomes if not _satisfied(o, approvals, call.reason)]
    if call.override is None:
        return standing, []
    who_may = {g.rule: g.overridden_by for g in guards}
    named = [o.rule for o in standing if o.rule in call.override.rules]
    if call.run or not call.override.reason or any(not call.by.roles & set(who_may[rule]) for rule in named):
        return NotAllowed(Words("This instruction cannot be overridden by you, here or without a reason.",
                                "Ni allwch chi ddiystyru'r cyfarwyddyd hwn, yma na heb reswm.")), []  # fmt: skip
    return [o for o in standing if o.rule not in named], sorted(set(named))


def _satisfied(outcome: Outcome, approvals: tuple[Actor, ...], reason: str) -> bool:
    if outcome.kind == "approval":
        return any(outcome.satisfied_by in a.roles for a in approvals)
    return outcome.kind == "reason" and bool(reason)


def _write(
    call: _Call, facts: list[Fact], record: Record, asked: Asked, effective: date, unit: Unit, catalogue: Catalogue, digest: bytes
) -> list[Recorded]:  # fmt: skip
    """Fold the facts, add what must be shared with whom, and append all of it with duties and projections."""
    before = dict(record.duties.open)
    moved = {i: msgspec.json.encode(o) for i, o in before.items()}
    after = record.number
    done: list[Recorded] = []

    def happen(fact: Fact) -> Recorded:
        happened = Recorded(
            stream=call.on, number=after + len(done) + 1, fact=fact, by=call.by.code, at=asked.at, effective=effective, cause=call.cause
        )
        done.append(happened)
        catalogue.fold.take(record, happened)
        return happened

    for fact in facts:
        happened = happen(fact)
        for shared in _shares(happened, record, catalogue):
            happen(shared)
    if any(isinstance(f, FactCorrected) for f in facts):
        whole = unit.refolded(call.on, done)
        record.slices, record.duties = whole.slices, whole.duties
    if call.dry:
        return done
    changed = [o for i, o in record.duties.open.items() if moved.get(i) != msgspec.json.encode(o)]
    closed = [i for i in before if i not in record.duties.open]
    unit.append(Change(stream=call.on, after=after, facts=done, record=record, owed=changed, discharged=closed))
    if call.key:
        unit.keep_key(call.by.code, call.key, digest, call.on, after + 1, after + len(done))
    return done


def _wrong_correction(correction: FactCorrected, call: _Call, unit: Unit) -> Problem | None:
    """A correction speaks of an entry that is there and that the person may see, and replaces it by one of the same kind."""
    held = [f for f in unit.facts(call.on, correction.corrects, correction.corrects) if f.number == correction.corrects]
    if not held or (held[0].fact.kind.restricted and held[0].fact.kind.restricted not in call.by.tiers):
        return Problem("corrects", Words("There is no such entry.", "Nid oes cofnod o'r fath."))
    if type(held[0].fact) in KERNEL_FACTS:
        return Problem("corrects", Words("What the service itself recorded about its own working is not corrected.",
                                         "Nid yw'r hyn a gofnododd y gwasanaeth am ei waith ei hun yn cael ei gywiro."))  # fmt: skip
    if correction.replacement_code not in (0, held[0].fact.kind.code):
        return Problem("kind", Words("The right entry has to be of the same kind as the wrong one.",
                                     "Rhaid i'r cofnod cywir fod o'r un math â'r un anghywir."))  # fmt: skip
    return None


def _shares(happened: Recorded, record: Record, catalogue: Catalogue) -> list[Fact]:
    found: list[Fact] = []
    for rule in catalogue.shares:
        if isinstance(happened.fact, rule.after) and rule.in_force(happened.day) and (rule.when is None or rule.when(happened, record)):
            recipients = dict.fromkeys(rule.to(happened, record))
            found += [FactShared(share=rule.name, of=happened.number, recipient=r) for r in recipients]
    return found
