"""A job like any other: asked for in the transaction of what it comes of, and run by the real worker, again if that or the database is killed."""

from __future__ import annotations

import asyncio

from asgiref.sync import sync_to_async
from procrastinate.contrib.django import app

from customerview.config.jobs import AGAIN


@app.task(name="soak.note", retry=AGAIN)
async def note(stream: str, number: int) -> None:
    """Note that it ran. A job may run again from its beginning, so its effect is one that can be had twice."""
    await asyncio.sleep(0.02)
    await sync_to_async(_note)(stream, number)


def _note(stream: str, number: int) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO soak_done (stream, number) VALUES (%s, %s) ON CONFLICT DO NOTHING", (stream, number))
