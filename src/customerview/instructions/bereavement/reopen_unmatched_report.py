"""Take up again a report of a death that was matched to a record which is not there."""

from __future__ import annotations

from customerview.kernel import Action, Asked, Fact, Record, Words, records

from .facts import UnmatchedReportReopened


class ReopenUnmatchedReport(Action, frozen=True, kw_only=True):
    """The record that a report was matched to does not exist, so somebody finds out again whom it is about."""

    about = records(Words("Take up the report again", "Ailgydio yn yr adroddiad"), may=("job",))

    def facts(self, record: Record, asked: Asked) -> list[Fact]:
        return [UnmatchedReportReopened()]
