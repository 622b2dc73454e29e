"""`population generate`: into an empty ledger; what was interrupted is finished; nothing is made twice."""

from __future__ import annotations

import json
import subprocess

from customerview.config.home import SOURCE

CUSTOMERVIEW = SOURCE / ".venv" / "bin" / "customerview"


def generate(database, *more: str) -> subprocess.CompletedProcess[str]:
    command = [str(CUSTOMERVIEW), "population", "generate", "--customers", "12", "--processes", "1", *more]
    return subprocess.run(command, env=database.environment("worker"), capture_output=True, text=True, timeout=120)


def facts(database) -> int:
    with database.connect("worker") as db:
        return db.execute("SELECT count(*) FROM fact").fetchone()[0]


def test_it_is_made_once_and_an_interrupted_run_is_finished(own_database, tmp_path):
    begun = generate(own_database, "--no-stories", "--json")
    assert begun.returncode == 0, begun.stderr
    assert json.loads(begun.stdout)["customers"] == 12
    without = facts(own_database)

    again = generate(own_database)
    assert again.returncode == 1
    assert "holds customers already" in again.stderr

    people = tmp_path / "personas.json"
    assert generate(own_database, "--if-empty", "--personas", str(people)).returncode == 0
    whole = facts(own_database)
    assert whole > without + 10_000  # the stories, told last
    assert json.loads(people.read_text())[0]["name"] == "Rhian Morgan"

    with own_database.connect("worker") as db:
        assert db.execute("SELECT count(*) FROM source_heard WHERE heard > now() - interval '1 hour'").fetchone()[0] == 10

    for more in ("--if-empty", "--resume"):
        done = generate(own_database, more)
        assert done.returncode == 0, done.stderr
        assert facts(own_database) == whole
