"""The quieter parts of the customer page: who is in their life, what they need, messages, documents; and the banner of a death."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from customerview.instructions.journal_and_callbacks.facts import TOPICS
from customerview.instructions.journal_and_callbacks.ways_in import CAME_AS
from customerview.instructions.letters_and_notifications.kinds import LETTERS
from customerview.instructions.letters_and_notifications.whereabouts import to_a_colleague
from customerview.instructions.representatives.facts import RELATIONS
from customerview.instructions.support_needs.facts import ADJUSTMENTS, DIGITAL_ACCESS
from customerview.kernel import Asked, Catalogue, Record, in_words

from .naming import benefit_name


class Banner(NamedTuple):
    """What stands above everything else."""

    heading: str
    text: str


DEATH = {
    "reported": "A death has been reported. It is not verified yet. Send nothing to this person; only what can be undone may be done.",
    "doubtful": "A death was reported and is in doubt. Send nothing to this person, and do nothing that cannot be undone, until it is settled.",
    "verified": "This person has died. Nothing is sent to them any more.",
}
DEATH_HEADINGS = {"reported": "Death reported", "doubtful": "Death in doubt", "verified": "Death verified"}


def death_banner(record: Record) -> Banner | None:
    """Three states and three sentences; None while no death is on record."""
    death = record.death
    if not death.reported:
        return None
    day = f" Date of death: {in_words(death.died)}." if death.died else " The date is not known."
    return Banner(DEATH_HEADINGS[death.status], DEATH[death.status] + day)


class Somebody(NamedTuple):
    """One person in the customer's life."""

    name: str
    what: str
    more: str


def people(record: Record, today: date) -> list[Somebody]:
    """Who acts for them and who is close; how to reach them where it is known."""
    found = [
        Somebody(
            a.name or "Somebody", f"{a.words.en} for {' and '.join(map(benefit_name, a.lines)) or 'all benefits'}",
            " ".join(filter(None, [f"Since {in_words(a.starts)}.", f"Until {in_words(a.ends)}." if a.ends else "", a.reach_by])),
        )
        for a in record.authority.held.values() if a.in_force(today)
    ]  # fmt: skip
    found += [
        Somebody(
            p.name or ("Another customer" if p.person else "Somebody"),
            RELATIONS[p.relation].en if p.relation in RELATIONS else p.relation,
            p.reach_by,
        )
        for p in record.people.linked.values()
    ]
    found += [
        Somebody(
            k.name or "Somebody",
            "next of kin or executor",
            "Their standing is verified." if k.verified else "Their standing is not verified yet.",
        )
        for k in record.death.kin.values()
        if not k.rejected
    ]
    found += [
        Somebody("Another customer", f"{record.person.called or 'This customer'} is their {a.type.replace('_', ' ')}", "")
        for a in record.authority.acts_for.values()
    ]
    return found


class Support(NamedTuple):
    """What they need and what we do about it."""

    needs: list[tuple[str, str]]
    adjustments: list[tuple[str, str]]
    screened: str
    digital: str


NOT_ASKED = {True: "Nobody has gone through all their needs with them yet", False: "Nobody has asked about needs yet"}
"""What is said when no screening is recorded: whether needs came to be known otherwise or not."""


def support(record: Record) -> Support:
    needs = record.needs
    return Support(
        needs=[(n.words.en, _since(n.since, n.review, n.said)) for n in needs.held.values()],
        adjustments=[
            (ADJUSTMENTS[a.adjustment].en if a.adjustment in ADJUSTMENTS else a.adjustment, _since(a.since, a.review, a.detail))
            for a in needs.adjustments.values()
        ],
        screened=f"Last asked about on {in_words(needs.screened_on)}" if needs.screened_on else NOT_ASKED[bool(needs.held)],
        digital=DIGITAL_ACCESS[needs.digital_access].en if needs.digital_access in DIGITAL_ACCESS else "Nobody has asked about online access",
    )  # fmt: skip


def _since(since: date, review: date | None, words: str) -> str:
    parts = [f"“{words}”" if words else "", f"since {in_words(since)}", f"look again by {in_words(review)}" if review else ""]
    return ", ".join(filter(None, parts))


class Waiting(NamedTuple):
    """A message of the customer's that waits for an answer."""

    about: str
    when: str
    words: str
    href: str
    late: bool


def messages(record: Record, asked: Asked, catalogue: Catalogue) -> list[Waiting]:
    """Messages not answered yet, the longest waiting first."""
    late = {o.per for o in record.duties.begun(asked.today) if o.is_late(asked.at)}
    answer = "answer_message" if "answer_message" in catalogue.actions else ""
    return [
        Waiting(
            about=_about(m), when=in_words(m.received, time=True), words=m.text,
            href=f"/staff/customers/{record.stream}/do/{answer}?message={m.number}" if answer else "", late=str(m.number) in late,
        )
        for m in sorted(record.messages.open.values(), key=lambda m: m.number)
    ]  # fmt: skip


def _about(message) -> str:
    """What it is about, and how it came in when it was no message."""
    topic = TOPICS[message.topic].en if message.topic in TOPICS else message.topic
    return topic if message.came_as == "message" else f"{CAME_AS[message.came_as].en.capitalize()}: {topic}"


def unopened(record: Record) -> list[str]:
    """What we wrote in the online account that nobody has opened."""
    return [
        f"“{m.subject}”, sent {in_words(m.sent)}{', to be acted on by ' + in_words(m.act_by) if m.act_by else ''}"
        for m in record.messages.unopened.values()
    ]


class Document(NamedTuple):
    """One document made for this customer; `waits`: a letter that somebody has to release, with what can be done about it."""

    words: str
    pdf: str = ""
    waits: bool = False
    todo: tuple[tuple[str, str], ...] = ()


def documents(record: Record) -> list[Document]:
    """Letters that wait to be released, then the latest letters and proofs made for this customer."""
    at = f"/staff/customers/{record.stream}"
    waiting = [
        Document(
            f"{LETTERS[w.spec].words.en.capitalize()}, {w.letter}{', edited' if w.edited else ''}", f"{at}/letters/{w.number}.pdf", True,
            tuple((f"{at}/do/{action}?letter={w.letter}", says) for action, says in TO_DO_WITH_A_LETTER),
        )
        for w in record.letters.waiting.values()
    ]  # fmt: skip
    sent = [
        Document(f"{one.title or one.letter}: {to_a_colleague(one)}", f"{at}/letters/{one.written}.pdf")
        for one in reversed(record.sendings.letters.values()) if one.letter not in record.letters.waiting
    ]  # fmt: skip
    proofs = [Document(f"Proof of benefit, reference {reference}") for reference in reversed(record.proofs.issued)]
    return [*waiting, *sent[:5], *proofs[:5]]


TO_DO_WITH_A_LETTER = (("release_letter", "Release"), ("edit_letter", "Edit"), ("withdraw_letter", "Withdraw"))
