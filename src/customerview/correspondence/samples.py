"""Samples: every letter in every form and language, for the story customers, so that anybody can look at them and put them to a validator."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import msgspec
from django.conf import settings

from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardChanged
from customerview.instructions.awards_and_payments.slices import Award
from customerview.instructions.bereavement.facts import NextOfKinWrittenTo
from customerview.instructions.letters_and_notifications.outcome_facts import (
    AppealPutIntoEffect,
    AwardBackdated,
    DecisionLookedAtAgain,
    Finding,
    MovedDate,
)
from customerview.instructions.proofs.issue_proof import IssueProof, provable
from customerview.instructions.requests_to_lines.facts import CustomerToldOfAnswer
from customerview.instructions.stopping_payments.facts import PaymentResumed
from customerview.kernel import LONDON, Fact, Record, Recorded, job
from customerview.perform import circumstances
from customerview.population.playing import Life
from customerview.population.stories import story_lives

from .content import Letter
from .formats import forms, render
from .specs import Spec, Told, composed, specs
from .specs.spec import reference_of

AT = datetime.combine(date(2026, 11, 24), time(12), LONDON)
"""Stories are told up to this moment, so that the samples are the same each time."""


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the manifest."""

    letter: str
    language: str
    form: str
    file: str
    sha256: str


def write_samples(out: Path, at: datetime = AT) -> list[Sample]:
    """Every letter that the stories call for, once each: in both languages, in every form. Returns the manifest's lines."""
    out.mkdir(parents=True, exist_ok=True)
    found: list[Sample] = []
    for code, letters in sample_letters(at).items():
        for lang, letter in letters.items():
            for form in forms(letter):
                made = render(letter, form)
                file = f"{code}-{lang}-{form}{Path(made.name).suffix}"
                (out / file).write_bytes(made.content)
                found.append(Sample(letter=code, language=lang, form=form, file=file, sha256=hashlib.sha256(made.content).hexdigest()))
    (out / "manifest.json").write_text(json.dumps(msgspec.to_builtins(found), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return found


def sample_letters(at: datetime = AT) -> dict[str, dict[str, Letter]]:
    """One letter of each specification in each language, from the first story that calls for it."""
    letters: dict[str, dict[str, Letter]] = {}
    for life in story_lives(at):
        for happened, record in _occasions(life, at):
            for spec in specs().values():
                if spec.code not in letters and isinstance(happened.fact, spec.after) and _fits(spec, happened, record):
                    letters[spec.code] = {lang: _letter(spec, happened, record, lang, at.date()) for lang in ("en", "cy")}
    return letters


def _fits(spec: Spec, happened: Recorded, record: Record) -> bool:
    return spec.whole is not None or spec.when(happened.fact, record)


def _occasions(life: Life, at: datetime) -> Iterator[tuple[Recorded, Record]]:
    """What happened in the story, and what would follow of it next: each with the record it is written from."""
    record = catalogue().fold.of(life.stream, life.history, on=at.date())
    yield from ((happened, record) for happened in life.history)
    for fact in _next(record, at):
        happened = msgspec.structs.replace(life.history[-1], number=record.number + 1, fact=fact, effective=at.date() + timedelta(days=14))
        yield happened, catalogue().fold.of(life.stream, [*life.history, happened], on=at.date())


def _next(record: Record, at: datetime) -> Iterator[Fact]:
    """What somebody would do next in a story: write to next of kin, lift a suspension, prove a benefit, put an award up."""
    if record.death.reported:
        yield NextOfKinWrittenTo(letter="first")
        return
    for held in record.suspensions.open.values():
        award = record.awards.held[held.award]
        yield PaymentResumed(award=award.award, benefit=award.benefit, line=award.line, paid=award.latest.amount)
    for one in (r for r in record.line_requests.open.values() if r.stage == "answered"):
        said = f"{one.said}\n\nIf you think that it is wrong, tell us."
        yield CustomerToldOfAnswer(
            line_request=one.number, what=one.what, award=one.award, benefit=one.benefit, line=one.line, route="post", said=said
        )
    for award in record.awards.in_payment(at.date()):
        parts = tuple(msgspec.structs.replace(part, pence=part.pence + part.pence // 50) for part in award.latest.components)
        amount, often = award.latest.amount + award.latest.amount // 50, award.latest.frequency
        yield AwardChanged(
            award=award.award,
            benefit=award.benefit,
            line=award.line,
            amount=amount,
            frequency=often,
            components=parts,
            why="New rates",
        )
        yield from _decided_anew(award, at.date())
    if choices := provable(record):
        proof = IssueProof(awards=(choices[0].value,), purpose="bank")
        yield from proof.facts(record, circumstances(job("samples"), at, record, catalogue()))


def _decided_anew(award: Award, today: date) -> Iterator[Fact]:
    """What a line may decide of an award later: that it is paid from an earlier day, to look again, what a tribunal decided."""
    told = {
        "award": award.award,
        "benefit": award.benefit,
        "line": award.line,
        "arrears": award.latest.amount,
        "arrears_on": today + timedelta(days=3),
    }
    if award.benefit == "UC":
        moved = MovedDate(before=award.starts + timedelta(days=30), now=award.starts)
        yield AwardBackdated(
            **told,
            starts=award.starts,
            before=moved.before,
            moved=(moved,),
            reason="You told us that you were ill and could not claim sooner.",
        )
    if award.benefit == "PIP":
        points = (Finding(point="You need help to wash and dress.", found="You need help to wash your hair, and to dress below your waist.",
                          rests_on="What you said on the phone, and the letter from your doctor."),
                  Finding(point="You cannot plan a journey.", found="You can plan one, and need somebody with you on the way.",
                          rests_on="What you said on the phone."))  # fmt: skip
        yield DecisionLookedAtAgain(**told, decided=today - timedelta(days=40), outcome="changed", findings=points)
        yield AppealPutIntoEffect(**told, decided=today - timedelta(days=12), outcome="agreed",
                                  reasons="The tribunal believed what you said about your bad days. It found that you need help on most days.")  # fmt: skip


def _letter(spec: Spec, happened: Recorded, record: Record, lang: str, today: date) -> Letter:
    told = Told(record, lang, today, about=spec.about(happened.fact), fact=happened.fact, number=happened.number)
    return composed(spec, told, reference=reference_of(happened.stream, happened.number, spec.code), sender=settings.BRAND_NAME).letter
