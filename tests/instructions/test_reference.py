"""The reference pages say everything that is declared, and the check notices when they do not."""

from __future__ import annotations

from click.testing import CliRunner

from customerview.config.command_line.docs import command
from customerview.instructions import catalogue
from customerview.instructions.reference import pages


def test_everything_declared_is_on_its_page():
    house, written = catalogue(), pages(catalogue())
    assert all(f"`{name}`" in written["actions.md"] and f"| `{name}` |" in written["permissions.md"] for name in house.actions)
    assert all(f" {code} `{kind.__name__}`" in written["facts.md"] for code, kind in house.kinds.by_code.items())
    assert all(f"### `{rule.name}`" in written["rules.md"] for c in house.chapters for rule in c.rules)


def test_who_may_is_what_is_declared():
    (row,) = [line for line in pages(catalogue())["permissions.md"].splitlines() if line.startswith("| `reset_duty` |")]
    marks = [cell.strip() for cell in row.split("|")[2:-1]]
    assert [code for code, mark in zip(catalogue().roles, marks, strict=True) if mark] == ["operations_manager"]


def test_a_stale_page_is_found(tmp_path):
    into = ["build", "--into", str(tmp_path)]
    assert CliRunner().invoke(command, into).exit_code == 0
    assert CliRunner().invoke(command, [*into, "--check"]).exit_code == 0
    page = tmp_path / "facts.md"
    page.write_text(page.read_text().replace("FactCorrected", "FactChanged"))
    ran = CliRunner().invoke(command, [*into, "--check"])
    assert ran.exit_code == 1 and "facts.md" in ran.output
