"""The worker: a job whose worker was killed runs again; a loop that fails is begun again; both stop when told to."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

from procrastinate.contrib.django import app

from customerview.config import jobs, worker
from tests.processes import until


def test_a_job_whose_worker_was_killed_is_run_again(own_database):
    with own_database.using("worker"):
        number = jobs.forget_finished.configure(queue="ours").defer(timestamp=0)
        with own_database.connect("worker", autocommit=True) as db:
            # What a worker leaves that is killed in the middle of a job: the job in hand, and a heart that stopped.
            gone = db.execute(
                "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour') RETURNING id"
            ).fetchone()[0]
            db.execute("UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s WHERE id = %s", [gone, number])
            jobs.rescue_stalled.configure(queue="ours").defer(timestamp=0)

            def all_done():
                # In a thread of its own: where a browser is open, this one has a loop running already.
                with ThreadPoolExecutor(1) as thread:
                    thread.submit(asyncio.run, run_what_waits()).result()
                return {
                    row[0] for row in db.execute("SELECT status::text FROM procrastinate_jobs WHERE queue_name = 'ours'").fetchall()
                } == {"succeeded"}

            assert until(all_done)


async def run_what_waits():
    with app.replace_connector(app.connector.get_worker_connector()):
        async with app.open_async():
            await app.run_worker_async(queues=["ours"], wait=False, install_signal_handlers=False, listen_notify=False)


def test_a_loop_that_fails_is_begun_again_and_stops_when_told(monkeypatch):
    stop, times = threading.Event(), []
    monkeypatch.setattr(stop, "wait", lambda seconds: times.append(seconds))

    def loop(told):
        if len(times) == 3:
            told.set()
            return
        raise ValueError("no")

    worker.keep_running("a loop", loop, stop)
    assert times == [1.0, 2.0, 4.0]


def test_every_loop_named_is_there():
    assert all(callable(worker.find(name)) for name in worker.LOOPS)
