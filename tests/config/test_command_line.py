"""The command line: every command it lists is there and explains itself, and a mistake ends with a code that says so."""

import pytest
from click.testing import CliRunner

from customerview.config.command_line import COMMANDS, main

NAMES = [name for group in COMMANDS.values() for name in group]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_listed_is_there_and_explains_itself_and_its_parts(name):
    command = main.get_command(None, name)
    assert command.help
    assert all(part.help for part in getattr(command, "commands", {}).values() if not part.hidden)
    assert CliRunner().invoke(main, [name, "--help"]).exit_code == 0


def test_help_names_every_command():
    said = CliRunner().invoke(main, ["--help"]).output
    assert all(name in said for name in NAMES)


def test_a_command_that_is_not_there_is_refused():
    done = CliRunner().invoke(main, ["nothing"])
    assert done.exit_code == 2
    assert "No such command 'nothing'" in done.output
