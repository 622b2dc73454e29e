"""`customerview duties`: a later edition of an instruction reaches work that is open already."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date, datetime

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from customerview.kernel import LONDON, Actor

console = Console(stderr=True, highlight=False)


@click.group
def command() -> None:
    """Open work, many pieces at a time."""


@command.command("reset")
@click.argument("instruction")
@click.option("--owner", default="", metavar="TEAM", help="Only the work of this team.")
@click.option("--to", default="", metavar="TEAM", help="Give it to this team, not to the one the instruction names.")
@click.option("--by", required=True, metavar="NUMBER", help="Staff number of the operations manager who answers for it.")
@click.option("--why", required=True, help="The reason, which is kept with each.")
@click.option("--run", default="", metavar="NAME", help="The run's name. Begun again under its name, a run goes on where it stopped.")
@click.option("--dry-run", is_flag=True, help="Say how many, whose, from which day and team to which. Nothing changes.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def reset_command(instruction: str, owner: str, to: str, by: str, why: str, run: str, dry_run: bool, as_json: bool) -> None:
    """Set the deadlines and owners of open work anew, as INSTRUCTION says today.

    Exits with 1 when some could not be done (run it again), with 2 when what was asked cannot be.
    """
    from customerview.config.set_up import set_up_django

    set_up_django("worker")
    from customerview.instructions import catalogue
    from customerview.instructions.directory import TEAMS

    if not any(instruction in (d.name, d.rule) for d in catalogue().duties.values()):
        raise click.BadParameter(f"No duty is called {instruction}. `customerview instructions list` names them.", param_hint="INSTRUCTION")
    for team, option in ((owner, "--owner"), (to, "--to")):
        if team and team not in TEAMS:
            raise click.BadParameter(f"No team has the code {team}.", param_hint=option)
    if not by.isdecimal() or not 1 <= len(why.strip()) <= 300:
        raise click.UsageError("Give the staff number in figures, and a reason of at most 300 characters.")
    manager = _colleague(by)
    if manager is None:
        raise click.BadParameter(f"No operations manager with the staff number {by} has signed in lately.", param_hint="--by")
    name = run or f"reset-{instruction}-{datetime.now(LONDON):%Y%m%d}"
    sys.exit(_run(instruction, owner, to, manager, why.strip(), name, dry_run, as_json))


def _colleague(number: str) -> Actor | None:
    """A named colleague is a real one: known by having signed in, in the role that may do this."""
    from customerview.identity import colleague_seen

    return colleague_seen(number, "operations_manager")


def _run(instruction: str, owner: str, to: str, by: Actor, why: str, run: str, dry: bool, as_json: bool) -> int:
    from .resetting import reset, would_change

    moves: Counter[tuple[str, date, str, date]] = Counter()
    left: Counter[str] = Counter()
    done = failed = 0
    with Progress(SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=console, transient=True) as progress:
        task = progress.add_task("looking")
        for one in would_change(instruction, owner=owner, to=to):
            if one.why_not:
                left[one.why_not] += 1
                continue
            moves[one.owner, one.due, one.to_owner, one.to_due] += 1
            if not dry:
                succeeded = reset(one, by=by, why=why, run=run)
                done, failed = done + succeeded, failed + (not succeeded)
            progress.update(task, description=f"{moves.total()} found, {done} set anew")
    if as_json:
        said = [{"owner": a, "due": str(b), "to_owner": c, "to_due": str(d), "duties": n} for (a, b, c, d), n in sorted(moves.items())]
        print(
            json.dumps(
                {"run": run, "dry_run": dry, "found": moves.total(), "done": done, "failed": failed, "changes": said, "left": dict(left)}
            )
        )
    else:
        _print(moves, left, done, failed, run, dry)
    return 1 if failed else 0


def _print(moves: Counter[tuple[str, date, str, date]], left: Counter[str], done: int, failed: int, run: str, dry: bool) -> None:
    out = Console(highlight=False)
    if moves:
        table = Table("Owed by", "Due", "Then owed by", "Then due", "Duties")
        for (owner, due, to, day), n in sorted(moves.items()):
            table.add_row(owner, str(due), to, str(day), str(n))
        out.print(table)
    for why, n in left.items():
        out.print(f"{n} {why}.")
    if dry:
        out.print(f"{moves.total()} would be set anew. Nothing was changed.")
    else:
        out.print(f"{done} set anew, run {run}." + (f" {failed} could not be: run it again under the same name." if failed else ""))
