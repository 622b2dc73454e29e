"""A run for very many: whoever has the award, each letter exactly once however often it is killed, nobody's circumstances skipped."""

from __future__ import annotations

import csv
import subprocess
import threading
import time
from datetime import date

import pytest
from django.db import connection, transaction

from customerview.correspondence.delivery import bulk, print_runs
from customerview.correspondence.delivery.bulk import WrongRun, choose, progress, reference, work_on
from customerview.correspondence.delivery.collect import collect
from customerview.instructions import catalogue
from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.bereavement.facts import DeathReported
from customerview.instructions.letters_and_notifications.facts import LetterReleased
from customerview.instructions.letters_and_notifications.sending_facts import LetterSent
from customerview.instructions.personal_details.facts import FormatChosen, LanguageChosen
from customerview.ledger.verify import verify
from tests.processes import CUSTOMERVIEW

from .conftest import Office

AWARD = AwardReported(award="PIP-1", benefit="PIP", line="PIP", starts=date(2020, 1, 6), amount=10000, frequency="four_weeks")
OTHER = AwardReported(award="SP-1", benefit="SP", line="SP", starts=date(2020, 1, 6), amount=10000, frequency="four_weeks")


def printed() -> dict[str, int]:
    """How often each customer stands in the index of a run."""
    found: dict[str, int] = {}
    for run in print_runs.folder().iterdir():
        for line in csv.DictReader((run / "index.csv").read_text().splitlines()) if not run.name.startswith(".") else ():
            customer = line["letter"].partition("-")[0]
            found[customer] = found.get(customer, 0) + 1
    return found


def test_everybody_with_the_award_and_nobody_else_each_in_their_language_and_form(office: Office, monkeypatch):
    monkeypatch.setattr(bulk, "CHUNK", 2)
    plain = office.customers(2, AWARD)
    (welsh,) = office.customers(1, AWARD, LanguageChosen(language="cy"), FormatChosen(format="large_print_18"))
    (dead,) = office.customers(1, AWARD, DeathReported(source="registration"))
    office.customers(1, OTHER)
    assert choose("uprating", "PIP", "award_notice", dry=True)[:3] == (2, 0, 4) and not work_on("uprating"), "dry keeps nothing"
    assert choose("uprating", "PIP", "award_notice")[:3] == (2, 0, 4)
    while work_on("uprating"):
        pass
    assert progress("uprating") == (2, 2, 4, 3)
    assert printed() == {stream.hex: 1 for stream in (*plain, welsh)}
    sent = office.facts(welsh, LetterSent)[0]
    assert (sent.language, sent.form, sent.title) == ("cy", "large_print_18", "Eich Taliad Annibyniaeth Personol")
    assert not office.facts(dead, LetterReleased)
    while collect():
        pass
    assert choose("uprating", "PIP", "award_notice").done == 2 and not work_on("uprating") and not print_runs.print_all()


def test_a_run_keeps_its_name_and_says_what_letters_there_are(office: Office):
    choose("one", "PIP", "award_notice")
    with pytest.raises(WrongRun, match="The run one is of award_notice for PIP"):
        choose("one", "SP", "award_notice")
    with pytest.raises(WrongRun, match="award_notice"):
        choose("two", "PIP", "no_such_letter")


def test_somebody_is_quicker_and_one_record_is_wrong_and_everybody_else_has_their_letter_once(office: Office, monkeypatch):
    """A group is done in one transaction: when one of it is changed meanwhile, or cannot be done, each of it is done by itself."""
    streams = sorted(office.customers(6, AWARD))
    changed, wrong = streams[3], streams[5]
    written, meant = bulk.write, bulk._action
    begun: list[threading.Thread] = []

    def write(run, stream, *more):
        if not begun:  # the group was read; somebody on another connection is quicker with one of it
            begun.append(threading.Thread(target=lambda: (office.given(changed, LanguageChosen(language="cy")), connection.close())))
            begun[0].start()
            begun[0].join()
        return written(run, stream, *more)

    def action(letter, *more):
        if letter == reference("busy", wrong):
            raise RuntimeError("a record like no other")
        return meant(letter, *more)

    monkeypatch.setattr(bulk, "write", write)
    monkeypatch.setattr(bulk, "_action", action)
    choose("busy", "PIP", "award_notice")
    assert work_on("busy") and progress("busy").written == 5
    assert printed() == {stream.hex: 1 for stream in streams if stream != wrong}
    assert office.facts(changed, LetterSent)[0].language == "cy", "it was read again before it was written"
    for stream in streams:
        assert len(office.facts(stream, LetterSent)) == (stream != wrong)
    with transaction.atomic():
        stands = connection.connection.execute(
            "SELECT stream, duty, owner FROM open_duty WHERE stream = ANY(%s) ORDER BY 1, 2", (streams,)
        ).fetchall()
    assert stands == sorted((s, o.duty, o.owner) for s in streams for o in office.record(s).duties.open.values())
    with transaction.atomic():
        assert verify(connection.connection, catalogue().kinds).holds


def test_killed_in_the_middle_and_run_again_each_letter_is_printed_once(office: Office):
    streams = office.customers(80, AWARD)
    environment = office.database.environment("worker") | {"CUSTOMERVIEW_PRINT_FOLDER": str(print_runs.folder())}
    command = [
        CUSTOMERVIEW,
        "letters",
        "run",
        "--benefit",
        "PIP",
        "--letter",
        "award_notice",
        "--name",
        "killed",
        "--processes",
        "2",
    ]
    for after in (1.6, 2.4, 3.2):
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(after)
        process.kill()
        process.wait()
    time.sleep(0.5)  # those it started end with it
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert printed() == {stream.hex: 1 for stream in streams}
    for stream in streams:
        released = [f for f in office.facts(stream, LetterReleased) if f.letter == reference("killed", stream)]
        assert len(released) == 1 == len(office.facts(stream, LetterSent))
