"""Jobs of the installation itself. Each room's own jobs are in its `tasks.py`, which procrastinate finds by that name."""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import connection, transaction
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from customerview.config.keys import signing_key
from customerview.kernel import LONDON
from customerview.ledger.roots import sign_root

log = logging.getLogger(__name__)
FORGOTTEN_AFTER_HOURS = 24 * 7
AGAIN = RetryStrategy(max_attempts=30, wait=2, linear_wait=5)
"""For a job that must be done and is not asked for again soon: a database that was away for a while does not end it."""


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="rescue", pass_context=True)
async def rescue_stalled(context: JobContext, timestamp: int) -> None:
    """A job whose worker was killed is run again, from its beginning. Procrastinate finds such jobs but leaves them lying."""
    jobs = context.app.job_manager
    for job in await jobs.get_stalled_jobs():
        log.warning("job %s (%s) lost its worker and will run again", job.id, job.task_name)
        await jobs.retry_job(job)


@app.periodic(cron="17 3 * * *")
@app.task(queueing_lock="forget", pass_context=True, retry=AGAIN)
async def forget_finished(context: JobContext, timestamp: int) -> None:
    """Jobs that ended well are not kept for ever; what happened is in the ledger."""
    await context.app.job_manager.delete_old_jobs(nb_hours=FORGOTTEN_AFTER_HOURS)


@app.periodic(cron="7 2 * * *")
@app.task(queueing_lock="sign_root", retry=AGAIN)
def sign_the_days_root(timestamp: int) -> None:
    """Sign every head that changed since the last root, so that a tail cut off the ledger is found. A day has one root."""
    day = datetime.fromtimestamp(timestamp, LONDON).date()
    with transaction.atomic():
        signed = sign_root(connection.connection, day, signing_key("ledger_root"))
    log.info("the root of %s %s", day, "is signed" if signed else "was signed already")
