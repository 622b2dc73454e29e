"""Customers to whom a letter was written and released, on a real database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID, uuid4

import msgspec
import pytest

from customerview.config.keys import notify_stand_in_key
from customerview.config.services import STAND_IN_TEMPLATES
from customerview.correspondence import Letter, Paragraph
from customerview.instructions import catalogue
from customerview.instructions.letters_and_notifications.facts import LetterReleased, LetterWritten
from customerview.instructions.personal_details.facts import AddressChanged, CustomerRegistered
from customerview.kernel import Fact, Record, Recorded, job
from customerview.ledger import reading, writing
from customerview.ledger.bulk import load_streams
from customerview.perform import perform
from tests.processes import free_port, running

from .console import StandIn

STREET = ("1 Test Street", "Leeds")


def content(name: str = "Ann Example", lang: str = "en") -> str:
    """A letter of one page, as its JSON."""
    letter = Letter(
        language=lang, title="Proof of benefit", reference="P1234-5678", issued=date(2026, 11, 24), sender="Customer View",
        to=(name, *STREET, "LS1 1AA"), blocks=(Paragraph("We confirm what is written here. Tŷ, ŵy."),), date_words="24 November 2026",
        page_words="Page {n} of {of}", reference_words="Reference: P1234-5678",
    )  # fmt: skip
    return msgspec.json.encode(letter).decode()


def a_letter(letter: str = "L1", **more) -> tuple[Fact, Fact]:
    said = {"spec": "proof", "language": "en", "form": "standard", "way": "post", "content": content()} | more
    return LetterWritten(letter=letter, **said), LetterReleased(letter=letter)


class Office:
    """Writes letters, and reads what became of them."""

    def __init__(self, database) -> None:
        self.database = database

    def customers(self, how_many: int, *facts: Fact) -> list[UUID]:
        at, made = datetime.now(UTC), []
        for _ in range(how_many):
            stream = uuid4()
            begun = [CustomerRegistered(source="PIP", given="Ann", family="Example", born=date(1950, 5, 1)),
                     AddressChanged(role="home", lines=STREET, postcode="LS1 1AA")]  # fmt: skip
            history = [
                Recorded(stream=stream, number=i, fact=f, by="job:test", at=at, effective=at.date())
                for i, f in enumerate([*begun, *facts], 1)
            ]
            made.append((history, catalogue().fold.of(stream, history)))
        with self.database.connect("worker") as db:
            load_streams(db, catalogue(), made)
        return [record.stream for _, record in made]

    def given(self, stream: UUID, *facts: Fact) -> None:
        """Facts that are recorded now, beside what stands."""
        with writing(None, catalogue()).transaction() as unit:
            from customerview.ledger import Change

            record = unit.load(stream)
            at, after = unit.now(), record.number
            happened = [
                Recorded(stream=stream, number=after + i, fact=f, by="job:test", at=at, effective=at.date()) for i, f in enumerate(facts, 1)
            ]
            for one in happened:
                catalogue().fold.take(record, one)
            unit.append(Change(stream=stream, after=after, facts=happened, record=record, owed=[], discharged=[]))

    def do(self, action, stream: UUID):
        return perform(action, on=stream, by=job("test"), ledger=writing(None, catalogue()), catalogue=catalogue())

    def record(self, stream: UUID) -> Record:
        with reading(None, catalogue()) as view:
            return view.whole(stream)

    def facts(self, stream: UUID, kind: type[Fact]) -> list[Fact]:
        with writing(None, catalogue()).transaction() as unit:
            return [f.fact for f in unit.facts(stream, 1, None) if isinstance(f.fact, kind)]


@pytest.fixture
def office(own_database, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("CUSTOMERVIEW_PRINT_FOLDER", str(tmp_path / "print"))
    with own_database.using("worker"):
        yield Office(own_database)


@pytest.fixture(scope="module")
def ports() -> tuple[int, int]:
    return free_port(), free_port()


@pytest.fixture
def stand_in(office: Office, ports, tmp_path, monkeypatch) -> Iterator[StandIn]:
    """Notify's stand-in and our web, each a process of its own."""
    web, port = ports
    environment = office.database.environment() | {
        "CUSTOMERVIEW_BASE_URL": f"http://localhost:{web}", "PORT": str(web), "CUSTOMERVIEW_NOTIFY_STEP_SECONDS": "0.2",
    }  # fmt: skip
    monkeypatch.setenv("CUSTOMERVIEW_NOTIFY_URL", f"http://localhost:{port}")
    monkeypatch.setenv("CUSTOMERVIEW_SECRET_NOTIFY_API_KEY", notify_stand_in_key())
    monkeypatch.setenv("CUSTOMERVIEW_NOTIFY_TEMPLATES", STAND_IN_TEMPLATES)
    monkeypatch.setenv("CUSTOMERVIEW_POST_BY", "notify")
    with ExitStack() as stack:
        stack.enter_context(
            running(
                "serve",
                "web",
                environment=environment,
                log=tmp_path / "web.log",
                ready_at=f"http://localhost:{web}/api/v1/openapi.json",
            )
        )
        stack.enter_context(running("serve", "notify-stand-in", "--port", str(port), environment=environment, log=tmp_path / "notify.log",
                                    ready_at=f"http://localhost:{port}/state"))  # fmt: skip
        told = StandIn(port)
        told.behave(
            down=False,
            lose_answers=0,
            limit=False,
            limit_today=False,
            a_minute=3000,
            repeat=1,
            return_letters=0,
            refuse_letters=0,
            silent=False,
        )
        yield told


@pytest.fixture
def before(stand_in: StandIn) -> set[str]:
    return {one["id"] for one in stand_in.taken}
