"""The department's lines, benefits and teams: their stable codes and what they are called."""

from __future__ import annotations

from collections.abc import Callable

from customerview.kernel import Words, speak_as

BENEFITS = {
    "PIP": Words("Personal Independence Payment", "Taliad Annibyniaeth Personol"),
    "DLA": Words("Disability Living Allowance", "Lwfans Byw i'r Anabl"),
    "AA": Words("Attendance Allowance", "Lwfans Gweini"),
    "SP": Words("State Pension", "Pensiwn y Wladwriaeth"),
    "PC": Words("Pension Credit", "Credyd Pensiwn"),
    "CA": Words("Carer's Allowance", "Lwfans Gofalwr"),
    "ESA": Words("Employment and Support Allowance", "Lwfans Cyflogaeth a Chymorth"),
    "JSA": Words("Jobseeker's Allowance", "Lwfans Ceisio Gwaith"),
    "IS": Words("Income Support", "Cymhorthdal Incwm"),
    "UC": Words("Universal Credit", "Credyd Cynhwysol"),
}
"""Each benefit is paid by the line with the same code."""

LINES = BENEFITS | {
    "DEBT": Words("Debt Management", "Rheoli Dyled"),
    "CMS": Words("Child Maintenance Service", "Gwasanaeth Cynhaliaeth Plant"),
    "BEREAVEMENT": Words("Bereavement Service", "Gwasanaeth Profedigaeth"),
    "COMPLAINTS": Words("Complaints", "Cwynion"),
    "DRS": Words("Disputes", "Anghydfodau"),
    "COMPLIANCE": Words("Compliance", "Cydymffurfio"),
    "VISITING": Words("Visiting Service", "Gwasanaeth Ymweld"),
    "ASSESSMENT": Words("Assessment provider", "Darparwr asesiadau"),
    "TRIBUNAL": Words("Tribunal", "Tribiwnlys"),
    "OPERATIONS": Words("Operations desk", "Desg gweithrediadau"),
    "SUPPORT": Words("Advanced customer support", "Cymorth uwch i gwsmeriaid"),
}

FUNCTIONS = {
    "case": Words("case team", "tîm achosion"),
    "decisions": Words("decision team", "tîm penderfyniadau"),
    "payments": Words("payments team", "tîm taliadau"),
    "appointees": Words("appointee team", "tîm penodeion"),
}


def team(line: str, function: str = "case") -> str:
    """The stable code of a line's team: `team("PIP")` is "pip.case". A line that pays no benefit is one team: "bereavement"."""
    return f"{line.lower()}.{function}" if line in BENEFITS else line.lower()


def line_of_team(code: str) -> str:
    return code.partition(".")[0].upper()


def team_name(code: str) -> Words:
    """What a team is called: "PIP case team". Service lines without functions are called by their own name."""
    line, _, function = code.partition(".")
    named = LINES.get(line.upper())
    if named is None:
        return Words(code.replace("_", " ").capitalize(), code.replace("_", " ").capitalize())
    if not function:
        return named
    does = FUNCTIONS.get(function, Words(f"{function} team", f"tîm {function}"))
    return Words(f"{named.en}, {does.en}", f"{named.cy}, {does.cy}")


TEAMS = {code: team_name(code) for code in [
    *(team(line, function) for line in BENEFITS for function in FUNCTIONS), *(line.lower() for line in LINES if line not in BENEFITS), "quality",
]}  # fmt: skip
"""Every team that work can be offered to."""


def _named(table: dict[str, Words]) -> Callable[[object, str], str]:
    return lambda code, lang: table[str(code)].say(lang) if str(code) in table else str(code)


speak_as("benefit", _named(BENEFITS))
speak_as("line", _named(LINES))
speak_as("team", lambda code, lang: team_name(str(code)).say(lang))
