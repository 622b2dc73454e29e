"""What a session held does not outlive it."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from customerview.identity.tasks import forget_sessions


def test_sessions_that_are_over_and_old_tries_are_forgotten_and_others_are_not(own_database):
    over, on = SessionStore(), SessionStore()
    for session in (over, on):
        session["answers"] = "words typed and never sent"
        session.save()
    with own_database.connect("web", autocommit=True) as db:
        db.execute(
            "UPDATE django_session SET expire_date = %s WHERE session_key = %s",
            (timezone.now() - timedelta(minutes=1), over.session_key),
        )
        db.execute("INSERT INTO match_try VALUES ('old', now() - interval '3 days'), ('new', now())")
    with own_database.using("worker"):
        forget_sessions(timestamp=0)
    with own_database.connect("web") as db:
        assert db.execute("SELECT session_key FROM django_session").fetchall() == [(on.session_key,)]
        assert db.execute("SELECT subject FROM match_try").fetchall() == [("new",)]
