"""A report of a death that matched nobody, once matched, is recorded where it belongs: in that customer's own record.

Each settled report is taken from the feed with its effect. One that names no record of ours goes back to the bereavement team.
"""

from __future__ import annotations

import logging
import threading
from typing import Any

import psycopg

from customerview.instructions import catalogue
from customerview.instructions.bereavement.facts import UnmatchedDeathReported, UnmatchedReportSettled
from customerview.instructions.bereavement.reopen_unmatched_report import ReopenUnmatchedReport
from customerview.instructions.bereavement.report_death import ReportDeath
from customerview.kernel import Recorded, job
from customerview.ledger import writing
from customerview.ledger.feed import follow, take_page
from customerview.perform import NotThere, perform

READER = "matched_deaths"
JOB = job(READER)

log = logging.getLogger(__name__)


def record_matched_deaths(stop: threading.Event) -> None:
    """Follow the feed until `stop` is set."""
    follow(take, stop)


def take() -> int:
    """Take one settled report and record the death. Returns 0 when all are taken."""
    return take_page(READER, catalogue().kinds, _record, limit=1, codes=[UnmatchedReportSettled.kind.code])


def _record(db: psycopg.Connection[Any], facts: list[Recorded]) -> None:
    for happened in facts:
        settled = happened.fact
        if not isinstance(settled, UnmatchedReportSettled) or settled.customer is None:
            continue
        told = _report(happened)
        death = ReportDeath(
            date_known=told.died is not None, died=told.died, source=told.source, reporter=told.reporter, reach=told.reach,
            reference=told.reference,
        )  # fmt: skip
        cause = f"{happened.stream}:{happened.number}"
        try:
            perform(death, on=settled.customer, by=JOB, ledger=writing(None, catalogue()), catalogue=catalogue(), cause=cause, key=cause)
        except NotThere:
            log.warning("a report of a death was matched to no record of ours; it goes back to the bereavement team")
            again = ReopenUnmatchedReport()
            perform(again, on=happened.stream, by=JOB, ledger=writing(None, catalogue()), catalogue=catalogue(), cause=cause, key=cause)


def _report(settled: Recorded) -> UnmatchedDeathReported:
    """The report that was settled."""
    with writing(None, catalogue()).transaction() as unit:
        history = unit.facts(settled.stream, 1, settled.number)
    return [h.fact for h in history if isinstance(h.fact, UnmatchedDeathReported)][-1]
