"""Jobs of identity: what a session held, words typed and never sent among it, does not outlive the session."""

from __future__ import annotations

import logging

from django.db import connection
from procrastinate.contrib.django import app

log = logging.getLogger(__name__)


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="forget_sessions")
def forget_sessions(timestamp: int) -> None:
    """Sessions that are over, tokens of logouts that would not be believed any more, and tries at being matched that no longer count."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_session WHERE expire_date < now()")
        log.info("%d sessions that were over are forgotten", cursor.rowcount)
        cursor.execute("DELETE FROM logout_told WHERE until < now()")
        cursor.execute("DELETE FROM colleague_seen WHERE seen < now() - interval '400 days'")
        cursor.execute("DELETE FROM match_try WHERE at < now() - interval '2 days'")
