"""Share codes: making one, and checking a proof by one.

    code = new_code()                                   shown once; only `digest_of(code, born)` is kept
    checked = check(code, born, place=…, organisation=…, purpose=…)

A checker reaches one record for a minute, through a function of the database that counts tries; the web cannot read the codes.
"""

from __future__ import annotations

import hmac
import secrets
from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec
from django.db import connection, transaction

from customerview.config.home import secret
from customerview.instructions import catalogue
from customerview.instructions.proofs.facts import ProofChecked, ProofIssued
from customerview.instructions.proofs.references import ALPHABET
from customerview.instructions.proofs.share_codes import CheckProof
from customerview.kernel import LONDON, Record, job
from customerview.ledger import reading, writing
from customerview.perform import NotDone, perform

LENGTH = 9
CHECKER = job("proof_check")
"""The named job that writes each check down, whoever asked."""
NOT_WAITING = "set_config('synchronous_commit', 'off', true)"
"""Tries, and a secret of one minute, do not wait for the disk: a power cut may forget those of its last moment, never a check."""


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What a checker is told. `proof` is there only for an answer that shows it, without an address that is no longer safe or right."""

    answer: str
    reference: str = ""
    at: datetime | None = None
    proof: ProofIssued | None = None


def new_code() -> str:
    """A code nobody can guess, of letters and figures that are not taken for each other."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def in_groups(code: str) -> str:
    """For reading and hearing: "7KM 2QX 9TB"."""
    return " ".join(code[i : i + 3] for i in range(0, len(code), 3))


def as_typed(text: str) -> str:
    """The code without spaces and hyphens, or "" when it can be none."""
    bare = "".join(text.split()).replace("-", "").upper()
    return bare if len(bare) == LENGTH and set(bare) <= set(ALPHABET) else ""


def digest_of(code: str, born: date) -> str:
    """What is kept of a code: it opens nothing without the date of birth, and tells nothing without our secret."""
    return _digest("code and birth", f"{code}:{born.isoformat()}")


def _digest(of: str, text: str) -> str:
    return hmac.digest(secret("share_codes").encode(), f"{of}:{text}".encode(), "sha256").hex()


def check(
    code: str, born: date, *, place: str, organisation: str, purpose: str, verified: str = "", most: str = "share_code_tries_from_one_place"
) -> Checked:
    """Check a proof, and write down that it was. `place` is where the asking comes from, `most` the figure that says how many tries
    it has; `verified` the id of the organisation, when it is one we verified that proved itself: then `organisation` is its verified name. Answers: see ANSWERS, and "locked"."""
    opens, ours = digest_of(code, born), secrets.token_urlsafe(32)
    found = _try(opens, code, place, ours, most)
    if found is None or found == "locked":
        return Checked(answer=found or "not_confirmed")
    try:
        return _checked(UUID(found), opens, ours, CheckProof(digest=opens, organisation=organisation, purpose=purpose, verified=verified))
    except NotDone:
        return Checked(answer="cannot_check_now")
    finally:
        connection.connection.execute(f"SELECT close_access(%s), {NOT_WAITING}", (ours,))


def _try(opens: str, code: str, place: str, ours: str, most: str) -> str | None:
    figures, today = catalogue().figures, datetime.now(LONDON).date()
    wrong, placed, minutes = (figures.get("common", name, today) for name in ("share_code_wrong_tries", most, "share_code_tries_minutes"))
    with transaction.atomic():
        row = connection.connection.execute(
            f"SELECT try_share_code(%s, %s, %s, %s, %s, %s, %s, %s), {NOT_WAITING}",
            (
                opens,
                _digest("code", code),
                _digest("place", place),
                wrong,
                placed,
                timedelta(minutes=minutes),
                ours,
                CHECKER.code,
            ),
        ).fetchone()
    return row[0] if row else None


def _checked(stream: UUID, opens: str, ours: str, asked: CheckProof) -> Checked:
    done = perform(
        asked, on=stream, by=CHECKER, ledger=writing(ours, catalogue()), catalogue=catalogue(),
    )  # fmt: skip
    (happened,) = [f for f in done.facts if isinstance(f.fact, ProofChecked)]
    said = happened.fact
    if said.answer in ("not_confirmed", "cannot_check_now"):
        return Checked(answer=said.answer)
    return Checked(
        answer=said.answer,
        reference=said.reference,
        at=happened.at,
        proof=_shown(done.record, opens, ours) if said.answer == "current" else None,
    )


def _shown(record: Record | None, opens: str, ours: str) -> ProofIssued | None:
    """The proof as it was issued; its address only while the record would still put that one on a proof."""
    share = record.proofs.shares.get(opens) if record else None
    if record is None or share is None:
        return None
    with reading(ours, catalogue(), CHECKER) as view:
        found = view.fact(record.stream, share.number)
    if found is None or not isinstance(found.fact, ProofIssued):
        return None
    now = record.person.letters_go_to
    safe = (*now.lines, now.postcode) if now else ()
    return found.fact if found.fact.address == safe else msgspec.structs.replace(found.fact, address=())
