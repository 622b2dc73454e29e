"""Checking a proof by its share code: the whole check on the server, beside one bare look-up of a code by its key.

Codes of nobody fill the table by COPY, as many as were asked for; those that are checked were made by customers, through `perform`.
"""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta
from uuid import UUID

import psycopg

from benchmarks.house import House, settle, worker
from benchmarks.timing import Measure, beside
from customerview.config.database import administrator
from customerview.instructions import catalogue
from customerview.instructions.proofs.issue_proof import IssueProof, provable
from customerview.instructions.proofs.share_codes import MakeShareCode
from customerview.kernel import LONDON, Actor
from customerview.ledger import open_access, reading, writing
from customerview.perform import NotDone, perform
from customerview.proofs import check, digest_of, new_code

BORN = date(1961, 3, 4)
CHECKED = 100
FLOOR = "one bare look-up of a code by its key"


def checks(house: House, sizes: list[int]) -> list[Measure]:
    """The same customers' codes are checked, and codes that are none, with ever more other codes around them."""
    codes = [code for stream in house.streams if (code := _made(stream))][:CHECKED]
    found = []
    for size in sorted(sizes):
        _fill(size)
        settle("share_code")
        found += [_right(codes, size), _wrong(codes, size)]
    return found


def _right(codes: list[str], size: int) -> Measure:
    """Each turn from a place of its own: nobody is locked out of a measurement."""

    def run(turn: int) -> None:
        said = check(codes[turn % len(codes)], BORN, place=f"measured {turn} {size}", organisation="A council", purpose="a measurement")
        assert said.reference or said.answer == "cannot_check_now", said.answer

    with worker() as db:
        return beside(f"Check a share code ({size:,} codes)", run, FLOOR, _bare(db, codes), times=300)


def _wrong(codes: list[str], size: int) -> Measure:
    def run(turn: int) -> None:
        said = check(new_code(), BORN, place=f"wrong {turn} {size}", organisation="A council", purpose="a measurement")
        assert said.answer == "not_confirmed"

    with worker() as db:
        return beside(f"Check a code that is none ({size:,} codes)", run, FLOOR, _bare(db, codes), times=300)


def _bare(db, codes: list[str]):
    digests = [digest_of(code, BORN) for code in codes]

    def look_up(turn: int) -> None:
        row = db.execute("SELECT stream, expires FROM share_code WHERE digest = %s", (digests[turn % len(digests)],), binary=True)
        assert row.fetchone()

    return look_up


def _made(stream: UUID) -> str:
    """A code for a proof of everything this customer can prove; nothing when they can prove nothing."""
    by = Actor(kind="customer", id=str(stream), roles=frozenset({"customer"}), acting_for=stream)
    secret, rules = open_access(by), catalogue()
    with reading(secret, rules, by) as view:
        awards = tuple(choice.value for choice in provable(view.record(stream)))
    if not awards:
        return ""
    code = new_code()
    try:
        done = perform(IssueProof(awards=awards, purpose="council_tax"), on=stream, by=by, ledger=writing(secret, rules), catalogue=rules)
        made = MakeShareCode(proof=done.facts[0].fact.reference, digest=digest_of(code, BORN))
        perform(made, on=stream, by=by, ledger=writing(secret, rules), catalogue=rules)
    except NotDone:
        return ""
    return code


def _fill(size: int) -> None:
    """Codes of nobody, up to this many in all."""
    with psycopg.connect(**administrator()) as db:  # row security does not let anybody else copy into a table
        (there,) = db.execute("SELECT count(*) FROM share_code").fetchone()
        last = datetime.now(LONDON).date() + timedelta(days=30)
        with db.cursor() as cursor, cursor.copy("COPY share_code (digest, stream, expires) FROM STDIN") as into:
            for start in range(there, size, 10_000):
                some = min(10_000, size - start)
                drawn = secrets.token_bytes(48 * some)
                into.write("".join(
                    f"{drawn[i : i + 32].hex()}\t{drawn[i + 32 : i + 48].hex()}\t{last}\n" for i in range(0, len(drawn), 48)
                ))  # fmt: skip
