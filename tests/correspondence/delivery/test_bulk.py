"""A run for very many: whoever has the award, each letter exactly once however often it is killed, nobody's circumstances skipped."""

from __future__ import annotations

import csv
import subprocess
import time
from datetime import date

import pytest

from customerview.correspondence.delivery import bulk, print_runs
from customerview.correspondence.delivery.bulk import WrongRun, choose, progress, reference, work_on
from customerview.correspondence.delivery.collect import collect
from customerview.instructions.awards_and_payments.facts import AwardReported
from customerview.instructions.bereavement.facts import DeathReported
from customerview.instructions.letters_and_notifications.facts import LetterReleased
from customerview.instructions.letters_and_notifications.sending_facts import LetterSent
from customerview.instructions.personal_details.facts import FormatChosen, LanguageChosen
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
