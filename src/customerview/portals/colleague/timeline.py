"""The timeline: what happened, newest first, in plain sentences, a page at a time from the ledger."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

import msgspec

from customerview.kernel import Actor, Catalogue, Recorded, in_words
from customerview.kernel.facts import FactCorrected, FactShared
from customerview.ledger import View

from .naming import actor_name, line_name

PAGE = 20
MOST_CORRECTIONS = 200

SHOWS = {
    "all": "All", "messages": "Messages and contacts", "decisions": "Decisions", "payments": "Payments", "people": "People and needs",
    "documents": "Documents",
}  # fmt: skip
CHAPTERS = {
    "contacts": "messages", "journal_and_callbacks": "messages", "records_and_notes": "messages", "stopping_payments": "decisions",
    "second_person": "decisions", "moving_work": "decisions", "awards_and_payments": "payments", "personal_details": "people",
    "support_needs": "people", "representatives": "people", "bereavement": "people", "change_of_circumstances": "people",
    "proofs": "documents", "signing_in": "people", "documents_and_evidence": "documents", "letters_and_notifications": "documents", "health_assessments": "decisions",
    "six_point_plan": "messages", "requests_to_lines": "decisions", "organisations": "documents", "appointments": "messages",
}  # fmt: skip
"""Which filter shows a chapter's facts. What the five ideas themselves record (overrides, proposals) counts as decisions."""

WHOSE = {"all": "Everybody", "ours": "What we did", "theirs": "What they did"}
ACTORS = {"ours": ("colleague", "client", "job"), "theirs": ("customer", "representative")}


class Entry(NamedTuple):
    """One thing that happened."""

    number: int
    sentence: str
    when: str
    who: str
    effective: str
    stands: bool = True
    """False: it was found never to have happened."""


class Timeline(NamedTuple):
    """A page of it, and the number the next page ends before (0: this is the last)."""

    entries: list[Entry]
    next: int


BEHIND = (
    "RecognitionAnswered", "DangerAnswered", "AllegationAnswered", "ContactNoted", "KeyFactsAcknowledged", "StateShown", "LetterWritten", "LetterReleased",
)  # fmt: skip
"""What is written often and says little: left out of the short timeline of the overview, never of the whole."""


def kinds_shown(show: str, catalogue: Catalogue) -> list[int] | None:
    """The codes of the kinds a filter shows; None for all of them."""
    if show == "overview":
        return [code for code, kind in catalogue.kinds.by_code.items() if kind.__name__ not in BEHIND]
    if show not in SHOWS or show == "all":
        return None
    codes = [f.kind.code for c in catalogue.chapters if CHAPTERS.get(c.name) == show for f in c.facts]
    if show == "decisions":
        codes += [code for code in catalogue.kinds.by_code if code < 20]
    return codes


def timeline(
    view: View, stream, catalogue: Catalogue, by: Actor, *, show: str = "all", whose: str = "all", before: int | None = None, known=None
) -> Timeline:  # fmt: skip
    """A page of what this colleague may read."""
    facts = view.timeline(stream, before=before, kinds=kinds_shown(show, catalogue), limit=PAGE + 1, known=known, actors=ACTORS.get(whose))
    right = corrections(view, stream, catalogue, facts[:PAGE], known)
    told = [put_right(f, right[f.number], by) if f.number in right else entry(f, by) for f in facts[:PAGE]]
    return Timeline(shared_at_once(facts[:PAGE], told), facts[PAGE - 1].number if len(facts) > PAGE else 0)


def shared_at_once(facts: list[Recorded], told: list[Entry | None]) -> list[Entry]:
    """What was shared with several at once is one entry that names them all."""
    shown: list[Entry] = []
    before: FactShared | None = None
    names: list[str] = []
    for happened, said in zip(facts, told, strict=True):
        fact = happened.fact if said and said.stands and isinstance(happened.fact, FactShared) else None
        if said and fact and before and (fact.share, fact.of) == (before.share, before.of):
            names.append(line_name(fact.recipient))
            shown[-1] = shown[-1]._replace(sentence=f"Shared with {', '.join(names[:-1])} and {names[-1]}.")
        elif said:
            names = [line_name(fact.recipient)] if fact else []
            shown.append(said)
        before = fact
    return shown


def corrections(view: View, stream: UUID, catalogue: Catalogue, facts: list[Recorded], known=None) -> dict[int, Recorded | None]:
    """Those of these facts that were put right, as they should have been; None for what never happened."""
    made = view.timeline(stream, kinds=[FactCorrected.kind.code], limit=MOST_CORRECTIONS, known=known)
    latest = {c.fact.corrects: c.fact for c in reversed(made) if isinstance(c.fact, FactCorrected)}
    right: dict[int, Recorded | None] = {}
    for happened in facts:
        correction = latest.get(happened.number)
        if correction is None:
            continue
        if not correction.replacement_code:
            right[happened.number] = None
            continue
        fact = catalogue.kinds.decode(correction.replacement_code, correction.replacement, correction.replacement_apart or None)
        effective = correction.replacement_effective or happened.effective
        right[happened.number] = msgspec.structs.replace(happened, fact=fact, effective=effective)
    return right


def put_right(happened: Recorded, right: Recorded | None, by: Actor) -> Entry | None:
    """An entry that was wrong, as it is read now: the right one in its place, or that it was taken out."""
    shown = entry(right or happened, by)
    if shown is None:
        return None
    return shown._replace(
        sentence=f"{shown.sentence} (put right since)" if right else f"Taken out, it was wrong: {shown.sentence}", stands=right is not None
    )


def entry(happened: Recorded, by: Actor) -> Entry | None:
    """The sentence for a colleague: their own line's words when it is their line's business, else those for all lines."""
    sentence = sentence_for(happened, by)
    if sentence is None:
        return None
    effective = in_words(happened.effective) if happened.effective != happened.day else ""
    sentence = sentence[:1].upper() + sentence[1:]
    return Entry(happened.number, sentence, _when(happened), actor_name(happened.by), effective)


def sentence_for(happened: Recorded, by: Actor) -> str | None:
    line = getattr(happened.fact, "line", "")
    more = {"action": happened.fact.action.replace("_", " ")} if hasattr(happened.fact, "action") else {}
    if not line or line == by.line:
        return happened.say("line", **more) or happened.say("lines", **more)
    return happened.say("lines", **more)


def _when(happened: Recorded) -> str:
    return in_words(happened.at, time=True)


def day_of(text: str, today: date) -> date | None:
    """A day typed in the "as at" box, or None when it is no day or lies ahead."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if date(1900, 1, 1) <= day <= today else None
