"""Customers whose stories are written by hand, so that every guard and duty can be met on purpose; and whom to sign in as."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import psycopg

from ..playing import Life
from . import (
    albert_stone,
    brynfor_council,
    femi_adeyemi,
    george_whitlock,
    grace_tembo,
    hannah_price,
    irene_castle,
    isla_mackay,
    joyce_and_ray_bell,
    leanne_hart,
    marek_nowak,
    mary_ellis,
    mill_town_council,
    peter_lamb,
    rhian_morgan,
    ruth_okonkwo,
    sofia_costa,
    thornby_council,
)
from .colleagues import COLLEAGUES
from .telling import Story, Telling, stream_of

STORIES: tuple[Story, ...] = tuple(
    told.STORY
    for told in (
        rhian_morgan, mary_ellis, george_whitlock, femi_adeyemi, marek_nowak, hannah_price, albert_stone, leanne_hart, irene_castle,
        peter_lamb, sofia_costa, joyce_and_ray_bell, isla_mackay, grace_tembo, ruth_okonkwo, mill_town_council, brynfor_council,
        thornby_council,
    )
)  # fmt: skip


def story_lives(now: datetime) -> Iterator[Life]:
    """Every story told up to now, each customer's life whole. A step that is not possible is a wrong story, and raises."""
    for story in STORIES:
        telling = Telling(now)
        story.tell(telling)
        yield from telling.lives()


def are_told(db: psycopg.Connection[Any]) -> bool:
    """Whether the stories are in the ledger: they are committed together."""
    return bool(db.execute("SELECT EXISTS (SELECT FROM fact WHERE stream = %s)", (stream_of(0),)).fetchone()[0])  # type: ignore[index]


def personas() -> list[dict[str, object]]:
    """Whom one can sign in as, in the order a visitor should meet them."""
    roles = [(role, story.headline) for story in STORIES for role in story.sign_in_as]
    told = [role.as_persona() | {"headline": headline} for role, headline in roles]
    return told + [role.as_persona() | {"headline": role.label} for role in COLLEAGUES]


def write_personas(path: Path) -> None:
    """The file that the identity provider and the demonstration's page read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(personas()), indent=1))
