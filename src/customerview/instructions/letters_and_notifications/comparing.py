"""Comparing a letter with the record: what it quotes must still be so, and what its text names must be quoted or known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from customerview.kernel import Record, in_words, pounds

from .facts import Quote
from .letters_slice import Waiting
from .reading import easy_texts, named, texts


def differences(letter: Waiting, record: Record, today: date) -> list[str]:
    """What in a letter is not so by the record, each as a sentence for its writer. Empty: everything agrees."""
    return [*_quotes(letter, record), *_overlapping(letter.quotes), *_text(letter, record, today)]


def _quotes(letter: Waiting, record: Record) -> Iterator[str]:
    person = record.person
    for quote in letter.quotes:
        if quote.what == "name" and not quote.of and quote.text != str(person.name or ""):
            yield f"The letter calls them {quote.text}; the record says {person.name}."
        elif quote.what == "address" and quote.of in person.addresses:
            address = person.addresses[quote.of]
            if quote.text != ", ".join((*address.lines, address.postcode)):
                yield f"The letter goes to an address that is no longer their {quote.of} address."
            elif not address.safe:
                yield "The letter goes to an address where letters are not safe."
        elif quote.what == "amount" and quote.of in record.awards.held:
            award = record.awards.held[quote.of]
            now = award.at(quote.starts or letter_day(letter, award.latest.starts))
            if now.amount != quote.pence:
                yield f"The letter says {pounds(quote.pence)} for {quote.of}; the record says {pounds(now.amount)}."
            if quote.starts and quote.starts not in {p.starts for p in award.periods} | {award.starts}:
                yield f"The letter says that {quote.of} is paid at this amount from {in_words(quote.starts)}; the record does not."


def letter_day(letter: Waiting, otherwise: date) -> date:
    """The day a letter speaks of when an amount names none: the latest it quotes."""
    return max((q.starts for q in letter.quotes if q.starts), default=otherwise)


def _overlapping(quotes: tuple[Quote, ...]) -> Iterator[str]:
    """Payable and not payable for the same days."""
    for yes in (q for q in quotes if q.what == "payable"):
        for no in (q for q in quotes if q.what == "not_payable" and q.of == yes.of):
            starts = max(yes.starts or date.min, no.starts or date.min)
            if starts <= min(yes.ends or date.max, no.ends or date.max):
                yield f"The letter says of {yes.of} that it is paid and that it is not paid from {in_words(starts)}."


def _text(letter: Waiting, record: Record, today: date) -> Iterator[str]:
    said = named([*texts(letter.content), *easy_texts(letter.content)])
    for amount in sorted(said.amounts - _amounts(letter, record)):
        yield f"{pounds(amount)} stands nowhere in the record."
    for day in sorted(said.days - _days(letter, record) - {today}):
        yield f"{in_words(day)} is no day in the record that this letter is about."
    for day in sorted(said.unreadable):
        yield f"{day} is not a real day."
    mine = record.person.nino.replace(" ", "")[:8]
    if any(nino[:8] != mine for nino in said.ninos):
        yield "A National Insurance number in the letter is not theirs."
    known = {word.lower() for name in _names(letter, record) for word in name.split()}
    for name in sorted(said.names):
        if not {word.lower() for word in name.split()} <= known:
            yield f"Nobody called {name} is known in this record."


def _amounts(letter: Waiting, record: Record) -> set[int]:
    """Every sum the record holds that a letter may name: what awards and their parts are and were, and payments that differed."""
    found = {q.pence for q in letter.quotes if q.pence}
    for award in record.awards.held.values():
        for period in award.periods:
            found |= {period.amount, *(c.pence for c in period.components)}
    for trouble in (*record.payments.wrong.values(), *record.payments.different.values()):
        found |= {trouble.amount, trouble.usual}
    return found | {d.pence for d in record.payments.deductions.values()}


def _days(letter: Waiting, record: Record) -> set[date]:
    found = {d for q in letter.quotes for d in (q.starts, q.ends) if d}
    for award in record.awards.held.values():
        found |= {
            award.starts,
            award.ends or award.starts,
            award.next_payment or award.starts,
            *(p.starts for p in award.periods),
        }
    for trouble in (*record.payments.wrong.values(), *record.payments.different.values()):
        found.add(trouble.due)
    found |= {s.since for s in record.suspensions.open.values()}
    return found | ({record.death.died} if record.death.died else set())


def _names(letter: Waiting, record: Record) -> set[str]:
    """Whom a letter may name: the customer under every name they had, who acts for them, next of kin, and whom it is to."""
    found = {word for name in record.person.names for word in (name.given, name.family)}
    found |= {q.text for q in letter.quotes if q.what == "name"} | {record.person.name_used}
    found |= {a.name for a in record.authority.held.values()} | {p.name for p in record.people.linked.values()}
    return found | {k.name for k in record.death.kin.values()}
