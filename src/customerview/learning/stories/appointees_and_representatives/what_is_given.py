"""What stories of who acts are given: awards, somebody who acts, and how they are recorded whole."""

from __future__ import annotations

from datetime import date

from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.representatives.dispute_authority import DisputeAuthority
from customerview.instructions.representatives.facts import AuthorityRecorded
from customerview.instructions.representatives.notice_need import DecideNeedOfAppointee, NoticeNeedOfAppointee
from customerview.instructions.representatives.record_authority import RecordAuthority


def award(benefit: str) -> AwardReported:
    return AwardReported(
        award=f"{benefit}-1", benefit=benefit, line=benefit, amount=40_000, frequency="four_weeks", starts=date(2022, 1, 3)
    )


def acts(authority: str = "A-1", **more: object) -> AuthorityRecorded:
    """Gwen acts as appointee since 2022; all that has to be known of her is."""
    known = {
        "type": "appointee", "holder": "gwen", "name": "Gwen Morgan", "starts": date(2022, 5, 2), "document": "BF57", "all_lines": True,
        "no_end": True, "paid_to": "to their account", "address": ("7 Heol y Capel", "Llanfair"), "postcode": "VL1 2AB",
    }  # fmt: skip
    return AuthorityRecorded(authority=authority, **(known | more))  # type: ignore[arg-type]


def recorded(authority: str = "A-2", **more: object) -> RecordAuthority:
    """Somebody is recorded as acting, with all that has to be known unless the story leaves something out."""
    known = {
        "type": "appointee", "holder": "neil", "name": "Neil Lamb", "starts": date(2026, 3, 2), "document": "BF57", "all_lines": True,
        "no_end": True, "paid_to": "to their account", "address_line": "2 Mill Lane, Marlow Edge", "postcode": "XN4 7UB",
    }  # fmt: skip
    return RecordAuthority(authority=authority, **(known | more))  # type: ignore[arg-type]


def sign(what: str) -> NoticeNeedOfAppointee:
    return NoticeNeedOfAppointee(sign=what, said="seen today")


def decided(outcome: str, **more: bool) -> DecideNeedOfAppointee:
    return DecideNeedOfAppointee(outcome=outcome, why="what her nurse told us", **more)


def disputed(**more: object) -> DisputeAuthority:
    return DisputeAuthority(**({"authority": "A-1", "source": "family", "what": "her brother says that he acts now"} | more))  # type: ignore[arg-type]
