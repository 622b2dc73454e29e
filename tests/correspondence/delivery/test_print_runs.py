"""Print runs: whole, signed, asked about again, taken up where they stood; each letter exactly once however often it is killed."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import subprocess
import time
from pathlib import Path

import pikepdf
import pytest
from joserfc import jws
from joserfc.jwk import ECKey

from customerview.correspondence.delivery import print_runs
from customerview.correspondence.delivery.collect import collect
from customerview.correspondence.delivery.print_runs import gather, hand_over, name_of, print_all, stream_of
from customerview.correspondence.delivery.reconcile import WrongFile, reconcile
from customerview.instructions.bereavement.facts import DeathReported
from customerview.instructions.letters_and_notifications.sending_facts import (
    LetterHeld,
    LetterPosted,
    LetterSent,
    PrintRunReconciled,
)
from customerview.instructions.personal_details.facts import AddressChanged
from tests.processes import CUSTOMERVIEW

from .conftest import Office, a_letter


def index(run: Path) -> list[dict[str, str]]:
    return list(csv.DictReader((run / "index.csv").read_text().splitlines()))


def runs() -> list[Path]:
    return sorted(path for path in print_runs.folder().iterdir() if not path.name.startswith("."))


def test_a_run_is_one_file_with_an_index_and_a_manifest_that_its_key_proves(office: Office):
    office.customers(3, *a_letter())
    while collect():
        pass
    (run,) = print_all()
    place = print_runs.folder() / run
    lines = index(place)
    assert [line["first_page"] for line in lines] == ["1", "3", "5"]
    assert {(line["postcode_class"], line["stock"], line["form"], line["pages"]) for line in lines} == {("LS1", "white", "standard", "1")}
    with pikepdf.open(place / "letters.pdf") as whole:
        assert len(whole.pages) == 6 and "/StructTreeRoot" not in whole.Root
        assert "/Font" in whole.pages[0].Resources and "/Font" not in (whole.pages[1].get("/Resources") or {})
    manifest = (place / "manifest.json").read_bytes()
    told = json.loads(manifest)
    assert (told["letters"], told["pages"], told["sides"]) == (3, 3, 6)
    assert told["files"] == {name: hashlib.sha256((place / name).read_bytes()).hexdigest() for name in ("letters.pdf", "index.csv")}
    key = subprocess.run([CUSTOMERVIEW, "letters", "print-key"], capture_output=True, text=True, check=True, env=os.environ).stdout
    proved = jws.deserialize_compact((place / "manifest.jws").read_bytes(), ECKey.import_key(json.loads(key)))
    assert proved.payload == manifest
    assert not any(
        word in (place / name).read_text() for name in ("index.csv", "manifest.json") for word in ("Ann", "Example", "Test Street")
    )


def test_whoever_died_or_moved_since_is_taken_out_and_is_somebodys_to_settle(office: Office):
    dead, moved, well = office.customers(3, *a_letter())
    office.given(dead, DeathReported(source="registration"))
    office.given(moved, AddressChanged(role="home", lines=("2 New Road", "York"), postcode="YO1 1AA"))
    collect()
    (run,) = print_all()
    assert [line["letter"].partition("-")[0] for line in index(print_runs.folder() / run)] == [well.hex]
    assert [f.why for f in office.facts(dead, LetterHeld)] == ["outgoing_stops_at_death"]
    assert [f.why for f in office.facts(moved, LetterHeld)] == ["letter_to_the_address_of_today"]
    for stream in (dead, moved):
        assert len(office.record(stream).duties.of("settle_held_letter")) == 1
    assert print_all() == []


def test_a_death_told_while_a_run_was_interrupted_keeps_the_letter_back(office: Office, monkeypatch):
    first, second = office.customers(2, *a_letter())
    collect()
    run = gather()
    monkeypatch.setattr(print_runs, "_write", lambda *_: (_ for _ in ()).throw(OSError("the disk is full")))
    with pytest.raises(OSError, match="full"):
        hand_over(run)
    monkeypatch.undo()
    monkeypatch.setenv("CUSTOMERVIEW_PRINT_FOLDER", str(print_runs.folder()))
    office.given(first, DeathReported(source="registration"))
    assert print_all() == [run]
    assert [line["letter"].partition("-")[0] for line in index(print_runs.folder() / run)] == [second.hex]
    assert office.record(first).sendings.letters["L1"].state == "held"


def test_killed_at_any_moment_each_letter_leaves_exactly_once(office: Office):
    streams = office.customers(60, *a_letter())
    environment = office.database.environment("worker") | {"CUSTOMERVIEW_PRINT_FOLDER": os.environ["CUSTOMERVIEW_PRINT_FOLDER"]}
    for after in (0.9, 1.3, 1.7, 2.1):
        process = subprocess.Popen(
            [CUSTOMERVIEW, "letters", "print"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(after)
        process.kill()
        process.wait()
    done = subprocess.run([CUSTOMERVIEW, "letters", "print"], env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    printed = [line["letter"].partition("-")[0] for run in runs() for line in index(run)]
    assert sorted(printed) == sorted(stream.hex for stream in streams)
    assert all(len(office.facts(stream, LetterSent)) == 1 for stream in streams)


def test_what_the_printer_says_is_read_back_once_and_a_gap_stays_a_duty(office: Office, tmp_path: Path):
    streams = office.customers(3, *a_letter())
    collect()
    (run,) = print_all()
    assert office.record(stream_of(run)).duties.of("reconcile_print_run")[0].owner == "operations"
    names = [line["letter"] for line in index(print_runs.folder() / run)]
    file = tmp_path / "account.csv"
    file.write_text(f"run,letter,status,day,why\n{run},{names[0]},posted,2026-11-25,\n{run},{names[1]},refused,,address\n")
    assert reconcile(file)[1:] == (1, 1, 1) == reconcile(file)[1:]
    states = {stream.hex: office.record(stream).sendings.letters["L1"].state for stream in streams}
    assert [states[name.partition("-")[0]] for name in names] == ["posted", "not_taken", "sent"]
    assert office.record(stream_of(run)).duties.of("reconcile_print_run")
    file.write_text(file.read_text() + f"{run},{names[2]},posted,2026-11-25,\n")
    assert (print_runs.folder() / run / "letters.pdf").exists()
    assert reconcile(file).missing == 0 and not office.record(stream_of(run)).duties.of("reconcile_print_run")
    assert len(office.facts(stream_of(run), PrintRunReconciled)) == 2
    assert {path.name for path in (print_runs.folder() / run).iterdir()} == {"index.csv", "manifest.json", "manifest.jws"}
    assert sum(len(office.facts(stream, LetterPosted)) for stream in streams) == 2


@pytest.mark.parametrize(("text", "said"), [
    ("", "first line"),
    ("run,letter,status,day,why\nR,x,burnt,,\n", "Line 2: the status"),
    ("run,letter,status,day,why\nR,x,posted,25/11/26,\n", "Line 2: the day"),
    ("run,letter,status,day,why\nR,x,refused,,\nS,y,refused,,\n", "Line 3 is of another run"),
    ("run,letter,status,day,why\nR,x,refused,,\n", "no run R here"),
])  # fmt: skip
def test_a_file_that_is_wrong_is_refused_with_what_is_wrong(office: Office, tmp_path: Path, text, said):
    file = tmp_path / "account.csv"
    file.write_text(text)
    with pytest.raises(WrongFile, match=said):
        reconcile(file)


def test_a_form_nobody_makes_here_is_not_printed_as_something_else(office: Office):
    (stream,) = office.customers(1, *a_letter(form="bsl_video"))
    collect()
    assert print_all() == [] and [f.why for f in office.facts(stream, LetterHeld)] == ["form_not_made_here"]


def test_what_is_embossed_is_handed_over_a_file_each_beside_the_printed_run(office: Office):
    office.customers(2, *a_letter(form="braille"))
    office.customers(1, *a_letter())
    collect()
    braille, printed = sorted(print_all(), key=lambda run: index(print_runs.folder() / run)[0]["form"])
    lines, place = index(print_runs.folder() / braille), print_runs.folder() / braille
    assert [line["file"] for line in lines] == ["001.brf", "002.brf"] and ",PRO(" in (place / "001.brf").read_text()
    assert all(line["sha256"] == hashlib.sha256((place / line["file"]).read_bytes()).hexdigest() for line in lines)
    told = json.loads((place / "manifest.json").read_text())
    assert (told["letters"], told["pages"]) == (2, 0) and set(told["files"]) == {"001.brf", "002.brf", "index.csv"}
    assert index(print_runs.folder() / printed)[0]["file"] == "letters.pdf"


def test_the_name_a_printer_gets_tells_nothing(office: Office):
    (stream,) = office.customers(1, *a_letter())
    collect()
    (run,) = print_all()
    assert index(print_runs.folder() / run)[0]["letter"] == f"{stream.hex}-L1-4" and callable(name_of)
