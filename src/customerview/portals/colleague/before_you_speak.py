"""Before you speak: who to speak to, how, what to take care of, what is pinned, what is promised and due. In that order, and first.

"Take care" says what to do, never why.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from customerview import work
from customerview.instructions.personal_details.facts import LANGUAGES, ROUTES
from customerview.instructions.personal_details.formats import FORMATS
from customerview.instructions.support_needs.facts import ADJUSTMENTS
from customerview.instructions.support_needs.slices import usable_routes, why_not_usable
from customerview.kernel import Asked, Catalogue, Owed, Record, Shown, in_words
from customerview.perform import circumstances

from .appointments import next_one
from .naming import benefit_name, team_name

HEADINGS = {
    "speak_to": "Speak to", "how": "How", "take_care": "Take care", "watch": "What to watch for", "stay": "Where they are now", "note": "Pinned notes",
    "due": "Promised and due", "appointment": "Next appointment",
}  # fmt: skip
"""The lines of the page's head, in their order; instructions may add to each."""


ADDED = ("stay", "take_care")
"""What instructions add to the head. The rest of what they ask to be shown, this page says itself: see each part below. A need
is what to watch for: "Take care" says what to do and never why."""


class Line(NamedTuple):
    """One thing to know. `late`: said first and in words; `act`: the duty it belongs to; `href`: a page of this customer."""

    text: str
    strong: bool = False
    late: bool = False
    act: str = ""
    href: str = ""


def before_you_speak(record: Record, asked: Asked, catalogue: Catalogue, whole: Record | None = None) -> list[tuple[str, list[Line]]]:
    """The head of the page: each heading with its lines; headings with nothing to say are left out, save those always read.
    Nothing for an organisation: there is nobody to take care of."""
    if record.organisation.status:
        return []
    today = asked.today
    lines: dict[str, list[Line]] = {heading: [] for heading in HEADINGS}
    lines["speak_to"] = speak_to(record, today)
    lines["how"] = [] if record.death.verified else how(record)
    lines["take_care"] = [*not_for_everybody(record, asked, catalogue), *take_care(record)]
    lines["note"] = pinned(record)
    lines["due"] = due(record, asked, catalogue)
    if coming := next_one(record, asked):
        lines["appointment"] = [Line(coming)]
    said = {_bare(line.text) for some in lines.values() for line in some}
    needs = {_bare(need.words.en) for need in record.needs.held.values()}
    for shown in shown_by_instructions(record, asked, catalogue):
        if shown.heading in ADDED and _bare(text := shown.words.say("en")) not in said:
            lines["watch" if _bare(text) in needs else shown.heading].append(Line(text))
            said.add(_bare(text))
    if not lines["take_care"]:
        lines["take_care"] = [Line("Nothing in particular is known.")]
    if not lines["due"]:
        lines["due"] = [Line("Nothing is promised or due.")]
    return [(HEADINGS[heading], some) for heading, some in lines.items() if some]


def shown_by_instructions(record: Record, asked: Asked, catalogue: Catalogue) -> list[Shown]:
    """What the instructions want on the screen of a contact."""
    return [
        s
        for rule in catalogue.views
        if "contact" in rule.at and rule.in_force(asked.today)
        for s in rule.shows(record, asked.of(rule.name))
    ]


def read_out(record: Record, asked: Asked, catalogue: Catalogue) -> list[str]:
    """The true state of everything, in words that can be read out to the customer."""
    return [s.words.say("en") for s in shown_by_instructions(record, asked, catalogue) if s.heading == "state"]


def _bare(text: str) -> str:
    return text.strip(" .“”").casefold()


def speak_to(record: Record, today: date) -> list[Line]:
    """Those through whom the customer is spoken to; else the customer, and who may also act or be told things."""
    if record.death.reported:
        kin = [k for k in record.death.kin.values() if k.verified]
        if kin:
            return [
                Line(f"{k.name}, {k.standing.replace('_', ' ')} (verified){', ' + k.reach if k.reach else ''}", strong=True) for k in kin
            ]
        return [Line("A death is recorded. Nobody's standing is verified yet: ask who they are and record them.", strong=True)]
    lines = [Line(f"{a.name or 'Somebody'}, {a.words.en} for {_scope(a.lines)} since {in_words(a.starts)}.{_doubt(a)}", strong=True)
             for a in record.authority.speak_to(today)]  # fmt: skip
    if lines:
        lines.append(Line(f"{record.person.called or 'The customer'} may be present."))
    else:
        lines.append(Line(str(record.person.name or "The customer"), strong=True))
    others = [a for a in record.authority.in_force(today) if a not in record.authority.speak_to(today)]
    for a in others:
        what = f"{a.words.en} for {_scope(a.lines)}" if a.acts else f"may be told things about {_scope(a.lines)}"
        lines.append(Line(f"{a.name or 'Somebody'}: {what}.{_doubt(a)}"))
    return lines


def _scope(lines: tuple[str, ...]) -> str:
    names = [benefit_name(line) for line in lines]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0] if names else "all benefits"


def _doubt(authority) -> str:
    return " Somebody disputes this: ask the appointee team before you rely on it." if authority.disputed else ""


def how(record: Record) -> list[Line]:
    """Language, the ways that reach them, the format of letters, what we do differently."""
    person = record.person
    lines = []
    if person.interpreter:
        lines.append(Line(f"With an interpreter ({person.interpreter.upper()})", strong=True))
    elif person.language != "en":
        lines.append(Line(LANGUAGES[person.language].en if person.language in LANGUAGES else person.language, strong=True))
    fit = [r for r in sorted(person.routes.values(), key=lambda r: not r.preferred) if r.works and r.safe and r.suits]
    used = [r for r in fit if not why_not_usable(r.route, record)]
    for route in used:
        best = " (preferred)" if route.preferred and len(used) > 1 else ""
        when = f", {route.times}" if route.times else ""
        lines.append(Line(f"{_route(route.route)}{when}{best}"))
    if not used:
        lines += [Line(_route(route)) for route in usable_routes(record)]
    lines += [Line(why.en, strong=True) for r in fit if (why := why_not_usable(r.route, record))]
    if person.format != "standard":
        lines.append(Line(f"Letters: {FORMATS[person.format].en if person.format in FORMATS else person.format}"))
    lines += [Line(f"Never by {_route(r.route, low=True)}", strong=True) for r in person.routes.values() if not (r.suits and r.safe)]
    lines += [Line(f"{_route(r.route)} does not work") for r in person.routes.values() if r.suits and r.safe and not r.works]
    lines += [
        Line(
            " ".join(
                filter(
                    None,
                    [ADJUSTMENTS[a.adjustment].en if a.adjustment in ADJUSTMENTS else a.adjustment, a.detail and f"({a.detail})"],
                )
            )
        )
        for a in record.needs.adjustments.values()
    ]
    return lines or [Line("No way of reaching them is known. Ask how they would like to be reached.", strong=True)]


def _route(code: str, *, low: bool = False) -> str:
    name = ROUTES[code].en if code in ROUTES else code
    return name if low else name[:1].upper() + name[1:]


def take_care(record: Record) -> list[Line]:
    """What to do or leave undone; and silence that proves nothing."""
    lines = [Line(care.words.en, strong=True) for care in record.needs.take_care.values()]
    post = record.person.routes.get("post")
    if post and not post.works and not any(c.instruction == "not_by_silence" for c in record.needs.take_care.values()):
        lines.append(Line("Letters came back: do not act on silence.", strong=True))
    return lines


def pinned(record: Record) -> list[Line]:
    """Pinned notes in their own words; how many more are restricted."""
    lines = [Line(f"“{note.text}”") for note in record.notes.pinned.values() if note.text]
    if count := record.notes.restricted_count:
        lines.append(Line(f"{count} restricted note{'s' if count != 1 else ''}: give a reason to read", href="restricted"))
    return lines


def due(record: Record, asked: Asked, catalogue: Catalogue) -> list[Line]:
    """What is promised and due, late first."""
    owed = sorted(record.duties.begun(asked.today), key=lambda o: (not o.is_late(asked.at), o.harm, o.due))
    alike: dict[tuple[str, str, str, bool], list[Owed]] = {}
    for one in owed:
        if may_know(one, asked, catalogue):
            said = work.said(catalogue, one.duty, one.values)
            alike.setdefault((said, one.owner, one.offered_to, one.is_late(asked.at)), []).append(one)
    return [
        Line(duty_line(some[0], asked, catalogue) + (f", and {len(some) - 1} more like it" if some[1:] else ""), late=late, act=some[0].id)
        for (_, _, _, late), some in alike.items()
    ]  # fmt: skip


def may_know(owed: Owed, asked: Asked, catalogue: Catalogue) -> bool:
    """Danger and accusations are known to the team that has to act and to the role; not to everybody who opens the record."""
    rule = catalogue.duties[owed.duty]
    return rule.words_for(asked.by, owed.owner) is rule.words


def not_for_everybody(record: Record, asked: Asked, catalogue: Catalogue) -> list[Line]:
    """What is said, to those who may not know of a danger, so that they do no harm."""
    kept = [o for o in record.duties.begun(asked.today) if not may_know(o, asked, catalogue)]
    said = dict.fromkeys(work.said(catalogue, o.duty, o.values, asked.by, o.owner) for o in kept)
    return [Line(words, strong=True) for words in said if words]


def duty_line(owed: Owed, asked: Asked, catalogue: Catalogue) -> str:
    """ "Answer the customer's message, due Thursday 26 November 2026 (ESA case team)." """
    sentence = work.said(catalogue, owed.duty, owed.values).rstrip(".")
    when = work.deadline(owed.due, owed.due_at, asked.at, asked.calendar)
    offered = f"; offered to {team_name(owed.offered_to)}" if owed.offered_to else ""
    return f"{sentence}{'' if sentence.endswith('?') else ','} {when} ({team_name(owed.owner)}{offered})"


def asked_now(record: Record, by, at: datetime, catalogue: Catalogue, ages=None) -> Asked:
    """The circumstances of this page."""
    return circumstances(by, max(at, record.at) if record.at else at, record, catalogue, ages=ages)
