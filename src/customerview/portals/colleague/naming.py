"""What codes are called on colleagues' pages."""

from __future__ import annotations

import re

from customerview.instructions.directory import FUNCTIONS, LINES
from customerview.instructions.directory import team_name as team_words
from customerview.kernel import team_of


def benefit_name(line: str) -> str:
    """A benefit or line by its usual short name: colleagues say PIP and ESA; others are said in full."""
    return line if len(line) <= 4 and line in LINES else LINES[line].en if line in LINES else line


def line_name(line: str) -> str:
    return LINES[line].en if line in LINES else line


def team_name(code: str) -> str:
    """ "PIP case team", "Bereavement Service"."""
    if not code:
        return "nobody"
    line, _, function = code.partition(".")
    short = line.upper()
    if function and len(short) <= 4 and short in LINES:
        return f"{short} {FUNCTIONS[function].en if function in FUNCTIONS else f'{function} team'}"
    return team_words(code).en


ONLY_OF_A_CASE = re.compile(r"^\{[^}]*\}: | \([^)]*\{[^)]*\)|(?: about)?: \{[^.]*(?=\.|$)")
GAP = re.compile(r"\{(\w+?)(?::(\w+))?\}")


def of_no_case(words: str) -> str:
    """An instruction's words without a case: "the suspension of {benefit:benefit}" speaks of "the benefit". What says no more than a case
    fills in is left out: "Take the next step: {next_step:next_step}.", "{recipient:line}: stop payments."."""
    said = GAP.sub(lambda gap: f"the {_thing(gap[1], gap[2])}", ONLY_OF_A_CASE.sub("", words))
    said = re.sub(r"\b([Tt]he) the ", r"\1 ", re.sub(r"\b(\w+) the \1\b", r"the \1", said))
    return said[:1].upper() + said[1:]


def _thing(name: str, kind: str | None) -> str:
    return kind if kind and "_" not in kind else name.replace("_", " ")


def actor_name(code: str) -> str:
    """Who did something, as far as others need to know: the customer, a team, a service's system; never a colleague's number."""
    kind = code.partition(":")[0]
    if kind == "customer":
        return "The customer"
    if kind == "representative":
        return "Somebody acting for the customer"
    if kind == "job":
        return "The service itself"
    if kind == "organisation":
        return f"The organisation's staff, {code.partition(':')[2].partition('@')[0]}" if team_of(code) else "The organisation"
    if code.startswith("client:org-"):
        return "An organisation's own system"
    team = team_of(code)
    if kind == "client":
        return f"{team_name(team)} (system)" if team else "A service's system"
    return team_name(team) if team else "A colleague"
